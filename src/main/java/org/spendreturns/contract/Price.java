package org.spendreturns.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;

/**
 * What an agreement costs the body, and what others add.
 *
 * @param value the body's own firm value, or why there is none on file
 * @param vat whether all these sums include VAT
 * @param statedByYear what the body itself says falls in each financial year
 * @param schedule what the body itself says is due for each period, if it does not say it by year
 * @param coFunders who else pays for the same agreement, and how much; never in the body's totals
 * @param whole the whole price as printed, all funders together; empty if not printed
 */
public record Price(
    AgreedSum value,
    VatBasis vat,
    Map<FinancialYear, Money> statedByYear,
    List<Instalment> schedule,
    List<CoFunder> coFunders,
    Optional<Money> whole) {

  /** Keeps its own, ordered copies. */
  public Price {
    statedByYear = Collections.unmodifiableMap(new TreeMap<>(statedByYear));
    schedule = List.copyOf(schedule);
    coFunders = List.copyOf(coFunders);
  }

  /** What is due for a period. */
  public record Instalment(Period period, Money amount) {}

  /** Another funder and its share. */
  public record CoFunder(String name, Money amount) {}

  /** A price of which only the body's firm value is known. */
  public static Price of(AgreedSum value, VatBasis vat) {
    return new Price(value, vat, Map.of(), List.of(), List.of(), Optional.empty());
  }

  /** The firm value, or empty if there is none on file. */
  public Optional<Money> firm() {
    return value instanceof AgreedSum.Firm firm ? Optional.of(firm.money()) : Optional.empty();
  }
}
