package org.spendreturns.returns;

import org.spendreturns.money.Money;

/**
 * What a cell of a return says: a sum, nothing at all, or why there is no sum.
 *
 * <p>What is not known is never a sum of zero; each way of not knowing has its own type.
 */
public sealed interface Value {

  /** A sum in which everything on file is counted. */
  record Amount(Money money) implements Value {}

  /** A sum to which something unknown must be added: read "at least". */
  record AtLeast(Money money) implements Value {}

  /** None: searched, the records are complete, and there is nothing. */
  record Nil() implements Value {}

  /** There is spend, but it is not divided in this way. */
  record NotBrokenDown() implements Value {}

  /**
   * Part of a sum that serves more than this.
   *
   * @param pool the pooled budget, by its name
   */
  record NotSeparable(String pool) implements Value {}

  /**
   * Another body holds it.
   *
   * @param holder that body, by its name
   */
  record NotHeld(String holder) implements Value {}

  /**
   * The body's records, as far as they are on file, do not say.
   *
   * @param missing what is missing: "the register gives no amount"; empty for no records at all
   */
  record NoRecords(String missing) implements Value {}

  /**
   * Held, and withheld.
   *
   * @param section the section of the Freedom of Information Act 2000 relied on, as {@code s.43}
   */
  record Withheld(String section) implements Value {}
}
