package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.DataQuality.Account;
import org.spendreturns.returns.DataQuality.Use;
import org.spendreturns.returns.Wording;

/** The page that says what became of every line of every export on file. */
final class QualityPages {

  /** Longer lists are in the workbook. */
  private static final int ROWS_SHOWN = 40;

  private final DataQuality quality;
  private final Wording wording;

  QualityPages(DataQuality quality, Wording wording) {
    this.quality = quality;
    this.wording = wording;
  }

  /** The page; nothing if no export is on file. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (quality.exports().isEmpty()) {
      return blocks;
    }
    blocks.add(new Heading(2, wording.say("part.quality")));
    blocks.add(new Paragraph(wording.say("quality.intro")));
    if (quality.exports().stream().allMatch(export -> export.totals().isEmpty())) {
      blocks.add(new Paragraph(wording.say("quality.accounts.none")));
      leftOut(blocks);
      decided(blocks);
      return blocks;
    }
    blocks.add(accounts());
    table("rejected", List.of("file", "reason"), rejected(), blocks);
    blocks.add(new Heading(3, wording.say("quality.years")));
    table("years", List.of("file", "year"), years(), blocks);
    blocks.add(new Heading(3, wording.say("quality.months")));
    table("months", List.of("month"), months(), blocks);
    printed(blocks);
    leftOut(blocks);
    remarks(blocks);
    decided(blocks);
    return blocks;
  }

  private Block accounts() {
    List<Row> rows = new ArrayList<>();
    for (Account export : quality.exports()) {
      String file = export.file() + "\n" + wording.say("use." + export.use());
      export
          .totals()
          .ifPresent(totals -> rows.add(account(RowKind.BODY, file, totals, rows.size())));
    }
    String all = wording.say("quality.inAll");
    rows.add(account(RowKind.TOTAL, all, quality.inAll(), rows.size() - 1));
    List<Column> columns =
        List.of(
            new Column(wording.say("method.file"), ColumnKind.ROW_HEADER, 24),
            Column.number(wording.say("method.lines"), 10),
            Column.number(wording.say("method.accepted"), 11),
            Column.number(wording.say("method.rejected"), 10),
            Column.number(wording.say("quality.repeated"), 10),
            Column.number(wording.say("quality.blank"), 7),
            Column.number(wording.say("quality.beside"), 10),
            Column.number(wording.say("method.sum"), 18));
    return new Table(wording.say("quality.accounts.caption"), columns, rows);
  }

  private Row account(RowKind kind, String title, ControlTotals totals, int together) {
    return new Row(
        kind,
        List.of(
            title,
            wording.count(totals.lines()),
            wording.count(totals.accepted()),
            wording.count(totals.rejected()),
            wording.count(totals.duplicates()),
            wording.count(totals.blank()),
            wording.count(totals.preamble() + totals.headers() + totals.totalRows()),
            wording.money(totals.amount())),
        together);
  }

  /** A row of a table: its texts, then lines, then a sum or nothing. */
  private record Counted(List<String> texts, long lines, String sum) {}

  private List<Counted> rejected() {
    List<Counted> rows = new ArrayList<>();
    for (Account export : quality.exports()) {
      export
          .totals()
          .map(ControlTotals::rejectedBy)
          .orElse(Map.of())
          .forEach(
              (reason, lines) ->
                  rows.add(
                      new Counted(
                          List.of(export.file(), wording.say("reason." + reason)), lines, "")));
    }
    return rows;
  }

  private List<Counted> years() {
    List<Counted> rows = new ArrayList<>();
    for (Account export : quality.exports()) {
      export
          .totals()
          .map(ControlTotals::byYear)
          .orElse(Map.of())
          .forEach((year, tally) -> rows.add(counted(tally, export.file(), year.toString())));
    }
    return rows;
  }

  private List<Counted> months() {
    return quality.inAll().byMonth().entrySet().stream()
        .map(month -> counted(month.getValue(), wording.month(month.getKey())))
        .toList();
  }

  private Counted counted(Tally tally, String... texts) {
    return new Counted(List.of(texts), tally.lines(), wording.money(tally.amount()));
  }

  /** A table of such rows, or a sentence that there are none. */
  private void table(String id, List<String> titles, List<Counted> counted, List<Block> blocks) {
    if (counted.isEmpty()) {
      blocks.add(new Paragraph(wording.say("quality." + id + ".none")));
      return;
    }
    boolean hasSum = !counted.get(0).sum().isEmpty();
    List<Column> columns = new ArrayList<>();
    int share = (hasSum ? 60 : 80) / titles.size();
    for (String title : titles) {
      ColumnKind kind = columns.isEmpty() ? ColumnKind.ROW_HEADER : ColumnKind.TEXT;
      columns.add(new Column(wording.say("quality." + title), kind, share));
    }
    columns.add(Column.number(wording.say("method.lines"), hasSum ? 15 : 20));
    if (hasSum) {
      columns.add(Column.number(wording.say("method.sum"), 25));
    }
    List<Row> rows = new ArrayList<>();
    for (Counted each : counted.stream().limit(ROWS_SHOWN).toList()) {
      List<String> cells = new ArrayList<>(each.texts());
      cells.add(wording.count(each.lines()));
      if (hasSum) {
        cells.add(each.sum());
      }
      rows.add(new Row(RowKind.BODY, cells, rows.size()));
    }
    blocks.add(new Table(wording.say("quality." + id + ".caption"), columns, rows));
    more(counted.size(), blocks);
  }

