package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Decision;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.ReviewQueue;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.rulebook.Verdict;

class ReviewListTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("src/test/resources/rulebooks/domestic-abuse/2026-11.yaml"));
  private final Classifier classifier = new Classifier(rulebook, Overlay.NONE);

  @TempDir Path folder;

  private ClassifiedLine line(long at, String supplier) {
    Particulars particulars = Particulars.of(supplier, "");
    return new ClassifiedLine(
        new LedgerLine(
            new SourceRef("april.csv", "", at),
            LocalDate.of(2026, 4, (int) at),
            new Money(12_345),
            "",
            particulars),
        classifier.classify(particulars));
  }

  private ReviewQueue queue(ClassifiedLine... lines) {
    return ReviewQueue.of("nene-vale", List.of(lines), List.of(), NOON);
  }

  private ReviewList.Decided read(String text, ReviewQueue queue) throws IOException {
    Path file = Files.writeString(folder.resolve("review.csv"), text);
    int[] last = {0};
    return ReviewList.read(file, queue, rulebook, "nene-vale", NOON, () -> "D-" + ++last[0]);
  }

  private static String filled(String list, String answer, String who, String why, String source) {
    return list.replaceAll(",,,,(\\R)", ",%s,%s,%s,%s$1".formatted(answer, who, why, source));
  }

  @Test
  void writesOneRowAGroupAndTakesItsDecisionBackIn() throws IOException {
    ReviewQueue queue = queue(line(2, "Harbour Ltd"), line(3, "HARBOUR"));
    String list = ReviewList.write(queue);
    assertThat(list)
        .isEqualToIgnoringNewLines(
            """
            supplier,reason,place,question,lines,from,to,pounds,state,answer,who,why,source
            Harbour Ltd,P-harbour,,"'Harbour' may be Oundle Harbour, or another of that name, or \
            sell other things: who was paid, and for what?",2,2026-04-02,2026-04-03,246.90,%s,,,,
            """
                .formatted(queue.open().get(0).state()));
    ReviewList.Decided decided =
        read(filled(list, "REFUGE", "A. Officer", "contract seen", "C-1"), queue);
    assertThat(decided.refused()).isEmpty();
    assertThat(decided.decisions())
        .containsExactly(
            new Decision.Settles(
                "D-1",
                "nene-vale",
                new Decision.Scope.OfGroup("HARBOUR", "P-harbour"),
                new Verdict.Of(rulebook.category("REFUGE").orElseThrow()),
                new Decision.Grounds("A. Officer", NOON, "contract seen", "C-1")));
  }

  @Test
  void leavesARowThatIsNotDecidedOpen() throws IOException {
    ReviewQueue queue = queue(line(2, "Harbour"));
    ReviewList.Decided decided = read(ReviewList.write(queue), queue);
    assertThat(decided.decisions()).isEmpty();
    assertThat(decided.refused()).isEmpty();
  }

  @Test
  void takesSharesWithTheirPaperOnly() throws IOException {
    ReviewQueue queue = queue(line(2, "Harbour"));
    String list = ReviewList.write(queue);
    assertThat(
            read(filled(list, "REFUGE 60; OUTREACH 40", "A", "b", "C-1 schedule 2"), queue)
                .decisions())
        .extracting(decision -> decision.verdict().written())
        .containsExactly("REFUGE 60; OUTREACH 40");
    assertThat(read(filled(list, "REFUGE 60; OUTREACH 40", "A", "b", ""), queue).refused())
        .containsExactly(
            "review.csv:2: column source is empty; shares need the paper that has them");
  }

  @Test
  void refusesAStaleRowAndKeepsTheOthers() throws IOException {
    ReviewQueue then = queue(line(2, "Harbour"));
    ReviewQueue now = queue(line(2, "Harbour"), line(4, "Harbour"));
    String list = filled(ReviewList.write(then), "REFUGE", "A", "b", "");
    assertThat(read(list, now).refused())
        .containsExactly(
            "review.csv:2: 'Harbour' has 2 lines now, which are not those of the list; write the"
                + " list anew");
    assertThat(read(list, queue()).refused())
        .containsExactly(
            "review.csv:2: 'Harbour' is not open for 'P-harbour'; write the list anew");
  }

  @Test
  void refusesContradictoryAndUnknownAnswersAndMissingGrounds() throws IOException {
    ReviewQueue queue = queue(line(2, "Harbour"));
    String list = ReviewList.write(queue);
    String one = filled(list, "REFUGE", "A", "b", "");
    String other = filled(list, "OUTREACH", "A", "b", "");
    String both = one + other.substring(other.indexOf('\n') + 1);
    assertThat(read(both, queue).refused())
        .containsExactly(
            "review.csv:2: 'Harbour' is answered twice, and differently; keep one row",
            "review.csv:3: 'Harbour' is answered twice, and differently; keep one row");
    assertThat(read(filled(list, "ISVA", "A", "b", ""), queue).refused())
        .containsExactly(
            "review.csv:2: column answer: 'ISVA' is none of REFUGE, OUTREACH, NOT_BROKEN_DOWN,"
                + " NOT_TOPIC, and no shares like 'REFUGE 60; NOT_BROKEN_DOWN 40'");
    assertThat(read(filled(list, "REFUGE", "", "b", ""), queue).refused())
        .containsExactly(
            "review.csv:2: column who is empty; a decided row has answer, who and why");
  }

  @Test
  void refusesAFileThatLostAColumn() {
    assertThatThrownBy(() -> read("supplier,answer\nHarbour,REFUGE\n", queue(line(2, "Harbour"))))
        .hasMessage(
            "review.csv:1: column reason is missing; keep all columns of the list as it was"
                + " written");
  }

  @Test
  void opensACellThatASpreadsheetWouldTakeForAFormulaByAnApostrophe() {
    ClassifiedLine harmful = line(2, "=HYPERLINK(1); Harbour");
    assertThat(ReviewList.write(queue(harmful))).contains("'=HYPERLINK(1); Harbour,");
  }
}
