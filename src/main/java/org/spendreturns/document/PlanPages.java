package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.available;
import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Return.PlanDocument;
import org.spendreturns.returns.Wording;

/** Question 2: plans, strategies and other documents, as pages and as a table. */
final class PlanPages {

  private final Return filing;
  private final Wording wording;

  PlanPages(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
  }

  /** For readers. */
  List<Block> blocks() {
    Heading heading = new Heading(2, wording.say("part.documents"));
    if (filing.documents().isEmpty()) {
      return List.of(heading, new Paragraph(wording.say("documents.none")));
    }
    List<Row> rows = new ArrayList<>();
    for (PlanDocument each : filing.documents()) {
      rows.add(new Row(RowKind.BODY, List.of(about(each), says(each), where(each)), rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("documents.document"), ColumnKind.ROW_HEADER, 34),
            new Column(wording.say("documents.says"), ColumnKind.TEXT, 33),
            new Column(wording.say("documents.address"), ColumnKind.LINK, 33));
    return List.of(heading, new Table("", columns, rows));
  }

  private String about(PlanDocument document) {
    String published =
        Stream.of(document.publisher(), document.dated())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(wording.say("list.join")));
    return lines(document.title(), published);
  }

  private String says(PlanDocument document) {
    String copy =
        document.copyDigest().isEmpty()
            ? ""
            : wording.say("documents.copy", MethodPages.shortened(document.copyDigest()));
    String checked =
        document
            .checked()
            .map(day -> wording.say("documents.checked", wording.date(day)))
            .orElse("");
    String says =
        document.says().isEmpty() ? wording.say("documents.saysNothing") : document.says();
    return lines(says, copy, checked);
  }

  /** The title leads to the document; the address stands below it for those who read on paper. */
  private String where(PlanDocument document) {
    if (document.address().isEmpty()) {
      return wording.say("documents.noAddress");
    }
    return BlockSource.isAddress(document.address())
        ? lines(document.title(), document.address())
        : document.address();
  }

  private static String lines(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** A row a document; its title leads to it. */
  DataTable table() {
    return DataCopy.table(
        "documents",
        columns(wording, "document", "publisher", "dated", "says", "address", "checked", "digest"),
        filing.documents(),
        each ->
            List.of(
                BlockSource.isAddress(each.address())
                    ? new Link(each.title(), each.address())
                    : text(each.title()),
                available(each.publisher()),
                available(each.dated()),
                text(each.says().isEmpty() ? wording.say("documents.saysNothing") : each.says()),
                available(each.address()),
                each.checked().<Datum>map(Day::new).orElseGet(() -> available("")),
                available(each.copyDigest())));
  }
}
