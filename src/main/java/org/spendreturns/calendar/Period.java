package org.spendreturns.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A span of days, both inclusive, of dates in {@code Europe/London}.
 *
 * @param start the first day
 * @param end the last day, not before the first
 */
public record Period(LocalDate start, LocalDate end) {

  /** Refuses an end before the start. */
  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("ends %s, before it starts on %s".formatted(end, start));
    }
  }

  /** How many days, the first and the last counted. */
  public long days() {
    return ChronoUnit.DAYS.between(start, end) + 1;
  }

  /** Whether the day lies within, the first and the last day included. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }

  /** The days that both periods have, or empty if none. */
  public Optional<Period> overlap(Period other) {
    LocalDate from = start.isAfter(other.start) ? start : other.start;
    LocalDate to = end.isBefore(other.end) ? end : other.end;
    return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to));
  }

  /** Written {@code 2014-10-01 to 2015-03-31}. */
  @Override
  public String toString() {
    return start + " to " + end;
  }
}
