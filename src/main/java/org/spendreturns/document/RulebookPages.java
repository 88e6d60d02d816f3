package org.spendreturns.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.returns.Method.RulebookEdition;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Measure;

/** Which rulebook's edition chose the lines, and how often it is right, as far as was measured. */
final class RulebookPages {

  private static final String NOTHING = "none"; // as Measure writes a share of nothing

  private final RulebookEdition rulebook;
  private final Wording wording;

  RulebookPages(RulebookEdition rulebook, Wording wording) {
    this.rulebook = rulebook;
    this.wording = wording;
  }

  /** For readers. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Paragraph(
            wording.say(
                "method.rulebook",
                rulebook.name(),
                wording.date(rulebook.inForceFrom()),
                MethodPages.shortened(rulebook.digest()))));
    if (rulebook.measured().isEmpty()) {
      blocks.add(new Paragraph(wording.say("method.measured.none")));
      return blocks;
    }
    blocks.add(new Paragraph(wording.say("method.measured.meaning")));
    List<Row> rows = new ArrayList<>();
    for (Measure each : rulebook.measured()) {
      List<String> cells = new ArrayList<>();
      cells.add(
          wording.say(
              "method.measured.row",
              wording.own(each.what()),
              wording.own(each.how()),
              wording.count(each.lines()),
              wording.date(each.on())));
      shares(each)
          .map(
              share ->
                  share.equals(NOTHING) ? wording.say("method.measured.nothing") : percent(share))
          .forEach(cells::add);
      rows.add(new Row(RowKind.BODY, cells, rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("column.measuredOn"), ColumnKind.ROW_HEADER, 45),
            share("precision"),
            share("recall"),
            share("recallWithReview"),
            share("shareForReview"),
            share("rightCategory"));
    blocks.add(new Table(wording.say("method.measured.caption"), columns, rows));
    return blocks;
  }

  private Column share(String id) {
    return new Column(wording.say("column." + id), ColumnKind.NUMBER, 11);
  }

  /** For machines: a row for each measurement; one row that says so if there is none. */
  DataTable table() {
    List<Datum> notMeasured = new ArrayList<>(edition());
    notMeasured.add(new Text(wording.say("method.measured.not")));
    while (notMeasured.size() < 11) {
      notMeasured.add(new Text(DataCopy.NOT_APPLICABLE));
    }
    List<List<Datum>> rows =
        rulebook.measured().isEmpty()
            ? List.of(notMeasured)
            : rulebook.measured().stream().map(this::row).toList();
    return DataCopy.table(
        "rulebook",
        TableColumns.columns(
            wording,
            "rulebook",
            "rulebookDigest",
            "measuredOn",
            "how",
            "date",
            "lines",
            "precision",
            "recall",
            "recallWithReview",
            "shareForReview",
            "rightCategory"),
        rows,
        row -> row);
  }

  private List<Datum> row(Measure measure) {
    List<Datum> row = new ArrayList<>(edition());
    row.add(new Text(wording.own(measure.what())));
    row.add(new Text(wording.own(measure.how())));
    row.add(new Day(measure.on()));
    row.add(new Count(measure.lines()));
    shares(measure)
        .map(share -> share.equals(NOTHING) ? DataCopy.NOT_APPLICABLE : percent(share))
        .map(Text::new)
        .forEach(row::add);
    return row;
  }

  private List<Datum> edition() {
    return List.of(new Text(rulebook.name()), new Text(rulebook.digest()));
  }

  private static Stream<String> shares(Measure measure) {
    return Stream.of(
        measure.precision(),
        measure.recall(),
        measure.withReview(),
        measure.forReview(),
        measure.rightCategory());
  }

  /** {@code 0.991} is {@code 99.1%}. */
  private static String percent(String share) {
    return new BigDecimal(share).movePointRight(2).toPlainString() + "%";
  }
}
