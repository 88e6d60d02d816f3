package org.spendreturns.document;

import java.util.List;
import java.util.stream.IntStream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Part;
import org.spendreturns.returns.Value;

/** Figures of a body that does not exist: the sums are spread so that no two of them are alike. */
final class InventedFigures {

  private static final long SPREAD = 990_000_001; // sums repeat only after as many as there are

  private final List<FinancialYear> years;
  private final long least; // pence of the smallest sum
  private long next; // pence of the last sum

  InventedFigures(int years, long least) {
    this.years =
        IntStream.range(0, years).mapToObj(year -> new FinancialYear(2012 + year)).toList();
    this.least = least;
    this.next = least;
  }

  List<FinancialYear> years() {
    return years;
  }

  /** A sum for each year. */
  List<Figure> sums(String id) {
    return years.stream().map(year -> sum(id + "." + year)).toList();
  }

  Figure sum(String id) {
    next = least + (next - least + 1_234_567) % SPREAD;
    return figure(id, new Value.Amount(new Money(next)), List.of());
  }

  /** Nothing on file for any year. */
  List<Figure> unknown() {
    return years.stream()
        .map(year -> figure("unknown." + year, new Value.NoRecords(""), List.of()))
        .toList();
  }

  static Figure figure(String id, Value value, List<Integer> notes) {
    List<Part> parts = List.of(new Part.OfFigure("another"));
    return new Figure(id, value, "sum of its lines", parts, notes);
  }
}
