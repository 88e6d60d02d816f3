package org.spendreturns.money;

/** Whether sums include value added tax. */
public enum VatBasis {
  /** Without VAT that can be recovered. */
  NET,
  /** With VAT. */
  GROSS,
  /** The source does not say. */
  NOT_STATED
}
