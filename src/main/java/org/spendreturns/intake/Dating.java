package org.spendreturns.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How a file's dates are read.
 *
 * @param order of day and month, where a date does not show it itself
 * @param isSettled whether a person said so, or the dates looked at did; if not, none of them
 *     needed an order, and one that does is evidence when it comes
 * @param received the day the file was received; no line of it can be dated more than a month
 *     later. Empty if nobody says
 * @param month what the body says of lines without a day of their own
 */
record Dating(
    DateOrder order, boolean isSettled, Optional<LocalDate> received, Optional<SaidMonth> month) {

  private static final int MONTHS_AHEAD = 1; // a ledger may hold what is due at the month's end

  /** The day that a cell gives, or empty if it is none, or lies after the file was received. */
  Optional<LocalDate> day(String cell, boolean from1904) {
    return DateText.read(cell, order, from1904).filter(this::isPossible);
  }

  /** Whether a cell gives a day, and one after the file was received. */
  boolean isLate(String cell, boolean from1904) {
    return received.isPresent()
        && DateText.read(cell, order, from1904).filter(day -> !isPossible(day)).isPresent();
  }

  private boolean isPossible(LocalDate day) {
    return received.isEmpty() || !day.isAfter(received.get().plusMonths(MONTHS_AHEAD));
  }

  /** The last day of the month that a line without a day is of, if the body's file says it. */
  Optional<LocalDate> lastOfMonth(String cell) {
    return month.flatMap(said -> said.of(cell)).map(YearMonth::atEndOfMonth);
  }

  /** Why a cell that holds something gives no day, to stand after what was found. */
  String whyNot(String cell, boolean from1904) {
    String written = order == DateOrder.DAY_FIRST ? "31/03/2014" : "03/31/2014";
    Optional<LocalDate> late = DateText.read(cell, order, from1904);
    if (late.isPresent()) {
      return "is %s, more than a month after the export was received, on %s; correct the date"
          .formatted(late.get(), received.orElseThrow());
    }
    boolean isTime = DateText.isTimeAlone(cell);
    if (!isTime && DateText.month(cell).isEmpty()) {
      return "is not a date from 1990 to 2099 written like " + written;
    }
    Optional<YearMonth> other = month.flatMap(SaidMonth::ofAll);
    return other.isPresent()
        ? "is a month without a day, and not %s, which the body's file says; correct one of the two"
            .formatted(other.get())
        : "is a %s without a day, where a date written like %s is expected; %s"
            .formatted(isTime ? "time" : "month", written, SaidMonth.remedy(isTime));
  }
}
