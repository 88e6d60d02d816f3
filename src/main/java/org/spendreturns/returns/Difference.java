package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A figure that two returns do not share.
 *
 * @param figureId its id
 * @param before what the earlier return says; empty if it has no such figure
 * @param after what the later return says; empty if it has no such figure
 */
public record Difference(String figureId, Optional<Value> before, Optional<Value> after) {

  /**
   * Compares two returns, figure by figure; only what a cell says counts, not how it was made.
   *
   * @return the differences by id; empty if every figure says the same
   */
  public static List<Difference> between(Return before, Return after) {
    Map<String, Value> old = values(before);
    Map<String, Value> now = values(after);
    TreeSet<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String id : ids) {
      Optional<Value> was = Optional.ofNullable(old.get(id));
      Optional<Value> is = Optional.ofNullable(now.get(id));
      if (!was.equals(is)) {
        differences.add(new Difference(id, was, is));
      }
    }
    return differences;
  }

  private static Map<String, Value> values(Return one) {
    Map<String, Value> values = new TreeMap<>();
    one.figures().forEach(figure -> values.put(figure.id(), figure.value()));
    return values;
  }
}
