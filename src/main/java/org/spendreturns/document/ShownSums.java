package org.spendreturns.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums as a cell shows them, and whether a total is the sum of the rows above it as shown. */
final class ShownSums {

  private static final Pattern SUM =
      Pattern.compile(
          "(?:[\\p{L} ]+ )?(\\()?([-\u2212])?\\s*\u00a3?\\s*([-\u2212])?(\\d[\\d,]*(?:\\.\\d+)?)\\)?");

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:(?:grand|sub|overall)[ -]?)?totals?(?: (?:identified|paid|awarded|spend|spent|amount"
              + "|cost|value)| (?:of|for|in) .*)?:?",
          Pattern.CASE_INSENSITIVE);

  /** A column's sums since the last total, and since the head. */
  private static final class Column {
    private BigDecimal sinceTotal = BigDecimal.ZERO;
    private BigDecimal sinceHead = BigDecimal.ZERO;
    private int rows;

    void add(BigDecimal sum) {
      sinceTotal = sinceTotal.add(sum);
      sinceHead = sinceHead.add(sum);
      rows++;
    }
  }

  private final List<Column> columns = new ArrayList<>();
  private final Gate.Faults faults;

  ShownSums(Gate.Faults faults) {
    this.faults = faults;
  }

  /** The sum that a cell shows: {@code £1,250.00}, {@code at least £5.00}, {@code (7.50)}. */
  static Optional<BigDecimal> sum(String shown) {
    Matcher sum = SUM.matcher(shown.strip());
    if (!sum.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(sum.group(4).replace(",", ""));
    boolean isNegative = sum.group(1) != null || sum.group(2) != null || sum.group(3) != null;
    return Optional.of(isNegative ? value.negate() : value);
  }

  /** Takes the next row of a table; a total that is another than its rows' sum is a fault. */
  void add(String place, List<String> cells) {
    int filled = 0;
    while (filled < cells.size() && cells.get(filled).isBlank()) {
      filled++;
    }
    boolean isTotal = filled < cells.size() && TOTAL.matcher(cells.get(filled).strip()).matches();
    boolean isHead = cells.stream().noneMatch(cell -> sum(cell).isPresent());
    if (isHead
        && !isTotal
        && filled < cells.size()
        && columns.stream().noneMatch(each -> each.rows > 0)) {
      columns.clear();
    }
    for (int at = 0; at < cells.size(); at++) {
      while (columns.size() <= at) {
        columns.add(new Column());
      }
      Optional<BigDecimal> shown = sum(cells.get(at));
      if (shown.isPresent() && isTotal) {
        compare(place + ", cell " + (at + 1), shown.get(), columns.get(at));
      } else if (shown.isPresent()) {
        columns.get(at).add(shown.get());
      }
    }
  }

  private void compare(String place, BigDecimal total, Column column) {
    boolean isSum =
        column.sinceTotal.compareTo(total) == 0 || column.sinceHead.compareTo(total) == 0;
    if (column.rows > 1 && !isSum) {
      faults.add(
          place,
          "shows a total of %s, and the rows above it as shown come to %s; show what adds up"
              .formatted(total.toPlainString(), column.sinceTotal.toPlainString()));
    }
    column.sinceTotal = BigDecimal.ZERO;
  }
}
