package org.spendreturns.document;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method;

/** How a return of a body that does not exist was made. */
final class InventedMethod {

  private InventedMethod() {}

  static Method of(String export, String register) {
    ControlTotals totals =
        new ControlTotals(
            4_211,
            Map.of(RejectReason.BAD_DATE, 1L, RejectReason.NO_AMOUNT, 29L),
            2,
            1,
            3,
            1,
            1,
            Map.of(
                YearMonth.of(2013, 4), new Tally(4_000, new Money(987_654_321)),
                YearMonth.of(2014, 3), new Tally(211, new Money(1_234))));
    List<Method.RejectedLine> rejected = new ArrayList<>();
    List<Method.ForReview> review = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      SourceRef at = new SourceRef("ledger-2013-14.csv", "", 100 + number);
      rejected.add(
          new Method.RejectedLine(
              export,
              new Rejected(
                  at,
                  number == 1 ? RejectReason.BAD_DATE : RejectReason.NO_AMOUNT,
                  "%s: column Amount: found nothing, expected a sum; ask for the line again"
                      .formatted(at),
                  Particulars.of("Mr Ignatius Bartholomew-Smythe", "")),
              number == 2));
      review.add(
          new Method.ForReview(
              at,
              LocalDate.of(2014, 1, number),
              "Family Centre %d".formatted(number),
              new Money(4_321_00 + number),
              "Is this for survivors of sexual violence?"));
    }
    return new Method(
        List.of(
            new Method.Export(
                "ledger-2013-14.csv",
                export,
                totals,
                Optional.of(YearMonth.of(2013, 4)),
                Optional.of(YearMonth.of(2014, 3))),
            new Method.Export(
                "empty.csv", register, ControlTotals.NONE, Optional.empty(), Optional.empty())),
        List.of(new Method.Register("register.yaml", register, 51, 1)),
        List.of(YearMonth.of(2012, 11), YearMonth.of(2013, 2)),
        new Method.RulebookEdition(
            "sexual-violence 2026-07",
            register,
            LocalDate.of(2026, 7, 1),
            MeasuredTest.MEASURES,
            List.of(
                new Method.RuleWords("P-nene-vale-rape-crisis", "The line names a provider."),
                new Method.RuleWords("SV-014", "The words name the harm."))),
        List.of(
            new Method.RuleUse(List.of("SV-014"), 41, new Money(7_654_321)),
            new Method.RuleUse(
                List.of("P-nene-vale-rape-crisis", "SV-014"), 12, new Money(3_456_789))),
        List.of(
            new Method.Step("All accepted lines", 4_211, new Money(987_655_555), false),
            new Method.Step("less: not of the topic", -4_100, new Money(-876_543_210), false),
            new Method.Step("In the tables", 111, new Money(111_112_345), true)),
        rejected,
        review,
        List.of("ledger-2013-14.csv:4215: the printed total is £1.00 more than its lines."),
        List.of(),
        InventedQuality.of(export, totals));
  }
}
