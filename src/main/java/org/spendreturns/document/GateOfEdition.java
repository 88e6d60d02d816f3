package org.spendreturns.document;

import java.io.IOException;
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
import org.spendreturns.returns.Language;

/**
 * Compares the formats of one edition: each is read back as it stands in its file, and must say
 * what the JSON says, whose own totals must be the sums of their rows.
 */
final class GateOfEdition {

  private static final Pattern MARK = Pattern.compile("\\s*\\[\\p{L}+ \\d+]|^\\[c] ");
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

  /** Whose edition it is, by all its names. */
  Set<String> body() {
    return told.body();
  }

  private interface Comparison {
    void with(Path file, Gate.Faults faults) throws IOException;
  }

  /** The comparisons: each tells what in a format differs, the first what in the JSON does. */
  List<Callable<List<Gate.Fault>>> works() {
    ComparedPages pages = new ComparedPages(folder, told);
    ComparedTables tables = new ComparedTables(folder, told);
    List<Callable<List<Gate.Fault>>> works = new ArrayList<>();
    works.add(() -> inJson);
    works.add(() -> file("summary.csv", tables::summaryTable));
    works.add(() -> file("contracts.csv", tables::contractsTable));
    works.add(() -> file("contracts-by-year.csv", tables::byYearTable));
    works.add(() -> file("payments.csv", tables::paymentsTable));
    works.add(() -> file("return.xlsx", (file, faults) -> rows(file, faults, WorkbookRows::read)));
    works.add(
        () -> file("return.ods", (file, faults) -> rows(file, faults, OpenDocumentRows::read)));
    works.add(() -> file("return.html", pages::page));
    works.add(() -> file("return.pdf", pages::pdf));
    for (Language language : Language.values()) {
      if (language != Language.EN) {
        GateOfTelling telling = new GateOfTelling(folder, language);
        works.add(() -> file(telling.name() + ".html", telling::page));
        works.add(() -> file(telling.name() + ".xlsx", telling::workbook));
        works.add(() -> file(telling.name() + ".ods", telling::openDocument));
        works.add(() -> file(telling.name() + ".pdf", telling::pdf));
        works.add(() -> file(telling.name() + ".pdf", pages::attachments));
      }
    }
    return works;
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

  /** A workbook and those in which its tables go on, as one. */
  private void rows(Path first, Gate.Faults faults, BookParts.Reader reader) throws IOException {
    Map<String, List<String>> byTitle = new LinkedHashMap<>();
    Set<List<String>> payments = new HashSet<>();
    Map<List<String>, List<Set<String>>> byYear = new HashMap<>();
    Set<String> years = new HashSet<>(told.years());
    BookParts.read(
        first,
        reader,
        (file, sheet, row, cells) -> {
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
