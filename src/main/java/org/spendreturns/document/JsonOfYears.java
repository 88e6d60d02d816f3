package org.spendreturns.document;

import org.spendreturns.returns.Regime;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.returns.YearTable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body's own tables, and the duties to publish that bound it, as JSON. */
final class JsonOfYears {

  private JsonOfYears() {}

  static void write(Return filing, ObjectNode root, Wording wording) {
    ArrayNode tables = root.putArray("bodyTables");
    filing.tables().forEach(table -> table(table, tables.addObject(), wording));
    ArrayNode regimes = root.putArray("regimes");
    for (Regime.InForce each : filing.regimes()) {
      regimes
          .addObject()
          .put("id", each.regime().id())
          .put("title", each.regime().title())
          .put("from", each.days().start().toString())
          .put("until", each.days().end().toString())
          .put("asks", each.regime().asks())
          .put("source", each.regime().source())
          .put("isRead", each.regime().isRead());
    }
  }

  private static void table(YearTable table, ObjectNode node, Wording wording) {
    node.put("title", table.title());
    node.put("source", table.source());
    ArrayNode years = node.putArray("financialYears");
    table.years().forEach(year -> years.add(year.toString()));
    ArrayNode rows = node.putArray("rows");
    for (YearTable.Row each : table.rows()) {
      ObjectNode row = rows.addObject();
      row.put("title", each.title());
      row.put("kind", YearTables.kind(each));
      ArrayNode pence = row.putArray("pence");
      each.sums().forEach(sum -> sum.ifPresentOrElse(it -> pence.add(it.pence()), pence::addNull));
    }
    ArrayNode disagreements = node.putArray("disagreements");
    table.disagreements(wording).forEach(disagreements::add);
  }
}
