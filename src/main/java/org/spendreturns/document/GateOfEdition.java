package org.spendreturns.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Compares the formats of one edition: each is read back as it stands in its file, and must say
 * what the JSON says, whose own totals must be the sums of their rows.
 */
final class GateOfEdition {

  private static final Pattern MARK = Pattern.compile("\\s*\\[\\p{L}+ \\d+]");
  private static final int TOLD_AT_MOST = 20; // of one format: the rest would say no more

  private final Path folder;
  private final ToldFigures told;
  private final List<Gate.Fault> inJson;

  private GateOfEdition(Path folder, ToldFigures told, List<Gate.Fault> inJson) {
    this.folder = folder;
    this.told = told;
    this.inJson = inJson;
  }

  /** Reads the JSON of an edition; none if the folder holds no return as JSON. */
  static Optional<GateOfEdition> of(Path folder) throws IOException {
    Path json = folder.resolve("return.json");
    if (!Files.exists(json)) {
      return Optional.empty();
    }
    Gate.Faults faults = new Gate.Faults("return.json");
    ToldFigures told = ToldFigures.read(json, faults);
    return Optional.of(new GateOfEdition(folder, told, faults.found()));
  }

  /** Whose edition it is. */
  String body() {
    return told.body();
  }

  private interface Comparison {
    void with(Path file, Gate.Faults faults) throws IOException;
  }

  /** The comparisons: each tells what in a format differs, the first what in the JSON does. */
  List<Callable<List<Gate.Fault>>> works() {
    ComparedPages pages = new ComparedPages(folder, told);
    return List.of(
        () -> inJson,
        () -> file("summary.csv", this::summaryTable),
        () -> file("contracts.csv", this::contractsTable),
        () -> file("contracts-by-year.csv", this::byYearTable),
        () -> file("payments.csv", this::paymentsTable),
        () ->
            file(
                "return.xlsx",
                (file, faults) -> rows(faults, taker -> WorkbookRows.read(file, taker))),
        () ->
            file(
                "return.ods",
                (file, faults) -> rows(faults, taker -> OpenDocumentRows.read(file, taker))),
        () -> file("return.html", pages::page),
        () -> file("return.pdf", pages::pdf));
  }

  private List<Gate.Fault> file(String name, Comparison comparison) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    Gate.Faults faults = new Gate.Faults(name);
    comparison.with(file, faults);
    List<Gate.Fault> here = faults.found();
    return here.subList(0, Math.min(here.size(), TOLD_AT_MOST));
  }

  // ---- CSV: columns by the ids that the description beside the tables gives ----

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

  private void summaryTable(Path file, Gate.Faults faults) throws IOException {
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

  private void contractsTable(Path file, Gate.Faults faults) throws IOException {
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

  private void byYearTable(Path file, Gate.Faults faults) throws IOException {
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

  private void paymentsTable(Path file, Gate.Faults faults) throws IOException {
    List<List<String>> here = new ArrayList<>();
    for (Map<String, String> row : table(file)) {
      here.add(
          List.of(
              row.getOrDefault("date", ""),
              row.getOrDefault("file", ""),
              row.getOrDefault("line", ""),
              shown(row, "amount")));
    }
    List<List<String>> expected = new ArrayList<>();
    for (ToldFigures.Paid each : told.payments()) {
      expected.add(List.of(each.date(), text(each.file()), each.line(), each.amount()));
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

  // ---- workbooks: rows by what they show ----

  private interface RowsOfAFile {
    void to(WorkbookRows.Taker taker) throws IOException;
  }

  private void rows(Gate.Faults faults, RowsOfAFile file) throws IOException {
    Map<String, List<String>> byTitle = new LinkedHashMap<>();
    Set<List<String>> payments = new HashSet<>();
    Map<List<String>, List<Set<String>>> byYear = new HashMap<>();
    Set<String> years = new HashSet<>(told.years());
    file.to(
        (sheet, row, cells) -> {
          List<String> shown = cells.stream().map(GateOfEdition::levelled).toList();
          if (!shown.isEmpty() && told.isTitle(shown.get(0))) {
            byTitle
                .computeIfAbsent(shown.get(0), none -> new ArrayList<>())
                .addAll(shown.subList(1, shown.size()));
          }
          payments.addAll(told.paymentsIn(shown));
          shown.stream()
              .filter(years::contains)
              .forEach(
                  year ->
                      byYear
                          .computeIfAbsent(
                              List.of(shown.size() > 1 ? shown.get(1) : "", year),
                              none -> new ArrayList<>())
                          .add(new HashSet<>(shown)));
        });
    summaryRows(told, byTitle, faults);
    for (ToldFigures.Agreement each : told.agreements()) {
      for (int year = 0; year < told.years().size(); year++) {
        Set<String> expected =
            Set.copyOf(new HashSet<>(List.of(each.awarded().get(year), each.paid().get(year))));
        List<String> key = List.of(each.organisation(), told.years().get(year));
        if (byYear.getOrDefault(key, List.of()).stream()
            .noneMatch(set -> set.containsAll(expected))) {
          faults.add(
              "",
              "return.json says '%s' of %s in %s, and no row here does; write both anew"
                  .formatted(String.join(", ", expected), each.organisation(), key.get(1)));
        }
      }
    }
    told.payments().stream()
        .filter(each -> !payments.contains(each.key()))
        .forEach(
            each ->
                faults.add(
                    "",
                    "return.json says %s of %s:%s, and no row here does; write both anew"
                        .formatted(each.amount(), each.file(), each.line())));
  }

  /** A cell as the JSON would say it: a sum with its sign and pence. */
  static String levelled(String cell) {
    String plain = MARK.matcher(cell).replaceAll("").strip();
    return plain.matches("[-\u00a3(]*-?[\\d,]+\\.\\d{2}\\)?")
        ? ShownSums.sum(plain)
            .map(sum -> ToldFigures.pounds(sum.movePointRight(2).longValue()))
            .orElse(plain)
        : plain;
  }

  /** Each title's cells, of all its rows, hold the cells of its rows in the summaries in order. */
  static void summaryRows(ToldFigures told, Map<String, List<String>> byTitle, Gate.Faults faults) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (ToldFigures.Row row : told.summary()) {
      expected.computeIfAbsent(row.title(), none -> new ArrayList<>()).addAll(row.cells());
    }
    expected.forEach(
        (title, cells) -> {
          if (!isWithin(cells, byTitle.getOrDefault(title, List.of()))) {
            faults.add(
                "",
                "return.json says '%s' of %s, and here stands '%s'; write both anew"
                    .formatted(
                        String.join(", ", cells),
                        title,
                        String.join(", ", byTitle.getOrDefault(title, List.of()))));
          }
        });
  }

  private static boolean isWithin(List<String> expected, List<String> here) {
    int next = 0;
    for (String cell : here) {
      if (next < expected.size() && expected.get(next).equals(cell)) {
        next++;
      }
    }
    return next == expected.size();
  }
}
