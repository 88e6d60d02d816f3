package org.spendreturns.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.money.Money;

/**
 * The dates of an agreement, in {@code Europe/London}.
 *
 * @param awarded when it was decided
 * @param start first day
 * @param end last day of the firm term, not before the first
 * @param review when it is to be reviewed
 * @param options periods that the body may add to the firm term; they are in no sum
 */
public record Term(
    Optional<LocalDate> awarded,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    Optional<LocalDate> review,
    List<Option> options) {

  /** Refuses an end before the start; keeps its own copy. */
  public Term {
    options = List.copyOf(options);
    if (start.isPresent() && end.isPresent()) {
      new Period(start.get(), end.get());
    }
  }

  /**
   * A period that may be added.
   *
   * @param period its first and last day
   * @param amount what it would cost; empty if not stated
   */
  public record Option(Period period, Optional<Money> amount) {}

  /** A term of which only the firm days are on file. */
  public static Term of(LocalDate start, LocalDate end) {
    return new Term(
        Optional.empty(), Optional.of(start), Optional.of(end), Optional.empty(), List.of());
  }

  /** First to last day; empty unless both are on file. */
  public Optional<Period> firm() {
    return start.flatMap(first -> end.map(last -> new Period(first, last)));
  }

  /** Whether no date on file keeps the agreement out of the year. */
  public boolean mayTouch(FinancialYear year) {
    boolean startsAfter = start.or(() -> awarded).filter(year.lastDay()::isBefore).isPresent();
    boolean endsBefore = end.filter(year.firstDay()::isAfter).isPresent();
    return !startsAfter && !endsBefore;
  }

  /** Whether the day is on or after the start, which must be on file, and not after the end. */
  public boolean covers(LocalDate day) {
    return start.filter(first -> !day.isBefore(first)).isPresent()
        && end.filter(day::isAfter).isEmpty();
  }
}
