package org.spendreturns.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.rulebook.Evaluation.Judged;

class EvaluationTest {

  private static Answer answer(String label) {
    return switch (label) {
      case "NOT_TOPIC" -> new Answer.NotTopic();
      case "FOR_REVIEW" -> new Answer.ForReview("which?");
      default -> new Answer.Of(new Category(label, "", label));
    };
  }

  private static Judged line(long at, String label, String answer, boolean doubtful) {
    return new Judged(
        new SourceRef("lines.csv", "", at),
        label,
        new Classification(answer(answer), List.of()),
        doubtful);
  }

  private final Evaluation evaluation =
      Evaluation.of(
          List.of(
              line(2, "ADVOCACY", "ADVOCACY", false),
              line(3, "ADVOCACY", "FORENSIC", false),
              line(4, "NOT_BROKEN_DOWN", "ADVOCACY", false),
              line(5, "NOT_BROKEN_DOWN", "NOT_BROKEN_DOWN", false),
              line(6, "FORENSIC", "FOR_REVIEW", false),
              line(7, "FORENSIC", "NOT_TOPIC", false),
              line(8, "TOPIC", "FORENSIC", false),
              line(9, "NOT_TOPIC", "ADVOCACY", false),
              line(10, "NOT_TOPIC", "NOT_TOPIC", false),
              line(11, "NOT_TOPIC_OR_REVIEW", "FOR_REVIEW", false),
              line(12, "FORENSIC", "NOT_TOPIC", true)));

  @Test
  void countsAsTheMeasuresAreDefined() {
    assertThat(evaluation.lines()).isEqualTo(10);
    assertThat(evaluation.topicPrecision()).hasValue(5 / 6.0);
    assertThat(evaluation.topicRecall()).hasValue(5 / 7.0);
    assertThat(evaluation.topicRecallWithReview()).hasValue(6 / 7.0);
    assertThat(evaluation.reviewShare()).hasValue(2 / 10.0);
    assertThat(evaluation.categoryExact()).hasValue(2 / 4.0);
    assertThat(evaluation.forcedCategories()).isEqualTo(1);
  }

  @Test
  void listsEveryLineWhoseAnswerIsNotRightAndDoubtfulOnesApart() {
    assertThat(evaluation.misses())
        .extracting(miss -> miss.at().line())
        .containsExactly(3L, 4L, 6L, 7L, 9L);
    assertThat(evaluation.doubtful()).extracting(line -> line.at().line()).containsExactly(12L);
  }

  @Test
  void tellsWhichLabelGotWhichAnswer() {
    assertThat(evaluation.confusion())
        .containsEntry("ADVOCACY", Map.of("ADVOCACY", 1L, "FORENSIC", 1L))
        .containsEntry("NOT_TOPIC", Map.of("ADVOCACY", 1L, "NOT_TOPIC", 1L));
  }

  @Test
  void takesNoShareOfNothing() {
    Evaluation none = Evaluation.of(List.of(line(2, "NOT_TOPIC", "NOT_TOPIC", false)));
    assertThat(none.topicPrecision()).isEmpty();
    assertThat(none.topicRecall()).isEmpty();
    assertThat(none.reviewShare()).hasValue(0);
  }
}
