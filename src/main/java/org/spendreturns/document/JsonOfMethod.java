package org.spendreturns.document;

import java.util.List;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Redacted;
import org.spendreturns.rulebook.Measure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a return was made, as its JSON holds it. */
final class JsonOfMethod {

  private JsonOfMethod() {}

  static void write(Method method, ObjectNode node) {
    ArrayNode exports = node.putArray("exports");
    for (Method.Export each : method.exports()) {
      ObjectNode export = exports.addObject();
      export.put("file", each.file());
      export.put("sha256", each.digest());
      export.put("lines", each.totals().lines());
      export.put("accepted", each.totals().accepted());
      export.put("rejected", each.totals().rejected());
      export.put("duplicates", each.totals().duplicates());
      export.put("blank", each.totals().blank());
      export.put("pence", each.totals().amount().pence());
    }
    ArrayNode registers = node.putArray("registers");
    for (Method.Register each : method.registers()) {
      ObjectNode register = registers.addObject();
      register.put("file", each.file());
      register.put("sha256", each.digest());
      register.put("accepted", each.accepted());
      register.put("rejected", each.rejected());
    }
    JsonFile.texts(
        node.putArray("missingMonths"),
        method.missingMonths().stream().map(Object::toString).toList());
    ObjectNode rulebook = node.putObject("rulebook");
    rulebook.put("name", method.rulebook().name());
    rulebook.put("sha256", method.rulebook().digest());
    rulebook.put("inForceFrom", method.rulebook().inForceFrom().toString());
    measured(rulebook.putArray("measured"), method.rulebook().measured());
    ArrayNode says = rulebook.putArray("says");
    for (Method.RuleWords each : method.rulebook().says()) {
      says.addObject().put("rule", each.rule()).put("words", each.words());
    }
    ArrayNode rules = node.putArray("rules");
    for (Method.RuleUse each : method.rules()) {
      ObjectNode use = rules.addObject();
      JsonFile.texts(use.putArray("rules"), each.rules());
      counted(use, each.lines(), each.amount());
    }
    ArrayNode chain = node.putArray("reconciliation");
    for (Method.Step each : method.chain()) {
      ObjectNode step = chain.addObject().put("step", each.title());
      counted(step, each.lines(), each.amount());
      step.put("isSum", each.isSum());
    }
    node.put("rejected", method.rejected().size());
    node.put(
        "rejectedThatMayCount",
        method.rejected().stream().filter(Method.RejectedLine::mayCount).count());
    List<Money> waiting = method.forReview().stream().map(Method.ForReview::amount).toList();
    counted(node.putObject("forReview"), waiting.size(), Money.sum(waiting));
    JsonFile.texts(node.putArray("warnings"), method.warnings());
    ArrayNode redacted = node.putArray("redacted");
    for (Redacted each : method.redacted()) {
      ObjectNode reason = redacted.addObject();
      reason.put("reason", each.reason().name());
      reason.put("decided", each.decided());
      reason.put("times", each.count());
      reason.put("pence", each.amount().pence());
    }
    JsonOfQuality.write(method.quality(), node.putObject("quality"));
  }

  private static void measured(ArrayNode measured, List<Measure> measures) {
    for (Measure each : measures) {
      ObjectNode node = measured.addObject();
      node.put("on", each.on().toString());
      node.put("what", each.what());
      node.put("how", each.how());
      node.put("lines", each.lines());
      node.put("precision", each.precision());
      node.put("recall", each.recall());
      node.put("recallWithReview", each.withReview());
      node.put("forReview", each.forReview());
      node.put("rightCategory", each.rightCategory());
    }
  }

  private static void counted(ObjectNode node, long lines, Money amount) {
    node.put("lines", lines);
    node.put("pence", amount.pence());
  }
}
