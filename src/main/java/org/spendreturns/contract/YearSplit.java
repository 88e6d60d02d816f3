package org.spendreturns.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.Price.Instalment;
import org.spendreturns.contract.ShareBasis.Way;
import org.spendreturns.money.Apportionment;
import org.spendreturns.money.Money;

/**
 * How much of an agreement falls in each financial year, exact to the penny: the shares always sum
 * to the whole.
 *
 * @param shares ascending by year, each year once
 */
public record YearSplit(List<Share> shares) {

  /** Keeps its own copy. */
  public YearSplit {
    shares = List.copyOf(shares);
  }

  /**
   * What falls in a year.
   *
   * @param bases how it was found; several if it is made of several instalments
   */
  public record Share(FinancialYear year, Money amount, List<ShareBasis> bases) {
    /** Keeps its own copy. */
    public Share {
      bases = List.copyOf(bases);
    }

    /** A share found in one way. */
    public Share(FinancialYear year, Money amount, ShareBasis basis) {
      this(year, amount, List.of(basis));
    }

    /** Whether we found it by arithmetic, and the body did not state it. */
    public boolean isDerived() {
      return bases.stream().anyMatch(basis -> basis.way().isArithmetic());
    }
  }

  /**
   * Divides an agreement's value: as the body states it by year, else by its stated schedule, else
   * by the rule.
   *
   * <p>If the body states some years only, the rest of the firm value goes to the other years of
   * the term. Without a term, an agreement counts in the year of its award.
   *
   * @return empty if the register does not say enough
   */
  public static Optional<YearSplit> of(Contract contract, SplitRule rule) {
    Price price = contract.price();
    if (!price.statedByYear().isEmpty()) {
      return Optional.of(stated(price, contract.term()));
    }
    if (!price.schedule().isEmpty()) {
      return Optional.of(scheduled(price.schedule(), rule));
    }
    Optional<LocalDate> awarded = contract.term().awarded();
    if (rule == SplitRule.AWARD_DATE && awarded.isPresent()) {
      return price.firm().map(value -> byAwardDate(value, awarded.get()));
    }
    if (contract.term().firm().isPresent()) {
      return price.firm().map(value -> over(value, contract.term().firm().get(), rule));
    }
    if (contract.term().start().isEmpty() && contract.term().end().isEmpty()) {
      return awarded.flatMap(day -> price.firm().map(value -> byAwardDate(value, day)));
    }
    return Optional.empty();
  }

  /** Divides a value in proportion to the days of the term in each year. */
  public static YearSplit byDays(Money whole, Period term) {
    return byDays(whole, term, years(term), Way.DAYS);
  }

  /**
   * Divides a value in proportion to the months of the term in each year, or by days if the term
   * does not begin with a month and end with one.
   */
  public static YearSplit byMonths(Money whole, Period term) {
    if (term.start().getDayOfMonth() > 1
        || term.end().getDayOfMonth() < term.end().lengthOfMonth()) {
      return byDays(whole, term, years(term), Way.DAYS_OF_PART_MONTHS);
    }
    List<Long> months = new ArrayList<>();
    for (FinancialYear year : years(term)) {
      months.add(year.period().overlap(term).map(YearSplit::months).orElse(0L));
    }
    return weighted(whole, years(term), months, Way.MONTHS);
  }

  /** The share of the year, or empty if nothing falls in it. */
  public Optional<Share> in(FinancialYear year) {
    return shares.stream().filter(share -> share.year().equals(year)).findFirst();
  }

  /** All shares together. */
  public Money total() {
    return Money.sum(shares.stream().map(Share::amount).toList());
  }

  private static YearSplit over(Money whole, Period term, SplitRule rule) {
    if (years(term).size() == 1) {
      FinancialYear year = years(term).get(0);
      return new YearSplit(List.of(new Share(year, whole, ShareBasis.of(Way.WHOLE_TERM))));
    }
    return rule == SplitRule.MONTHS ? byMonths(whole, term) : byDays(whole, term);
  }

  private static YearSplit byAwardDate(Money whole, LocalDate awarded) {
    return new YearSplit(
        List.of(new Share(FinancialYear.of(awarded), whole, ShareBasis.of(Way.YEAR_OF_AWARD))));
  }

  private static YearSplit stated(Price price, Term term) {
    Map<FinancialYear, Share> shares = new TreeMap<>();
    price
        .statedByYear()
        .forEach((year, sum) -> shares.put(year, new Share(year, sum, ShareBasis.of(Way.STATED))));
    Money rest = price.firm().orElse(Money.ZERO).minus(Money.sum(price.statedByYear().values()));
    List<FinancialYear> open =
        term.firm().map(YearSplit::years).orElse(List.of()).stream()
            .filter(year -> !price.statedByYear().containsKey(year))
            .toList();
    if (rest.pence() > 0 && !open.isEmpty()) {
      byDays(rest, term.firm().orElseThrow(), open, Way.DAYS_OF_THE_REST)
          .shares()
          .forEach(share -> shares.put(share.year(), share));
    }
    return new YearSplit(List.copyOf(shares.values()));
  }

  private static YearSplit scheduled(List<Instalment> schedule, SplitRule rule) {
    Map<FinancialYear, Share> shares = new TreeMap<>();
    for (Instalment due : schedule) {
      for (Share share : over(due.amount(), due.period(), rule).shares()) {
        List<ShareBasis> bases =
            share.bases().stream().map(basis -> basis.due(due.period())).toList();
        shares.merge(
            share.year(),
            new Share(share.year(), share.amount(), bases),
            (one, other) ->
                new Share(
                    one.year(),
                    one.amount().plus(other.amount()),
                    Stream.concat(one.bases().stream(), other.bases().stream()).toList()));
      }
    }
    return new YearSplit(List.copyOf(shares.values()));
  }

  private static YearSplit byDays(Money whole, Period term, List<FinancialYear> years, Way way) {
    List<Long> days =
        years.stream()
            .map(year -> year.period().overlap(term).map(Period::days).orElse(0L))
            .toList();
    return weighted(whole, years, days, way);
  }

  private static YearSplit weighted(
      Money whole, List<FinancialYear> years, List<Long> weights, Way way) {
    long all = weights.stream().mapToLong(Long::longValue).sum();
    List<Money> parts = Apportionment.byWeights(whole, weights);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      shares.add(new Share(years.get(i), parts.get(i), ShareBasis.of(way, weights.get(i), all)));
    }
    return new YearSplit(shares);
  }

  private static List<FinancialYear> years(Period term) {
    List<FinancialYear> years = new ArrayList<>();
    FinancialYear last = FinancialYear.of(term.end());
    for (FinancialYear year = FinancialYear.of(term.start());
        year.compareTo(last) <= 0;
        year = new FinancialYear(year.startsIn() + 1)) {
      years.add(year);
    }
    return years;
  }

  private static long months(Period period) {
    return ChronoUnit.MONTHS.between(YearMonth.from(period.start()), YearMonth.from(period.end()))
        + 1;
  }
}
