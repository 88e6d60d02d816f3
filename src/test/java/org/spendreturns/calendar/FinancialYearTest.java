package org.spendreturns.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialYearTest {

  @ParameterizedTest
  @CsvSource({
    "2014-03-31,2013-14",
    "2014-04-01,2014-15",
    "2015-03-31,2014-15",
    "1999-12-31,1999-00",
    "2000-01-01,1999-00"
  })
  void beginsOnTheFirstOfApril(LocalDate date, String year) {
    assertThat(FinancialYear.of(date)).hasToString(year);
    assertThat(FinancialYear.parse(year).period().contains(date)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2014-16", "2014/15", "2014", "FY15", "2014-2015", ""})
  void refusesAYearNotWrittenSo(String text) {
    assertThatThrownBy(() -> FinancialYear.parse(text))
        .hasMessage("'" + text + "' is not a financial year written like 2014-15");
  }

  @Test
  void readsARangeWithBothItsEnds() {
    assertThat(FinancialYear.parseRange("2012-13..2014-15"))
        .map(FinancialYear::toString)
        .containsExactly("2012-13", "2013-14", "2014-15");
    assertThat(FinancialYear.writeRange(FinancialYear.parseRange("2012-13..2014-15")))
        .isEqualTo("2012-13..2014-15");
    assertThat(FinancialYear.writeRange(FinancialYear.parseRange("2012-13"))).isEqualTo("2012-13");
    assertThatThrownBy(() -> FinancialYear.parseRange("2014-15..2012-13"))
        .hasMessage(
            "'2014-15..2012-13': the last year is before the first; write it like 2012-13..2014-15");
  }

  @Test
  void hasTwelveMonthsAprilFirst() {
    assertThat(FinancialYear.parse("2014-15").months())
        .hasSize(12)
        .startsWith(YearMonth.of(2014, 4))
        .endsWith(YearMonth.of(2015, 3));
  }

  @Test
  void countsBothEndsOfAPeriod() {
    Period period = new Period(LocalDate.of(2015, 2, 1), LocalDate.of(2015, 2, 28));
    assertThat(period.days()).isEqualTo(28);
    assertThat(period.overlap(FinancialYear.parse("2015-16").period())).isEmpty();
    assertThat(
            new Period(LocalDate.of(2015, 3, 31), LocalDate.of(2015, 4, 1))
                .overlap(FinancialYear.parse("2015-16").period()))
        .contains(new Period(LocalDate.of(2015, 4, 1), LocalDate.of(2015, 4, 1)));
    assertThatThrownBy(() -> new Period(LocalDate.of(2015, 2, 2), LocalDate.of(2015, 2, 1)))
        .hasMessage("ends 2015-02-01, before it starts on 2015-02-02");
  }
}
