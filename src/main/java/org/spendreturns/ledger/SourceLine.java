package org.spendreturns.ledger;

import java.util.List;

/**
 * One entry of an export as found: its cells in file order, unchanged.
 *
 * @param at where it stands
 * @param cells the text of each cell, as written; an absent cell is empty. A workbook's number is
 *     its shortest exact decimal, a date cell {@code yyyy-MM-dd} or with {@code T} and a time
 */
public record SourceLine(SourceRef at, List<String> cells) {

  /** Keeps its own copy of the cells. */
  public SourceLine {
    cells = List.copyOf(cells);
  }

  /** Whether no cell holds anything but white space. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
