package org.spendreturns.document;

import java.util.List;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.DataQuality.Account;
import org.spendreturns.rulebook.Category;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of every line of every export on file, in a return's JSON. */
final class JsonOfQuality {

  private JsonOfQuality() {}

  static void write(DataQuality quality, ObjectNode node) {
    ArrayNode exports = node.putArray("exports");
    quality.exports().forEach(export -> account(exports.addObject(), export));
    ArrayNode decided = node.putArray("decided");
    for (DataQuality.Decided each : quality.decided()) {
      ObjectNode decision = decided.addObject().put("id", each.id());
      decision.put("on", each.on().toString());
      decision.put("said", each.said());
      decision.put("lines", each.lines());
      decision.put("pence", each.amount().pence());
    }
    ArrayNode settled = node.putArray("settled");
    for (DataQuality.Settled each : quality.settled()) {
      ObjectNode decision = settled.addObject();
      decision.put("id", each.id());
      decision.put("on", each.on().toString());
      JsonFile.texts(
          decision.putArray("categories"), each.categories().stream().map(Category::id).toList());
      decision.put("lines", each.lines());
      decision.put("pence", each.amount().pence());
    }
  }

  private static void account(ObjectNode node, Account export) {
    node.put("file", export.file());
    node.put("sha256", export.digest());
    node.put("use", export.use().name());
    node.put("because", export.because());
    export.totals().ifPresent(totals -> read(node, totals, export.hidden()));
    printed(node.putArray("printedTotals"), export);
    export
        .identical()
        .ifPresent(
            each ->
                node.putObject("identical")
                    .put("groups", each.groups())
                    .put("lines", each.lines()));
    lines(export.elsewhere(), node.putArray("countedElsewhere"));
    lines(export.perhapsTwice(), node.putArray("perhapsTwice"));
  }

  private static void lines(List<DataQuality.Elsewhere> lines, ArrayNode array) {
    for (DataQuality.Elsewhere each : lines) {
      array
          .addObject()
          .put("file", each.file())
          .put("lines", each.lines())
          .put("pence", each.amount().pence());
    }
  }

  /** Nothing of this is known of an export that was set aside. */
  private static void read(ObjectNode node, ControlTotals totals, HiddenParts parts) {
    node.put("lines", totals.lines());
    node.put("accepted", totals.accepted());
    node.put("rejected", totals.rejected());
    node.put("duplicates", totals.duplicates());
    node.put("blank", totals.blank());
    node.put("preamble", totals.preamble());
    node.put("columnNames", totals.headers());
    node.put("totalRows", totals.totalRows());
    node.put("pence", totals.amount().pence());
    ObjectNode reasons = node.putObject("rejectedBy");
    totals.rejectedBy().forEach((reason, lines) -> reasons.put(reason.name(), lines));
    ArrayNode months = node.putArray("byMonth");
    totals
        .byMonth()
        .forEach(
            (month, tally) ->
                months
                    .addObject()
                    .put("month", month.toString())
                    .put("lines", tally.lines())
                    .put("pence", tally.amount().pence()));
    ArrayNode years = node.putArray("byFinancialYear");
    totals
        .byYear()
        .forEach(
            (year, tally) ->
                years
                    .addObject()
                    .put("financialYear", year.toString())
                    .put("lines", tally.lines())
                    .put("pence", tally.amount().pence()));
    ObjectNode hidden = node.putObject("hidden");
    hidden.put("sheets", parts.sheets());
    hidden.put("rows", parts.rows());
    hidden.put("columns", parts.columns());
  }

  private static void printed(ArrayNode totals, Account export) {
    for (DataQuality.Printed each : export.printed()) {
      totals
          .addObject()
          .put("sheet", each.at().sheet())
          .put("line", each.at().line())
          .put("printedPence", each.printed().pence())
          .put("readPence", each.read().pence())
          .put("differencePence", each.difference().pence());
    }
  }
}
