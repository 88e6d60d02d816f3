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
        "Redacted Films Ltd",
        "",
      })
  void takesANameForAName(String text) {
    assertThat(Redaction.isMarker(text)).isFalse();
  }
}
