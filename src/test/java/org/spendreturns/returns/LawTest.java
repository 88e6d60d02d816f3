package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.calendar.FinancialYear;

/** Which duties bound a body when, and by when a request had to be answered. */
class LawTest {

  @TempDir Path folder;

  @Test
  void dividesTheYearsOfACommissionerWhereTheOrderWasAmended() {
    assertThat(inForce("kind: pcc\n", "2011-12..2013-14"))
        .containsExactly(
            "foi-2000 2011-04-01 to 2014-03-31",
            "pcc-order-2011 2012-01-16 to 2012-11-21",
            "pcc-order-2012 2012-11-22 to 2013-08-11",
            "pcc-order-2013 2013-08-12 to 2014-03-31");
    assertThat(inForce("kind: pfcc\n", "2020-21..2021-22"))
        .containsExactly(
            "foi-2000 2020-04-01 to 2022-03-31",
            "pcc-order-2013 2020-04-01 to 2021-05-30",
            "pcc-order-2021 2021-05-31 to 2022-03-31");
  }

  @Test
  void bindsACouncilByItsCodeAndNotByTheOrderOfCommissioners() {
    assertThat(inForce("kind: council\n", "2014-15..2015-16"))
        .containsExactly(
            "foi-2000 2014-04-01 to 2016-03-31", "transparency-code-2015 2015-04-01 to 2016-03-31");
  }

  @Test
  void bindsABodyInItsOwnTimeOnly() {
    assertThat(inForce("kind: pcc\nfrom: 2012-11-22\nuntil: 2013-06-30\n", "2011-12..2014-15"))
        .containsExactly(
            "foi-2000 2012-11-22 to 2013-06-30", "pcc-order-2012 2012-11-22 to 2013-06-30");
    assertThat(inForce("kind: pcc\nfrom: 2012-11-22\n", "2010-11..2011-12")).isEmpty();
  }

  @Test
  void givesTheTwentiethWorkingDayAfterTheReceipt() {
    assertThat(asked(Optional.of(LocalDate.of(2015, 7, 3))))
        .isEqualTo(
            new Return.Asked(
                "R-1",
                Optional.of(LocalDate.of(2015, 7, 3)),
                Optional.of(LocalDate.of(2015, 8, 4)),
                "")); // 13 July is a bank holiday in Northern Ireland, 3 August in Scotland
  }

  @Test
  void saysWhyThereIsNoLastDay() {
    assertThat(asked(Optional.empty()).whyNoDue()).isEqualTo("the day of receipt is not on file");
    Return.Asked farOff = asked(Optional.of(LocalDate.of(2027, 12, 20)));
    assertThat(farOff.due()).isEmpty();
    assertThat(farOff.whyNoDue())
        .isEqualTo(
            "2028-01-01: bank holidays are known from 2012 to 2027; add the year to the list");
  }

  private Return.Asked asked(Optional<LocalDate> received) {
    Request request =
        new Request(
            "R-1", "b", "sv", "Services", received, FinancialYear.parseRange("2014-15"), List.of());
    return new Desk(folder).withRequest(request).make("2014-15").heading().requests().get(0);
  }

  private List<String> inForce(String lines, String years) {
    return new Desk(folder)
        .withBody("id: b\nname: The Body\n" + lines).make(years).regimes().stream()
            .map(each -> each.regime().id() + " " + each.days())
            .toList();
  }
}
