package org.spendreturns.contract;

import java.util.List;
import org.spendreturns.money.Apportionment;
import org.spendreturns.money.Money;

/**
 * What the body itself says an agreement is for: one category, or several with their shares.
 *
 * @param shares in the register's order, each category once; empty if the register does not say
 * @param source where the body says so; empty if not stated
 */
public record CategoryShares(List<Share> shares, String source) {

  /** The register does not say. */
  public static final CategoryShares NOT_STATED = new CategoryShares(List.of(), "");

  /** Refuses a category twice; keeps its own copy. */
  public CategoryShares {
    shares = List.copyOf(shares);
    if (shares.stream().map(Share::categoryId).distinct().count() < shares.size()) {
      throw new IllegalArgumentException("a category stands twice");
    }
  }

  /**
   * A category and its weight beside the others.
   *
   * @param categoryId as the rulebook writes it
   * @param weight over 0: per cent, or pence
   */
  public record Share(String categoryId, long weight) {
    /** Refuses a weight of 0 or below. */
    public Share {
      if (weight <= 0) {
        throw new IllegalArgumentException(
            "category '%s': its share must be over 0".formatted(categoryId));
      }
    }
  }

  /** The whole agreement is of one category. */
  public static CategoryShares whole(String categoryId, String source) {
    return new CategoryShares(List.of(new Share(categoryId, 1)), source);
  }

  /** Whether the register says what the agreement is for. */
  public boolean isStated() {
    return !shares.isEmpty();
  }

  /** Divides a sum by these shares, exact to the penny, in their order. */
  public List<Money> divide(Money whole) {
    return Apportionment.byWeights(whole, shares.stream().map(Share::weight).toList());
  }
}
