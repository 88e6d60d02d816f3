package org.spendreturns.ledger;

import java.time.LocalDate;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;

/**
 * One entry of an export, understood.
 *
 * @param at where it stands
 * @param date the date that decides its year, in {@code Europe/London}: the payment date, unless
 *     the body's file says that its ledger gives another
 * @param amount net or gross of VAT as the body's file says; a credit is negative
 * @param transaction the ledger's own number of the payment; empty if it gives none
 * @param particulars what it says of itself in words
 */
public record LedgerLine(
    SourceRef at, LocalDate date, Money amount, String transaction, Particulars particulars) {

  /** The financial year of its date. */
  public FinancialYear financialYear() {
    return FinancialYear.of(date);
  }
}
