package org.spendreturns.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a sum in whole pence so that the parts always add up to it.
 *
 * <p>Largest remainder (Hamilton's method): each part is first rounded towards zero, then the pence
 * left over go one each to the parts that lost most; of equal losses, to the earlier part.
 */
public final class Apportionment {

  private Apportionment() {}

  /**
   * Divides a sum in proportion to weights.
   *
   * @param whole the sum to divide; a credit is divided as its opposite and negated
   * @param weights one a part, in order, none negative, not all zero
   * @return as many parts as weights, in their order; a part of weight zero is zero
   * @throws IllegalArgumentException if there is no weight, a negative one, or only zeros
   */
  public static List<Money> byWeights(Money whole, List<Long> weights) {
    if (whole.pence() < 0) {
      return byWeights(whole.negated(), weights).stream().map(Money::negated).toList();
    }
    if (weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("weights %s: none may be negative".formatted(weights));
    }
    BigInteger all =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    if (all.signum() == 0) {
      throw new IllegalArgumentException(
          "weights %s: at least one must be over 0".formatted(weights));
    }
    BigInteger pence = BigInteger.valueOf(whole.pence());
    List<BigInteger[]> shares =
        weights.stream()
            .map(weight -> pence.multiply(BigInteger.valueOf(weight)).divideAndRemainder(all))
            .toList();
    long given = shares.stream().mapToLong(share -> share[0].longValueExact()).sum();
    int left = Math.toIntExact(whole.pence() - given);
    List<Integer> byLoss =
        IntStream.range(0, shares.size())
            .boxed()
            .sorted(Comparator.comparing((Integer part) -> shares.get(part)[1]).reversed())
            .limit(left)
            .toList();
    List<Money> parts = new ArrayList<>();
    for (int part = 0; part < shares.size(); part++) {
      long extra = byLoss.contains(part) ? 1 : 0;
      parts.add(new Money(shares.get(part)[0].longValueExact() + extra));
    }
    return List.copyOf(parts);
  }
}
