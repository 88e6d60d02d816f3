package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A workbook read back together with those in which its long tables go on, in their order. */
final class BookParts {

  private BookParts() {}

  /** Reads every row of one workbook, of whichever kind. */
  interface Reader {
    void read(Path file, WorkbookRows.Taker taker) throws IOException;
  }

  /** Takes a row, and the workbook it stands in. */
  interface Taker {
    void take(Path file, String sheet, int row, List<String> cells);
  }

  /**
   * Reads every row.
   *
   * @param first the workbook, {@code return.xlsx}; {@code return-part-2.xlsx} beside it follows
   */
  static void read(Path first, Reader reader, Taker taker) throws IOException {
    String name = first.getFileName().toString();
    int ending = name.lastIndexOf('.');
    Path file = first;
    for (int book = 1; Files.exists(file); book++) {
      Path part = file;
      reader.read(part, (sheet, row, cells) -> taker.take(part, sheet, row, cells));
      file =
          first.resolveSibling(
              WorkbookPlan.name(name.substring(0, ending), book) + name.substring(ending));
    }
  }
}
