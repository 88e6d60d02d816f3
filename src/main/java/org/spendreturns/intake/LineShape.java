package org.spendreturns.intake;

import java.util.List;
import java.util.Optional;
import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.money.Money;

/** Whether a record has the cells of a line: neither too few nor too many, nor those of others. */
final class LineShape {

  private LineShape() {}

  /** How many of its cells hold anything. */
  static int filled(SourceLine line) {
    int filled = 0;
    for (String cell : line.cells()) {
      filled += CellText.isBlank(cell) ? 0 : 1;
    }
    return filled;
  }

  /**
   * Names under names, such as "From" and "To" under "Period": words, and where a line has its
   * date, sum and supplier nothing, or more of the name above, as "Payment" below "Date of".
   */
  static boolean isSecondRowOfNames(SourceLine line, Layout layout) {
    for (ColumnRole role : ColumnRole.values()) {
      String text = role.isRequired() ? layout.text(line, role) : "";
      String above = layout.title(role);
      boolean isNothing = text.isEmpty() || text.equals(above); // as where the two are merged
      if (!isNothing && !ColumnNames.shipped().isNameOf(role, above + " " + text)) {
        return false;
      }
    }
    return filled(line) > 1 && isOfWords(line.cells());
  }

  /** Whether no cell has a digit in it. */
  static boolean isOfWords(List<String> cells) {
    return cells.stream().allMatch(cell -> cell.chars().noneMatch(Character::isDigit));
  }

  /** Text that no line could have been: one or two cells, none of them a date, sum or supplier. */
  static boolean isDebris(
      Found found, Layout layout, String date, Optional<Money> money, int filled) {
    if (found.cutOff() || filled > 2 || money.isPresent()) {
      return false;
    }
    boolean nameless = layout.text(found.line(), ColumnRole.SUPPLIER).isEmpty();
    boolean undated = DateText.read(date, DateOrder.DAY_FIRST, false).isEmpty();
    return undated
        && (filled == 1 || (nameless && date.isEmpty()))
        && found.line().cells().stream().noneMatch(LineLook::isLine);
  }

  /**
   * Why a record of a text cannot be a whole line of its layout, or must not be read as one.
   *
   * @param narrowest of the lines above, how many cells it has
   */
  static Optional<Fault> fault(Found found, Layout layout, int narrowest) {
    return found.line().at().sheet().isEmpty()
        ? tooShort(found, layout, narrowest).or(() -> tooLong(found.line(), layout))
        : Optional.empty();
  }

  private static Optional<Fault> tooShort(Found found, Layout layout, int narrowest) {
    SourceLine line = found.line();
    int cells = line.cells().size();
    int needed = 0;
    for (ColumnRole role : ColumnRole.values()) {
      needed = role.isRequired() ? Math.max(needed, layout.column(role) + 1) : needed;
    }
    boolean cut = found.cutOff() && cells < layout.width() && cells < narrowest;
    if (cells >= needed && !cut) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            RejectReason.TOO_FEW_CELLS,
            line.cells().stream().anyMatch(LineLook::isLine)
                ? "a whole line in one cell, between quotes or with delimiters of another kind;"
                    + " write it as the other lines are"
                : "%d cells, where the lines have %d; the line is cut off or of another layout"
                    .formatted(cells, layout.width())));
  }

  /** A comma that is not in quotes, so that the amount may stand one cell on. */
  private static Optional<Fault> tooLong(SourceLine line, Layout layout) {
    List<String> cells = line.cells();
    if (!layout.mayBeShifted(cells.size(), cells::get)) {
      return Optional.empty();
    }
    int amount = layout.column(ColumnRole.AMOUNT);
    return Optional.of(
        new Fault(
            RejectReason.TOO_MANY_CELLS,
            "%d cells, where the lines have %d, and the amount may be '%s' or stand in a cell after it; put what holds a delimiter in quotes"
                .formatted(
                    cells.size(),
                    layout.cellsOfLines(),
                    LineFault.shown(CellText.trimmed(cells.get(amount))))));
  }
}
