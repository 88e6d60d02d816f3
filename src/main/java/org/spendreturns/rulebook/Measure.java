package org.spendreturns.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * How well an edition answered lines whose right answer a person had written down: what a reader of
 * a return is told of the rules behind it.
 *
 * <p>Shares are text of three decimals, {@code 0.991}, or {@code none} where there was nothing to
 * take a share of; never rounded up to {@code 1.000}.
 *
 * @param on the day it was measured
 * @param what the lines: how many bodies, of which kind
 * @param how whether the rules knew the lines
 * @param lines how many counted
 * @param precision of the lines found to be of the topic, those that are
 * @param recall of the lines of the topic, those found automatically
 * @param withReview of the lines of the topic, those found or put up for review
 * @param forReview of all lines, those put up for review
 * @param rightCategory of the lines of the topic found automatically, those in the right category
 * @see Evaluation
 */
public record Measure(
    LocalDate on,
    String what,
    String how,
    int lines,
    String precision,
    String recall,
    String withReview,
    String forReview,
    String rightCategory) {

  /** Of an evaluation. */
  public static Measure of(Evaluation evaluation, LocalDate on, String what, String how) {
    return new Measure(
        on,
        what,
        how,
        evaluation.lines(),
        share(evaluation.topicPrecision()),
        share(evaluation.topicRecall()),
        share(evaluation.topicRecallWithReview()),
        share(evaluation.reviewShare()),
        share(evaluation.categoryExact()));
  }

  /** Whether it is of the same lines, held at the same distance, as another. */
  public boolean isOfTheSame(Measure other) {
    return what.equals(other.what) && how.equals(other.how);
  }

  /** Three decimals, cut and not rounded: 0.9996 is not 1. */
  private static String share(OptionalDouble share) {
    return share.isPresent()
        ? BigDecimal.valueOf(share.getAsDouble()).setScale(3, RoundingMode.FLOOR).toPlainString()
        : "none";
  }
}
