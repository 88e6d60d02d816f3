package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.returns.Changes;
import org.spendreturns.returns.Difference;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an edition says otherwise than the one before it: as pages, as a table, and as JSON. */
final class ChangePages {

  /** Longer lists are in the workbook. */
  private static final int FIGURES_SHOWN = 40;

  private final EditionMark edition;
  private final Wording wording;

  ChangePages(EditionMark edition, Wording wording) {
    this.edition = edition;
    this.wording = wording;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, heading()));
    if (edition.changes().isEmpty()) {
      blocks.add(new Paragraph(none()));
      return blocks;
    }
    Changes changes = edition.changes().get();
    int number = 0;
    for (String sentence :
        Stream.concat(changes.files().stream(), changes.texts().stream()).toList()) {
      blocks.add(new Item(++number + ".", sentence));
    }
    int figures = changes.figures().size();
    if (figures == 0) {
      blocks.add(new Paragraph(wording.say("changes.noFigure")));
      return blocks;
    }
    blocks.add(
        new Paragraph(
            figures == 1
                ? wording.say("changes.figures.one")
                : wording.say("changes.figures", wording.count(figures))));
    List<Row> rows = new ArrayList<>();
    for (Difference each : changes.figures().stream().limit(FIGURES_SHOWN).toList()) {
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  each.title(),
                  words(each.before()),
                  words(each.after()),
                  each.change().map(wording::money).orElse(""),
                  causes(each)),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("column.figure"), ColumnKind.ROW_HEADER, 26),
            new Column(wording.say("column.before"), ColumnKind.NUMBER, 15),
            new Column(wording.say("column.after"), ColumnKind.NUMBER, 15),
            new Column(wording.say("column.change"), ColumnKind.NUMBER, 14),
            new Column(wording.say("column.causes"), ColumnKind.TEXT, 30));
    blocks.add(new Table("", columns, rows));
    if (figures > FIGURES_SHOWN) {
      blocks.add(
          new Paragraph(
              wording.say("changes.more", wording.count(FIGURES_SHOWN), wording.count(figures))));
    }
    return blocks;
  }

  private String heading() {
    return edition.replaces().isEmpty()
        ? wording.say("part.changes")
        : wording.say("part.changes.since", String.valueOf(edition.replaces().getAsInt()));
  }

  private String none() {
    return edition.replaces().isEmpty()
        ? wording.say("changes.first")
        : wording.say("changes.unknown", String.valueOf(edition.replaces().getAsInt()));
  }

  private String words(Optional<Value> value) {
    return value.map(wording::words).orElseGet(() -> wording.say("changes.noSuchFigure"));
  }

  private String causes(Difference difference) {
    return difference.causes().stream()
        .map(
            cause ->
                cause
                    .amount()
                    .map(sum -> wording.say("changes.cause", wording.money(sum), cause.what()))
                    .orElse(cause.what()))
        .collect(Collectors.joining("\n"));
  }

  /** One row a figure, then one a sentence; one row that says so if nothing can be compared. */
  DataTable table() {
    List<List<Datum>> rows = new ArrayList<>();
    Datum none = new Text(DataCopy.NOT_APPLICABLE);
    if (edition.changes().isEmpty()) {
      rows.add(List.of(new Text(none()), none, none, none, none));
    }
    edition
        .changes()
        .ifPresent(
            changes -> {
              for (Difference each : changes.figures()) {
                rows.add(
                    List.of(
                        DataCopy.text(each.title()),
                        each.before().<Datum>map(Worth::new).orElse(none),
                        each.after().<Datum>map(Worth::new).orElse(none),
                        each.change().<Datum>map(Sum::new).orElse(none),
                        DataCopy.text(causes(each))));
              }
              Stream.concat(changes.files().stream(), changes.texts().stream())
                  .forEach(
                      sentence -> rows.add(List.of(new Text(sentence), none, none, none, none)));
            });
    if (rows.isEmpty()) { // another look is a new edition too, and a table has at least one row
      rows.add(List.of(new Text(wording.say("changes.noFigure")), none, none, none, none));
    }
    return DataCopy.table(
        "changes",
        TableColumns.columns(wording, "figure", "before", "after", "change", "causes"),
        rows,
        row -> row);
  }

  /** The figures that changed, and the rest in sentences; left out if nothing can be compared. */
  void write(ObjectNode root) {
    if (edition.changes().isEmpty()) {
      return;
    }
    Changes changes = edition.changes().get();
    ObjectNode node = root.putObject("changes");
    node.put("sinceEdition", changes.since());
    ArrayNode sentences = node.putArray("sentences");
    Stream.concat(changes.files().stream(), changes.texts().stream()).forEach(sentences::add);
    ArrayNode figures = node.putArray("figures");
    for (Difference each : changes.figures()) {
      ObjectNode figure = figures.addObject().put("id", each.figureId()).put("title", each.title());
      each.before().ifPresent(value -> figure.put("before", wording.words(value)));
      each.after().ifPresent(value -> figure.put("after", wording.words(value)));
      each.change().ifPresent(sum -> figure.put("changePence", sum.pence()));
      ArrayNode causes = figure.putArray("causes");
      for (Difference.Cause cause : each.causes()) {
        ObjectNode told = causes.addObject().put("what", cause.what());
        cause.amount().ifPresent(sum -> told.put("pence", sum.pence()));
      }
    }
  }
}
