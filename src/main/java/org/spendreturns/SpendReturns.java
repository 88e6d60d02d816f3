package org.spendreturns;

/** The program. */
public final class SpendReturns {
  private SpendReturns() {}

  /** Starts it. */
  public static void main(String[] args) {}
}
