package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
    return new LedgerLine(
        new SourceRef(file, "", at),
        LocalDate.of(2014, 4, 1),
        new Money(100L * says),
        "T" + says,
        Particulars.of("Acme", "Locks"));
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
  void takesOneLineInAHundredForACoincidence() {
    int[] first = IntStream.rangeClosed(1, 200).toArray();
    int[] second = IntStream.rangeClosed(200, 400).toArray();
    assertThat(export("a", first).comparedWith(export("b", second)).relation())
        .isEqualTo(Overlap.Relation.ADDS);
    int[] third = IntStream.rangeClosed(190, 400).toArray();
    assertThat(export("a", first).comparedWith(export("b", third)).relation())
        .isEqualTo(Overlap.Relation.OVERLAPS);
  }

  @Test
  void countsIdenticalLinesAsOftenAsBothHaveThem() {
    assertThat(export("a", 1, 2, 2, 2).comparedWith(export("b", 2, 2, 3)))
        .isEqualTo(new Overlap(2, Money.parse("4.00"), 2, 1));
  }

  @Test
  void givesEachEarlierLineToOneLaterLine() {
    ExportLines earlier = export("a", 1, 2, 2);
    assertThat(earlier.claim(LineContent.of(line("b", 9, 2)))).contains(new SourceRef("a", "", 3));
    assertThat(earlier.claim(LineContent.of(line("b", 10, 2)))).contains(new SourceRef("a", "", 4));
    assertThat(earlier.claim(LineContent.of(line("b", 11, 2)))).isEmpty();
    assertThat(earlier.claim(LineContent.of(line("b", 12, 3)))).isEmpty();
  }

  @Test
  void keepsIdenticalLinesOfOneExportAndNamesTheirPlaces() {
    ExportLines lines = export("a", 2, 1, 2, 1, 3);
    assertThat(lines.lines()).isEqualTo(5);
    assertThat(lines.repeated())
        .extracting(group -> group.stream().map(SourceRef::line).toList().toString())
        .containsExactly("[2, 4]", "[3, 5]");
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
