package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.calendar.WorkingDays;

class BankHolidaysTest {

  private final WorkingDays days = BankHolidays.shipped();

  @ParameterizedTest
  @CsvSource({
    "2015-07-03, 2015-08-04", // 13 July in Northern Ireland and 3 August in Scotland do not count
    "2012-05-18, 2012-06-19", // two days of the Diamond Jubilee
    "2013-11-29, 2014-01-03", // St Andrew's substitute, Christmas, New Year, 2 January in Scotland
    "2026-05-29, 2026-06-29", // the World Cup holiday, in Scotland only
    "2015-07-04, 2015-08-04" // received on a Saturday
  })
  void countsTwentyWorkingDaysOfAllPartsOfTheKingdom(LocalDate received, LocalDate due) {
    assertThat(days.after(received, WorkingDays.TO_ANSWER_A_REQUEST)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2012-01-03",
    "2013-12-02",
    "2016-12-27",
    "2017-01-03",
    "2020-05-08",
    "2022-06-02",
    "2022-09-19",
    "2023-05-08",
    "2014-03-17",
    "2015-04-03",
    "2021-12-28"
  })
  void knowsSubstitutesAndSingleHolidays(LocalDate holiday) {
    assertThat(days.isWorkingDay(holiday)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2012-05-28", "2020-05-04", "2022-05-30", "2016-01-05"})
  void doesNotTakeAMovedHolidayTwice(LocalDate day) {
    assertThat(days.isWorkingDay(day)).isTrue();
  }

  @Test
  void refusesAYearWhoseHolidaysItDoesNotKnow() {
    assertThatThrownBy(() -> days.after(LocalDate.of(2027, 12, 30), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2028-01-01: bank holidays are known from 2012 to 2027; add the year to the list");
  }
}
