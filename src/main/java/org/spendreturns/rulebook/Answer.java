package org.spendreturns.rulebook;

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
