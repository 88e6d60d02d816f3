package org.spendreturns.cli;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a person at a terminal reads them. */
final class Words {

  private Words() {}

  /** Pence as pounds with commas: {@code 1,204,500.00}. */
  static String pounds(long pence) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK))
        .format(BigDecimal.valueOf(pence, 2));
  }
}
