package org.spendreturns.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days that count for answering a request: not Saturdays, Sundays, Good Friday, Christmas Day,
 * nor a bank holiday in any part of the United Kingdom.
 *
 * @param holidays the bank holidays of all parts, Good Friday and Christmas Day among them
 * @param firstYear the first calendar year whose holidays are complete
 * @param lastYear the last one, included
 * @see "Freedom of Information Act 2000, section 10(1) and (6)"
 */
public record WorkingDays(Set<LocalDate> holidays, int firstYear, int lastYear) {

  /** Working days after the day of receipt within which a request is to be answered. */
  public static final int TO_ANSWER_A_REQUEST = 20;

  /** Keeps its own copy. */
  public WorkingDays {
    holidays = Set.copyOf(holidays);
  }

  /**
   * Whether the day counts.
   *
   * @throws IllegalArgumentException if the year's holidays are not known
   */
  public boolean isWorkingDay(LocalDate day) {
    if (day.getYear() < firstYear || day.getYear() > lastYear) {
      throw new IllegalArgumentException(
          "%s: bank holidays are known from %d to %d; add the year to the list"
              .formatted(day, firstYear, lastYear));
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }

  /**
   * The working day that is so many working days after a day, which does not count itself.
   *
   * @param days at least 1
   * @throws IllegalArgumentException if the holidays of a year on the way are not known
   */
  public LocalDate after(LocalDate day, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("%d working days: at least 1".formatted(days));
    }
    LocalDate found = day;
    for (int counted = 0; counted < days; ) {
      found = found.plusDays(1);
      if (isWorkingDay(found)) {
        counted++;
      }
    }
    return found;
  }
}
