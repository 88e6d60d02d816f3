package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spendreturns.ledger.HiddenParts;

/**
 * What is hidden in a workbook, as its rows go by: sheet by sheet, and only what holds something.
 */
final class HiddenSeen {

  private final List<Sheet> sheets = new ArrayList<>();

  /** What one sheet hides. */
  private static final class Sheet {
    private final String name;
    private final List<Range> columnsHidden = new ArrayList<>();
    private final Set<Integer> columns = new HashSet<>();
    private boolean isHidden;
    private long rows;

    Sheet(String name) {
      this.name = name;
    }
  }

  private record Range(int first, int last) {}

  /** Another sheet begins. */
  void startSheet(String name, boolean isHidden) {
    Sheet sheet = new Sheet(name);
    sheet.isHidden = isHidden;
    sheets.add(sheet);
  }

  /** The sheet that is being read turns out to be hidden. */
  void hideSheet() {
    last().isHidden = true;
  }

  /** The sheet that is being read hides columns, from 0, both ends included. */
  void hideColumns(int first, int last) {
    last().columnsHidden.add(new Range(first, last));
  }

  /** Equal rows of the sheet that is being read. */
  void rows(boolean areHidden, List<String> cells, long count) {
    Sheet sheet = last();
    if (!areHidden && sheet.columnsHidden.isEmpty()) {
      return;
    }
    boolean isBlank = true;
    for (int column = 0; column < cells.size(); column++) {
      if (!CellText.isBlank(cells.get(column))) {
        isBlank = false;
        for (Range range : sheet.columnsHidden) {
          if (column >= range.first() && column <= range.last()) {
            sheet.columns.add(column);
          }
        }
      }
    }
    sheet.rows += areHidden && !isBlank ? count : 0;
  }

  private Sheet last() {
    if (sheets.isEmpty()) {
      startSheet("", false);
    }
    return sheets.get(sheets.size() - 1);
  }

  /** How much is hidden, so far. */
  HiddenParts parts() {
    return new HiddenParts(
        sheets.stream().filter(sheet -> sheet.isHidden).count(),
        sheets.stream().mapToLong(sheet -> sheet.rows).sum(),
        sheets.stream().mapToLong(sheet -> sheet.columns.size()).sum());
  }

  /** The same for a person, by sheet. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Sheet sheet : sheets) {
      if (sheet.isHidden) {
        notes.add("sheet '%s' is hidden; it was read all the same".formatted(sheet.name));
      }
      if (sheet.rows > 0 || !sheet.columns.isEmpty()) {
        notes.add(
            "sheet '%s' hides %s and %s that hold something; they were read all the same"
                .formatted(
                    sheet.name,
                    sheet.rows == 1 ? "1 row" : "%,d rows".formatted(sheet.rows),
                    sheet.columns.size() == 1
                        ? "1 column"
                        : "%,d columns".formatted(sheet.columns.size())));
      }
    }
    return notes;
  }
}
