package org.spendreturns.ledger;

import java.util.Collections;
import org.spendreturns.money.Money;

/**
 * How two exports of one body stand to each other.
 *
 * @param same lines that stand in both
 * @param sameAmount their sum, counted once
 * @param onlyEarlier lines that only the export received first has
 * @param onlyLater lines that only the other has
 */
public record Overlap(long same, Money sameAmount, long onlyEarlier, long onlyLater) {

  /** Fewer lines in common than this share are a coincidence: payments that are alike. */
  private static final double COINCIDENCE = 0.01;

  /** What the lines are evidence of. */
  public enum Relation {
    /** Nothing in common but coincidences: both count, as one export a month does. */
    ADDS,
    /** The same lines: the later one says nothing new. */
    REPEATS,
    /** The same lines and more, as a year to date has: the later one stands for both. */
    REPLACES,
    /**
     * Part in common: lines that stand in both are counted once. A corrected export also looks like
     * this; that it replaces the earlier one only the body can say.
     */
    OVERLAPS
  }

  /** What the lines are evidence of; a person's decision goes before it. */
  public Relation relation() {
    if (same == 0 || isCoincidence()) {
      return Relation.ADDS;
    }
    if (onlyEarlier == 0) {
      return onlyLater == 0 ? Relation.REPEATS : Relation.REPLACES;
    }
    return Relation.OVERLAPS;
  }

  private boolean isCoincidence() {
    return same < COINCIDENCE * (same + Math.min(onlyEarlier, onlyLater));
  }

  /**
   * Whether two exports can have a line in common at all: whether both have lines in some month. It
   * saves reading them when they have not.
   */
  public static boolean isPossible(ControlTotals one, ControlTotals other) {
    return !Collections.disjoint(one.byMonth().keySet(), other.byMonth().keySet());
  }
}
