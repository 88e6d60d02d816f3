package org.spendreturns.money;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * A sum in pounds sterling, exact to the penny. A credit is negative.
 *
 * <p>Net of recoverable VAT, unless the name that holds the sum says {@code gross}. Arithmetic
 * never rounds and never wraps; a caller that must round names the rounding.
 *
 * @param pence the whole sum in pence: 1.5 and 1.50 are one value, so equality is safe
 */
public record Money(long pence) implements Comparable<Money> {

  private static final int PENCE = ".00".length(); // what follows the pounds
  private static final int THOUSAND = "000".length();

  /** No money: a sum of nothing, never a stand-in for an unknown one. */
  public static final Money ZERO = new Money(0);

  /**
   * Reads pounds, or pounds and two digits of pence: {@code 1250}, {@code -12.30}.
   *
   * @throws IllegalArgumentException for anything else, {@code 1,250} and {@code 12.345} included
   */
  public static Money parse(String text) {
    if (!text.matches("-?\\d{1,15}(\\.\\d{2})?")) {
      throw new IllegalArgumentException(
          "'%s' is not a sum written like 1250 or -12.30".formatted(text));
    }
    return new Money(new BigDecimal(text).movePointRight(2).longValueExact());
  }

  /** The sum of all; zero of none. */
  public static Money sum(Collection<Money> parts) {
    return parts.stream().reduce(ZERO, Money::plus);
  }

  /**
   * This sum and the other.
   *
   * @throws ArithmeticException if the sum is beyond 92 thousand million million pounds
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(pence, other.pence));
  }

  /** This sum less the other. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(pence, other.pence));
  }

  /** The same sum with the other sign. */
  public Money negated() {
    return new Money(Math.negateExact(pence));
  }

  /** At least, not more than: a rule must know which of the two its source says. */
  public boolean isAtLeast(Money threshold) {
    return compareTo(threshold) >= 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(pence, other.pence);
  }

  /** As a person reads it: {@code £1,204,500.00}, {@code -£12.30}. */
  public String inPounds() {
    String digits = BigDecimal.valueOf(pence, 2).abs().toPlainString();
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - PENCE - THOUSAND; at > 0; at -= THOUSAND) {
      text.insert(at, ',');
    }
    return text.insert(0, pence < 0 ? "-£" : "£").toString();
  }

  /** The text that {@link #parse} reads, always with pence. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(pence, 2).toPlainString();
  }
}
