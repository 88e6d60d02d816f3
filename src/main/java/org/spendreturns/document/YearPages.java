package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Regime;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.returns.YearTable;

/**
 * The pages year by year: what the body says, the tables of sums that it gives itself with what
 * does not hold in them, and the duties to publish that bound it.
 */
final class YearPages {

  private static final int YEARS_ACROSS = 5; // a table of more years stands in several tables

  private final Return filing;
  private final Wording wording;

  YearPages(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, wording.say("part.years")));
    for (Return.Statement statement : filing.statements()) {
      blocks.add(new Heading(3, statement.year().toString()));
      blocks.add(new Paragraph(statement.held()));
      statement.paragraphs().forEach(text -> blocks.add(new Paragraph(text)));
    }
    filing.tables().forEach(table -> blocks.addAll(table(table)));
    blocks.addAll(regimes());
    return blocks;
  }

  private List<Block> table(YearTable table) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, table.title()));
    blocks.add(
        new Paragraph(
            table.source().isEmpty()
                ? wording.say("bodyTables.intro")
                : wording.say("bodyTables.intro.source", table.source())));
    int years = table.years().size();
    int parts = (years + YEARS_ACROSS - 1) / YEARS_ACROSS;
    for (int part = 0; part < parts; part++) {
      blocks.add(table(table, years * part / parts, years * (part + 1) / parts, parts > 1));
    }
    Stream.concat(table.disagreements(wording).stream(), table.remainders(wording).stream())
        .forEach(sentence -> blocks.add(new Paragraph(sentence + ".")));
    return blocks;
  }

  private Table table(YearTable table, int from, int to, boolean isPart) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(wording.say("column.row"), ColumnKind.ROW_HEADER, 34));
    for (FinancialYear year : table.years().subList(from, to)) {
      columns.add(new Column(year.toString(), ColumnKind.NUMBER, 14));
    }
    List<Row> rows = new ArrayList<>();
    for (YearTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.title()));
      row.sums().subList(from, to).forEach(sum -> cells.add(sum(sum, wording)));
      boolean isTotal = row.kind() == YearTable.Kind.TOTAL;
      rows.add(new Row(isTotal ? RowKind.TOTAL : RowKind.BODY, cells, 0));
    }
    String caption =
        isPart
            ? wording.say(
                "years.shown", table.title(), wording.years(table.years().subList(from, to)))
            : "";
    return new Table(caption, columns, rows);
  }

  private static String sum(Optional<Money> sum, Wording wording) {
    return sum.map(wording::money).orElseGet(() -> wording.say("bodyTables.noSum"));
  }

  private List<Block> regimes() {
    if (filing.regimes().isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (Regime.InForce each : filing.regimes()) {
      Regime regime = each.regime();
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(regime.title(), days(each, wording), regime.asks(), source(regime, wording)),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("column.regime"), ColumnKind.ROW_HEADER, 26),
            new Column(wording.say("column.inForce"), ColumnKind.TEXT, 18),
            new Column(wording.say("column.asks"), ColumnKind.TEXT, 30),
            new Column(wording.say("column.source"), ColumnKind.TEXT, 26));
    return List.of(
        new Heading(3, wording.say("regimes.heading")),
        new Paragraph(wording.say("regimes.intro")),
        new Table("", columns, rows));
  }

  private static String days(Regime.InForce each, Wording wording) {
    return wording.say(
        "agreements.period", wording.date(each.days().start()), wording.date(each.days().end()));
  }

  static String source(Regime regime, Wording wording) {
    return regime.isRead() ? regime.source() : wording.say("regimes.notRead", regime.source());
  }
}
