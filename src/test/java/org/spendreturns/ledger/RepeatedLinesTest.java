package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.RepeatedLines.SheetAgain;
import org.spendreturns.money.Money;

class RepeatedLinesTest {

  private final RepeatedLines repeated = new RepeatedLines();
  private final ComparedLine.Maker maker = new ComparedLine.Maker();
  private final Map<String, Long> linesOf = new LinkedHashMap<>();

  private void add(String sheet, long at, int day, String pounds, String supplier, String what) {
    repeated.add(
        maker.of(
            new LedgerLine(
                new SourceRef("pay.xlsx", sheet, at),
                LocalDate.of(2014, 4, day),
                Money.parse(pounds),
                "",
                Particulars.of(supplier, what))));
    linesOf.merge(sheet, 1L, Long::sum);
  }

  @Test
  void countsIdenticalLinesOverAllPartsAndNamesTheFirst() {
    add("", 9, 1, "5.00", "Acme", "Locks");
    add("", 12, 1, "5.00", "Acme", "Locks");
    repeated.endPart();
    add("", 4, 1, "7.00", "Acme", "Locks");
    add("", 5, 1, "7.00", "Acme", "Keys");
    add("", 6, 1, "7.00", "Acme", "Locks");
    add("", 7, 1, "7.00", "Acme", "Locks");
    repeated.endPart();

    assertThat(repeated.groups()).isEqualTo(2);
    assertThat(repeated.lines()).isEqualTo(5);
    assertThat(repeated.first()).contains(new SourceRef("pay.xlsx", "", 4));
    assertThat(repeated.sheetsAgain(linesOf)).as("a text has one sheet").isEmpty();
  }

  @Test
  void findsNothingWhereEveryLineSaysSomethingElse() {
    add("", 2, 1, "5.00", "Acme", "Locks");
    add("", 3, 2, "5.00", "Acme", "Locks");
    repeated.endPart();
    assertThat(repeated.groups()).isZero();
    assertThat(repeated.first()).isEmpty();
  }

  @Test
  void findsTheSheetOfWhichMostStandsOnAnother() {
    add("Raw", 2, 1, "5.00", "ACME LTD", "locks");
    add("Raw", 3, 2, "6.00", "Bolt", "Keys");
    add("Raw", 4, 3, "1.00", "Only here", "Keys");
    add("Published", 2, 1, "5.00", "Acme", "Locks");
    add("Published", 3, 2, "6.00", "Bolt", "Keys");
    add("Published", 4, 2, "6.00", "Bolt", "Keys");
    add("Published", 5, 9, "8.00", "Bolt", "Keys");
    repeated.endPart();

    assertThat(repeated.sheetsAgain(linesOf))
        .as("of two lines there and one here, one stands on both")
        .containsExactly(
            new SheetAgain("Raw", 3, "Published", new Tally(2, Money.parse("11.00")), 1));
  }

  @Test
  void findsEachMonthOnTheSheetOfTheYearAndTheLaterOfTwoAlike() {
    for (String sheet : new String[] {"Apr", "Year"}) {
      add(sheet, 2, 1, "5.00", "Acme", "Locks");
      add(sheet, 3, 2, "5.00", "Acme", "Locks");
    }
    for (String sheet : new String[] {"May", "Year", "Copy of May"}) {
      add(sheet, 4, 3, "5.00", "Acme", "Locks");
      add(sheet, 5, 4, "5.00", "Acme", "Locks");
    }
    repeated.endPart();

    assertThat(repeated.sheetsAgain(linesOf))
        .extracting(again -> again.sheet() + " in " + again.other())
        .containsExactly("Apr in Year", "May in Year", "Copy of May in Year");
  }

  @Test
  void leavesSheetsAloneThatPayTheSameSuppliersOnOtherDaysOrHaveHalfInCommon() {
    add("Apr", 2, 1, "500.00", "Acme", "Rent");
    add("Apr", 3, 2, "80.00", "Bolt", "Rent");
    add("Apr", 4, 3, "70.00", "Bolt", "Rent");
    add("Apr", 5, 3, "60.00", "Bolt", "Rent");
    add("May", 2, 11, "500.00", "Acme", "Rent");
    add("May", 3, 12, "80.00", "Bolt", "Rent");
    add("May", 4, 3, "70.00", "Bolt", "Rent");
    add("May", 5, 3, "60.00", "Bolt", "Rent");
    add("One", 2, 1, "500.00", "Acme", "Rent");
    repeated.endPart();

    assertThat(repeated.sheetsAgain(linesOf)).isEmpty();
  }
}
