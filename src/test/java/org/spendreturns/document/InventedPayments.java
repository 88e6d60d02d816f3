package org.spendreturns.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Payment;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;

/** Payments of a body that does not exist. */
final class InventedPayments {

  private InventedPayments() {}

  /** As many as wanted; from the thousandth on they repeat, so that they take no memory. */
  static List<Payment> of(int payments, Category category) {
    List<Payment> different =
        IntStream.rangeClosed(1, Math.min(payments, 1_000))
            .mapToObj(number -> payment(number, category))
            .toList();
    return IntStream.range(0, payments)
        .mapToObj(number -> different.get(number % different.size()))
        .toList();
  }

  private static Payment payment(int number, Category category) {
    LedgerLine line =
        new LedgerLine(
            new SourceRef("ledger-2013-14.csv", "", number + 1),
            LocalDate.of(2013, 4, 1).plusDays(number),
            new Money(number % 10 == 0 ? -50_000 - number : 250_000 + number),
            "T" + number,
            Particulars.of(
                number % 7 == 0 ? "+44 Counselling" : "Advocacy Trust number " + number,
                "Free text that may name Mrs Dorothea Quillfeather"));
    Evidence evidence =
        new Evidence("SV-014", Particulars.Field.SUPPLIER, "ADVOCACY TRUST", Evidence.Role.DECIDED);
    return new Payment(
        InventedReturn.EXPORT,
        new ClassifiedLine(line, new Classification(new Answer.Of(category), List.of(evidence))),
        category,
        line.particulars().supplier(),
        number % 5 == 0 ? "" : "YN-%03d".formatted(number));
  }
}
