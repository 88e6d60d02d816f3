package org.spendreturns.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Price;
import org.spendreturns.contract.Price.CoFunder;
import org.spendreturns.contract.Price.Instalment;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;
import tools.jackson.databind.JsonNode;

/**
 * Who pays the contract of an OCDS release, as {@code planning.budget.budgetBreakdown} says.
 *
 * <p>It is used only if the release has one contract or award and its entries, each with a sum, add
 * up to that one's value: else it is the plan of a budget, and says nothing of shares.
 *
 * @see "OCDS extension ocds_budget_breakdown_extension"
 */
record OcdsFunding(JsonNode release) {

  /** An entry of the breakdown; the days are empty if it gives none. */
  private record Entry(String funder, boolean isBuyer, Money amount, Optional<Period> days) {}

  /** The price of the buyer's own share; empty if the release does not divide the whole. */
  Optional<Price> shares(Money whole, VatBasis vat) {
    List<Entry> entries = isOfOneAgreement() && hasEverySum() ? entries() : List.of();
    boolean isWhole = Money.sum(entries.stream().map(Entry::amount).toList()).equals(whole);
    List<Entry> own = entries.stream().filter(Entry::isBuyer).toList();
    if (entries.isEmpty() || own.isEmpty() || !isWhole) {
      return Optional.empty();
    }
    Map<String, Money> others = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> !entry.isBuyer())
        .forEach(entry -> others.merge(entry.funder(), entry.amount(), Money::plus));
    List<CoFunder> coFunders = new ArrayList<>();
    others.forEach((name, sum) -> coFunders.add(new CoFunder(name, sum)));
    boolean hasDays = own.stream().allMatch(entry -> entry.days().isPresent());
    boolean isByYear = hasDays && own.stream().allMatch(OcdsFunding::isOfOneYear);
    return Optional.of(
        new Price(
            new AgreedSum.Firm(Money.sum(own.stream().map(Entry::amount).toList())),
            vat,
            isByYear ? byYear(own) : Map.of(),
            hasDays && !isByYear ? schedule(own) : List.of(),
            coFunders,
            coFunders.isEmpty() ? Optional.empty() : Optional.of(whole)));
  }

  private boolean isOfOneAgreement() {
    return release.path("contracts").size() <= 1 && release.path("awards").size() <= 1;
  }

  /** An entry may say in words why it has no sum; the whole is then not divided. */
  private boolean hasEverySum() {
    for (JsonNode entry : breakdown()) {
      if (!entry.path("amount").has("amount")) {
        return false;
      }
    }
    return true;
  }

  private JsonNode breakdown() {
    return release.path("planning").path("budget").path("budgetBreakdown");
  }

  private List<Entry> entries() {
    JsonNode buyer = release.path("buyer");
    List<Entry> entries = new ArrayList<>();
    for (JsonNode node : breakdown()) {
      JsonNode source = node.path("sourceParty");
      String id = OcdsRegister.text(source, "id");
      String name = OcdsRegister.text(source, "name");
      boolean isBuyer =
          id.isEmpty()
              ? name.isEmpty() || name.equals(OcdsRegister.text(buyer, "name"))
              : id.equals(OcdsRegister.text(buyer, "id"));
      entries.add(
          new Entry(
              name.isEmpty() ? id : name,
              isBuyer,
              OcdsRow.money(node.path("amount").path("amount")),
              days(node.path("period"))));
    }
    return entries;
  }

  private static Optional<Period> days(JsonNode period) {
    Optional<LocalDate> start = OcdsRow.date(period, "startDate");
    Optional<LocalDate> end = OcdsRow.date(period, "endDate");
    return start.flatMap(
        first -> end.filter(last -> !last.isBefore(first)).map(last -> new Period(first, last)));
  }

  private static boolean isOfOneYear(Entry entry) {
    Period days = entry.days().orElseThrow();
    return FinancialYear.of(days.start()).equals(FinancialYear.of(days.end()));
  }

  private static Map<FinancialYear, Money> byYear(List<Entry> own) {
    Map<FinancialYear, Money> sums = new TreeMap<>();
    own.forEach(
        entry ->
            sums.merge(
                FinancialYear.of(entry.days().orElseThrow().start()), entry.amount(), Money::plus));
    return sums;
  }

  private static List<Instalment> schedule(List<Entry> own) {
    return own.stream()
        .map(entry -> new Instalment(entry.days().orElseThrow(), entry.amount()))
        .toList();
  }
}
