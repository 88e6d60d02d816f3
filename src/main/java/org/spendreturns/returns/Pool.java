package org.spendreturns.returns;

import java.util.List;

/**
 * A pooled budget or fund that serves the topic among other things, and is in no total.
 *
 * @param name the fund's name
 * @param reference its row in the register; empty if it has none
 * @param serves what it pays for, in the body's words
 * @param byYear what is on file for each financial year of the return
 * @param note why it is not in the totals
 */
public record Pool(String name, String reference, String serves, List<Figure> byYear, String note) {

  /** Keeps its own copy. */
  public Pool {
    byYear = List.copyOf(byYear);
  }
}
