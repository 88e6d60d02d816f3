package org.spendreturns.intake;

import java.util.Optional;
import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.money.Money;

/**
 * The sum of a line: that of its amount's column, less what a column of credits holds, turned where
 * a column says that it is a credit, and in pounds.
 *
 * @param text as it stands in the amount's column
 * @param money what it comes to; empty if it cannot be told
 * @param fault what is wrong beside the text itself; empty if nothing is
 */
record LineAmount(String text, Optional<Money> money, Optional<Fault> fault) {

  private static final MoneyWords WORDS = MoneyWords.shipped();

  /** Of a line under its layout. */
  static LineAmount of(SourceLine line, Layout layout) {
    String text = layout.text(line, ColumnRole.AMOUNT);
    LineAmount alone = new LineAmount(text, AmountText.read(text), Optional.empty());
    return layout.saysMoreOfSums()
        ? alone.lessCredit(line, layout).signed(line, layout).inPounds(line, layout)
        : alone;
  }

  private LineAmount lessCredit(SourceLine line, Layout layout) {
    String credit = layout.text(line, ColumnRole.CREDIT);
    if (credit.isEmpty() || (money.isEmpty() && !text.isEmpty())) {
      return this;
    }
    Optional<Money> paidBack = AmountText.read(credit);
    if (paidBack.isEmpty() || !paidBack.get().isAtLeast(Money.ZERO)) {
      return faulty(
          RejectReason.BAD_AMOUNT,
          "column %s: '%s' is not a sum without a sign written like 1,250.00"
              .formatted(layout.title(ColumnRole.CREDIT), credit));
    }
    Money debit = money.orElse(Money.ZERO);
    if (!debit.equals(Money.ZERO) && !paidBack.get().equals(Money.ZERO)) {
      return faulty(
          RejectReason.CONTRADICTION,
          "columns %s and %s: '%s' and '%s' on one line, where one of the two is expected"
              .formatted(
                  layout.title(ColumnRole.AMOUNT), layout.title(ColumnRole.CREDIT), text, credit));
    }
    return new LineAmount(text, Optional.of(debit.minus(paidBack.get())), Optional.empty());
  }

  private LineAmount signed(SourceLine line, Layout layout) {
    String side = MoneyWords.compared(layout.text(line, ColumnRole.SIGN));
    if (money.isEmpty() || side.isEmpty() || WORDS.debit().contains(side)) {
      return this;
    }
    if (!WORDS.credit().contains(side)) {
      return faulty(
          RejectReason.BAD_AMOUNT,
          "column %s: '%s' says neither debit nor credit"
              .formatted(layout.title(ColumnRole.SIGN), side));
    }
    if (!money.get().isAtLeast(Money.ZERO)) {
      return faulty(
          RejectReason.CONTRADICTION,
          "column %s: '%s' says that the sum is a credit, and '%s' has a sign of its own"
              .formatted(layout.title(ColumnRole.SIGN), side, text));
    }
    return new LineAmount(text, money.map(Money::negated), Optional.empty());
  }

  private LineAmount inPounds(SourceLine line, Layout layout) {
    String currency = MoneyWords.compared(layout.text(line, ColumnRole.CURRENCY));
    return currency.isEmpty() || WORDS.pounds().contains(currency) || fault.isPresent()
        ? this
        : faulty(
            RejectReason.BAD_AMOUNT,
            "column %s: '%s', where pounds sterling are expected; give the sum in pounds"
                .formatted(layout.title(ColumnRole.CURRENCY), currency));
  }

  private LineAmount faulty(RejectReason reason, String message) {
    return new LineAmount(text, Optional.empty(), Optional.of(new Fault(reason, message)));
  }
}
