package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REDACTED UNDER DP ACT",
        "Redacted Redacted",
        "REDACTED PERSONAL DATA  ",
        "Redacted, personal data",
        "Redacted personal information",
        "Redacted personal details",
        "Reacted personal data",
        "REDACTED COMMERCIAL CONFIDENTIALITY",
        "Redact",
        "THIRD PARTY",
        "Third Party Supplier",
        "Redacted\u00a0Personal\u00a0Data",
        "Name Withheld",
        "Supplier Redacted",
        "Payee redacted",
        "Personal Data",
        "Redacted due to GDPR",
        "Redacted under S40(2)",
        "REDACTED: SECTION 40",
        "Withheld under FOI",
        "Anonymised",
        "XXXXXXXX",
        "x x x x",
        "*****",
        "\u2588\u2588\u2588\u2588",
      })
  void seesThatANameWasWithheld(String text) {
    assertThat(Redaction.isMarker(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REDACTIVE MEDIA SALES LIMITED",
        "Third Party Payments",
        "Payroll Third Party Payments - Academy Schools",
        "Individual Care Services",
        "Confidential Shredding",
        "Publish/Redact",
        "Data Protection",
        "Private Individual",
        "Section 40",
        "XXX Bar",
        "XXX",
        "*",
        "Withheld Music",
        "Redacted Films Ltd",
        "",
      })
  void takesANameForAName(String text) {
    assertThat(Redaction.isMarker(text)).isFalse();
  }
}
