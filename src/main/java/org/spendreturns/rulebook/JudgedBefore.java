package org.spendreturns.rulebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.Particulars;

/**
 * Answers given to lines, by all that an answer can depend on: a body pays the same organisation
 * for the same thing every month. What is forgotten is judged again. Safe for any number of
 * threads.
 */
final class JudgedBefore {

  private static final int ANSWERS_AT_MOST = 4_096;
  private static final int CHARACTERS_AT_MOST = 1_000; // longer lines are seldom said twice

  private final Map<Told, Classification> answers = new ConcurrentHashMap<>();

  /**
   * What a line tells.
   *
   * @param said the line without the texts that tell nothing
   * @param era within which the same names are in use
   */
  record Told(Particulars said, int era) {
    private int length() {
      int length = 0;
      for (Particulars.Field field : Particulars.Field.values()) {
        length += said.text(field).length();
      }
      return length;
    }
  }

  /** The answer given before, or null. */
  @Nullable Classification to(Told told) {
    return answers.get(told);
  }

  /** Keeps an answer. */
  void keep(Told told, Classification answer) {
    if (told.length() <= CHARACTERS_AT_MOST) {
      if (answers.size() >= ANSWERS_AT_MOST) {
        answers.clear();
      }
      answers.put(told, answer);
    }
  }
}
