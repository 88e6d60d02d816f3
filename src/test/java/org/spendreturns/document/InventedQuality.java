package org.spendreturns.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.DataQuality.Account;
import org.spendreturns.returns.DataQuality.Use;
import org.spendreturns.rulebook.Category;

/** What became of the lines of exports, invented: one export of each use. */
final class InventedQuality {

  private InventedQuality() {}

  static DataQuality of(String digest, ControlTotals totals) {
    SourceRef grand = new SourceRef("ledger-2013-14.csv", "", 4_215);
    return new DataQuality(
        List.of(
            account(
                "ledger-2013-14.csv",
                digest,
                Use.COUNTED,
                "",
                totals,
                new DataQuality.Printed(grand, new Money(987_655_655), new Money(987_655_555))),
            account("old.csv", digest, Use.REPLACED, "ledger-2013-14.csv", ControlTotals.NONE),
            account("odd.csv", digest, Use.SET_ASIDE, "UNKNOWN_LAYOUT", ControlTotals.NONE),
            account("notes.html", digest, Use.WITHOUT_PAYMENTS, "NOT_A_LEDGER", ControlTotals.NONE),
            account("cut.csv", digest, Use.KEPT_OUT, "", ControlTotals.NONE)),
        List.of(
            new DataQuality.Decided(
                "E-0001",
                LocalDate.of(2026, 5, 3),
                "ledger-2013-14.csv replaces old.csv",
                41,
                new Money(12_345_678))),
        List.of(
            new DataQuality.Settled(
                "D-0001", LocalDate.of(2026, 5, 4), List.of(), 3, new Money(215_000)),
            new DataQuality.Settled(
                "D-0002",
                LocalDate.of(2026, 5, 5),
                List.of(Category.NOT_BROKEN_DOWN),
                2,
                new Money(98_765))));
  }

  private static Account account(
      String file,
      String digest,
      Use use,
      String because,
      ControlTotals totals,
      DataQuality.Printed... printed) {
    return new Account(
        file,
        digest,
        use,
        because,
        use == Use.SET_ASIDE || use == Use.WITHOUT_PAYMENTS
            ? Optional.empty()
            : Optional.of(totals),
        List.of(printed),
        new HiddenParts(1, 2, 3),
        use == Use.COUNTED ? Optional.of(new DataQuality.Identical(7, 15)) : Optional.empty(),
        use == Use.COUNTED
            ? List.of(new DataQuality.Elsewhere("april.csv", 3, new Money(145_000)))
            : List.of(),
        use == Use.COUNTED
            ? List.of(new DataQuality.Elsewhere("may.csv", 1, new Money(98_700)))
            : List.of());
  }
}
