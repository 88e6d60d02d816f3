package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Unmatched;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payments without an agreement on file, and agreements without a payment: as pages, as tables, and
 * as JSON.
 */
final class UnmatchedPages {

  private final Return filing;
  private final Wording wording;
  private final Unmatched unmatched;

  UnmatchedPages(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
    this.unmatched = Unmatched.of(filing, wording);
  }

  /** For readers. */
  List<Block> blocks() {
    String none = filing.method().exports().isEmpty() ? "noLedger" : "none";
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, wording.say("unmatched.paid")));
    if (unmatched.paid().isEmpty()) {
      blocks.add(new Paragraph(wording.say("unmatched.paid." + none)));
    } else {
      blocks.add(list(unmatched.paid(), "unmatched.sum.paid", unmatched.paidInAll()));
    }
    blocks.add(new Heading(3, wording.say("unmatched.unpaid")));
    if (unmatched.unpaid().isEmpty()) {
      String noAgreement = filing.method().registers().isEmpty() ? "noRegister" : none;
      blocks.add(new Paragraph(wording.say("unmatched.unpaid." + noAgreement)));
    } else {
      blocks.add(list(unmatched.unpaid(), "unmatched.sum.unpaid", unmatched.awardedInAll()));
    }
    return blocks;
  }

  private Block list(List<Unmatched.Row> listed, String sum, Value inAll) {
    List<Block.Row> rows = new ArrayList<>();
    for (Unmatched.Row each : listed) {
      String name =
          each.reference().isEmpty()
              ? each.organisation()
              : each.organisation() + "\n" + wording.say("agreements.reference", each.reference());
      rows.add(
          new Block.Row(
              RowKind.BODY,
              List.of(name, wording.heading(each.category()), wording.words(each.sum())),
              rows.size()));
    }
    rows.add(
        new Block.Row(
            RowKind.TOTAL,
            List.of(
                wording.say("unmatched.inAll"),
                wording.say("unmatched.allCategories"),
                wording.words(inAll)),
            rows.size() - 1));
    return new Table(
        "",
        List.of(
            new Column(wording.say("column.organisation"), ColumnKind.ROW_HEADER, 42),
            new Column(wording.say("column.category"), ColumnKind.TEXT, 33),
            new Column(
                wording.say(sum, wording.years(filing.heading().years())), ColumnKind.NUMBER, 25)),
        rows);
  }

  DataTable paid() {
    return DataCopy.table(
        "unmatchedPaid",
        columns(wording, "organisation", "category", "paidInAll"),
        unmatched.paid(),
        each ->
            List.of(
                text(each.organisation()),
                text(wording.heading(each.category())),
                new Worth(each.sum())));
  }

  DataTable unpaid() {
    return DataCopy.table(
        "unmatchedUnpaid",
        columns(wording, "organisation", "reference", "category", "awardedInYears"),
        unmatched.unpaid(),
        each ->
            List.of(
                text(each.organisation()),
                text(each.reference()),
                text(wording.heading(each.category())),
                new Worth(each.sum())));
  }

  void write(ObjectNode node) {
    write(unmatched.paid(), node.putArray("paidWithoutAgreement"));
    JsonFile.value(unmatched.paidInAll(), node.putObject("paidInAll"), wording);
    write(unmatched.unpaid(), node.putArray("agreementsWithoutPayment"));
    JsonFile.value(unmatched.awardedInAll(), node.putObject("awardedInAll"), wording);
  }

  private void write(List<Unmatched.Row> rows, ArrayNode list) {
    for (Unmatched.Row each : rows) {
      ObjectNode row = list.addObject();
      row.put("category", each.category().id());
      row.put("organisation", each.organisation());
      row.put("reference", each.reference());
      JsonFile.value(each.sum(), row.putObject("sum"), wording);
    }
  }
}
