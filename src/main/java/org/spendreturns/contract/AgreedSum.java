package org.spendreturns.contract;

import org.spendreturns.money.Money;

/** The firm value of an agreement, or why there is none on file. */
public sealed interface AgreedSum {

  /** What the body agreed to pay over the firm term, options and other funders left out. */
  record Firm(Money money) implements AgreedSum {}

  /**
   * The register gives no sum.
   *
   * @param why in words, as "the sum stands in Executive Order 44"; empty if nothing is said
   */
  record NotOnFile(String why) implements AgreedSum {
    /** Of a notice that is published without one; nobody wrote this freely. */
    public static final NotOnFile IN_NOTICE = new NotOnFile("the notice gives no value");
  }

  /**
   * Paid out of a budget that serves more than this.
   *
   * @param pool the pooled budget, by its name
   */
  record NotSeparable(String pool) implements AgreedSum {}

  /**
   * Held, and withheld.
   *
   * @param section of the Freedom of Information Act 2000, as {@code s.43}
   */
  record Withheld(String section) implements AgreedSum {}
}
