package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Opens finished files with readers that did not write them, and says what in them nobody approved:
 * hidden rows, formulas, comments, scripts, names of people in properties, and the like.
 *
 * <p>It judges any file, also one that was not made here. Workbooks (.xlsx, .ods), PDFs, web pages
 * and CSV files are opened; of other files only the name is judged.
 */
public final class Gate {

  /**
   * Something in a file that may not leave the house.
   *
   * @param file the file's name
   * @param place where in it: a sheet and cell, a page, a line; empty for the file as a whole
   * @param found what is there, and what to do about it
   */
  public record Fault(String file, String place, String found) {

    /** Written {@code return.xlsx: Payments!A7: the row is hidden; show it or leave it out}. */
    @Override
    public String toString() {
      return place.isEmpty() ? file + ": " + found : file + ": " + place + ": " + found;
    }
  }

  /**
   * Opens one file.
   *
   * @return what was found, in the order of the file; empty if it may pass
   * @throws IOException if the file cannot be read at all
   */
  public List<Fault> open(Path file) throws IOException {
    return open(file, Set.of());
  }

  private static List<Fault> open(Path file, Set<String> body) throws IOException {
    String name = String.valueOf(file.getFileName());
    Faults faults = new Faults(name, body);
    String lower = name.toLowerCase(Locale.ROOT);
    if (Files.size(file) == 0) {
      faults.add("", "the file is empty");
    } else if (lower.endsWith(".xlsx")) {
      if (GateOfArchive.open(file, faults)) {
        new GateOfWorkbook(faults).open(file);
      }
    } else if (lower.endsWith(".pdf")) {
      new GateOfPdf(faults).open(file);
    } else if (lower.endsWith(".csv")) {
      new GateOfTable(faults).open(file);
    } else if (lower.endsWith(".ods")) {
      if (GateOfArchive.open(file, faults)) {
        new GateOfOpenDocument(faults).open(file);
      }
    } else if (lower.matches(".*\\.html?")) {
      new GateOfPage(faults).open(file);
    } else if (lower.matches(".*\\.(xls|xlsm|xlsb|xltm|docm|doc|docx|odt)")) {
      faults.add("", "this kind of file cannot be opened here, so nothing vouches for it");
    }
    return List.copyOf(faults.found);
  }

  /**
   * Opens every file of an edition, and compares its formats with each other: a figure that they do
   * not all give alike, or a total that is not the sum of its parts, is a fault too.
   *
   * @param folder of the edition; the files in it are opened in the order of their names
   * @throws IOException if a file cannot be read at all
   */
  public List<Fault> openEdition(Path folder) throws IOException {
    Optional<GateOfEdition> edition = GateOfEdition.of(folder);
    Set<String> body = edition.map(GateOfEdition::body).orElse(Set.of());
    List<Callable<List<Fault>>> works = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> works.add(() -> open(file, body)));
    }
    edition.ifPresent(each -> works.addAll(each.works()));
    return SideBySide.all(works).stream().flatMap(List::stream).toList();
  }

  /** The faults of one file, as they are found. */
  static final class Faults {
    private final String file;
    private final Set<String> body;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
      this(file, Set.of());
    }

    /** Of a file of a body, whose names are no person's whatever they look like. */
    Faults(String file, Set<String> body) {
      this.file = file;
      this.body = body;
    }

    boolean isBody(String name) {
      return body.contains(name);
    }

    void add(String place, String what) {
      found.add(new Fault(file, place, what));
    }

    List<Fault> found() {
      return List.copyOf(found);
    }
  }
}
