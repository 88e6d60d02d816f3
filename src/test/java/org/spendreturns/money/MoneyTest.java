package org.spendreturns.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "1250,125000",
    "-12.30,-1230",
    "0.05,5",
    "-0.05,-5",
    "999999999999999.99,99999999999999999"
  })
  void readsPoundsAndPence(String text, long pence) {
    assertThat(Money.parse(text)).isEqualTo(new Money(pence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,250", "12.345", "12.3", "£5", "1e3", "(5.00)", "--1", "1234567890123456"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Money.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a sum written like 1250 or -12.30");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, -5, 100, -123456, Long.MAX_VALUE / 100})
  void readsWhatItWrites(long pence) {
    assertThat(Money.parse(new Money(pence).toString())).isEqualTo(new Money(pence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|£0.00",
        "-5|-£0.05",
        "99999|£999.99",
        "100000|£1,000.00",
        "-10420602|-£104,206.02",
        "123456789012|£1,234,567,890.12",
        "-9223372036854775808|-£92,233,720,368,547,758.08"
      })
  void isWrittenForAPerson(long pence, String text) {
    assertThat(new Money(pence).inPounds()).isEqualTo(text);
  }

  @Test
  void doesNotWrapRound() {
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE).negated())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void addsAndCompares() {
    assertThat(Money.sum(List.of(new Money(3), new Money(-1)))).isEqualTo(new Money(2));
    assertThat(Money.sum(List.of())).isEqualTo(Money.ZERO);
    assertThat(new Money(50_000).isAtLeast(new Money(50_000))).isTrue();
    assertThat(new Money(49_999).isAtLeast(new Money(50_000))).isFalse();
  }
}
