package org.spendreturns.document;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.returns.YearTable;

/** What the body says of its years, and what bound it in them, as tables for machines. */
final class YearTables {

  private YearTables() {}

  static DataTable statements(Return filing, Wording wording) {
    return DataCopy.table(
        "years",
        TableColumns.columns(wording, "financialYear", "statement"),
        filing.statements(),
        each ->
            List.of(
                DataCopy.text(each.year().toString()),
                DataCopy.text(
                    Stream.concat(Stream.of(each.held()), each.paragraphs().stream())
                        .collect(Collectors.joining("\n")))));
  }

  static DataTable regimes(Return filing, Wording wording) {
    return DataCopy.table(
        "regimes",
        TableColumns.columns(wording, "regime", "start", "end", "asks", "source"),
        filing.regimes(),
        each ->
            List.of(
                DataCopy.text(each.regime().title()),
                new Day(each.days().start()),
                new Day(each.days().end()),
                DataCopy.text(each.regime().asks()),
                DataCopy.text(YearPages.source(each.regime(), wording))));
  }

  /** A cell of a table of the body's own. */
  private record Cell(YearTable table, YearTable.Row row, int year) {}

  /** The body's own tables: one row a cell. */
  static DataTable ofBody(Return filing, Wording wording) {
    return DataCopy.table(
        "bodyTables",
        TableColumns.columns(
            wording, "table", "row", "rowKind", "financialYear", "given", "source"),
        filing.tables().stream().flatMap(YearTables::cells).toList(),
        cell ->
            List.of(
                DataCopy.text(cell.table().title()),
                DataCopy.text(cell.row().title()),
                DataCopy.text(wording.say("rowKind." + kind(cell.row()))),
                DataCopy.text(cell.table().years().get(cell.year()).toString()),
                cell.row()
                    .sums()
                    .get(cell.year())
                    .<DataTable.Datum>map(Sum::new)
                    .orElseGet(() -> new Text(DataCopy.NOT_AVAILABLE)),
                DataCopy.text(cell.table().source())));
  }

  private static Stream<Cell> cells(YearTable table) {
    return table.rows().stream()
        .flatMap(
            row ->
                Stream.iterate(0, year -> year < table.years().size(), year -> year + 1)
                    .map(year -> new Cell(table, row, year)));
  }

  /** As the data files write what a row is: {@code total}. */
  static String kind(YearTable.Row row) {
    return row.kind().name().toLowerCase(Locale.ROOT);
  }
}
