package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.rulebook.Category;

/** The payments of a year, and the pools out of which others may have been made. */
final class PaidEntries implements Entries {

  private final List<Payment> payments;
  private final Agreements agreements;
  private final Coverage coverage;

  PaidEntries(List<Payment> payments, Agreements agreements, Coverage coverage) {
    this.payments = payments;
    this.agreements = agreements;
    this.coverage = coverage;
  }

  @Override
  public Summary.Basis basis() {
    return Summary.Basis.PAID;
  }

  @Override
  public List<Entry> in(Category category, FinancialYear year) {
    List<Entry> entries = new ArrayList<>();
    for (Payment payment : payments) {
      if (payment.category().equals(category)
          && payment.line().line().financialYear().equals(year)) {
        entries.add(
            new Entry(
                payment.line().line().at().toString(),
                new Value.Amount(payment.line().line().amount()),
                List.of(part(payment))));
      }
    }
    entries.addAll(AwardedEntries.pools(agreements, category, year));
    return entries;
  }

  @Override
  public Search search(Category category, FinancialYear year) {
    return coverage.paid(category, year);
  }

  static Part part(Payment payment) {
    return new Part.OfLine(payment.exportDigest(), payment.line());
  }
}
