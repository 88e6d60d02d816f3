package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Redacted;
import org.spendreturns.returns.Wording;

/** What a return does not tell: by which rule, and how often, by reason. */
final class RedactionPages {

  private final List<Redacted> redacted;
  private final Wording wording;

  RedactionPages(Method method, Wording wording) {
    this.redacted = method.redacted();
    this.wording = wording;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, wording.say("method.redacted")));
    blocks.add(new Paragraph(wording.say("method.redacted.rule")));
    if (redacted.isEmpty()) {
      blocks.add(new Paragraph(wording.say("method.redacted.none")));
      return blocks;
    }
    List<Row> rows = new ArrayList<>();
    for (Redacted each : redacted) {
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  wording.say("redacted." + each.reason()),
                  each.decided(),
                  wording.count(each.count()),
                  wording.money(each.amount())),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("column.redactedBecause"), ColumnKind.ROW_HEADER, 42),
            new Column(wording.say("column.decided"), ColumnKind.TEXT, 30),
            new Column(wording.say("column.times"), ColumnKind.NUMBER, 10),
            new Column(wording.say("column.amount"), ColumnKind.NUMBER, 18));
    blocks.add(new Table("", columns, rows));
    return blocks;
  }

  DataTable table() {
    return DataCopy.table(
        "redacted",
        TableColumns.columns(wording, "redactedBecause", "decided", "times", "amount"),
        redacted,
        each ->
            List.of(
                DataCopy.text(wording.say("redacted." + each.reason())),
                DataCopy.text(each.decided()),
                new Count(each.count()),
                new Sum(each.amount())));
  }
}
