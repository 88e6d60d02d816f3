package org.spendreturns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.contract.Contract.Links;
import org.spendreturns.contract.Contract.Organisation;
import org.spendreturns.contract.Price.Instalment;
import org.spendreturns.contract.ShareBasis.Way;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;

class YearSplitTest {

  private static final LocalDate DAY_ONE = LocalDate.of(2009, 4, 1);

  @Property
  void sharesSumToTheWholeByDays(
      @ForAll @LongRange(min = -1_000_000_000_00L, max = 1_000_000_000_00L) long pence,
      @ForAll @IntRange(max = 5_000) int start,
      @ForAll @IntRange(max = 5_000) int length) {
    Period term = new Period(DAY_ONE.plusDays(start), DAY_ONE.plusDays(start + (long) length));
    assertThat(YearSplit.byDays(new Money(pence), term).total()).isEqualTo(new Money(pence));
  }

  @Property
  void sharesSumToTheWholeByMonths(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long pence,
      @ForAll @IntRange(max = 200) int start,
      @ForAll @IntRange(min = 1, max = 200) int months) {
    LocalDate first = DAY_ONE.plusMonths(start);
    Period term = new Period(first, first.plusMonths(months).minusDays(1));
    assertThat(YearSplit.byMonths(new Money(pence), term).total()).isEqualTo(new Money(pence));
  }

  @Property
  void noShareIsMoreThanAPennyFromItsExactPart(
      @ForAll @LongRange(min = 0, max = 1_000_000_00L) long pence,
      @ForAll @IntRange(max = 2_000) int start,
      @ForAll @IntRange(max = 2_000) int length) {
    Period term = new Period(DAY_ONE.plusDays(start), DAY_ONE.plusDays(start + (long) length));
    for (YearSplit.Share share : YearSplit.byDays(new Money(pence), term).shares()) {
      long days = share.year().period().overlap(term).orElseThrow().days();
      long exactTimesTerm = pence * days;
      assertThat(Math.abs(share.amount().pence() * term.days() - exactTimesTerm))
          .isLessThan(term.days());
    }
  }

  @Test
  void dividesACalendarYearContractByMonths() {
    assertThat(
            YearSplit.byMonths(Money.parse("224814"), period("2024-01-01", "2025-12-31")).shares())
        .containsExactly(
            share("2023-24", "28101.75", ShareBasis.of(Way.MONTHS, 3, 24)),
            share("2024-25", "112407.00", ShareBasis.of(Way.MONTHS, 12, 24)),
            share("2025-26", "84305.25", ShareBasis.of(Way.MONTHS, 9, 24)));
  }

  @Test
  void dividesTheSameContractByDays() {
    assertThat(YearSplit.byDays(Money.parse("224814"), period("2024-01-01", "2025-12-31")).shares())
        .containsExactly(
            share("2023-24", "27986.42", ShareBasis.of(Way.DAYS, 91, 731)),
            share("2024-25", "112253.23", ShareBasis.of(Way.DAYS, 365, 731)),
            share("2025-26", "84574.35", ShareBasis.of(Way.DAYS, 275, 731)));
  }

  @Test
  void dividesByDaysWhereTheTermHasPartMonths() {
    assertThat(YearSplit.byMonths(Money.parse("3.00"), period("2014-03-30", "2014-04-01")).shares())
        .containsExactly(
            share("2013-14", "2.00", ShareBasis.of(Way.DAYS_OF_PART_MONTHS, 2, 3)),
            share("2014-15", "1.00", ShareBasis.of(Way.DAYS_OF_PART_MONTHS, 1, 3)));
  }

  @Test
  void takesTheYearsAsTheBodyStatesThem() {
    Contract contract =
        contract(
            "300.00",
            Term.of(LocalDate.of(2012, 4, 1), LocalDate.of(2014, 3, 31)),
            Map.of(year("2012-13"), Money.parse("100"), year("2013-14"), Money.parse("200")),
            List.of());
    assertThat(YearSplit.of(contract, SplitRule.DAYS).orElseThrow().shares())
        .containsExactly(
            share("2012-13", "100.00", ShareBasis.of(Way.STATED)),
            share("2013-14", "200.00", ShareBasis.of(Way.STATED)));
  }

