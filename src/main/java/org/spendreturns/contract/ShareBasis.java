package org.spendreturns.contract;

import java.util.Optional;
import org.spendreturns.calendar.Period;

/**
 * How a year's share of an agreement was found.
 *
 * @param way by statement, or by which arithmetic
 * @param part how many days or months of the term lie in the year; 0 if the way counts none
 * @param of how many the term has; 0 if the way counts none
 * @param instalment the days of the instalment that was divided; empty if the value was
 */
public record ShareBasis(Way way, long part, long of, Optional<Period> instalment) {

  /** A way to find a share. */
  public enum Way {
    /** The body states the sum of the year. */
    STATED(false),
    /** The whole term lies in the year. */
    WHOLE_TERM(false),
    /** All is counted in the year of the award. */
    YEAR_OF_AWARD(false),
    /** By the days of the term in each year. */
    DAYS(true),
    /** By months, had the term begun with a month and ended with one: by days. */
    DAYS_OF_PART_MONTHS(true),
    /** By the months of the term in each year. */
    MONTHS(true),
    /** What the stated years leave, by the days of the others. */
    DAYS_OF_THE_REST(true);

    private final boolean isArithmetic;

    Way(boolean isArithmetic) {
      this.isArithmetic = isArithmetic;
    }

    /** Whether it divides a sum, which the body did not. */
    public boolean isArithmetic() {
      return isArithmetic;
    }
  }

  /** A way that counts nothing. */
  public static ShareBasis of(Way way) {
    return new ShareBasis(way, 0, 0, Optional.empty());
  }

  /** A way that counts days or months. */
  public static ShareBasis of(Way way, long part, long of) {
    return new ShareBasis(way, part, of, Optional.empty());
  }

  /** The same, of an instalment. */
  ShareBasis due(Period days) {
    return new ShareBasis(way, part, of, Optional.of(days));
  }
}
