package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.spendreturns.returns.Language;

/**
 * Compares the formats of one edition: each is read back as it stands in its file, and must say
 * what the JSON says, whose own totals must be the sums of their rows.
 */
final class GateOfEdition {

  private static final String JSON = "return.json";
  private static final String PDF = "return.pdf";
  private static final Pattern MARK = Pattern.compile("\\s*\\[\\p{L}+ \\d+]|^\\[c] ");
  private static final int TOLD_AT_MOST = 20; // of one format: the rest would say no more

  private final Path folder;
  private final Gate.Pictures pictures;
  private final ToldFigures told;
  private final Map<String, GateOfPdf.Told> pdfs = new ConcurrentHashMap<>(); // by their names

  private GateOfEdition(Path folder, Gate.Pictures pictures, ToldFigures told) {
    this.folder = folder;
    this.pictures = pictures;
    this.told = told;
  }

  /**
   * Opens every file of an edition and compares those that belong together. Without its JSON
   * nothing vouches for the others: that is a fault.
   */
  static List<Gate.Fault> open(Path folder, Gate.Pictures pictures) throws IOException {
    Path json = folder.resolve(JSON);
    Gate.Faults ofJson = new Gate.Faults(JSON);
    Gate.Faults ofFolder = new Gate.Faults(String.valueOf(folder.getFileName()));
    Optional<ToldFigures> told = Optional.empty();
    if (Files.exists(json)) {
      told = ToldFigures.find(json, ofJson);
    }
    GateOfEdition edition =
        new GateOfEdition(folder, pictures, told.orElseGet(ToldFigures::nothing));
    new EditionFiles(folder).open(edition.told.codes(), ofFolder);
    List<Callable<List<Gate.Fault>>> opened = new ArrayList<>();
    for (Path file : new EditionFiles(folder).all()) {
      opened.add(() -> edition.open(file));
    }
    List<Gate.Fault> found = new ArrayList<>(ofFolder.found());
    SideBySide.all(opened).forEach(found::addAll);
    found.addAll(ofJson.found());
    if (told.isPresent()) {
      SideBySide.all(edition.comparisons()).forEach(found::addAll);
    }
    return found;
  }

  private List<Gate.Fault> open(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Gate.Faults faults = new Gate.Faults(name, told.body(), pictures);
    Gate.open(file, faults).ifPresent(shown -> pdfs.put(name, shown));
    return faults.found();
  }

  private interface Comparison {
    void with(Path file, Gate.Faults faults) throws IOException;
  }

  /** Each tells what in a format differs from the JSON, or from the format beside it. */
  private List<Callable<List<Gate.Fault>>> comparisons() {
    ComparedPages pages = new ComparedPages(folder, told);
    ComparedTables tables = new ComparedTables(folder, told);
    ComparedBooks books = new ComparedBooks(told);
    ComparedOpenData open = new ComparedOpenData(folder, told);
    List<Callable<List<Gate.Fault>>> works = new ArrayList<>();
    works.add(() -> file("summary.csv", tables::summaryTable));
    for (ToldTable table : ToldTable.all(told)) {
      works.add(() -> file(table.file(), (file, faults) -> tables.table(table, file, faults)));
    }
    works.add(() -> file(OcdsFile.NAME, open::contracts));
    works.add(() -> file(GrantFiles.JSON, open::grants));
    works.add(() -> file(GrantFiles.CSV, open::grantsTable));
    works.add(
        () -> {
          List<Gate.Fault> both = new ArrayList<>(file("return.xlsx", books::excel));
          both.addAll(file("return.ods", books::openDocument)); // after the other, row for row
          return both;
        });
    works.add(() -> file("return.html", pages::page));
    works.add(() -> file(PDF, (file, faults) -> pages.pdf(shown(PDF), faults)));
    for (Language language : Language.values()) {
      if (language != Language.EN) {
        GateOfTelling telling = new GateOfTelling(folder, language);
        String pdf = telling.name() + ".pdf";
        works.add(() -> file(telling.name() + ".html", telling::page));
        works.add(() -> file(telling.name() + ".xlsx", telling::workbook));
        works.add(() -> file(telling.name() + ".ods", telling::openDocument));
        works.add(
            () ->
                file(
                    pdf,
                    (file, faults) -> {
                      telling.pdf(shown(PDF), shown(pdf), faults);
                      pages.attachments(shown(pdf), faults);
                    }));
      }
    }
    return works;
  }

  private GateOfPdf.Told shown(String pdf) {
    return pdfs.getOrDefault(pdf, new GateOfPdf.Told(List.of(), Map.of(), Map.of()));
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

  /** Whether the cells stand here in their order, whatever stands between them. */
  static boolean isWithin(List<String> expected, List<String> here) {
    int next = 0;
    for (String cell : here) {
      if (next < expected.size() && expected.get(next).equals(cell)) {
        next++;
      }
    }
    return next == expected.size();
  }
}
