package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.table;
import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Kind;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

/** The summary as tables: with a column a year for people, with a row a figure for machines. */
final class SummaryTables {

  /** The id of the table that a chart draws. */
  static final String CHART = "chart";

  private final Return filing;
  private final Wording wording;
  private final List<FinancialYear> years;

  SummaryTables(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
    this.years = filing.heading().years();
  }

  DataTable summary(String id, Summary summary) {
    List<Column> columns = new ArrayList<>(columns(wording, "category"));
    years.forEach(year -> columns.add(new Column(year.toString(), year.toString(), Kind.WORTH)));
    columns.addAll(columns(wording, "inAll", "notes"));
    List<Summary.Row> rows = new ArrayList<>(summary.rows());
    rows.add(summary.total());
    return table(
        id,
        columns,
        rows,
        row -> {
          List<Datum> cells = new ArrayList<>();
          cells.add(text(row.title()));
          row.byYear().forEach(figure -> cells.add(new Worth(figure.value())));
          cells.add(new Worth(row.inAll().value()));
          List<String> notes = new ArrayList<>();
          for (int year = 0; year < years.size(); year++) {
            marks(wording, years.get(year).toString(), row.byYear().get(year))
                .ifPresent(notes::add);
          }
          marks(wording, wording.say("column.inAll"), row.inAll()).ifPresent(notes::add);
          cells.add(joined(notes));
          return cells;
        });
  }

  /** What the chart draws: a sum that is known in part stands as what is known, and says so. */
  DataTable chart(Summary summary) {
    List<Column> columns = new ArrayList<>(columns(wording, "category"));
    years.forEach(year -> columns.add(new Column(year.toString(), year.toString(), Kind.WORTH)));
    columns.addAll(columns(wording, "remarks"));
    return table(
        CHART,
        columns,
        summary.rows(),
        row -> {
          List<Datum> cells = new ArrayList<>(List.of(text(row.title())));
          List<String> remarks = new ArrayList<>();
          for (int year = 0; year < years.size(); year++) {
            Value value = row.byYear().get(year).value();
            if (value instanceof Value.AtLeast atLeast) {
              cells.add(new Sum(atLeast.money()));
              remarks.add(
                  wording.say("chart.atLeast", years.get(year).toString(), wording.words(value)));
            } else {
              cells.add(new Worth(value));
            }
          }
          cells.add(joined(remarks));
          return cells;
        });
  }

  /** A cell of the summary: whether awarded or paid, its row, its year or "in all". */
  private record SummaryCell(String basis, String category, String year, Figure figure) {}

  DataTable tidy() {
    List<SummaryCell> cells = new ArrayList<>();
    for (Summary summary : List.of(filing.awarded(), filing.paid())) {
      String basis = wording.say("column." + summary.basis().prefix());
      List<Summary.Row> rows = new ArrayList<>(summary.rows());
      rows.add(summary.total());
      for (Summary.Row row : rows) {
        for (int year = 0; year < years.size(); year++) {
          String written = years.get(year).toString();
          cells.add(new SummaryCell(basis, row.title(), written, row.byYear().get(year)));
        }
        String inAll = wording.say("column.inAll");
        cells.add(new SummaryCell(basis, row.title(), inAll, row.inAll()));
      }
    }
    return table(
        "summary",
        columns(wording, "basis", "category", "financialYear", "worth", "notes"),
        cells,
        each ->
            List.of(
                text(each.basis()),
                text(each.category()),
                text(each.year()),
                new Worth(each.figure().value()),
                joined(each.figure().notes().stream().map(wording::noteMark).toList())));
  }

  /** A cell's name and the marks of its notes; empty if it has none. */
  static Optional<String> marks(Wording wording, String cell, Figure figure) {
    return figure.notes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            figure.notes().stream()
                .map(wording::noteMark)
                .collect(Collectors.joining(" ", cell + " ", "")));
  }

  /** All marks of a row. */
  static Datum joined(List<String> notes) {
    return text(String.join("; ", notes));
  }
}
