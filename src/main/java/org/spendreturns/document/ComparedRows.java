package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spendreturns.document.DataTable.Column;

/** Holds the rows of a table in one format against what the JSON tells of it, in their order. */
final class ComparedRows {

  /** Writes what the JSON tells as a format shows it. */
  interface Showing {
    String shown(Column column, String told);
  }

  private final ToldTable table;
  private final Showing showing;
  private int taken;

  ComparedRows(ToldTable table, Showing showing) {
    this.table = table;
    this.showing = showing;
  }

  /**
   * The next row.
   *
   * @param shown what it shows in a column
   */
  void take(String place, Function<Column, String> shown, Gate.Faults faults) {
    List<String> here = new ArrayList<>();
    List<String> there = new ArrayList<>();
    Map<String, String> told = taken < table.rows() ? table.row().apply(taken) : Map.of();
    for (Column column : table.columns()) {
      if (told.containsKey(column.id())) {
        here.add(shown.apply(column));
        there.add(showing.shown(column, told.getOrDefault(column.id(), "")));
      }
    }
    taken++;
    if (taken > table.rows()) {
      String row = String.join(", ", table.columns().stream().map(shown).toList());
      faults.add(place, "says '%s', which return.json does not; write both anew".formatted(row));
    } else if (!here.equals(there)) {
      faults.add(
          place,
          "says '%s', and return.json '%s'; write both anew"
              .formatted(String.join(", ", here), String.join(", ", there)));
    }
  }

  /** Behind the last row. */
  void end(Gate.Faults faults) {
    if (taken < table.rows()) {
      faults.add(
          "",
          "has %d rows of '%s', and return.json %d; write both anew"
              .formatted(taken, table.sheet(), table.rows()));
    }
  }
}
