package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.CategoryShares;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.YearSplit;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

/** The shares of agreements that fall in a year, and the pools that pay for the category. */
final class AwardedEntries implements Entries {

  private final Agreements agreements;
  private final Coverage coverage;
  private final List<Payment> payments;
  private final Wording wording;

  AwardedEntries(
      Agreements agreements, Coverage coverage, List<Payment> payments, Wording wording) {
    this.agreements = agreements;
    this.coverage = coverage;
    this.payments = payments;
    this.wording = wording;
  }

  @Override
  public Summary.Basis basis() {
    return Summary.Basis.AWARDED;
  }

  @Override
  public List<Entry> in(Category category, FinancialYear year) {
    List<Entry> entries = new ArrayList<>();
    for (Agreement agreement : agreements.awards()) {
      if (agreement.categories().contains(category)) {
        Value value = agreement.awardedIn(category, year);
        if (!(value instanceof Value.Nil)) {
          entries.add(new Entry(agreement.reference(), value, agreement.partsIn(category, year)));
        }
      }
    }
    entries.addAll(pools(agreements, category, year));
    return entries;
  }

  @Override
  public Search search(Category category, FinancialYear year) {
    Search search = coverage.awarded(category, year);
    List<Money> paid =
        payments.stream()
            .filter(payment -> payment.contract().isEmpty() && payment.category().equals(category))
            .map(payment -> payment.line().line())
            .filter(line -> line.financialYear().equals(year))
            .map(LedgerLine::amount)
            .toList();
    return paid.isEmpty()
        ? search
        : search.beside(
            wording.say("missing.agreement"),
            wording.say(
                "coverage.noAgreement", year.toString(), wording.moneyInText(Money.sum(paid))));
  }

  /** The pools that pay for the category in the year: for the one they state, or for any. */
  static List<Entry> pools(Agreements agreements, Category category, FinancialYear year) {
    return agreements.pools(year).stream()
        .filter(pool -> paysFor(pool, category))
        .map(pool -> new Entry(pool.reference(), new Value.NotSeparable(pool.service()), List.of()))
        .toList();
  }

  private static boolean paysFor(Contract pool, Category category) {
    List<String> stated =
        pool.categories().shares().stream().map(CategoryShares.Share::categoryId).toList();
    return stated.contains(category.id())
        || (stated.isEmpty() && category.equals(Category.NOT_BROKEN_DOWN));
  }

  /** How the year's share was found, if we derived it. */
  static Optional<String> derivation(Agreement agreement, FinancialYear year, Wording wording) {
    return agreement
        .split()
        .flatMap(years -> years.in(year))
        .filter(YearSplit.Share::isDerived)
        .map(share -> rule(share, wording))
        .map(rule -> Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".");
  }

  /** How a year's share was found, in words. */
  static String rule(YearSplit.Share share, Wording wording) {
    return share.bases().stream()
        .map(
            basis -> {
              String way =
                  wording.say(
                      "share." + basis.way(),
                      share.year().toString(),
                      wording.count(basis.part()),
                      wording.count(basis.of()));
              return basis
                  .instalment()
                  .map(
                      due ->
                          wording.say(
                              "share.instalment",
                              wording.say("span", due.start().toString(), due.end().toString()),
                              way))
                  .orElse(way);
            })
        .collect(Collectors.joining("; "));
  }
}
