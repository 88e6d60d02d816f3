package org.spendreturns.intake;

/** Which of the first two numbers of {@code 03/04/2014} is the day. */
public enum DateOrder {
  /** 3 April: as the United Kingdom writes. */
  DAY_FIRST("d/m"),
  /** 4 March: as software set to the United States writes. */
  MONTH_FIRST("m/d");

  private final String written;

  DateOrder(String written) {
    this.written = written;
  }

  /** As a body's file writes it: {@code d/m} or {@code m/d}. */
  public String written() {
    return written;
  }
}
