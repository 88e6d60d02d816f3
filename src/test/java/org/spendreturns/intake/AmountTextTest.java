package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.money.Money;

class AmountTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "1250|125000",
        "0|0",
        "1250.00|125000",
        "4145.4|414540",
        ".50|50",
        "-.50|-50",
        "12.|1200",
        " £61,961.71 |6196171",
        "£ 3,040.14|304014",
        "£29,501,800|2950180000",
        "-£2,168,670|-216867000",
        "£-5.00|-500",
        "(132.70)|-13270",
        "(£1,708.27)|-170827",
        "£(1,708.27)|-170827",
        "688.83-|-68883",
        "38,937.00-|-3893700",
        "12.50CR|-1250",
        "12.50 cr|-1250",
        "12.50 DR|1250",
        " -   |0",
        " £-   |0",
        "\u22121,234.50|-123450",
        "\u2013 1,234.50|-123450",
        " \u2013 |0",
        "+1,234.50|123450",
        "+ £5|500",
        "1,234.50 GBP|123450",
        "1,234.50£|123450",
        "(5.00) GBP|-500",
        "1 234.56|123456",
        "\u00a0515.82\u00a0|51582",
        "\u200e515.82|51582",
        "Â£497.75|49775",
        "515.82000000000005|51582",
        "75093.289999999994|7509329",
        "0.30000000000000004|30",
        "22.950000|2295",
        "99999999999999.99|9999999999999999",
      })
  void readsASumAsLedgersWriteIt(String text, long pence) {
    assertThat(AmountText.read(text)).contains(new Money(pence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22.955",
        "1,23.00",
        "1,2345.00",
        "12,34",
        "1.2.3",
        "--5",
        "-5-",
        "(5",
        "5)",
        "(-5)",
        "-5CR",
        "$30.00",
        "€5",
        "5%",
        "+-5",
        "£5 GBP",
        "5 EUR",
        "\u20145",
        "1E5",
        "#N/A",
        "£",
        ".",
        "",
        " ",
        "abc",
        "12 34.00",
        "1,250.00 and more",
        "9999999999999999",
        "22.954999999999998",
        "０"
      })
  void takesNothingElseForASum(String text) {
    assertThat(AmountText.read(text)).isEmpty();
  }
}
