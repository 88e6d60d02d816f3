package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.Wording;

/** What people decided, each with what it moved: as a table for readers, and for machines. */
record Decisions(List<Decision> all, Wording wording) {

  /** Keeps its own copy. */
  Decisions {
    all = List.copyOf(all);
  }

  /** A decision. */
  record Decision(String id, LocalDate on, String said, long lines, Money amount) {}

  /** Those about how exports count. */
  static Decisions of(DataQuality quality, Wording wording) {
    return new Decisions(
        quality.decided().stream()
            .map(
                each ->
                    new Decision(each.id(), each.on(), each.said(), each.lines(), each.amount()))
            .toList(),
        wording);
  }

  /** For readers. */
  Table table(String caption) {
    List<Row> rows = new ArrayList<>();
    for (Decision each : all) {
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  each.id(),
                  wording.date(each.on()),
                  each.said(),
                  wording.count(each.lines()),
                  wording.money(each.amount())),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("quality.decision"), ColumnKind.ROW_HEADER, 11),
            new Column(wording.say("quality.on"), ColumnKind.TEXT, 17),
            new Column(wording.say("quality.said"), ColumnKind.TEXT, 42),
            Column.number(wording.say("method.lines"), 10),
            Column.number(wording.say("method.amount"), 20));
    return new Table(caption, columns, rows);
  }

  /**
   * For machines.
   *
   * @param amount the id of the column of what each moved
   */
  DataTable data(String id, String amount) {
    return DataCopy.table(
        id,
        TableColumns.columns(wording, "decisionId", "date", "said", "lines", amount),
        all,
        each ->
            List.of(
                text(each.id()),
                new Day(each.on()),
                text(each.said()),
                new Count(each.lines()),
                new Sum(each.amount())));
  }
}