  private void more(int count, List<Block> blocks) {
    if (count > ROWS_SHOWN) {
      blocks.add(
          new Paragraph(
              wording.say("more.lines", wording.count(ROWS_SHOWN), wording.count(count))));
    }
  }

  private void printed(List<Block> blocks) {
    blocks.add(new Heading(3, wording.say("quality.printed")));
    List<Row> rows = new ArrayList<>();
    List<DataQuality.Printed> totals =
        quality.exports().stream().flatMap(export -> export.printed().stream()).toList();
    for (DataQuality.Printed total : totals.stream().limit(ROWS_SHOWN).toList()) {
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  total.at().toString(),
                  wording.money(total.printed()),
                  wording.money(total.read()),
                  wording.money(total.difference())),
              rows.size()));
    }
    if (rows.isEmpty()) {
      blocks.add(new Paragraph(wording.say("quality.printed.none")));
      return;
    }
    blocks.add(
        new Table(
            wording.say("quality.printed.caption"),
            List.of(
                new Column(wording.say("method.place"), ColumnKind.ROW_HEADER, 40),
                Column.number(wording.say("quality.asPrinted"), 20),
                Column.number(wording.say("quality.asRead"), 20),
                Column.number(wording.say("quality.difference"), 20)),
            rows));
    more(totals.size(), blocks);
  }

  private void leftOut(List<Block> blocks) {
    blocks.add(new Heading(3, wording.say("quality.leftOut")));
    List<Item> items = new ArrayList<>();
    for (Account export : quality.exports()) {
      if (export.use() == Use.REPLACED) {
        items.add(new Item(export.file(), wording.say("quality.replaced", export.because())));
      } else if (export.use() == Use.SET_ASIDE) {
        String kind = wording.say("setAside." + export.because());
        items.add(new Item(export.file(), wording.say("quality.setAside", kind)));
      } else if (export.use() == Use.WITHOUT_PAYMENTS) {
        String kind = wording.say("setAside." + export.because());
        items.add(new Item(export.file(), wording.say("quality.withoutPayments", kind)));
      } else if (export.use() == Use.KEPT_OUT) {
        items.add(new Item(export.file(), wording.say("quality.keptOut")));
      }
      for (DataQuality.Elsewhere lines : export.elsewhere()) {
        items.add(
            new Item(
                export.file(),
                wording.say(
                    "quality.elsewhere",
                    wording.counted("count.lines", lines.lines()),
                    wording.money(lines.amount()),
                    lines.file())));
      }
    }
    if (items.isEmpty()) {
      blocks.add(new Paragraph(wording.say("quality.leftOut.none")));
    }
    blocks.addAll(items);
  }

  private void remarks(List<Block> blocks) {
    List<Item> items = new ArrayList<>();
    for (Account export : quality.exports()) {
      HiddenParts hidden = export.hidden();
      if (!hidden.equals(HiddenParts.NONE)) {
        items.add(
            new Item(
                export.file(),
                wording.say(
                    "quality.hidden",
                    wording.count(hidden.sheets()),
                    wording.count(hidden.rows()),
                    wording.count(hidden.columns()))));
      }
      export
          .identical()
          .filter(identical -> identical.groups() > 0)
          .ifPresent(
              identical ->
                  items.add(
                      new Item(
                          export.file(),
                          wording.say(
                              "quality.identical",
                              wording.count(identical.lines()),
                              wording.count(identical.groups())))));
    }
    for (Account export : quality.exports()) {
      for (DataQuality.Elsewhere lines : export.perhapsTwice()) {
        items.add(
            new Item(
                export.file(),
                wording.say(
                    "quality.perhapsTwice",
                    wording.counted("count.lines", lines.lines()),
                    wording.money(lines.amount()),
                    lines.file())));
      }
    }
    if (!items.isEmpty()) {
      blocks.add(new Heading(3, wording.say("quality.remarks")));
      blocks.addAll(items);
    }
  }

  private void decided(List<Block> blocks) {
    blocks.add(new Heading(3, wording.say("quality.decided")));
    blocks.add(
        quality.decided().isEmpty()
            ? new Paragraph(wording.say("quality.decided.none"))
            : Decisions.of(quality, wording).table(wording.say("quality.decided.caption")));
  }
}