  @Test
  void givesTheRestOfTheValueToTheYearsNotStated() {
    Contract contract =
        contract(
            "830.00",
            Term.of(LocalDate.of(2012, 4, 1), LocalDate.of(2015, 3, 31)),
            Map.of(year("2012-13"), Money.parse("100")),
            List.of());
    assertThat(YearSplit.of(contract, SplitRule.DAYS).orElseThrow().shares())
        .containsExactly(
            share("2012-13", "100.00", ShareBasis.of(Way.STATED)),
            share("2013-14", "365.00", ShareBasis.of(Way.DAYS_OF_THE_REST, 365, 730)),
            share("2014-15", "365.00", ShareBasis.of(Way.DAYS_OF_THE_REST, 365, 730)));
  }

  @Test
  void takesAStatedScheduleBeforeItsOwnRule() {
    Contract contract =
        contract(
            "300.00",
            Term.of(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31)),
            Map.of(),
            List.of(
                new Instalment(period("2014-01-01", "2014-03-31"), Money.parse("250")),
                new Instalment(period("2014-04-01", "2014-12-31"), Money.parse("50"))));
    assertThat(YearSplit.of(contract, SplitRule.DAYS).orElseThrow().shares())
        .extracting(share -> share.amount().toString())
        .containsExactly("250.00", "50.00");
  }

  @Test
  void countsAllInTheYearOfTheAwardIfTheBodySaysSo() {
    Term term =
        new Term(
            Optional.of(LocalDate.of(2020, 6, 3)),
            Optional.of(LocalDate.of(2020, 3, 24)),
            Optional.of(LocalDate.of(2021, 3, 31)),
            Optional.empty(),
            List.of());
    Contract contract = contract("47676.35", term, Map.of(), List.of());
    assertThat(YearSplit.of(contract, SplitRule.AWARD_DATE).orElseThrow().shares())
        .containsExactly(share("2020-21", "47676.35", ShareBasis.of(Way.YEAR_OF_AWARD)));
    assertThat(YearSplit.of(contract, SplitRule.DAYS).orElseThrow().shares())
        .extracting(each -> each.amount().toString())
        .containsExactly("1022.55", "46653.80");
  }

  @Test
  void dividesNothingWithoutAnEnd() {
    Term open =
        new Term(
            Optional.empty(),
            Optional.of(LocalDate.of(2014, 4, 1)),
            Optional.empty(),
            Optional.empty(),
            List.of());
    assertThat(YearSplit.of(contract("10.00", open, Map.of(), List.of()), SplitRule.DAYS))
        .isEmpty();
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    assertThatThrownBy(() -> Term.of(LocalDate.of(2014, 12, 1), LocalDate.of(2014, 11, 30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ends 2014-11-30, before it starts on 2014-12-01");
  }

  private static Contract contract(
      String value, Term term, Map<FinancialYear, Money> stated, List<Instalment> schedule) {
    return new Contract(
        new SourceRef("r.csv", "", 2),
        "A",
        Kind.CONTRACT,
        new Organisation("Lake Trust", ""),
        "Talk",
        CategoryShares.NOT_STATED,
        Optional.empty(),
        term,
        new Price(
            new AgreedSum.Firm(Money.parse(value)),
            VatBasis.NET,
            stated,
            schedule,
            List.of(),
            Optional.empty()),
        Links.NONE,
        "");
  }

  private static YearSplit.Share share(String year, String amount, ShareBasis basis) {
    return new YearSplit.Share(year(year), Money.parse(amount), basis);
  }

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  private static Period period(String start, String end) {
    return new Period(LocalDate.parse(start), LocalDate.parse(end));
  }
}
