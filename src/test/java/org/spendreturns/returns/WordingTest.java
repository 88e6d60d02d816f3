package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;

class WordingTest {

  private static final Wording ENGLISH = Wording.english();

  static List<Arguments> values() {
    return List.of(
        Arguments.of(new Value.Amount(new Money(123_456)), "£1,234.56"),
        Arguments.of(new Value.Amount(new Money(-5)), "-£0.05"),
        Arguments.of(new Value.Amount(Money.ZERO), "£0.00"),
        Arguments.of(new Value.AtLeast(new Money(120_450_000)), "at least £1,204,500.00"),
        Arguments.of(new Value.Nil(), "none"),
        Arguments.of(new Value.NotBrokenDown(), "not broken down"),
        Arguments.of(
            new Value.NotSeparable("Interpersonal violence"),
            "not separable – Interpersonal violence pooled budget"),
        Arguments.of(
            new Value.NotSeparable("SARC and MARAC pooled budget"),
            "not separable – SARC and MARAC pooled budget"),
        Arguments.of(
            new Value.NotHeld("Northamptonshire Police Authority"),
            "not held – Northamptonshire Police Authority"),
        Arguments.of(new Value.NoRecords(""), "no records on file"),
        Arguments.of(
            new Value.NoRecords("the register gives no amount"),
            "not on file – the register gives no amount"),
        Arguments.of(new Value.Withheld("s.43"), "withheld – s.43"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsToldInTheseWords(Value value, String words) {
    assertThat(ENGLISH.words(value)).isEqualTo(words);
  }

  @Test
  void aFigureCarriesItsNotes() {
    Figure figure = new Figure("a", new Value.Nil(), "", List.of(), List.of(2, 11));
    assertThat(ENGLISH.words(figure)).isEqualTo("none [note 2] [note 11]");
  }

  @Test
  void runningTextHasPenceOnlyWhereThereAreSome() {
    assertThat(ENGLISH.moneyInText(new Money(120_450_000))).isEqualTo("£1,204,500");
    assertThat(ENGLISH.moneyInText(new Money(120_450_010))).isEqualTo("£1,204,500.10");
  }

  @Test
  void datesAreWrittenOut() {
    assertThat(ENGLISH.date(LocalDate.of(2012, 11, 22))).isEqualTo("22 November 2012");
    assertThat(ENGLISH.month(YearMonth.of(2014, 9))).isEqualTo("September 2014");
  }

  @Test
  void anInstantIsToldByLondonsClocks() {
    assertThat(ENGLISH.instant(Instant.parse("2026-06-30T23:30:00Z")))
        .isEqualTo("1 July 2026, 00:30");
    assertThat(ENGLISH.instant(Instant.parse("2026-12-31T23:30:00Z")))
        .isEqualTo("31 December 2026, 23:30");
  }

  @Test
  void yearsAreToldFirstAndLast() {
    List<FinancialYear> years = FinancialYear.parseRange("2012-13..2014-15");
    assertThat(ENGLISH.years(years)).isEqualTo("2012-13 to 2014-15");
    assertThat(ENGLISH.years(years.subList(2, 3))).isEqualTo("2014-15");
  }

  @Test
  void wordsAreExplainedOnceAndAmountsNotAtAll() {
    assertThat(
            ENGLISH.meanings(
                List.of(
                    new Value.NoRecords("x"),
                    new Value.Amount(Money.ZERO),
                    new Value.Nil(),
                    new Value.NoRecords(""))))
        .extracting(Wording.Meaning::word)
        .containsExactly("“none”", "“no records on file”, “not on file”");
  }

  @Test
  void everyTextHasAKeyOfItsOwn() throws IOException {
    Path file = Path.of("src/main/resources/org/spendreturns/returns/wording.properties");
    assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("=")))
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .doesNotHaveDuplicates();
  }
}
