package org.spendreturns.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.Price.CoFunder;
import org.spendreturns.contract.Term;
import org.spendreturns.intake.RegisterTable.Column;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.money.Apportionment;
import org.spendreturns.money.Money;

/**
 * What a row of a register says of those who pay an agreement together: the whole price and the
 * other funders' shares, each a sum, a sum {@code a year}, or, of a share, per cent of the whole.
 */
record FundingCells(RegisterCells cells, Term term) {

  private static final Pattern FUNDER = Pattern.compile("(.+): ([^:]+)");
  private static final Pattern PER_CENT = Pattern.compile("(\\d{1,2})(?:\\.(\\d{1,2}))? ?%");
  private static final Pattern A_YEAR = Pattern.compile("(.+) a year");
  private static final long WHOLE = 10_000; // hundredths of a per cent

  /** The price of all funders together; empty if not given. */
  Optional<Money> whole() {
    return sum(Column.WHOLE_VALUE, cells.text(Column.WHOLE_VALUE));
  }

  /** {@code A City Council: 344000.00; NHS England: 50%; …}, in the row's order. */
  List<CoFunder> coFunders() {
    return cells
        .each(Column.CO_FUNDERS, RejectReason.BAD_AMOUNT, FUNDER, "A City Council: 344000.00")
        .map(found -> new CoFunder(found.group(1).strip(), share(found.group(2).strip())))
        .toList();
  }

  /** What the others leave of the whole price: the body's own share where no value stands. */
  Optional<Money> rest() {
    List<CoFunder> others = coFunders();
    return others.isEmpty()
        ? Optional.empty()
        : whole().map(all -> all.minus(Money.sum(others.stream().map(CoFunder::amount).toList())));
  }

  private Money share(String text) {
    Matcher perCent = PER_CENT.matcher(text);
    if (!perCent.matches()) {
      return sum(Column.CO_FUNDERS, text).orElseThrow();
    }
    Money all =
        whole()
            .orElseThrow(
                () ->
                    RowFault.in(
                        Column.CO_FUNDERS,
                        RejectReason.CONTRADICTION,
                        "'%s' is a share of a whole value that the row does not give"
                            .formatted(text)));
    String hundredths = perCent.group(2) == null ? "00" : (perCent.group(2) + "0").substring(0, 2);
    long part = Long.parseLong(perCent.group(1) + hundredths);
    return Apportionment.byWeights(all, List.of(part, WHOLE - part)).get(0);
  }

  /** A sum, or one a year, which counts for each whole year of the term. */
  private Optional<Money> sum(Column column, String text) {
    Matcher yearly = A_YEAR.matcher(text);
    if (!yearly.matches()) {
      return cells.money(column.written(), text);
    }
    long years = years(column, text);
    return cells
        .money(column.written(), yearly.group(1).strip())
        .map(each -> new Money(Math.multiplyExact(each.pence(), years)));
  }

  private long years(Column column, String text) {
    Optional<Period> firm = term.firm();
    long years = 0;
    while (firm.isPresent()
        && !firm.get().start().plusYears(years + 1).isAfter(firm.get().end().plusDays(1))) {
      years++;
    }
    if (firm.isEmpty()
        || !firm.get().start().plusYears(years).equals(firm.get().end().plusDays(1))) {
      throw RowFault.in(
          column,
          RejectReason.CONTRADICTION,
          "'%s', but start to end is not a number of whole years; give the sum of the whole term"
              .formatted(text));
    }
    return years;
  }
}
