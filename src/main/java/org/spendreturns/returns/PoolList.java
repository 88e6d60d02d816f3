package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.SplitRule;
import org.spendreturns.contract.YearSplit;

/** Money that is no award of the topic, shown as what it is and in no total. */
final class PoolList {

  private PoolList() {}

  /** What of it concerns the years, by name. */
  static List<Pool> of(
      Agreements agreements, List<FinancialYear> years, SplitRule rule, NoteBook notes) {
    List<Pool> pools = new ArrayList<>();
    for (Contract row : agreements.asides()) {
      if (Agreements.concerns(row, years)) {
        List<Draft> cells = years.stream().map(year -> cell(row, year, rule)).toList();
        pools.add(
            new Pool(row.service(), row.reference(), row.note(), notes.figures(cells), why(row)));
      }
    }
    return List.copyOf(pools);
  }

  private static Draft cell(Contract row, FinancialYear year, SplitRule rule) {
    Value value =
        YearSplit.of(row, rule)
            .flatMap(years -> years.in(year))
            .<Value>map(share -> new Value.Amount(share.amount()))
            .orElseGet(() -> ifNone(row, year));
    return new Draft(
        "pool.%s.%s".formatted(row.reference(), year),
        value,
        "as registered; in no total",
        List.of(),
        List.of());
  }

  private static Value ifNone(Contract row, FinancialYear year) {
    boolean isOutside =
        !row.term().mayTouch(year)
            || (!row.price().statedByYear().isEmpty() && row.price().firm().isPresent());
    return isOutside
        ? new Value.Nil()
        : new Value.NoRecords("the register gives no amount for " + year);
  }

  private static String why(Contract row) {
    return switch (row.kind()) {
      case POOL ->
          "Serves more than this topic, and the topic's part is not separable: in no total.";
      case FUND -> "A fund for other purposes; it is not spend on this topic: in no total.";
      case POT -> "A sum set aside; nobody is named to whom it was awarded: in no total.";
      case TENDER -> "An invitation to tender: nothing was awarded yet, so it is in no total.";
      case BID -> "A sum that was asked for, not awarded: in no total.";
      case INCOME -> "Money received, not spent: in no total.";
      case CONTRACT, GRANT -> throw new IllegalArgumentException(row.at() + ": is an award");
    };
  }
}
