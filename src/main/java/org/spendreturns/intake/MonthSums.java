package org.spendreturns.intake;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.money.Money;

/** Lines and their sums by month, without an object for each; not for two threads. */
final class MonthSums {

  private final long[] lines = new long[DateMemo.MONTHS];
  private final long[] pence = new long[DateMemo.MONTHS];
  private int first; // of the months that have lines
  private int last;

  MonthSums() {
    clear();
  }

  /** Begins anew. */
  void clear() {
    Arrays.fill(lines, 0);
    Arrays.fill(pence, 0);
    first = Integer.MAX_VALUE;
    last = -1;
  }

  /**
   * Adds a line.
   *
   * @param month counted as {@link DateMemo} counts
   * @throws ArithmeticException if the month's sum is too large
   */
  void add(int month, long amount) {
    lines[month]++;
    pence[month] = Math.addExact(pence[month], amount);
    first = Math.min(first, month);
    last = Math.max(last, month);
  }

  /** What was added since it began, of the months that have lines. */
  Map<YearMonth, Tally> byMonth() {
    Map<YearMonth, Tally> months = new TreeMap<>();
    for (int month = first; month <= last; month++) {
      if (lines[month] > 0) {
        months.put(
            YearMonth.of(DateMemo.FIRST_YEAR + month / 12, month % 12 + 1),
            new Tally(lines[month], new Money(pence[month])));
      }
    }
    return months;
  }
}
