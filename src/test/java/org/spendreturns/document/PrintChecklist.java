package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet is printed: on A4, one page wide and turned as it is wide, its head on each page. */
final class PrintChecklist {

  private static final int UPRIGHT = 96 * 256; // characters, in the unit of columns

  /** A page between its margins, 659 pixels, in the 8 that a digit of a wide font takes. */
  private static final int ALONE = 82 * 256;

  private PrintChecklist() {}

  /**
   * What is otherwise, in words.
   *
   * @param head the row that is repeated, from 0; below 0 for none
   */
  static List<String> faults(XSSFSheet sheet, int head) {
    List<String> faults = new ArrayList<>();
    PrintSetup print = sheet.getPrintSetup();
    check(faults, print.getPaperSize() == PrintSetup.A4_PAPERSIZE, "is not set for A4");
    int width = 0;
    int columns = sheet.getRow(sheet.getLastRowNum()).getLastCellNum();
    for (int column = columns; column > 0; column--) {
      width += sheet.getColumnWidth(column - 1);
    }
    check(faults, print.getLandscape() == width > UPRIGHT, "is not turned as it is wide");
    check(faults, columns > 1 || width <= ALONE, "is one column, wider than a page has room for");
    check(
        faults,
        sheet.getFitToPage() && print.getFitWidth() == 1 && print.getFitHeight() == 0,
        "is not as wide as a page");
    check(
        faults,
        head < 0
            || (sheet.getRepeatingRows() != null
                && sheet.getRepeatingRows().getFirstRow() == head
                && sheet.getRepeatingRows().getLastRow() == head),
        "does not repeat its head on each page");
    for (String text :
        List.of(
            sheet.getHeader().getLeft(),
            sheet.getHeader().getCenter(),
            sheet.getHeader().getRight(),
            sheet.getFooter().getLeft(),
            sheet.getFooter().getCenter(),
            sheet.getFooter().getRight())) {
      check(faults, text.isEmpty(), "has the header or footer '%s'".formatted(text));
    }
    return faults;
  }

  private static void check(List<String> faults, boolean isSo, String fault) {
    if (!isSo) {
      faults.add(fault);
    }
  }
}
