package org.spendreturns.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.spendreturns.calendar.Period;
import org.spendreturns.money.Money;

/** How sums, dates and counts stand in a sentence. */
final class Wording {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private Wording() {}

  /** {@code £1,204,500}, or {@code £28,101.75} if there are pence. */
  static String pounds(Money money) {
    BigDecimal pounds = BigDecimal.valueOf(money.pence(), 2);
    String pattern = money.pence() % 100 == 0 ? "%,.0f" : "%,.2f";
    String digits = String.format(Locale.UK, pattern, pounds.abs());
    return (pounds.signum() < 0 ? "-£" : "£") + digits;
  }

  /** {@code 22 November 2012}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 1 April 2014 to 31 March 2015}. */
  static String days(Period period) {
    return day(period.start()) + " to " + day(period.end());
  }

  /** {@code March 2014}, or {@code April 2013 to June 2013} for months in a row. */
  static String months(Collection<YearMonth> months) {
    List<YearMonth> sorted = months.stream().sorted().toList();
    List<String> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !sorted.get(i).equals(sorted.get(i - 1).plusMonths(1))) {
        runs.add(run(sorted.get(first), sorted.get(i - 1)));
        first = i;
      }
    }
    return and(runs);
  }

  private static String run(YearMonth first, YearMonth last) {
    return first.equals(last)
        ? MONTH.format(first)
        : MONTH.format(first) + " to " + MONTH.format(last);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> things) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  /** {@code 1 line}, {@code 1,204 lines}. */
  static String counted(long number, String one, String many) {
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : many);
  }

  /** What a value says, as a part of a sentence. */
  static String value(Value value) {
    if (value instanceof Value.Amount amount) {
      return pounds(amount.money());
    } else if (value instanceof Value.AtLeast amount) {
      return "at least " + pounds(amount.money());
    } else if (value instanceof Value.Nil) {
      return "none";
    } else if (value instanceof Value.NotBrokenDown) {
      return "not broken down";
    } else if (value instanceof Value.NotSeparable pooled) {
      return "not separable – " + pooled.pool();
    } else if (value instanceof Value.NotHeld elsewhere) {
      return "not held – " + elsewhere.holder();
    } else if (value instanceof Value.NoRecords none) {
      return none.missing().isEmpty() ? "no records on file" : none.missing();
    }
    return "withheld under " + ((Value.Withheld) value).section();
  }
}
