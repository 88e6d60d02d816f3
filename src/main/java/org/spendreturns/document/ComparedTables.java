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

  private List<Map<String, String>> table(Path file) throws IOException {
    Map<String, List<String>> columns = told.columns(folder.resolve(CsvFiles.METADATA));
    List<String> names = columns.getOrDefault(String.valueOf(file.getFileName()), List.of());
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(file, StandardCharsets.UTF_8)) {
      for (CsvRecord record : reader) {
        Map<String, String> row = new HashMap<>();
        for (int at = 0; at < Math.min(names.size(), record.getFieldCount()); at++) {
          row.put(names.get(at), record.getField(at));
        }
        rows.add(row);
      }
    }
    return rows.subList(Math.min(1, rows.size()), rows.size());
  }

  void summaryTable(Path file, Gate.Faults faults) throws IOException {
    List<List<String>> here = new ArrayList<>();
    for (Map<String, String> row : table(file)) {
      here.add(List.of(row.getOrDefault("category", ""), shown(row, "worth")));
    }
    List<List<String>> expected = new ArrayList<>();
    for (ToldFigures.Row row : told.summary()) {
      row.cells().forEach(cell -> expected.add(List.of(row.title(), cell)));
    }
    sameInOrder(expected, here, faults);
  }

  void contractsTable(Path file, Gate.Faults faults) throws IOException {
    List<List<String>> here = new ArrayList<>();
    for (Map<String, String> row : table(file)) {
      here.add(
          List.of(
              row.getOrDefault("organisation", ""),
              shown(row, "awardedInAll"),
              shown(row, "paidInAll")));
    }
    List<List<String>> expected = new ArrayList<>();
    for (ToldFigures.Agreement each : told.agreements()) {
      expected.add(List.of(text(each.organisation()), last(each.awarded()), last(each.paid())));
    }
    sameInOrder(expected, here, faults);
  }

  void byYearTable(Path file, Gate.Faults faults) throws IOException {
    List<List<String>> here = new ArrayList<>();
    for (Map<String, String> row : table(file)) {
      here.add(
          List.of(
              row.getOrDefault("organisation", ""),
              row.getOrDefault("financialYear", ""),
              shown(row, "awarded"),
              shown(row, "paid")));
    }
    List<List<String>> expected = new ArrayList<>();
    for (ToldFigures.Agreement each : told.agreements()) {
      for (int year = 0; year < told.years().size(); year++) {
        expected.add(
            List.of(
                text(each.organisation()),
                told.years().get(year),
                each.awarded().get(year),
                each.paid().get(year)));
      }
    }
    sameInOrder(expected, here, faults);
  }

  void paymentsTable(Path file, Gate.Faults faults) throws IOException {
    List<List<String>> here = new ArrayList<>();
    for (Map<String, String> row : table(file)) {
      here.add(
          List.of(
              row.getOrDefault("date", ""),
              row.getOrDefault("supplier", ""),
              row.getOrDefault("file", ""),
              row.getOrDefault("line", ""),
              shown(row, "amount")));
    }
    List<List<String>> expected = new ArrayList<>();
    for (ToldFigures.Paid each : told.payments()) {
      expected.add(
          List.of(
              each.date(), text(each.supplier()), text(each.file()), each.line(), each.amount()));
    }
    sameInOrder(expected, here, faults);
  }

  /** What a column and the one beside it, that says why there is no sum, show together. */
  private static String shown(Map<String, String> row, String column) {
    String words = row.getOrDefault(column + "Says", "");
    String number = row.getOrDefault(column, "");
    return words.isEmpty() && !number.isEmpty()
        ? ToldFigures.pounds(new BigDecimal(number).movePointRight(2).longValue())
        : words;
  }

  /** As a table writes a text: what a spreadsheet would compute has an apostrophe before it. */
  private static String text(String text) {
    return GateOfTable.isFormula(text) || text.matches("[=+@-].*") ? "'" + text : text;
  }

  private static String last(List<String> cells) {
    return cells.get(cells.size() - 1);
  }

  private static void sameInOrder(
      List<List<String>> expected, List<List<String>> here, Gate.Faults faults) {
    if (expected.size() != here.size()) {
      faults.add(
          "",
          "has %d rows, and return.json %d; write both anew"
              .formatted(here.size(), expected.size()));
    }
    for (int at = 0; at < Math.min(expected.size(), here.size()); at++) {
      if (!expected.get(at).equals(here.get(at))) {
        faults.add(
            "line " + (at + 2),
            "says '%s', and return.json '%s'; write both anew"
                .formatted(String.join(", ", here.get(at)), String.join(", ", expected.get(at))));
      }
    }
  }
}
