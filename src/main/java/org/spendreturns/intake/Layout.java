package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceLine;

/**
 * Which column of a ledger holds what.
 *
 * @param columns by role the columns from 0, the preferred one first; amount and supplier are
 *     always there, and date is unless the body says of which month the lines are
 * @param titles the name of each column as the file gives it; empty where it gives none
 * @param choices what was chosen where the file offers more than one, for a person to know
 * @param unsure what its lines must not speak against; empty if a person named the columns
 * @param cells how many a line has; {@link Integer#MAX_VALUE} if nothing says
 */
record Layout(
    Map<ColumnRole, List<Integer>> columns,
    List<String> titles,
    List<String> choices,
    Optional<Unsure> unsure,
    int cells) {

  /** Of lines that have as many cells as there are names. */
  Layout(
      Map<ColumnRole, List<Integer>> columns,
      List<String> titles,
      List<String> choices,
      Optional<Unsure> unsure) {
    this(columns, titles, choices, unsure, titles.isEmpty() ? Integer.MAX_VALUE : titles.size());
  }

  /**
   * What is not sure of columns that were recognised by their names.
   *
   * @param ask why a person must say which columns hold what; empty if the names decide
   * @param rivals columns that hold an amount too, of the same basis as far as their names tell
   * @param supplierMayBeTheBody whether the supplier's column is named as one of the body's own
   *     name might be
   * @param notices what a person must know: that the file offers less than the body's file says
   */
  record Unsure(
      Optional<String> ask,
      List<Integer> rivals,
      boolean supplierMayBeTheBody,
      List<String> notices) {
    /** Keeps its own copies. */
    Unsure {
      rivals = List.copyOf(rivals);
      notices = List.copyOf(notices);
    }
  }

  /** Keeps its own copies. */
  Layout {
    Map<ColumnRole, List<Integer>> ordered = new EnumMap<>(ColumnRole.class);
    columns.forEach((role, indices) -> ordered.put(role, List.copyOf(indices)));
    columns = Collections.unmodifiableMap(ordered);
    titles = List.copyOf(titles);
    choices = List.copyOf(choices);
    for (ColumnRole role : ColumnRole.values()) {
      boolean isNeeded = role.isRequired() && role != ColumnRole.DATE;
      if (isNeeded && columns.getOrDefault(role, List.of()).isEmpty()) {
        throw new IllegalArgumentException("a layout needs a column for " + EnumText.written(role));
      }
    }
  }

  /** The first column of a role, or -1 if there is none. */
  int column(ColumnRole role) {
    List<Integer> found = columns.get(role);
    return found == null || found.isEmpty() ? -1 : found.get(0);
  }

  /** The same, which is not what the body's file says; a person is told. */
  Layout insteadOf(String said) {
    List<String> told = new ArrayList<>(unsure.map(Unsure::notices).orElse(List.of()));
    told.add(
        "has none of the columns that the body's file names (%s); read by known names: date '%s', amount '%s', supplier '%s'; check them, and say under files: what holds for this one"
            .formatted(
                said,
                title(ColumnRole.DATE),
                title(ColumnRole.AMOUNT),
                title(ColumnRole.SUPPLIER)));
    return new Layout(
        columns,
        titles,
        choices,
        unsure.map(
            known -> new Unsure(known.ask(), known.rivals(), known.supplierMayBeTheBody(), told)));
  }

  /** Whether a sum alone does not say what was paid: its sign or currency stands beside it. */
  boolean saysMoreOfSums() {
    return columns.containsKey(ColumnRole.CREDIT)
        || columns.containsKey(ColumnRole.SIGN)
        || columns.containsKey(ColumnRole.CURRENCY);
  }

  /** How a message names the column of a role: {@code Pay Date}, or {@code N} if it has no name. */
  String title(ColumnRole role) {
    return column(role) < 0 ? "(none)" : title(column(role));
  }

  /** How a message names a column. */
  String title(int column) {
    String title = column >= 0 && column < titles.size() ? CellText.plain(titles.get(column)) : "";
    return title.isEmpty() ? letters(column) : title;
  }

  /** How many columns a full record has at least: up to the last that has a name or a role. */
  int width() {
    int width = 0;
    for (int i = 0; i < titles.size(); i++) {
      width = titles.get(i).isBlank() ? width : i + 1;
    }
    for (List<Integer> indices : columns.values()) {
      width = Math.max(width, Collections.max(indices) + 1);
    }
    return width;
  }

  /** The same, of lines with so many cells. */
  Layout withCells(int ofLines) {
    return new Layout(columns, titles, choices, unsure, ofLines);
  }

  /** How many cells a line has of which none can be one too many. */
  int cellsOfLines() {
    return titles.isEmpty() ? cells : Math.min(cells, width());
  }

  /** Whether it comes of the same names, in the same columns. */
  boolean hasTheNamesOf(Layout other) {
    return columns.equals(other.columns) && titles.equals(other.titles);
  }

  /** Whether the names of date, amount and supplier stand a second time, in the same order. */
  boolean isTwice() {
    for (int by = 1 - titles.size(); by < titles.size(); by++) {
      int shift = by;
      boolean allAgain =
          shift != 0
              && columns.keySet().stream()
                  .filter(ColumnRole::isRequired)
                  .allMatch(role -> standsAgain(column(role), column(role) + shift));
      if (allAgain) {
        return true;
      }
    }
    return false;
  }

  private boolean standsAgain(int column, int again) {
    return again >= 0
        && again < titles.size()
        && column < titles.size()
        && !CellText.isBlank(titles.get(column))
        && CellText.plain(titles.get(column)).equalsIgnoreCase(CellText.plain(titles.get(again)));
  }

  /**
   * Whether a line has more cells than it should, and one of as many after its amount is a sum too:
   * a delimiter that stands in a text or in a sum has then moved the amount.
   *
   * @param count how many cells it has
   * @param cell the text of each
   */
  boolean mayBeShifted(int count, IntFunction<String> cell) {
    if (count <= cellsOfLines()) {
      return false;
    }
    int last = count - 1;
    while (last >= 0 && CellText.isBlank(cell.apply(last))) {
      last--;
    }
    int held = titles.isEmpty() ? 0 : last + 1 - width();
    int extra = Math.max(held, count - cells); // the last cells may be blank, as may those too many
    int amount = column(ColumnRole.AMOUNT);
    for (int next = amount + 1; next <= amount + extra && next < count; next++) {
      String text = cell.apply(next);
      boolean isOfSum = next <= amount + held || text.contains(".");
      if (isOfSum && AmountText.read(text).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text that a record has for a role, trimmed: of several columns the distinct texts, joined
   * by {@code " / "}.
   */
  String text(SourceLine line, ColumnRole role) {
    List<String> cells = line.cells();
    List<Integer> of = columns.getOrDefault(role, List.of());
    return of.size() == 1
        ? CellText.trimmed(cell(cells, of.get(0)))
        : joined(of, column -> cell(cells, column));
  }

  /** What a record says that a return may use. */
  Particulars particulars(SourceLine line) {
    return new Particulars(
        text(line, ColumnRole.SUPPLIER),
        text(line, ColumnRole.SUPPLIER_ID),
        text(line, ColumnRole.REGISTRATION),
        text(line, ColumnRole.DESCRIPTION),
        text(line, ColumnRole.COST_CENTRE),
        text(line, ColumnRole.EXPENSE_TYPE),
        text(line, ColumnRole.HEADING),
        text(line, ColumnRole.CONTRACT));
  }

  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** The text of some columns together, as {@link #text} gives it. */
  static String joined(List<Integer> columns, IntFunction<String> cell) {
    List<String> texts = new ArrayList<>(columns.size());
    for (int column : columns) {
      String text = CellText.trimmed(cell.apply(column));
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return String.join(" / ", texts);
  }

  /** The letters that a spreadsheet shows for a column: A for 0. */
  static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + Math.max(column, 0)))
        : letters(column / 26 - 1) + letters(column % 26);
  }
}
