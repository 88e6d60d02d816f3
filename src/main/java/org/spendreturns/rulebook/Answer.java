package org.spendreturns.rulebook;

import static java.util.stream.Collectors.joining;

import java.util.Collection;

/**
 * The answer to "is this of the topic, and of which category?".
 *
 * <p>{@link #label()} is the word that files, labelled lines and the command line use.
 */
public sealed interface Answer {

  /**
   * {@code ADVOCACY} … as the rulebook names its categories, {@code NOT_TOPIC}, {@code FOR_REVIEW}.
   */
  String label();

  /**
   * The answer that a label stands for; one for review comes without its question.
   *
   * @param categories the rulebook's own
   * @throws IllegalArgumentException if no such label is known
   */
  static Answer ofLabel(String label, Collection<Category> categories) {
    return switch (label) {
      case "NOT_TOPIC" -> new NotTopic();
      case "FOR_REVIEW" -> new ForReview("");
      case "NOT_BROKEN_DOWN" -> new Of(Category.NOT_BROKEN_DOWN);
      default ->
          categories.stream()
              .filter(category -> category.id().equals(label))
              .findFirst()
              .map(Of::new)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'%s' is not a label; known are NOT_TOPIC, FOR_REVIEW, NOT_BROKEN_DOWN, %s"
                              .formatted(
                                  label,
                                  categories.stream().map(Category::id).collect(joining(", ")))));
    };
  }

  /** Whether the rules themselves found it to be of the topic. */
  default boolean isOfTopic() {
    return this instanceof Of;
  }

  /** Of the topic: one category, or {@link Category#NOT_BROKEN_DOWN}. */
  record Of(Category category) implements Answer {
    @Override
    public String label() {
      return category.id();
    }
  }

  /** Not of the topic. */
  record NotTopic() implements Answer {
    @Override
    public String label() {
      return "NOT_TOPIC";
    }
  }

  /** What the rules cannot settle: a person must. */
  record ForReview(String question) implements Answer {
    @Override
    public String label() {
      return "FOR_REVIEW";
    }
  }
}
