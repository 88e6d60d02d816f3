package org.spendreturns.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

/**
 * A contract or a grant as the JSON of an edition tells it, in all the categories in which it
 * counts.
 *
 * @param rows one or more, of one reference
 */
record ToldAward(List<ToldAgreement> rows) {

  /** Says that a row has no share of the sum, and not that a share is unknown. */
  private static final Set<String> NO_SHARE =
      Set.of(
          Wording.english().words(new Value.Nil()),
          Wording.english().words(new Value.NotBrokenDown()));

  /** Keeps its own copy. */
  ToldAward {
    rows = List.copyOf(rows);
  }

  /** Those of a kind, in the order of the return. */
  static List<ToldAward> of(ToldFigures told, Kind kind) {
    Map<String, List<ToldAgreement>> rows = new LinkedHashMap<>();
    for (ToldAgreement each : told.agreements()) {
      if (each.kind().equals(kind.written())) {
        rows.computeIfAbsent(each.reference(), none -> new ArrayList<>()).add(each);
      }
    }
    return rows.values().stream().map(ToldAward::new).toList();
  }

  String reference() {
    return rows.get(0).reference();
  }

  String organisation() {
    return rows.get(0).organisation();
  }

  /** Pence of all its years; empty if the return does not know them. */
  Optional<Long> awarded() {
    return sum(ToldAgreement::awardedInAll);
  }

  /** Pence of a year, by its place in the return; empty if the return does not know them. */
  Optional<Long> awardedIn(int year) {
    return sum(row -> row.awarded().get(year));
  }

  private Optional<Long> sum(Function<ToldAgreement, String> of) {
    long sum = 0;
    boolean isKnown = false;
    for (ToldAgreement row : rows) {
      String words = of.apply(row);
      if (words.matches("-?\u00a3[\\d,]+\\.\\d{2}")) {
        sum += ShownSums.sum(words).orElseThrow().movePointRight(2).longValueExact();
        isKnown = true;
      } else if (!NO_SHARE.contains(words)) {
        return Optional.empty();
      }
    }
    return isKnown ? Optional.of(sum) : Optional.empty();
  }
}
