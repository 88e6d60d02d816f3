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
      Agreements agreements,
      List<FinancialYear> years,
      SplitRule rule,
      NoteBook notes,
      Wording wording) {
    List<Pool> pools = new ArrayList<>();
    for (Contract row : agreements.asides()) {
      if (Agreements.concerns(row, years)) {
        List<Draft> cells = years.stream().map(year -> cell(row, year, rule, wording)).toList();
        pools.add(
            new Pool(
                wording.own(row.service()),
                row.reference(),
                wording.own(row.note()),
                notes.figures(cells),
                wording.say("pool." + row.kind())));
      }
    }
    return List.copyOf(pools);
  }

  private static Draft cell(Contract row, FinancialYear year, SplitRule rule, Wording wording) {
    Value value =
        YearSplit.of(row, rule)
            .flatMap(years -> years.in(year))
            .<Value>map(share -> new Value.Amount(share.amount()))
            .orElseGet(() -> ifNone(row, year, wording));
    return new Draft(
        "pool.%s.%s".formatted(row.reference(), year),
        value,
        wording.say("formula.pool"),
        List.of(),
        List.of());
  }

  private static Value ifNone(Contract row, FinancialYear year, Wording wording) {
    boolean isOutside =
        !row.term().mayTouch(year)
            || (!row.price().statedByYear().isEmpty() && row.price().firm().isPresent());
    return isOutside
        ? new Value.Nil()
        : new Value.NoRecords(wording.say("missing.amountOfYear", year.toString()));
  }
}
