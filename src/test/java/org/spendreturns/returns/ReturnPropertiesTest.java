package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.ADVOCACY;
import static org.spendreturns.returns.Desk.FACE_TO_FACE;
import static org.spendreturns.returns.Desk.FORENSIC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

/** What holds for every return, whatever agreements and payments it is made from. */
class ReturnPropertiesTest {

  private static final int TRIES = 60;
  private static final LocalDate FIRST = LocalDate.of(2012, 4, 1);
  private static final int DAYS = 1461; // 2012-13 to 2015-16
  private static final String ALL_YEARS = "2012-13..2015-16";
  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value\n";
  private static final List<Category> CATEGORIES =
      List.of(ADVOCACY, FACE_TO_FACE, FORENSIC, Category.NOT_BROKEN_DOWN);
  private static final List<String> STATED =
      List.of("ADVOCACY", "FACE_TO_FACE", "FORENSIC", "NOT_BROKEN_DOWN", "ADVOCACY 2; FORENSIC 1");
  private static final List<String> PAYEES = List.of("Lake", "Moor", "Hill");

  /** An agreement whose days all lie in the years. */
  record Agreed(int payee, int category, int start, int length, long pence) {}

  /** A payment on a day of the years; a credit is negative. */
  record Paid(int payee, int category, int day, long pence) {}

  /** What is on file. */
  record Spend(List<Agreed> agreed, List<Paid> paid) {}

  @Provide
  Arbitrary<Spend> spend() {
    Arbitrary<Agreed> agreed =
        Combinators.combine(
                Arbitraries.integers().between(0, PAYEES.size() - 1),
                Arbitraries.integers().between(0, STATED.size() - 1),
                Arbitraries.integers().between(0, DAYS - 1),
                Arbitraries.integers().between(1, 800),
                Arbitraries.longs().between(1, 90_000_000))
            .as(Agreed::new);
    Arbitrary<Paid> paid =
        Combinators.combine(
                Arbitraries.integers().between(0, PAYEES.size() - 1),
                Arbitraries.integers().between(0, CATEGORIES.size() - 1),
                Arbitraries.integers().between(0, DAYS - 1),
                Arbitraries.longs().between(-500_000, 5_000_000))
            .as(Paid::new);
    return Combinators.combine(agreed.list().ofMaxSize(5), paid.list().ofMaxSize(7)).as(Spend::new);
  }

  @Property(tries = TRIES)
  void theSharesOfAllYearsAreTheValuesOfAllAgreements(@ForAll("spend") Spend spend) {
    Money values = Money.sum(spend.agreed().stream().map(each -> new Money(each.pence())).toList());
    Return filing = desk(spend).make(ALL_YEARS);
    assertThat(sum(filing.awarded().total().inAll())).isEqualTo(values);
    assertThat(Money.sum(filing.awarded().rows().stream().map(row -> sum(row.inAll())).toList()))
        .isEqualTo(values);
  }

  @Property(tries = TRIES)
  void theRowsOfACategoryAddUpToItsCell(@ForAll("spend") Spend spend) {
    for (Section section : desk(spend).make(ALL_YEARS).sections()) {
      for (int year = 0; year < section.awardedByYear().size(); year++) {
        int at = year;
        assertThat(
                Money.sum(
                    section.rows().stream().map(row -> sum(row.awardedByYear().get(at))).toList()))
            .isEqualTo(sum(section.awardedByYear().get(at)));
        assertThat(
                Money.sum(
                    section.rows().stream().map(row -> sum(row.paidByYear().get(at))).toList()))
            .isEqualTo(sum(section.paidByYear().get(at)));
      }
    }
  }

  @Property(tries = TRIES)
  void theOrderOfFilesAndLinesChangesNothing(@ForAll("spend") Spend spend) {
    Desk desk = desk(spend);
    assertThat(desk.makeInOtherOrder(ALL_YEARS)).isEqualTo(desk.make(ALL_YEARS));
  }

  @Property(tries = TRIES)
  void everyLanguageTellsTheSameFiguresWithTheSameIdsAndNotesInTheSameOrder(
      @ForAll("spend") Spend spend) {
    Desk desk =
        desk(spend).paying("late.csv", "2014-05-01", "Sian Invented", "12.50", CATEGORIES.get(0));
    List<Figure> english = desk.make(ALL_YEARS).figures();
    Return welshReturn = desk.in(Wording.in(Language.CY, Map.of())).make(ALL_YEARS);
    List<Figure> welsh = welshReturn.figures();
    assertThat(welsh).extracting(Figure::id).isEqualTo(english.stream().map(Figure::id).toList());
    assertThat(welsh)
        .extracting(Figure::notes)
        .isEqualTo(english.stream().map(Figure::notes).toList());
    assertThat(welsh)
        .extracting(figure -> Totals.money(figure.value()))
        .isEqualTo(english.stream().map(figure -> Totals.money(figure.value())).toList());
    assertThat(welsh)
        .extracting(figure -> figure.value().getClass().getName())
        .isEqualTo(english.stream().map(figure -> figure.value().getClass().getName()).toList());
    assertThat(welsh)
        .extracting(figure -> figure.parts().size())
        .isEqualTo(english.stream().map(figure -> figure.parts().size()).toList());
  }

