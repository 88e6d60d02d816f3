package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Kind;
import org.spendreturns.returns.Wording;

/**
 * Compares an edition's workbooks with its JSON, both ways, and the one for Excel with the
 * OpenDocument one, row for row and cell for cell: both have the same sheets.
 */
final class ComparedBooks {

  private final ToldFigures told;
  private final CellWords words = new CellWords(Wording.english());
  private Optional<List<Integer>> rowsBefore = Optional.empty(); // of the other workbook, levelled

  private final Map<String, List<String>> byTitle = new LinkedHashMap<>();
  private final Map<List<String>, Table> byHead = new LinkedHashMap<>();
  private Optional<Table> atHand = Optional.empty(); // of the sheet, below its head
  private List<Integer> rows = new ArrayList<>();

  /** A table that is compared row for row. */
  private record Table(List<Column> columns, ComparedRows rows) {}

  ComparedBooks(ToldFigures told) {
    this.told = told;
  }

  void excel(Path first, Gate.Faults faults) throws IOException {
    compare(first, faults, WorkbookRows::read, "");
  }

  void openDocument(Path first, Gate.Faults faults) throws IOException {
    compare(first, faults, OpenDocumentRows::read, "return.xlsx");
  }

  /** A workbook and those in which its tables go on, as one. */
  private void compare(Path first, Gate.Faults faults, BookParts.Reader reader, String beside)
      throws IOException {
    byTitle.clear();
    byHead.clear();
    atHand = Optional.empty();
    for (ToldTable table : ToldTable.all(told)) {
      ComparedRows compared = new ComparedRows(table, this::shown);
      List<String> head = table.columns().stream().map(each -> shown(each.title())).toList();
      byHead.put(head, new Table(table.columns(), compared));
    }
    rows = new ArrayList<>();
    BookParts.read(
        first,
        reader,
        (file, sheet, row, cells) -> {
          if (row == 1) {
            atHand = Optional.empty();
          }
          String place = sheet + ", row " + row;
          String of = file.equals(first) ? "" : file.getFileName() + " ";
          take(of + place, cells, beside, faults);
        });
    if (rowsBefore.isPresent() && rowsBefore.get().size() != rows.size()) {
      faults.add(
          "",
          "has %d rows, and %s %d; write both anew"
              .formatted(rows.size(), beside, rowsBefore.get().size()));
    }
    rowsBefore = Optional.of(rows);
    GateOfEdition.summaryRows(told, byTitle, faults);
    byHead.values().forEach(table -> table.rows().end(faults));
  }

  private void take(String place, List<String> cells, String beside, Gate.Faults faults) {
    List<String> shown = cells.stream().map(ComparedBooks::shown).toList();
    int last = shown.size();
    while (last > 0 && shown.get(last - 1).isEmpty()) {
      last--;
    }
    if (last == 0) {
      return;
    }
    int levelled = shown.subList(0, last).hashCode();
    boolean isOther =
        rowsBefore.isPresent()
            && rows.size() < rowsBefore.get().size()
            && rowsBefore.get().get(rows.size()) != levelled;
    rows.add(levelled);
    if (isOther) {
      faults.add(
          place,
          "says '%s', and %s something else; write both anew"
              .formatted(String.join(", ", shown.subList(0, last)), beside));
    }
    if (told.isTitle(shown.get(0))) {
      byTitle
          .computeIfAbsent(shown.get(0), none -> new ArrayList<>())
          .addAll(shown.subList(1, shown.size()));
    }
    Optional<Table> begins = Optional.ofNullable(byHead.get(shown.subList(0, last)));
    if (begins.isPresent()) {
      atHand = begins;
    } else if (atHand.isPresent()) {
      Table table = atHand.get();
      table.rows().take(place, column -> cell(shown, table.columns().indexOf(column)), faults);
    }
  }

  /** What a cell shows; empty if it says that there is nothing to say, or nothing on file. */
  private static String cell(List<String> shown, int column) {
    String cell = column < shown.size() ? shown.get(column) : "";
    return List.of(DataCopy.NOT_APPLICABLE, DataCopy.NOT_AVAILABLE).contains(cell) ? "" : cell;
  }

  /** What the JSON tells, as a cell shows it. */
  private String shown(Column column, String told) {
    if (column.kind() == Kind.DAY && !told.isEmpty()) {
      try {
        return shown(words.shown(new Day(LocalDate.parse(told))));
      } catch (DateTimeException fault) {
        return told; // which no cell shows
      }
    }
    return shown(words.fitting(told));
  }

  /** A cell as both workbooks say it: a sum with its sign and pence, a number without commas. */
  private static String shown(String cell) {
    String level = GateOfEdition.levelled(cell).replaceAll("\\s+", " ").strip();
    return level.matches("-?[\\d,]+(?:\\.\\d+)?") ? level.replace(",", "") : level;
  }
}
