package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1999901",
        "03999901",
        "1999901-2",
        "SC099901",
        "NIC199901",
        "GB-CHC-1999901",
        "GB-PPON-PQZB-9999-GCQD",
        "Charity no. 1999901",
        "1999901 / 03999901"
      })
  void isTheNumberOfACharityOrCompany(String text) {
    assertThat(Registration.isNumber(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "N/A",
        "-",
        "none",
        "0",
        "00000000",
        "Sole trader",
        "Charity no.",
        "Jane Doe 1999901",
        "GB123456789", // by which tax is paid
        "1234567890", // the same of a person
        "AB123456C", // and by which one is insured
        "GB-CHC-JANE"
      })
  void isNotTheNumberOfAnOrganisation(String text) {
    assertThat(Registration.isNumber(text)).isFalse();
  }
}
