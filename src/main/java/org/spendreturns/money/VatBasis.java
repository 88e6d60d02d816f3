package org.spendreturns.money;

/** Whether sums include value added tax. */
public enum VatBasis {
  /** Without VAT that can be recovered. */
  NET,
  /** With VAT. */
  GROSS,
  /** The source does not say. */
  NOT_STATED;

  /** As a sentence says it: {@code net of VAT}. */
  public String words() {
    return switch (this) {
      case NET -> "net of VAT";
      case GROSS -> "gross of VAT";
      case NOT_STATED -> "net or gross of VAT not stated";
    };
  }
}
