package org.spendreturns.returns;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spendreturns.money.Money;
import org.spendreturns.returns.PayeeNames.Ground;

/** Counts what a return does not tell, by reason and by what decided it. */
final class RedactionCount {

  private final Map<Ground, Redacted> counted = new HashMap<>();

  void add(Ground ground, long more, Money amount) {
    if (more == 0 && amount.equals(Money.ZERO)) {
      return;
    }
    counted.merge(
        ground,
        new Redacted(ground.reason(), ground.decided(), more, amount),
        (one, other) ->
            new Redacted(
                one.reason(),
                one.decided(),
                one.count() + other.count(),
                one.amount().plus(other.amount())));
  }

  /** What was counted, by reason, then by what decided it. */
  List<Redacted> inOrder() {
    return counted.values().stream()
        .sorted(Comparator.comparing(Redacted::reason).thenComparing(Redacted::decided))
        .toList();
  }
}
