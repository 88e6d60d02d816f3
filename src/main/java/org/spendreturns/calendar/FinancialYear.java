package org.spendreturns.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A local authority's financial year: 1 April to 31 March, both inclusive, written {@code 2014-15}.
 *
 * <p>The dates are dates in {@code Europe/London}; a timestamp is turned into such a date before it
 * is given a year.
 *
 * @param startsIn the calendar year of its 1 April: 2014 for 2014-15
 */
public record FinancialYear(int startsIn) implements Comparable<FinancialYear> {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{2})");

  /** Refuses a year outside 1900 to 2199. */
  public FinancialYear {
    if (startsIn < 1900 || startsIn > 2199) {
      throw new IllegalArgumentException(
          "%d is not a year between 1900 and 2199".formatted(startsIn));
    }
  }

  /**
   * Reads {@code 2014-15}.
   *
   * @throws IllegalArgumentException for anything else, {@code 2014-16} and {@code 2014/15}
   *     included
   */
  public static FinancialYear parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (written.matches()) {
      int start = Integer.parseInt(written.group(1));
      if ((start + 1) % 100 == Integer.parseInt(written.group(2))) {
        return new FinancialYear(start);
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a financial year written like 2014-15".formatted(text));
  }

  /**
   * Reads a range of years, {@code 2012-13..2014-15}, or one year.
   *
   * @return the years, first to last, both included
   * @throws IllegalArgumentException if a year is not written so, or the last is before the first
   */
  public static List<FinancialYear> parseRange(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return List.of(parse(text));
    }
    FinancialYear first = parse(text.substring(0, dots));
    FinancialYear last = parse(text.substring(dots + 2));
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "'%s': the last year is before the first; write it like 2012-13..2014-15"
              .formatted(text));
    }
    return IntStream.rangeClosed(first.startsIn, last.startsIn)
        .mapToObj(FinancialYear::new)
        .toList();
  }

  /**
   * The text that {@link #parseRange} reads.
   *
   * @param years ascending, without gaps; at least one
   */
  public static String writeRange(List<FinancialYear> years) {
    FinancialYear first = years.get(0);
    FinancialYear last = years.get(years.size() - 1);
    return first.equals(last) ? first.toString() : first + ".." + last;
  }

  /** The financial year that a date falls in. */
  public static FinancialYear of(LocalDate date) {
    return new FinancialYear(
        date.getMonthValue() >= Month.APRIL.getValue() ? date.getYear() : date.getYear() - 1);
  }

  /** 1 April. */
  public LocalDate firstDay() {
    return LocalDate.of(startsIn, Month.APRIL, 1);
  }

  /** 31 March of the next calendar year. */
  public LocalDate lastDay() {
    return LocalDate.of(startsIn + 1, Month.MARCH, 31);
  }

  /** The year as a period, both days inclusive. */
  public Period period() {
    return new Period(firstDay(), lastDay());
  }

  /** Its twelve months, April first. */
  public List<YearMonth> months() {
    YearMonth april = YearMonth.of(startsIn, Month.APRIL);
    return IntStream.range(0, 12).mapToObj(april::plusMonths).toList();
  }

  @Override
  public int compareTo(FinancialYear other) {
    return Integer.compare(startsIn, other.startsIn);
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-%02d", startsIn, (startsIn + 1) % 100);
  }
}
