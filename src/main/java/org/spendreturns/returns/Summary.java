package org.spendreturns.returns;

import java.util.List;

/**
 * A block of the summary table: categories by financial years, with totals.
 *
 * @param basis whether these sums were agreed or paid
 * @param rows one a category in the rulebook's order, then what is not broken down
 * @param total the row of all that was identified
 */
public record Summary(Basis basis, List<Row> rows, Row total) {

  /** Keeps its own copy. */
  public Summary {
    rows = List.copyOf(rows);
  }

  /** Whether sums were agreed, from the contract register, or paid, from the ledgers. */
  public enum Basis {
    AWARDED,
    PAID;

    /** As a figure's id begins: {@code awarded}. */
    public String prefix() {
      return this == AWARDED ? "awarded" : "paid";
    }
  }

  /**
   * A row.
   *
   * @param title its heading: numeral and name of a category
   * @param byYear one a financial year of the return, in order
   * @param inAll over all those years
   */
  public record Row(String title, List<Figure> byYear, Figure inAll) {
    /** Keeps its own copy. */
    public Row {
      byYear = List.copyOf(byYear);
    }
  }
}
