package org.spendreturns.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.calendar.FinancialYear;

/**
 * Decides for a whole file whether its dates are day/month or month/day.
 *
 * <p>A number over 12 cannot be a month: dates with one are evidence, and nearly all of them must
 * agree. Without any, the file is read day first, because that is how the United Kingdom writes,
 * the Local Government Transparency Code 2015 and HM Treasury's guidance ask for dd/mm/yyyy, and
 * none of the published ledgers that were looked at is wholly month first.
 *
 * <p>The other dates can speak against the order. A spreadsheet program set to the United States
 * turns the dates of a day-first file that have a number over 12 and leaves the rest, or the other
 * way about; then the rest lie in the months of the evidence only if read the other way. And a file
 * without evidence may have five or more different dates that lie in one month read month first,
 * and scattered over as many months read day first. In both cases the file is set aside if it
 * matters, which it does as soon as one date would change its financial year: a person must say, in
 * the body's file.
 *
 * <p>Such a program may also have made real dates of those that it could read month first, all of
 * days to the 12th, and left the days from the 13th on as texts. Real dates that lie in the months
 * of the texts only with day and month exchanged are asked about, too.
 */
final class DateEvidence {

  /** So many dates seen, and so many that fit one order only, settle the matter. */
  private static final int SEEN_ENOUGH = 1_000;

  /** So many dates seen that are one in one order only, such as 2014-04-03, settle it too. */
  private static final int SEEN_ENOUGH_WITHOUT_DOUBT = 10_000;

  private static final int EVIDENCE_ENOUGH = 20;
  private static final double NEARLY_ALL = 0.95;
  private static final int OPEN_AT_LEAST = 3; // a late invoice or two may look turned
  private static final int OPEN_AT_LEAST_IF_MONTH_FIRST = 2; // which is odd here anyway
  private static final int SCATTERED_AT_LEAST = 5;
  private static final int DISTINCT_KEPT = 2_000; // a year has 132 that are open

  private long seen;
  private long undecided;
  private long dayFirstOnly;
  private long monthFirstOnly;
  private final Set<YearMonth> monthsOfEvidence = new HashSet<>();
  private final Set<Open> open = new HashSet<>();
  private final Set<Open> real = new HashSet<>();
  private boolean realAfterThe12th;
  private String lastCell = "";
  private Optional<int[]> lastNumbers = Optional.empty();

  /** A date that is one in either order, and not the same. */
  private record Open(LocalDate dayFirst, LocalDate monthFirst) {
    boolean matters() {
      return !FinancialYear.of(dayFirst).equals(FinancialYear.of(monthFirst));
    }
  }

  /** Looks at one date of the file. */
  void see(String cell, boolean from1904) {
    seen++;
    if (!cell.equals(lastCell)) { // ledgers are mostly in the order of their dates
      lastCell = cell;
      lastNumbers = DateText.undecided(cell);
      if (lastNumbers.isEmpty() && !realAfterThe12th) {
        DateText.real(cell, from1904).ifPresent(this::weighReal);
      }
    }
    lastNumbers.ifPresent(this::weigh);
  }

  private void weighReal(LocalDate date) {
    int day = date.getDayOfMonth();
    if (day > 12) {
      realAfterThe12th = true;
    } else if (day != date.getMonthValue() && real.size() < DISTINCT_KEPT) {
      real.add(new Open(date, LocalDate.of(date.getYear(), day, date.getMonthValue())));
    }
  }

  /** Whether any date was seen whose order is in doubt. */
  boolean hasUndecided() {
    return undecided > 0;
  }

  private void weigh(int[] numbers) {
    undecided++;
    int first = numbers[0];
    int second = numbers[1];
    int year = numbers[2];
    if (Math.min(first, second) < 1 || Math.min(first, second) > 12 || year < 1900) {
      return; // a day in neither order
    }
    if (first > 12) {
      dayFirstOnly++;
      monthsOfEvidence.add(YearMonth.of(year, second));
    } else if (second > 12) {
      monthFirstOnly++;
      monthsOfEvidence.add(YearMonth.of(year, first));
    } else if (first != second && open.size() < DISTINCT_KEPT) {
      open.add(new Open(LocalDate.of(year, second, first), LocalDate.of(year, first, second)));
    }
  }

  /** Whether looking further cannot be expected to change the answer. */
  boolean isSettled() {
    if (undecided == 0) {
      return seen >= SEEN_ENOUGH_WITHOUT_DOUBT;
    }
    return seen >= SEEN_ENOUGH
        && Math.max(dayFirstOnly, monthFirstOnly) >= EVIDENCE_ENOUGH
        && Math.min(dayFirstOnly, monthFirstOnly) == 0;
  }

  /** The order, or empty if it cannot be decided and it matters. */
  Optional<DateOrder> decide() {
    long evidence = dayFirstOnly + monthFirstOnly;
    if (evidence == 0) {
      return isScattered() ? Optional.empty() : Optional.of(DateOrder.DAY_FIRST);
    }
    boolean dayFirst = dayFirstOnly >= NEARLY_ALL * evidence;
    boolean monthFirst = monthFirstOnly >= NEARLY_ALL * evidence;
    if ((!dayFirst && !monthFirst) || isTurned(open, dayFirst) || isHalfTurned()) {
      return Optional.empty();
    }
    return Optional.of(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
  }

  /** Whether a program made real dates of the days to the 12th, with day and month exchanged. */
  private boolean isHalfTurned() {
    return !realAfterThe12th && open.isEmpty() && isTurned(real, true);
  }

  /** Whether dates lie in the months of the evidence only if read the other way. */
  private boolean isTurned(Set<Open> open, boolean dayFirst) {
    long fitting = open.stream().filter(date -> isAmongEvidence(date, dayFirst)).count();
    long turned = open.stream().filter(date -> isAmongEvidence(date, !dayFirst)).count();
    return open.size() >= (dayFirst ? OPEN_AT_LEAST : OPEN_AT_LEAST_IF_MONTH_FIRST)
        && turned >= NEARLY_ALL * open.size()
        && 2 * fitting < open.size()
        && open.stream().anyMatch(Open::matters);
  }

  private boolean isAmongEvidence(Open date, boolean dayFirst) {
    return monthsOfEvidence.contains(YearMonth.from(dayFirst ? date.dayFirst : date.monthFirst));
  }

  private boolean isScattered() {
    Set<YearMonth> dayFirst = new HashSet<>();
    Set<YearMonth> monthFirst = new HashSet<>();
    open.forEach(date -> dayFirst.add(YearMonth.from(date.dayFirst)));
    open.forEach(date -> monthFirst.add(YearMonth.from(date.monthFirst)));
    return monthFirst.size() == 1
        && dayFirst.size() >= SCATTERED_AT_LEAST
        && open.stream().anyMatch(Open::matters);
  }

  /** What was seen, for a message. */
  String written() {
    if (dayFirstOnly + monthFirstOnly > 0 && isHalfTurned()) {
      return "%,d texts are of days from the 13th on, and %,d real dates of days to the 12th lie in their months only with day and month exchanged"
          .formatted(dayFirstOnly + monthFirstOnly, real.size());
    }
    return dayFirstOnly + monthFirstOnly > 0
        ? "%,d fit only d/m, %,d only m/d, %,d others fit both"
            .formatted(dayFirstOnly, monthFirstOnly, open.size())
        : "all fit both, and only read m/d do they lie in one month";
  }
}
