package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spendreturns.rulebook.Rule;

/** Which rule outweighs which: in a circle none would count. */
final class Weights {

  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, YamlNode> places = new LinkedHashMap<>();

  Weights(Map<Rule, RuleNode> rules) {
    rules.forEach(
        (rule, node) -> {
          this.rules.put(rule.id(), rule);
          places.put(rule.id(), node.node());
        });
  }

  /** Adds a fault for the first circle, with the place of each rule in it. */
  void check(Faults faults) {
    for (String id : rules.keySet()) {
      List<String> circle = circle(id, new ArrayList<>());
      if (!circle.isEmpty()) {
        YamlNode first = place(circle.get(0));
        faults.add(
            first,
            "rules outweigh each other in a circle: %s; take one 'outweighs' away"
                .formatted(
                    circle.stream()
                        .map(each -> "%s (%s)".formatted(each, place(each).place()))
                        .collect(Collectors.joining(" > "))));
        return;
      }
    }
  }

  private YamlNode place(String id) {
    YamlNode place = places.get(id);
    if (place == null) {
      throw new IllegalStateException("no rule " + id);
    }
    return place;
  }

  /** The circle that a walk from the rule comes back to; empty if it comes to an end. */
  private List<String> circle(String id, List<String> walked) {
    int before = walked.indexOf(id);
    if (before >= 0) {
      List<String> circle = new ArrayList<>(walked.subList(before, walked.size()));
      circle.add(id);
      return circle;
    }
    walked.add(id);
    Rule rule = rules.get(id);
    if (rule != null) {
      for (String lighter : rule.outweighs().stream().sorted().toList()) {
        List<String> circle = circle(lighter, walked);
        if (!circle.isEmpty()) {
          return circle;
        }
      }
    }
    walked.remove(walked.size() - 1);
    return List.of();
  }
}
