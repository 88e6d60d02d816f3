package org.spendreturns.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** Writes what holds all payments of a return, each kind by itself, and takes the time. */
final class LongReturn {

  private static final Wording ENGLISH = Wording.english();
  private static final EditionMark FIRST = new EditionMark(1, OptionalInt.empty());

  private LongReturn() {}

  /** A kind of document, and how long it took. */
  record Made(String kind, long nanos) {}

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Writes the workbooks, the tables and the JSON, one after the other. */
  static List<Made> write(Return filing, Path folder) throws IOException {
    List<Made> made = new ArrayList<>();
    List<Book> books = new WorkbookPlan(filing, FIRST, ENGLISH, WorkbookPlan.ROWS_A_SHEET).books();
    long start = System.nanoTime();
    for (Book book : books) {
      write(
          folder.resolve(book.name() + ".xlsx"),
          out -> new WorkbookFile(ENGLISH, Look.USUAL).write(book, filing.heading(), out));
    }
    start = took(made, "XLSX", start);
    for (Book book : books) {
      write(
          folder.resolve(book.name() + ".ods"),
          out -> new OdsFile(ENGLISH, Look.USUAL).write(book, filing.heading(), out));
    }
    start = took(made, "ODS", start);
    for (DataFile file : new CsvFiles(ENGLISH).write(filing)) {
      write(folder.resolve(file.name()), file::write);
    }
    start = took(made, "CSV", start);
    DataFile json = JsonFile.write(filing, FIRST, ENGLISH, Map.of());
    write(folder.resolve(json.name()), json::write);
    took(made, "JSON", start);
    return made;
  }

  private static long took(List<Made> made, String kind, long start) {
    long now = System.nanoTime();
    made.add(new Made(kind, now - start));
    return now;
  }

  private static void write(Path file, Writing writing) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writing.to(out);
    }
  }
}
