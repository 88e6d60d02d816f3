package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.money.Money;

class OverlapTest {

  /** Lines that say 1, 2, 2 …, each a pound more, in a file of the given name. */
  private static ExportLines export(String file, int... says) {
    ExportLines lines = new ExportLines();
    for (int i = 0; i < says.length; i++) {
      lines.add(line(file, i + 2, says[i]));
    }
    return lines;
  }

  private static LedgerLine line(String file, long at, int says) {
    return line(file, at, says, "T" + says, Particulars.of("Acme", "Locks"));
  }

  private static LedgerLine line(
      String file, long at, int says, String transaction, Particulars particulars) {
    return new LedgerLine(
        new SourceRef(file, "", at),
        LocalDate.of(2014, 4, 1),
        new Money(100L * says),
        transaction,
        particulars);
  }

  @Test
  void tellsAnExportThatReplacesFromOneThatAdds() {
    assertThat(export("a", 1, 2).comparedWith(export("b", 1, 2, 3)).relation())
        .isEqualTo(Overlap.Relation.REPLACES);
    assertThat(export("a", 1, 2).comparedWith(export("b", 3, 4)).relation())
        .isEqualTo(Overlap.Relation.ADDS);
    assertThat(export("a", 1, 2).comparedWith(export("b", 2, 1)).relation())
        .isEqualTo(Overlap.Relation.REPEATS);
    assertThat(export("a", 1, 2, 3).comparedWith(export("b", 2, 3, 4)).relation())
        .isEqualTo(Overlap.Relation.OVERLAPS);
    assertThat(export("a", 1, 2, 3).comparedWith(export("b", 2, 3)).relation())
        .as("a corrected export with fewer lines")
        .isEqualTo(Overlap.Relation.OVERLAPS);
    assertThat(export("a").comparedWith(export("b", 1)).relation())
        .isEqualTo(Overlap.Relation.ADDS);
  }

  @Test
  void countsNumberedLinesOnceHoweverFewTheyAre() {
    int[] first = IntStream.rangeClosed(1, 200).toArray();
    int[] second = IntStream.rangeClosed(200, 400).toArray();
    Overlap overlap = export("a", first).comparedWith(export("b", second));
    assertThat(overlap.relation()).isEqualTo(Overlap.Relation.OVERLAPS);
    assertThat(overlap.numbered()).isEqualTo(new Tally(1, Money.parse("200.00")));
  }

  @Test
  void takesOneLineInAHundredWithoutANumberForACoincidence() {
    Overlap one = unnumbered("a", 1, 200).comparedWith(unnumbered("b", 200, 400));
    assertThat(one.relation()).isEqualTo(Overlap.Relation.ADDS);
    assertThat(one.isCoincidence()).isTrue();
    assertThat(one.unnumbered()).isEqualTo(new Tally(1, Money.parse("200.00")));
    Overlap eleven = unnumbered("a", 1, 200).comparedWith(unnumbered("b", 190, 400));
    assertThat(eleven.relation()).isEqualTo(Overlap.Relation.OVERLAPS);
    assertThat(eleven.isCoincidence()).isFalse();
  }

  private static ExportLines unnumbered(String file, int first, int last) {
    ExportLines lines = new ExportLines();
    for (int says = first; says <= last; says++) {
      lines.add(line(file, says, says, "BACS", Particulars.of("Acme", "Locks")));
    }
    return lines;
  }

  @Test
  void knowsAPaymentInOtherWordsByItsNumber() {
    ExportLines earlier = export("a", 1, 2, 3);
    ExportLines later = new ExportLines();
    later.add(line("b", 2, 1, "t1", Particulars.of("ACME LTD", "Locks for 3 doors")));
    later.add(line("b", 3, 2, "T2", Particulars.of("Acme", "Locks")));
    later.add(line("b", 4, 3, "T9", Particulars.of("Acme", "Locks")));
    later.add(line("b", 5, 4, "T4", Particulars.of("Bolt", "Locks")));

    assertThat(earlier.comparedWith(later))
        .isEqualTo(
            new Overlap(
                new Tally(2, Money.parse("3.00")),
                1,
                new Tally(0, Money.ZERO),
                new Tally(1, Money.parse("3.00")),
                1,
                2,
                3));
  }

