package org.spendreturns.ledger;

import java.util.Collections;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.ExportLines.Match;
import org.spendreturns.money.Money;

/**
 * How two exports of one body stand to each other.
 *
 * @param numbered lines that stand in both beyond doubt, each counted once: transaction number,
 *     date, amount and supplier are the same
 * @param reworded how many of those do not say the same letter for letter
 * @param unnumbered lines without a transaction number that stand in both letter for letter
 * @param alike lines that agree in date, amount and supplier and in no more
 * @param onlyEarlier lines that only the export received first has
 * @param onlyLater lines that only the other has
 * @param smaller lines of the smaller of the two in the months that both have
 */
public record Overlap(
    Tally numbered,
    long reworded,
    Tally unnumbered,
    Tally alike,
    long onlyEarlier,
    long onlyLater,
    long smaller) {

  /** Nothing in common. */
  public static final Overlap NONE = new Overlap(none(), 0, none(), none(), 0, 0, 0);

  /** Fewer unnumbered lines in common than this share are a coincidence: payments alike. */
  private static final double COINCIDENCE = 0.01;

  /** From this share on, lines that are only alike may be the same payments in other words. */
  private static final double DOUBTFUL = 0.2;

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

  /** Of an export and its copy. */
  public static Overlap ofTheSame(ControlTotals both) {
    Tally all = new Tally(both.accepted(), both.amount());
    return new Overlap(none(), 0, all, none(), 0, 0, both.accepted());
  }

  /** Lines that stand in both. */
  public long same() {
    return numbered.lines() + unnumbered.lines();
  }

  /** Their sum, counted once. */
  public Money sameAmount() {
    return numbered.amount().plus(unnumbered.amount());
  }

  /** What the lines are evidence of; a person's decision goes before it. */
  public Relation relation() {
    if (same() == 0 || isCoincidence()) {
      return Relation.ADDS;
    }
    if (onlyEarlier == 0) {
      return onlyLater == 0 ? Relation.REPEATS : Relation.REPLACES;
    }
    return Relation.OVERLAPS;
  }

  /** Whether the few lines that stand in both are taken for payments that are alike. */
  public boolean isCoincidence() {
    return numbered.lines() == 0
        && unnumbered.lines() > 0
        && unnumbered.lines()
            < COINCIDENCE * (unnumbered.lines() + Math.min(onlyEarlier, onlyLater));
  }

  /**
   * Whether so many of the lines that would both count are alike that they may be the same
   * payments, in another layout or in other words: only a person can say.
   */
  public boolean isDoubtful() {
    boolean doBothCount = relation() == Relation.ADDS || relation() == Relation.OVERLAPS;
    return doBothCount && alike.lines() > 0 && alike.lines() >= DOUBTFUL * (smaller - same());
  }

  /**
   * Whether two exports can have a line in common at all: whether both have lines in some month. It
   * saves reading them when they have not.
   */
  public static boolean isPossible(ControlTotals one, ControlTotals other) {
    return !Collections.disjoint(one.byMonth().keySet(), other.byMonth().keySet());
  }

  private static Tally none() {
    return new Tally(0, Money.ZERO);
  }

  /** Counts lines of two exports that match, part by part. */
  public static final class Counter implements ExportLines.Visitor {

    private Tally numbered = none();
    private Tally unnumbered = none();
    private Tally alike = none();
    private long reworded;

    @Override
    public void match(ComparedLine earlier, ComparedLine later, Match match) {
      Tally one = new Tally(1, later.amount());
      if (match == Match.ALIKE) {
        alike = alike.plus(one);
      } else if (later.isNumbered()) {
        numbered = numbered.plus(one);
        reworded += match == Match.SAME_NUMBER ? 1 : 0;
      } else {
        unnumbered = unnumbered.plus(one);
      }
    }

    /**
     * What was counted.
     *
     * @param earlier all accepted lines of the export received first
     * @param later all accepted lines of the other
     * @param smaller lines of the smaller of the two in the months that both have
     */
    public Overlap of(long earlier, long later, long smaller) {
      long same = numbered.lines() + unnumbered.lines();
      return new Overlap(
          numbered, reworded, unnumbered, alike, earlier - same, later - same, smaller);
    }
  }
}
