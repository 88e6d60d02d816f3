package org.spendreturns.ledger;

/**
 * The place of a line: the file as its reader knows it, the sheet, and the line.
 *
 * @param file the file's name as given, folders above it left out
 * @param sheet the sheet's name; empty for a file without sheets
 * @param line from 1: in a text file the physical line on which the entry begins, in a workbook the
 *     row number that the spreadsheet shows
 */
public record SourceRef(String file, String sheet, long line) {

  /** Refuses a line below 1. */
  public SourceRef {
    if (line < 1) {
      throw new IllegalArgumentException("line %d: lines count from 1".formatted(line));
    }
  }

  /** Written {@code april.csv:3}, or {@code 2018.xlsx:Apr:3} with a sheet. */
  @Override
  public String toString() {
    return sheet.isEmpty() ? file + ":" + line : file + ":" + sheet + ":" + line;
  }
}
