package org.spendreturns.document;

import java.time.LocalDate;
import java.util.List;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Value;

/**
 * A table for machines, and for people who work with tables: plain rows under one head, each cell
 * of its own type, nothing merged, nothing empty.
 *
 * @param id its key in the wording, and the stem of its file: {@code contractsByYear}
 * @param columns from left to right, at least one
 * @param rows in order; made anew at each iteration, for they may be many
 */
record DataTable(String id, List<Column> columns, Iterable<List<Datum>> rows) {

  /** Keeps its own copy of the columns. */
  DataTable {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param id stable from return to return, in any language: {@code awardedInAll}, {@code 2014-15}
   * @param title its head, unique in the table
   * @param kind what its cells hold, unless one says in words why it does not
   */
  record Column(String id, String title, Kind kind) {}

  /** What the cells of a column hold. */
  enum Kind {
    TEXT,
    WORTH,
    SUM,
    COUNT,
    DAY
  }

  /** What a cell holds. */
  sealed interface Datum {}

  /** Words. */
  record Text(String text) implements Datum {}

  /** Words that lead to a place: an address on the web, or {@code #Sheet} within the document. */
  record Link(String text, String target) implements Datum {}

  /** A value of the return: a sum, or why there is none. */
  record Worth(Value value) implements Datum {}

  /** A sum that is no figure of the return. */
  record Sum(Money amount) implements Datum {}

  /** A number of things. */
  record Count(long number) implements Datum {}

  /** A day. */
  record Day(LocalDate day) implements Datum {}
}
