package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.returns.RedactionRules;
import org.spendreturns.returns.RedactionRules.Kind;
import org.spendreturns.returns.RedactionRules.Rule;

/** Reads what a body's file says of names: a marker, and rules that each say who decided. */
final class RedactionNode {

  private static final String[] OF_A_RULE =
      Stream.concat(Stream.of(Kind.values()).map(Choice::written), Stream.of("who", "when", "why"))
          .toArray(String[]::new);

  private RedactionNode() {}

  static RedactionRules read(YamlNode node) {
    node.inWelshToo("marker").allow("marker", "rules");
    return new RedactionRules(
        node.find("marker").map(RedactionNode::marker).orElse(RedactionRules.NONE.marker()),
        node.items("rules").stream().map(RedactionNode::rule).toList());
  }

  private static String marker(YamlNode node) {
    if (!Redaction.isMarker(node.text())) {
      throw node.fault(
          "'%s' does not read as a marker; write it like Withheld (personal data)"
              .formatted(node.text()));
    }
    return node.text();
  }

  private static Rule rule(YamlNode node) {
    node.allow(OF_A_RULE);
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      node.find(Choice.written(kind)).ifPresent(found -> kinds.add(kind));
    }
    if (kinds.size() != 1) {
      throw node.fault("a rule has one of " + Choice.all(Kind.class));
    }
    List<String> values = node.texts(Choice.written(kinds.get(0)));
    boolean isUnknownField =
        kinds.get(0) == Kind.FREE_TEXT && !RedactionRules.FREE_FIELDS.containsAll(values);
    if (values.isEmpty() || values.contains("") || isUnknownField) {
      throw node.fault(
          isUnknownField
              ? "free-text: %s; the fields that can be approved are %s"
                  .formatted(
                      String.join(", ", values), String.join(", ", RedactionRules.FREE_FIELDS))
              : "%s: names nothing".formatted(Choice.written(kinds.get(0))));
    }
    return new Rule(
        kinds.get(0), values, node.text("who"), node.get("when").date(), node.text("why"));
  }
}
