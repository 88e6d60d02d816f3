package org.spendreturns.returns;

import java.util.List;
import java.util.Optional;
import org.spendreturns.money.Money;

/**
 * A figure that two returns do not share, and why.
 *
 * @param figureId its id
 * @param title what it is, in words: {@code Paid, (i) Advocacy, 2013-14}
 * @param before what the earlier return says; empty if it has no such figure
 * @param after what the later return says; empty if it has no such figure
 * @param causes what made the difference; their sums add up to it, to the penny
 */
public record Difference(
    String figureId,
    String title,
    Optional<Value> before,
    Optional<Value> after,
    List<Cause> causes) {

  /** Keeps its own copy. */
  public Difference {
    causes = List.copyOf(causes);
  }

  /**
   * One thing that changed.
   *
   * @param what in words: "2 payments of export april.csv, which is new"
   * @param amount by how much it changed the figure; empty if it changed no sum
   */
  public record Cause(String what, Optional<Money> amount) {}

  /** By how much the sum changed, a cell without a sum taken for nothing; empty if neither has. */
  public Optional<Money> change() {
    Optional<Money> was = before.flatMap(Totals::money);
    Optional<Money> is = after.flatMap(Totals::money);
    return was.isEmpty() && is.isEmpty()
        ? Optional.empty()
        : Optional.of(is.orElse(Money.ZERO).minus(was.orElse(Money.ZERO)));
  }
}
