package org.spendreturns.returns;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.spendreturns.money.Money;

/** Adds what cells say: sums to sums, and what is not known never as a sum of zero. */
final class Totals {

  private Totals() {}

  /**
   * All together.
   *
   * @return the sum if all is known; at least the sum if some is not; nil if all are nil or there
   *     is nothing to add; otherwise why there is no sum; of several reasons "not broken down"
   *     first
   */
  static Value of(Collection<Value> values, Wording wording) {
    List<Money> sums = values.stream().map(Totals::money).flatMap(Optional::stream).toList();
    List<Value> unknown =
        values.stream()
            .filter(value -> money(value).isEmpty() && !(value instanceof Value.Nil))
            .distinct()
            .toList();
    if (!sums.isEmpty()) {
      boolean open =
          !unknown.isEmpty() || values.stream().anyMatch(Value.AtLeast.class::isInstance);
      return open ? new Value.AtLeast(Money.sum(sums)) : new Value.Amount(Money.sum(sums));
    }
    if (unknown.isEmpty()) {
      return new Value.Nil();
    }
    if (unknown.size() == 1) {
      return unknown.get(0);
    }
    return unknown.contains(new Value.NotBrokenDown())
        ? new Value.NotBrokenDown()
        : new Value.NoRecords(wording.say("missing.sum"));
  }

  /** The sum that a cell gives, whole or at least; empty if it gives none. */
  static Optional<Money> money(Value value) {
    if (value instanceof Value.Amount amount) {
      return Optional.of(amount.money());
    }
    return value instanceof Value.AtLeast amount ? Optional.of(amount.money()) : Optional.empty();
  }

  /** The same, with a sum read as "at least". */
  static Value opened(Value value) {
    return value instanceof Value.Amount amount ? new Value.AtLeast(amount.money()) : value;
  }
}
