package org.spendreturns.rulebook;

/**
 * One of the kinds of service that a topic's rulebook tells apart.
 *
 * @param id as rules, labels and files write it: {@code ADVOCACY}
 * @param numeral as the request numbers it: {@code (i)}; empty for {@link #NOT_BROKEN_DOWN}
 * @param title as a reader knows it
 */
public record Category(String id, String numeral, String title) {

  /** Of the topic, but not of one single category. */
  public static final Category NOT_BROKEN_DOWN =
      new Category("NOT_BROKEN_DOWN", "", "Not broken down");

  /** Numeral and title, as a table shows them. */
  public String heading() {
    return numeral.isEmpty() ? title : numeral + " " + title;
  }
}