  @Test
  void asksWhereAFifthOfWhatIsLeftIsOnlyAlike() {
    ExportLines april = unnumbered("a", 1, 10);
    ExportLines inCapitals = new ExportLines();
    for (int says = 1; says <= 2; says++) {
      inCapitals.add(line("b", says, says, "", Particulars.of("ACME", "LOCKS")));
    }
    for (int says = 11; says <= 18; says++) {
      inCapitals.add(line("b", says, says, "", Particulars.of("ACME", "LOCKS")));
    }
    Overlap overlap = april.comparedWith(inCapitals);
    assertThat(overlap.relation()).isEqualTo(Overlap.Relation.ADDS);
    assertThat(overlap.alike()).isEqualTo(new Tally(2, Money.parse("3.00")));
    assertThat(overlap.isDoubtful()).isTrue();
    inCapitals.add(line("b", 19, 19, "", Particulars.of("ACME", "LOCKS")));
    assertThat(unnumbered("a", 1, 11).comparedWith(inCapitals).isDoubtful())
        .as("2 of 11 and then 3 of 11: 11 itself is alike too")
        .isTrue();
    assertThat(unnumbered("a", 2, 10).comparedWith(inCapitals).isDoubtful()).as("1 of 9").isFalse();
  }

  @Test
  void takesNamesThatWereWithheldForOne() {
    ExportLines earlier = new ExportLines();
    earlier.add(line("a", 2, 1, "T1", Particulars.of("REDACTED PERSONAL DATA", "Care")));
    ExportLines later = new ExportLines();
    later.add(line("b", 2, 1, "T1", Particulars.of("[Redacted]", "Care")));
    assertThat(earlier.comparedWith(later).relation()).isEqualTo(Overlap.Relation.REPEATS);
  }

  @Test
  void countsIdenticalLinesAsOftenAsBothHaveThem() {
    Overlap overlap = export("a", 1, 2, 2, 2).comparedWith(export("b", 2, 2, 3));
    assertThat(overlap.same()).isEqualTo(2);
    assertThat(overlap.sameAmount()).isEqualTo(Money.parse("4.00"));
    assertThat(overlap.onlyEarlier()).isEqualTo(2);
    assertThat(overlap.onlyLater()).isEqualTo(1);
  }

  @Test
  void givesEachEarlierLineToOneLaterLineAndIdenticalOnesFirst() {
    ExportLines earlier = export("a", 1, 2, 2);
    ExportLines later = new ExportLines();
    later.add(line("b", 9, 2, "T2", Particulars.of("ACME", "Locks")));
    later.add(line("b", 10, 2));
    later.add(line("b", 11, 2));
    List<String> found = new ArrayList<>();
    earlier.matches(
        later, (first, line, match) -> found.add(first.at() + " " + line.at() + " " + match));
    assertThat(found).containsExactly("a:3 b:10 IDENTICAL", "a:4 b:11 IDENTICAL");
  }

  @Test
  void looksAtEveryPartOfALine() {
    LedgerLine line = line("a", 2, 1);
    LineContent content = LineContent.of(line);
    assertThat(LineContent.of(line("b", 7, 1))).as("the place is no part").isEqualTo(content);
    assertThat(
            LineContent.of(
                new LedgerLine(
                    line.at(), line.date(), line.amount(), "T", Particulars.of("1Acme", "Locks"))))
        .isNotEqualTo(content);
    assertThat(
            LineContent.of(
                new LedgerLine(
                    line.at(),
                    line.date().plusDays(1),
                    line.amount(),
                    line.transaction(),
                    line.particulars())))
        .isNotEqualTo(content);
  }

  @Test
  void seesFromTheMonthsWhetherExportsCanOverlap() {
    ControlTotals.Builder april = new ControlTotals.Builder();
    april.add(new Outcome.Accepted(line("a", 2, 1)));
    assertThat(Overlap.isPossible(april.build(), april.build())).isTrue();
    assertThat(Overlap.isPossible(april.build(), ControlTotals.NONE)).isFalse();
  }
}
