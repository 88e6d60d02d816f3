package org.spendreturns.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Kind;

/**
 * Compares an edition's CSV files with its JSON: columns by the ids that the description beside the
 * tables gives.
 */
final class ComparedTables {

  private final Path folder;
  private final ToldFigures told;

  ComparedTables(Path folder, ToldFigures told) {
    this.folder = folder;
    this.told = told;
  }

  /** Takes a record: its line, and its cells by the ids of their columns. */
  private interface Taker {
    void take(String place, Map<String, String> row);
  }

  private void read(Path file, Taker taker) throws IOException {
    Map<String, List<String>> columns = told.columns(folder.resolve(CsvFiles.METADATA));
    List<String> names = columns.getOrDefault(String.valueOf(file.getFileName()), List.of());
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(file, StandardCharsets.UTF_8)) {
      int line = 0;
      for (CsvRecord record : reader) {
        line++;
        Map<String, String> row = new HashMap<>();
        for (int at = 0; at < Math.min(names.size(), record.getFieldCount()); at++) {
          row.put(names.get(at), record.getField(at));
        }
        if (line > 1) {
          taker.take("line " + line, row);
        }
      }
    }
  }

  /** The summary, one row for each figure. */
  void summaryTable(Path file, Gate.Faults faults) throws IOException {
    List<List<String>> expected = new ArrayList<>();
    for (ToldFigures.Row row : told.summary()) {
      row.cells().forEach(cell -> expected.add(List.of(row.title(), cell)));
    }
    List<List<String>> here = new ArrayList<>();
    read(
        file,
        (place, row) -> {
          here.add(List.of(row.getOrDefault("category", ""), worth(row, "worth")));
          if (here.size() <= expected.size()
              && !here.get(here.size() - 1).equals(expected.get(here.size() - 1))) {
            faults.add(
                place,
                "says '%s', and return.json '%s'; write both anew"
                    .formatted(
                        String.join(", ", here.get(here.size() - 1)),
                        String.join(", ", expected.get(here.size() - 1))));
          }
        });
    if (expected.size() != here.size()) {
      faults.add(
          "",
          "has %d rows, and return.json %d; write both anew"
              .formatted(here.size(), expected.size()));
    }
  }

  /** A table, row for row. */
  void table(ToldTable table, Path file, Gate.Faults faults) throws IOException {
    ComparedRows rows = new ComparedRows(table, ComparedTables::written);
    read(file, (place, row) -> rows.take(place, column -> cell(row, column), faults));
    rows.end(faults);
  }

  private static String cell(Map<String, String> row, Column column) {
    return switch (column.kind()) {
      case WORTH -> worth(row, column.id());
      case SUM -> pounds(row.getOrDefault(column.id(), ""));
      case TEXT, COUNT, DAY -> row.getOrDefault(column.id(), "");
    };
  }

  /** What a column and the one beside it, that says why there is no sum, show together. */
  private static String worth(Map<String, String> row, String column) {
    String words = row.getOrDefault(column + "Says", "");
    return words.isEmpty() ? pounds(row.getOrDefault(column, "")) : words;
  }

  /** A number of a table, {@code 1250.00}, as documents show it. */
  static String pounds(String number) {
    return number.matches("-?\\d+\\.\\d{2}")
        ? ToldFigures.pounds(new BigDecimal(number).movePointRight(2).longValue())
        : number;
  }

  /** As a table writes a text: what a spreadsheet would compute has an apostrophe before it. */
  private static String written(Column column, String text) {
    return column.kind() == Kind.TEXT ? CsvFiles.safe(text) : text;
  }
}
