package org.spendreturns.document;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/**
 * Measures how long many payments take as workbooks and as a table, and how much memory. A program,
 * not a test: {@code java -Xmx256m … LongReturn FOLDER 1000000}.
 */
final class LongReturn {

  private static final Wording ENGLISH = Wording.english();

  private LongReturn() {}

  /** Writes and measures; the folder must be there. */
  public static void main(String... given) throws IOException {
    Path folder = Path.of(given[0]);
    Return filing = InventedReturn.withPayments(Integer.parseInt(given[1]));
    long start = System.nanoTime();
    write(filing, folder);
    long used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed() >> 20)
            .sum();
    System.out.printf("%.1f s, %d MB of heap at most%n", (System.nanoTime() - start) / 1e9, used);
  }

  /** Writes the workbooks and the table of payments, one after the other. */
  static void write(Return filing, Path folder) throws IOException {
    EditionMark first = new EditionMark(1, OptionalInt.empty());
    for (Book book : new WorkbookPlan(filing, first, ENGLISH, WorkbookPlan.ROWS_A_SHEET).books()) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(book.name() + ".xlsx"))) {
        new WorkbookFile(ENGLISH).write(book, filing.heading(), out);
      }
      try (OutputStream out = Files.newOutputStream(folder.resolve(book.name() + ".ods"))) {
        new OdsFile(ENGLISH).write(book, filing.heading(), out);
      }
    }
    for (DataFile file : new CsvFiles(ENGLISH).write(filing)) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(file.name()))) {
        file.write(out);
      }
    }
  }
}