  @Property(tries = TRIES)
  void aQuietYearChangesNoOtherFigure(@ForAll("spend") Spend spend) {
    Return before = desk(spend).make(ALL_YEARS);
    Return after = desk(spend).withOtherSpend("quiet.csv", "2016-17").make("2012-13..2016-17");
    assertThat(Changes.between(1, before, after, Wording.english()).figures())
        .allMatch(difference -> difference.figureId().endsWith(".2016-17"))
        .allMatch(difference -> difference.after().orElseThrow() instanceof Value.Nil);
  }

  @Property(tries = TRIES)
  void aLongReturnIsItsTwoHalves(@ForAll("spend") Spend spend) {
    Return whole = desk(spend).make(ALL_YEARS);
    Return first = desk(spend).make("2012-13..2013-14");
    Return second = desk(spend).make("2014-15..2015-16");
    for (int row = 0; row <= whole.awarded().rows().size(); row++) {
      for (Summary.Basis basis : Summary.Basis.values()) {
        List<Value> halves = new ArrayList<>(years(row(first, basis, row)));
        halves.addAll(years(row(second, basis, row)));
        assertThat(halves).isEqualTo(years(row(whole, basis, row)));
        assertThat(sum(row(first, basis, row).inAll()).plus(sum(row(second, basis, row).inAll())))
            .isEqualTo(sum(row(whole, basis, row).inAll()));
      }
    }
  }

  @Property(tries = TRIES)
  void theCausesOfEveryChangeAddUpToIt(
      @ForAll("spend") Spend before, @ForAll("spend") Spend after) {
    Changes changes =
        Changes.between(
            1, desk(before).make(ALL_YEARS), desk(after).make(ALL_YEARS), Wording.english());
    for (Difference each : changes.figures()) {
      Money causes =
          Money.sum(
              each.causes().stream()
                  .map(Difference.Cause::amount)
                  .flatMap(Optional::stream)
                  .toList());
      assertThat(causes).as(each.title()).isEqualTo(each.change().orElse(Money.ZERO));
    }
  }

  private static Summary.Row row(Return filing, Summary.Basis basis, int row) {
    Summary summary = basis == Summary.Basis.AWARDED ? filing.awarded() : filing.paid();
    return row < summary.rows().size() ? summary.rows().get(row) : summary.total();
  }

  private static List<Value> years(Summary.Row row) {
    return row.byYear().stream().map(Figure::value).toList();
  }

  private static Money sum(Figure figure) {
    return Totals.money(figure.value()).orElse(Money.ZERO);
  }

  private static Desk desk(Spend spend) {
    Desk desk = new Desk(folder());
    StringBuilder odd = new StringBuilder(HEAD);
    StringBuilder even = new StringBuilder(HEAD);
    for (int i = 0; i < spend.agreed().size(); i++) {
      (i % 2 == 0 ? even : odd).append(row(i, spend.agreed().get(i)));
    }
    desk.withRegister("odd.csv", odd.toString()).withRegister("even.csv", even.toString());
    desk.withOtherSpend("one.csv", ALL_YEARS);
    for (int i = 0; i < spend.paid().size(); i++) {
      Paid paid = spend.paid().get(i);
      desk.paying(
          i % 2 == 0 ? "one.csv" : "two.csv",
          FIRST.plusDays(paid.day()).toString(),
          PAYEES.get(paid.payee()),
          new Money(paid.pence()).toString(),
          CATEGORIES.get(paid.category()));
    }
    return desk;
  }

  private static String row(int number, Agreed agreed) {
    LocalDate start = FIRST.plusDays(agreed.start());
    LocalDate last = FIRST.plusDays(DAYS - 1L);
    LocalDate end = start.plusDays(agreed.length());
    return String.format(
        Locale.ROOT,
        "A-%d,grant,%s,Service,%s,%s,%s,%s%n",
        number,
        PAYEES.get(agreed.payee()),
        STATED.get(agreed.category()),
        start,
        end.isAfter(last) ? last : end,
        new Money(agreed.pence()));
  }

  private static Path folder() {
    try {
      Path folder = Path.of("target", "properties-of-returns");
      return Files.createDirectories(folder);
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }
}
