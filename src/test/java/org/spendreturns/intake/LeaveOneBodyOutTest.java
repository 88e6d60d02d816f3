package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.HeldOut;
import org.spendreturns.rulebook.Measure;
import org.spendreturns.rulebook.Rulebook;

/** What the rulebook is worth on awards of bodies it has never seen. */
class LeaveOneBodyOutTest {

  private static final Path AWARDS = Path.of("..", "shared", "data", "labelled", "awards.csv");

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));

  private Evaluation evaluate(HeldOut.Names names) {
    assumeTrue(Files.exists(AWARDS), "../shared is not here: real awards are not measured");
    return new HeldOut(rulebook, LabelledLines.lines(AWARDS, rulebook)).evaluate(names);
  }

  @Test
  void holdsOnBodiesNeverSeen() {
    Evaluation evaluation = evaluate(HeldOut.Names.LISTED);
    assertThat(evaluation.topicPrecision().orElseThrow()).isGreaterThanOrEqualTo(0.985);
    assertThat(evaluation.topicRecall().orElseThrow()).isGreaterThanOrEqualTo(0.94);
    assertThat(evaluation.topicRecallWithReview().orElseThrow()).isGreaterThanOrEqualTo(0.98);
    assertThat(evaluation.reviewShare().orElseThrow()).isLessThanOrEqualTo(0.06);
    assertThat(evaluation.categoryExact().orElseThrow()).isGreaterThanOrEqualTo(0.96);
    assertThat(evaluation.forcedCategories()).isLessThanOrEqualTo(1);
  }

  @Test
  void theRulebookTellsOfItselfWhatIsMeasuredHere() {
    Evaluation evaluation = evaluate(HeldOut.Names.LISTED);
    assertThat(rulebook.measured())
        .filteredOn(each -> each.what().contains("awards") && each.how().contains("held out"))
        .singleElement()
        .satisfies(
            told ->
                assertThat(Measure.of(evaluation, told.on(), told.what(), told.how()))
                    .isEqualTo(told));
  }

  @Test
  void findsMostOfThemEvenWithoutTheNamesThatPublishedListsGive() {
    Evaluation evaluation = evaluate(HeldOut.Names.NONE);
    assertThat(evaluation.topicPrecision().orElseThrow()).isGreaterThanOrEqualTo(0.985);
    assertThat(evaluation.topicRecall().orElseThrow()).isGreaterThanOrEqualTo(0.94);
    assertThat(evaluation.forcedCategories()).isLessThanOrEqualTo(1);
  }
}
