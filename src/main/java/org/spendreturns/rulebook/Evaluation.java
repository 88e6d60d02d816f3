package org.spendreturns.rulebook;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spendreturns.ledger.SourceRef;

/**
 * How well a rulebook answers lines whose right answer a person has written down.
 *
 * <p>A line is of the topic if its label is not {@link #NOT_TOPIC}, {@link #NOT_TOPIC_OR_REVIEW} or
 * {@link #FOR_REVIEW}. An answer is automatic if it is not {@link #FOR_REVIEW}. Shares are from 0
 * to 1, and empty where there is nothing to take a share of. Doubtful lines are answered and
 * listed, and count nowhere.
 *
 * @param counted the lines that count
 * @param doubtful the lines whose label a careful person could dispute
 */
public record Evaluation(List<Judged> counted, List<Judged> doubtful) {

  /** Label and answer: not of the topic. */
  public static final String NOT_TOPIC = "NOT_TOPIC";

  /** Label: of the topic, whatever its category. */
  public static final String TOPIC = "TOPIC";

  /** Label: not of the topic, or a question for a person; either answer is right. */
  public static final String NOT_TOPIC_OR_REVIEW = "NOT_TOPIC_OR_REVIEW";

  /** Answer, and label of a line that a careful person would ask about. */
  public static final String FOR_REVIEW = "FOR_REVIEW";

  /** Keeps its own copies. */
  public Evaluation {
    counted = List.copyOf(counted);
    doubtful = List.copyOf(doubtful);
  }

  /**
   * A labelled line with its answer.
   *
   * @param at where the line stands
   * @param label the right answer
   * @param classification the rulebook's answer
   * @param isDoubtful whether it counts nowhere
   */
  public record Judged(
      SourceRef at, String label, Classification classification, boolean isDoubtful) {

    /** The answer's word. */
    public String answer() {
      return classification.answer().label();
    }

    /** Whether the label says that it is of the topic. */
    boolean isOfTopic() {
      return !Set.of(NOT_TOPIC, NOT_TOPIC_OR_REVIEW, FOR_REVIEW).contains(label);
    }

    /** Whether the rules themselves say that it is of the topic. */
    boolean isFound() {
      return classification.answer().isOfTopic();
    }

    /** Whether the answer is what the label wants. */
    public boolean isRight() {
      return switch (label) {
        case TOPIC -> isFound();
        case NOT_TOPIC_OR_REVIEW -> !isFound();
        default -> label.equals(answer());
      };
    }
  }

  /** Of all judged lines, in their order. */
  public static Evaluation of(List<Judged> lines) {
    return new Evaluation(
        lines.stream().filter(line -> !line.isDoubtful()).toList(),
        lines.stream().filter(Judged::isDoubtful).toList());
  }

  /** How many lines count. */
  public int lines() {
    return counted.size();
  }

  /** Of the lines found to be of the topic, the share that is. */
  public OptionalDouble topicPrecision() {
    return share(Judged::isFound, Judged::isOfTopic);
  }

  /** Of the lines of the topic, the share found automatically. */
  public OptionalDouble topicRecall() {
    return share(Judged::isOfTopic, Judged::isFound);
  }

  /** Of the lines of the topic, the share found automatically or put up for review. */
  public OptionalDouble topicRecallWithReview() {
    return share(Judged::isOfTopic, line -> line.isFound() || line.answer().equals(FOR_REVIEW));
  }

  /** Of all lines, the share put up for review. */
  public OptionalDouble reviewShare() {
    return share(line -> true, line -> line.answer().equals(FOR_REVIEW));
  }

  /**
   * Of the lines of the topic found automatically, the share in the right category; those whose
   * label names none are left out.
   */
  public OptionalDouble categoryExact() {
    return share(
        line -> line.isOfTopic() && line.isFound() && !line.label().equals(TOPIC), Judged::isRight);
  }

  /** Lines that fit no single category and were put into one all the same. */
  public long forcedCategories() {
    String notBrokenDown = Category.NOT_BROKEN_DOWN.id();
    return counted.stream()
        .filter(line -> line.label().equals(notBrokenDown) && line.isFound())
        .filter(line -> !line.answer().equals(notBrokenDown))
        .count();
  }

  /** The lines whose answer is not right, those for review among them. */
  public List<Judged> misses() {
    return counted.stream().filter(line -> !line.isRight()).toList();
  }

  /** How many lines by label, then by answer; both in alphabetical order. */
  public Map<String, Map<String, Long>> confusion() {
    Map<String, Map<String, Long>> confusion = new TreeMap<>();
    for (Judged line : counted) {
      confusion
          .computeIfAbsent(line.label(), label -> new TreeMap<>())
          .merge(line.answer(), 1L, Long::sum);
    }
    return Collections.unmodifiableMap(confusion);
  }

  private OptionalDouble share(Predicate<Judged> of, Predicate<Judged> those) {
    List<Judged> all = counted.stream().filter(of).toList();
    return all.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) all.stream().filter(those).count() / all.size());
  }
}
