package org.spendreturns.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Decision.Scope;
import org.spendreturns.rulebook.Evidence.Role;

class ReviewQueueTest {

  private static final Category TAR = new Category("TAR", "(i)", "Tar");
  private static final Category SAND = new Category("SAND", "(ii)", "Sand");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static ClassifiedLine line(long at, String supplier, String rule, String pounds) {
    return new ClassifiedLine(
        new LedgerLine(
            new SourceRef("april.csv", "", at),
            LocalDate.of(2026, 4, (int) at),
            Money.parse(pounds),
            "",
            Particulars.of(supplier, "")),
        new Classification(
            new Answer.ForReview("which?"),
            List.of(new Evidence(rule, Field.SUPPLIER, supplier, Role.DECIDED))));
  }

  private static final List<ClassifiedLine> LINES =
      List.of(
          line(2, "Oundle Tar Ltd", "R-1", "100.00"),
          line(3, "OUNDLE TAR", "R-1", "50.00"),
          line(4, "Oundle Tar", "R-2", "70.00"),
          line(5, "Oakham Tar", "R-1", "900.00"));

  private static Decision.Grounds at(Instant when) {
    return new Decision.Grounds("A. Officer", when, "the contract says so", "contract C-1");
  }

  private static Decision.Settles settles(String id, Scope scope, Verdict verdict, Instant when) {
    return new Decision.Settles(id, "nene-vale", scope, verdict, at(when));
  }

  private static Scope oundle() {
    return new Scope.OfGroup("OUNDLE TAR", "R-1");
  }

  private static List<String> verdicts(List<Decision> decisions, Instant asKnownAt) {
    return ReviewQueue.of("nene-vale", LINES, decisions, asKnownAt).lines().stream()
        .map(line -> line.decision().map(each -> each.verdict().written()).orElse("open"))
        .toList();
  }

  @Test
  void groupsBySupplierInAnySpellingAndByReasonTheLargestSumFirst() {
    assertThat(ReviewQueue.of("nene-vale", LINES, List.of(), NOON).open())
        .extracting(
            ReviewQueue.Group::supplier,
            ReviewQueue.Group::reason,
            group -> group.amount().toString())
        .containsExactly(
            tuple("OAKHAM TAR", "R-1", "900.00"),
            tuple("OUNDLE TAR", "R-1", "150.00"),
            tuple("OUNDLE TAR", "R-2", "70.00"));
  }

  @Test
  void oneDecisionSettlesAllLinesOfItsGroupAndNoOther() {
    List<Decision> decisions = List.of(settles("D-1", oundle(), new Verdict.Of(TAR), NOON));
    assertThat(verdicts(decisions, NOON)).containsExactly("TAR", "TAR", "open", "open");
    assertThat(ReviewQueue.of("nene-vale", LINES, decisions, NOON).open())
        .extracting(ReviewQueue.Group::supplier)
        .containsExactly("OAKHAM TAR", "OUNDLE TAR");
  }

  @Test
  void theLaterDecisionHoldsWhateverTheOrderTheyAreGivenIn() {
    List<Decision> decisions =
        List.of(
            settles("D-2", oundle(), new Verdict.NotTopic(), NOON.plusSeconds(60)),
            settles("D-1", oundle(), new Verdict.Of(TAR), NOON));
    assertThat(verdicts(decisions, NOON.plusSeconds(60)))
        .containsExactly("NOT_TOPIC", "NOT_TOPIC", "open", "open");
  }

  @Test
  void aDecisionIsNotKnownBeforeItWasTaken() {
    List<Decision> decisions = List.of(settles("D-1", oundle(), new Verdict.Of(TAR), NOON));
    assertThat(verdicts(decisions, NOON.minusSeconds(1))).containsOnly("open");
  }

  @Test
  void aDecisionOnALineHoldsBeforeALaterOneOnItsGroup() {
    List<Decision> decisions =
        List.of(
            settles(
                "D-1",
                new Scope.OfLine(new SourceRef("april.csv", "", 3)),
                new Verdict.Of(SAND),
                NOON),
            settles("D-2", oundle(), new Verdict.Of(TAR), NOON.plusSeconds(60)));
    assertThat(verdicts(decisions, NOON.plusSeconds(60)))
        .containsExactly("TAR", "SAND", "open", "open");
  }

  @Test
  void aDecisionTakenBackIsAsIfItHadNeverBeenUnlessThatIsTakenBackToo() {
    Decision first = settles("D-1", oundle(), new Verdict.Of(TAR), NOON);
    Decision back = new Decision.Withdraws("D-2", "nene-vale", "D-1", at(NOON.plusSeconds(1)));
    Decision again = new Decision.Withdraws("D-3", "nene-vale", "D-2", at(NOON.plusSeconds(2)));
    List<Decision> all = List.of(first, back, again);
    assertThat(verdicts(all, NOON)).startsWith("TAR");
    assertThat(verdicts(all, NOON.plusSeconds(1))).startsWith("open");
    assertThat(verdicts(all, NOON.plusSeconds(2))).startsWith("TAR");
  }

  @Test
  void leavesDecisionsOfAnotherBodyAside() {
    assertThat(
            ReviewQueue.of(
                    "rutland",
                    LINES,
                    List.of(settles("D-1", oundle(), new Verdict.Of(TAR), NOON)),
                    NOON)
                .lines())
        .extracting(ReviewQueue.Settled::decision)
        .containsOnly(Optional.empty());
  }

  @Test
  void neverSettlesAllWithheldNamesByOne() {
    List<ClassifiedLine> withheld =
        List.of(
            line(2, "REDACTED PERSONAL DATA", "R-1", "10.00"),
            line(3, "REDACTED PERSONAL DATA", "R-1", "10.00"));
    assertThat(ReviewQueue.of("nene-vale", withheld, List.of(), NOON).open())
        .extracting(ReviewQueue.Group::scope)
        .containsExactlyInAnyOrder(
            new Scope.OfLine(new SourceRef("april.csv", "", 2)),
            new Scope.OfLine(new SourceRef("april.csv", "", 3)));
  }

  @Test
  void refusesSharesWithoutAPaperAndDecisionsOfNobody() {
    Map<Category, Long> weights = new LinkedHashMap<>();
    weights.put(TAR, 60L);
    weights.put(SAND, 40L);
    Verdict shares = new Verdict.Apportioned(weights);
    assertThat(shares.written()).isEqualTo("TAR 60; SAND 40");
    assertThatThrownBy(
            () ->
                new Decision.Settles(
                    "D-1",
                    "nene-vale",
                    oundle(),
                    shares,
                    new Decision.Grounds("A. Officer", NOON, "both", "")))
        .hasMessage(
            "decision D-1 apportions, and names no source; give the paper that has the shares");
    assertThatThrownBy(() -> new Verdict.Apportioned(Map.of(TAR, 100L)))
        .hasMessage("shares TAR 100: at least two, each over 0");
    assertThatThrownBy(() -> new Decision.Grounds(" ", NOON, "why", ""))
        .hasMessage("a decision needs a person and a reason");
  }
}
