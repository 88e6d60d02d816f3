package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spendreturns.ledger.LedgerLine;

/**
 * What a new edition of a rulebook would change, told before it is adopted.
 *
 * @param before by the edition in force
 * @param after by the edition to be adopted, for the same body
 */
public record EditionComparison(Classifier before, Classifier after) {

  /**
   * A line whose answer changes.
   *
   * @param line the line
   * @param before its answer until now
   * @param after its answer then
   */
  public record Change(LedgerLine line, Classification before, Classification after) {

    /** Written {@code april.csv:3: NOT_TOPIC > ADVOCACY (SV-201)}. */
    @Override
    public String toString() {
      return "%s: %s > %s (%s)"
          .formatted(
              line.at(),
              before.answer().label(),
              after.answer().label(),
              String.join(", ", after.rules()));
    }
  }

  /** The change of one line, or empty if its answer stays; other reasons alone are no change. */
  public Optional<Change> compare(LedgerLine line) {
    Classification was = before.classify(line.particulars(), line.date());
    Classification will = after.classify(line.particulars(), line.date());
    return was.answer().label().equals(will.answer().label())
        ? Optional.empty()
        : Optional.of(new Change(line, was, will));
  }

  /**
   * What changes in the rulebook itself.
   *
   * @return sentences like {@code rule SV-201 is changed}, rules first, each in the order of the
   *     old edition, then what is new
   */
  public List<String> changes() {
    List<String> changes = new ArrayList<>();
    changes.addAll(
        changes(
            "rule",
            byId(before.rulebook().rules(), Rule::id),
            byId(after.rulebook().rules(), Rule::id)));
    changes.addAll(
        changes(
            "provider",
            byId(before.rulebook().providers(), Provider::id),
            byId(after.rulebook().providers(), Provider::id)));
    return changes;
  }

  private static <T> List<String> changes(
      String what, Map<String, T> before, Map<String, T> after) {
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    return ids.stream()
        .filter(
            id -> !Optional.ofNullable(before.get(id)).equals(Optional.ofNullable(after.get(id))))
        .map(
            id ->
                "%s %s is %s"
                    .formatted(
                        what,
                        id,
                        !before.containsKey(id)
                            ? "new"
                            : after.containsKey(id) ? "changed" : "gone"))
        .toList();
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream()
        .collect(
            Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }
}
