package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.Outcome.Furniture;
import org.spendreturns.money.Money;

class ControlTotalsTest {

  private static final Particulars ACME = Particulars.of("Acme Ltd", "Tyres");

  @Test
  void countsEveryRecordOnceAndTheMoneyOfAcceptedLinesOnly() {
    ControlTotals totals =
        account(
            new Furniture(at(1), Furniture.Kind.PREAMBLE),
            new Furniture(at(2), Furniture.Kind.HEADER),
            new Outcome.Accepted(line(3, "2014-03-31", 100)),
            new Outcome.Accepted(line(4, "2014-04-01", -30)),
            new Outcome.Duplicate(line(5, "2014-04-01", 700), at(4)),
            new Outcome.Rejected(at(6), RejectReason.BAD_DATE, "a.csv:6: …", ACME),
            new Outcome.Blank(at(7)),
            new Furniture(at(8), Furniture.Kind.TOTAL));

    assertThat(totals.lines()).isEqualTo(5);
    assertThat(totals.records()).isEqualTo(8);
    assertThat(totals.rejectedBy()).isEqualTo(Map.of(RejectReason.BAD_DATE, 1L));
    assertThat(totals.amount()).isEqualTo(new Money(70));
    assertThat(totals.byYear())
        .isEqualTo(
            Map.of(
                FinancialYear.parse("2013-14"), new Tally(1, new Money(100)),
                FinancialYear.parse("2014-15"), new Tally(1, new Money(-30))));
  }

  @Test
  void isTheSameInPartsAsInOne() {
    Outcome first = new Outcome.Accepted(line(3, "2014-04-01", 100));
    Outcome second = new Outcome.Accepted(line(4, "2014-04-30", 11));
    Outcome third = new Outcome.Rejected(at(6), RejectReason.NO_DATE, "a.csv:6: …", ACME);

    assertThat(account(first).plus(account(second, third)))
        .isEqualTo(account(first, second, third));
    assertThat(account(first, second).byMonth())
        .isEqualTo(Map.of(YearMonth.of(2014, 4), new Tally(2, new Money(111))));
    assertThat(ControlTotals.NONE.plus(account(third))).isEqualTo(account(third));
  }

  private static ControlTotals account(Outcome... outcomes) {
    ControlTotals.Builder account = new ControlTotals.Builder();
    List.of(outcomes).forEach(account::add);
    return account.build();
  }

  private static LedgerLine line(long number, String date, long pence) {
    return new LedgerLine(at(number), LocalDate.parse(date), new Money(pence), "", ACME);
  }

  private static SourceRef at(long line) {
    return new SourceRef("a.csv", "", line);
  }
}
