package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;

/**
 * A table of sums by year that the body itself gives, in no total of a return: contributions with
 * their annual change, a fund and its parts.
 *
 * @param title what it shows
 * @param source where the body gives it
 * @param years its columns, ascending
 * @param rows its rows, in order; each has one cell a column
 */
public record YearTable(String title, String source, List<FinancialYear> years, List<Row> rows) {

  /** Refuses a row with more or fewer cells than columns; keeps its own copies. */
  public YearTable {
    years = List.copyOf(years);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.sums().size() != years.size()) {
        throw new IllegalArgumentException(
            "row '%s' has %d cells, the table %d years"
                .formatted(row.title(), row.sums().size(), years.size()));
      }
    }
  }

  /** What a row is, by which it can be checked. */
  public enum Kind {
    /** Sums as they are. */
    FIGURE,
    /** A part of the next total below. */
    PART,
    /** The sum of the parts above it, up to the total before. */
    TOTAL,
    /** The change of the nearest row above that is no change, from the year before. */
    CHANGE
  }

  /**
   * A row.
   *
   * @param sums one a column; empty if the body gives none
   */
  public record Row(String title, Kind kind, List<Optional<Money>> sums) {
    /** Keeps its own copy. */
    public Row {
      sums = List.copyOf(sums);
    }
  }

  /** The same table, in a language as far as the body gives it so. */
  YearTable in(Wording wording) {
    return new YearTable(
        wording.own(title),
        wording.own(source),
        years,
        rows.stream()
            .map(row -> new Row(wording.own(row.title()), row.kind(), row.sums()))
            .toList());
  }

  /**
   * What does not hold, in sentences by row and column; what cannot be told for want of a sum is
   * not among them, except parts that alone exceed their total.
   */
  public List<String> disagreements(Wording wording) {
    List<String> found = new ArrayList<>();
    List<Row> parts = new ArrayList<>();
    Optional<Row> changing = Optional.empty();
    for (Row row : rows) {
      for (int year = 0; year < years.size(); year++) {
        if (row.kind() == Kind.TOTAL) {
          total(row, parts, year, wording).ifPresent(found::add);
        } else if (row.kind() == Kind.CHANGE && changing.isPresent() && year > 0) {
          change(row, changing.get(), year, wording).ifPresent(found::add);
        }
      }
      switch (row.kind()) {
        case PART -> parts.add(row);
        case TOTAL -> parts.clear();
        case FIGURE, CHANGE -> {}
      }
      if (row.kind() != Kind.CHANGE) {
        changing = Optional.of(row);
      }
    }
    return found;
  }

  /**
   * What of a total its parts leave open, because the body gives no sum for some of them, in
   * sentences by row and column; nothing is said of a total none of whose parts has a sum.
   */
  public List<String> remainders(Wording wording) {
    List<String> found = new ArrayList<>();
    List<Row> parts = new ArrayList<>();
    for (Row row : rows) {
      if (row.kind() == Kind.PART) {
        parts.add(row);
      } else if (row.kind() == Kind.TOTAL) {
        for (int year = 0; year < years.size(); year++) {
          remainder(row, parts, year, wording).ifPresent(found::add);
        }
        parts.clear();
      }
    }
    return found;
  }

  private Optional<String> remainder(Row total, List<Row> parts, int year, Wording wording) {
    List<Money> known =
        parts.stream().map(part -> part.sums().get(year)).flatMap(Optional::stream).toList();
    Optional<Money> left = total.sums().get(year).map(sum -> sum.minus(Money.sum(known)));
    if (known.isEmpty() || known.size() == parts.size() || left.isEmpty()) {
      return Optional.empty();
    }
    return left.filter(sum -> sum.isAtLeast(Money.ZERO))
        .map(
            sum ->
                wording.say(
                    "table.remainder",
                    named(total),
                    years.get(year).toString(),
                    wording.moneyInText(Money.sum(known)),
                    wording.moneyInText(total.sums().get(year).orElseThrow()),
                    wording.moneyInText(sum)));
  }

  private Optional<String> total(Row total, List<Row> parts, int year, Wording wording) {
    Optional<Money> printed = total.sums().get(year);
    List<Money> known =
        parts.stream().map(part -> part.sums().get(year)).flatMap(Optional::stream).toList();
    Money sum = Money.sum(known);
    boolean isWhole = known.size() == parts.size();
    boolean hasNoCredit = known.stream().allMatch(part -> part.isAtLeast(Money.ZERO));
    if (printed.isEmpty() || parts.isEmpty() || sum.equals(printed.get())) {
      return Optional.empty();
    }
    boolean isTooMuch = hasNoCredit && sum.compareTo(printed.get()) > 0;
    return isWhole || isTooMuch
        ? Optional.of(
            wording.say(
                "table.total",
                named(total),
                years.get(year).toString(),
                wording.moneyInText(sum),
                wording.moneyInText(printed.get()),
                wording.moneyInText(printed.get().minus(sum))))
        : Optional.empty();
  }

  private String named(Row row) {
    return row.title().equals(title) ? title : title + ", " + row.title();
  }

  private Optional<String> change(Row change, Row of, int year, Wording wording) {
    Optional<Money> before = of.sums().get(year - 1);
    Optional<Money> after = of.sums().get(year);
    Optional<Money> printed = change.sums().get(year);
    if (before.isEmpty() || after.isEmpty() || printed.isEmpty()) {
      return Optional.empty();
    }
    Money real = after.get().minus(before.get());
    return real.equals(printed.get())
        ? Optional.empty()
        : Optional.of(
            wording.say(
                "table.change",
                title,
                change.title(),
                years.get(year).toString(),
                of.title(),
                wording.moneyInText(real),
                wording.moneyInText(printed.get())));
  }
}
