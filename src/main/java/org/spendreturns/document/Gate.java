package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Opens finished files with readers that did not write them, and says what in them nobody approved:
 * hidden rows, formulas, comments, scripts, names of people in properties, and the like.
 *
 * <p>It judges any file, also one that was not made here. Workbooks, PDFs and CSV files are opened;
 * of other files only the name is judged.
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
    String name = String.valueOf(file.getFileName());
    Faults faults = new Faults(name);
    String lower = name.toLowerCase(Locale.ROOT);
    if (Files.size(file) == 0) {
      faults.add("", "the file is empty");
    } else if (lower.endsWith(".xlsx")) {
      new GateOfWorkbook(faults).open(file);
    } else if (lower.endsWith(".pdf")) {
      new GateOfPdf(faults).open(file);
    } else if (lower.endsWith(".csv")) {
      new GateOfTable(faults).open(file);
    } else if (lower.matches(".*\\.(xls|xlsm|xlsb|xltm|docm|ods|doc|docx)")) {
      faults.add("", "this kind of file cannot be opened here, so nothing vouches for it");
    }
    return List.copyOf(faults.found);
  }

  /** The faults of one file, as they are found. */
  static final class Faults {
    private final String file;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
      this.file = file;
    }

    void add(String place, String what) {
      found.add(new Fault(file, place, what));
    }
  }
}
