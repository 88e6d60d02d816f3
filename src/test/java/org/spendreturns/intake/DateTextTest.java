package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "03/04/2014|2014-04-03",
        "3/4/14|2014-04-03",
        "5/06/12|2012-06-05",
        "01.12.2010|2010-12-01",
        "03-04-2014|2014-04-03",
        "15-Mar-11|2011-03-15",
        "14-Jan-2011|2011-01-14",
        "07/Oct/2013 |2013-10-07",
        "6 Jun 2023|2023-06-06",
        "13 October 2023|2023-10-13",
        "30 Sept 2014|2014-09-30",
        "3rd April 2014|2014-04-03",
        "Thursday, 3 April 2014|2014-04-03",
        "Thu 03/04/2014|2014-04-03",
        "thurs. 3-4-14 10:15|2014-04-03",
        "April 3, 2014|2014-04-03",
        "03Apr2014|2014-04-03",
        "2014-04-03|2014-04-03",
        "2017-04-24 00:00:00|2017-04-24",
        "2017-04-24T23:59:59.5Z|2017-04-25",
        "2014-03-31T23:00:00Z|2014-04-01",
        "2014-03-29T23:00:00Z|2014-03-29",
        "2014-04-01T00:30:00+02:00|2014-03-31",
        "31/03/2014 11:30 PM+0000|2014-04-01",
        "20140401|2014-04-01",
        "01-APR-14 12.00.00.000000 AM|2014-04-01",
        "03/04/2014 13:05|2014-04-03",
        "43193|2018-04-03",
        "45078.041666666664|2023-06-01",
        "\u00a003/04/2014\u200e|2014-04-03",
        "29/02/2012|2012-02-29",
      })
  void readsADateAsLedgersWriteIt(String text, LocalDate date) {
    assertThat(DateText.read(text, DateOrder.DAY_FIRST, false)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:00",
        "31/02/2014",
        "29/02/2013",
        "04/13/2014",
        "VARIOUS",
        "Apr-14",
        "2014",
        "",
        "25/06/2012930",
        "01/04/1014",
        "01/04/2114",
        "12345",
        "99999",
        "1/2",
        "3 Foo 2014",
        "Week 3 April 2014",
        "Wed 03/04/2014",
        "Friday, 3 April 2014",
        "3 Ma 2014",
        "03/04-2014",
        "2014-4",
        "0/4/2014",
        "01042014",
        "20140431",
        "18991231",
        "2014-04-01T25:00:00Z",
        "2014-04-01T12:00:00+99:00"
      })
  void takesNothingElseForADate(String text) {
    assertThat(DateText.read(text, DateOrder.DAY_FIRST, false)).isEmpty();
  }

  @Test
  void readsTheMonthFirstWhereTheFileDoes() {
    assertThat(DateText.read("04/13/2014", DateOrder.MONTH_FIRST, false))
        .contains(LocalDate.of(2014, 4, 13));
    assertThat(DateText.read("2014-04-03", DateOrder.MONTH_FIRST, false))
        .contains(LocalDate.of(2014, 4, 3));
  }

  @Test
  void countsFrom1904WhereTheWorkbookDoes() {
    assertThat(DateText.read("41731", DateOrder.DAY_FIRST, true))
        .contains(LocalDate.of(2018, 4, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Apr-14", "April 2014", "Apr '14", "2014-04", "04/2014", "4.2014", " apr 14 "})
  void knowsAMonthWithoutADay(String text) {
    assertThat(DateText.month(text)).contains(YearMonth.of(2014, 4));
    assertThat(DateText.read(text, DateOrder.DAY_FIRST, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2014", "Foo-14", "Total 2014", "2014-13", "00/2014", "01/04/2014", "04-14"})
  void takesNothingElseForAMonth(String text) {
    assertThat(DateText.month(text)).isEmpty();
  }
}
