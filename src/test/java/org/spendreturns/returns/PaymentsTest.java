package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.ADVOCACY;
import static org.spendreturns.returns.Desk.FACE_TO_FACE;
import static org.spendreturns.returns.Desk.FORENSIC;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;
import static org.spendreturns.returns.Desk.says;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

/** Payments: which agreement they belong to, and that their sums agree from ledger to table. */
class PaymentsTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value\n";

  @TempDir Path folder;

  @Test
  void linksByTheReferenceInTheLineFirst() {
    Return filing =
        desk("""
                A-1,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,100
                A-2,contract,Moor Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,100
                """)
            .paying("l.csv", "2013-05-01", "LAKE TRUST LTD", "40.00", ADVOCACY, " a-2 ")
            .make("2013-14");
    assertThat(says(filing, "paid.ADVOCACY.A-2.2013-14")).isEqualTo("£40");
    assertThat(says(filing, "paid.ADVOCACY.A-1.2013-14")).isEqualTo("none");
    assertThat(notes(filing, "paid.ADVOCACY.A-1.total"))
        .containsExactly("A-1: no payment on file is linked to it in the years asked for.");
    assertThat(filing.payments()).extracting(Payment::organisation).containsExactly("Moor Trust");
  }

  @Test
  void linksByOrganisationWithinTheDates() {
    Return filing =
        desk("A-1,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2013-09-30,100\n")
            .paying("l.csv", "2013-09-30", "The Lake Trust Ltd", "40.00", ADVOCACY)
            .paying("l.csv", "2013-10-01", "The Lake Trust Ltd", "2.00", ADVOCACY)
            .make("2013-14");
    assertThat(filing.payments()).extracting(Payment::contract).containsExactly("A-1", "");
    assertThat(says(filing, "paid.ADVOCACY.org-LAKE-TRUST.2013-14")).isEqualTo("£2");
    assertThat(says(filing, "awarded.ADVOCACY.org-LAKE-TRUST.2013-14")).isEqualTo("no agreement");
  }

  @Test
  void doesNotCallAnAwardNoneWhereMoneyWasPaid() {
    Return filing =
        desk("A-1,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,100\n")
            .paying("l.csv", "2013-09-30", "Hill Clinic Ltd", "40.00", FORENSIC)
            .make("2013-14");
    assertThat(row(filing.awarded(), "(iii) Forensic").get(0))
        .isEqualTo("paid without an agreement");
    assertThat(row(filing.awarded(), "(ii) Face to face").get(0)).isEqualTo("none");
    assertThat(notes(filing, "awarded.FORENSIC.2013-14"))
        .containsExactly("2013-14: £40 was paid without an agreement on file.");
  }

  @Test
  void doesNotGuessBetweenTwoAgreementsThatFit() {
    Return filing =
        desk("""
                A-1,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,40
                A-2,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,60
                """)
            .paying("l.csv", "2013-05-01", "Lake Trust", "40.00", ADVOCACY)
            .make("2013-14");
    assertThat(filing.payments()).extracting(Payment::contract).containsExactly("");
    assertThat(says(filing, "paid.ADVOCACY.A-1.2013-14"))
        .isEqualTo("payments to this organisation are not linked to one agreement");
    assertThat(row(filing.paid(), "(i) Advocacy").get(0)).isEqualTo("£40");
  }

  @Test
  void doesNotLinkByOrganisationAgainstTheCategory() {
    Return filing =
        desk("A-1,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,40\n")
            .paying("l.csv", "2013-05-01", "Lake Trust", "40.00", FORENSIC)
            .make("2013-14");
    assertThat(filing.payments()).extracting(Payment::contract).containsExactly("");
    assertThat(row(filing.paid(), "(iii) Forensic").get(0)).isEqualTo("£40");
  }

  @Test
  void countsALineAsItsAgreementAndSaysWhereTheyDiffer() {
    Return filing =
        desk("A-1,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,40\n")
            .paying("l.csv", "2013-05-01", "Lake Trust", "40.00", FACE_TO_FACE, "A-1")
            .paying("l.csv", "2013-05-02", "Lake Trust", "5.00", Category.NOT_BROKEN_DOWN)
            .make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy").get(0)).isEqualTo("£45");
    assertThat(filing.method().warnings())
        .containsExactly(
            "l.csv:13: the line reads as (ii) Face to face, its agreement A-1 is (i) Advocacy;"
                + " counted as its agreement");
  }

  @Test
  void keepsAPaymentOfSeveralCategoriesWholeAndNotBrokenDown() {
    Return filing =
        desk("A-1,contract,Lake Trust,All,ADVOCACY 60; FACE_TO_FACE 40,2013-04-01,2014-03-31,100\n")
            .paying("l.csv", "2013-05-01", "Lake Trust", "50.00", Category.NOT_BROKEN_DOWN)
            .withRequest(asking(Request.Asks.AMOUNTS))
            .make("2013-14");
    assertThat(filing.answers().get(0).answer()).isEqualTo("Awarded in 2013-14: £100. Paid: £50.");
    assertThat(says(filing, "awarded.ADVOCACY.A-1.2013-14")).isEqualTo("£60");
    assertThat(says(filing, "paid.ADVOCACY.A-1.2013-14")).isEqualTo("not broken down");
    assertThat(says(filing, "paid.NOT_BROKEN_DOWN.A-1.2013-14")).isEqualTo("£50");
    assertThat(says(filing, "awarded.NOT_BROKEN_DOWN.A-1.2013-14")).isEqualTo("none");
  }

  @Test
  void saysThatANameIsWithheld() {
    Return filing =
        desk("")
            .paying("l.csv", "2013-05-01", "REDACTED PERSONAL DATA", "50.00", FACE_TO_FACE)
            .paying("l.csv", "2013-05-02", "Hill Clinic Ltd", "5.00", FACE_TO_FACE)
            .withRequest(asking(Request.Asks.ORGANISATIONS))
            .make("2013-14");
    assertThat(filing.answers().get(0).answer())
        .isEqualTo(
            "No organisation with a contract or grant is on file. Paid without an agreement on"
                + " file: Hill Clinic Ltd and a payee whose name is withheld.");
  }

  @Test
  void knowsAnOrganisationByItsOwnNumberAndOtherNames() {
    Return filing =
        new Desk(folder)
            .withBody(
                """
                id: b
                name: The Body
                kind: pcc
                complete:
                  register: 2013-14
                suppliers:
                  - name: Lake Trust
                    other-names: [LAKE SEXUAL ABUSE TRU]
                """)
            .withRegister(
                "r.csv", HEAD + "A-1,contract,Lake Trust,T,ADVOCACY,2013-04-01,2014-03-31,40\n")
            .withOtherSpend("l.csv", "2013-14")
            .paying("l.csv", "2013-05-01", "LAKE SEXUAL ABUSE TRU", "40.00", ADVOCACY)
            .make("2013-14");
    assertThat(says(filing, "paid.ADVOCACY.A-1.2013-14")).isEqualTo("£40");
  }

  @Test
  void reconcilesFromTheLedgersToTheTables() {
    Return filing =
        new Desk(folder)
            .withOtherSpend("a.csv", "2012-13")
            .withOtherSpend("b.csv", "2013-14")
            .paying("a.csv", "2012-05-01", "Lake Trust", "0.01", ADVOCACY)
            .paying("b.csv", "2013-05-01", "Lake Trust", "50.00", FORENSIC)
            .paying("b.csv", "2013-06-01", "Lake Trust", "-20.00", FORENSIC)
            .asking("b.csv", "2013-07-01", "Lake", "7.00")
            .make("2013-14");
    assertThat(filing.method().chain())
        .containsExactly(
            new Method.Step("All accepted lines", 28, Money.parse("277.01"), true),
            new Method.Step("less: not of the topic", -24, Money.parse("-240.00"), false),
            new Method.Step(
                "less: waiting for a person's decision", -1, Money.parse("-7.00"), false),
            new Method.Step("Of the topic", 3, Money.parse("30.01"), true),
            new Method.Step("less: outside 2013-14", -1, Money.parse("-0.01"), false),
            new Method.Step("In the tables", 2, Money.parse("30.00"), true));
    assertThat(filing.method().rules())
        .containsExactly(new Method.RuleUse(List.of("R-FORENSIC"), 2, Money.parse("30.00")));
  }

  /** A person can take money out of a return, and not unseen. */
  @Test
  void whatAPersonDecidedNotToBeOfTheTopicIsAStepOfItsOwn() {
    Return filing =
        new Desk(folder)
            .withOtherSpend("a.csv", "2013-14")
            .paying("a.csv", "2013-05-01", "Lake Trust", "50.00", FORENSIC)
            .settling(
                new DataQuality.Settled(
                    "D-0001", LocalDate.of(2026, 5, 4), List.of(), 2, Money.parse("20.00")),
                new DataQuality.Settled(
                    "D-0002", LocalDate.of(2026, 5, 5), List.of(FORENSIC), 1, Money.parse("50.00")))
            .make("2013-14");
    assertThat(filing.method().chain())
        .startsWith(
            new Method.Step("All accepted lines", 13, Money.parse("170.00"), true),
            new Method.Step("less: not of the topic", -10, Money.parse("-100.00"), false),
            new Method.Step(
                "less: not of the topic by a person’s decision (1 decision)",
                -2,
                Money.parse("-20.00"),
                false))
        .endsWith(new Method.Step("In the tables", 1, Money.parse("50.00"), true));
  }

  @Test
  void orderOfFilesChangesNothing() {
    Desk desk = busyDesk();
    assertThat(desk.makeInOtherOrder("2012-13..2013-14")).isEqualTo(desk.make("2012-13..2013-14"));
  }

  @Test
  void aYearOfNoActivityChangesNoOtherFigure() {
    Return before = busyDesk().make("2012-13..2013-14");
    Return after = busyDesk().withOtherSpend("quiet.csv", "2014-15").make("2012-13..2014-15");
    assertThat(Changes.between(1, before, after, Wording.english()).figures())
        .allMatch(difference -> difference.figureId().endsWith(".2014-15"))
        .allMatch(difference -> difference.after().orElseThrow() instanceof Value.Nil);
  }

  @Test
  void aReturnOverTwoYearsHasTheFiguresOfBoth() {
    Return both = busyDesk().make("2012-13..2013-14");
    for (String year : List.of("2012-13", "2013-14")) {
      Return one = busyDesk().make(year);
      assertThat(Changes.between(1, one, both, Wording.english()).figures())
          .filteredOn(difference -> difference.before().isPresent())
          .filteredOn(difference -> difference.figureId().endsWith("." + year))
          .isEmpty();
    }
  }

  @Test
  void tellsWhichFiguresDifferBetweenTwoReturns() {
    Return before = busyDesk().make("2012-13");
    Return after =
        busyDesk().paying("a.csv", "2012-12-01", "Lake Trust", "1.00", ADVOCACY).make("2012-13");
    assertThat(Changes.between(1, before, after, Wording.english()).figures())
        .extracting(Difference::figureId)
        .containsExactly(
            "paid.ADVOCACY.2012-13",
            "paid.ADVOCACY.total",
            "paid.ALL.2012-13",
            "paid.ALL.total",
            "paid.ADVOCACY.A-1.2012-13",
            "paid.ADVOCACY.A-1.total");
  }

  @Test
  void everyFigureHasAnIdOfItsOwn() {
    assertThat(busyDesk().make("2012-13..2013-14").figures())
        .extracting(Figure::id)
        .doesNotHaveDuplicates();
  }

  private static Request asking(Request.Asks what) {
    Request.Question question = new Request.Question("1", what, "Which?", Optional.empty(), "");
    return new Request(
        "R-1", "b", "sv", "Services", Optional.empty(), List.of(), List.of(question));
  }

  private Desk busyDesk() {
    return new Desk(folder)
        .withRegister(
            "r.csv",
            HEAD
                + """
                A-1,contract,Lake Trust,Advice,ADVOCACY,2012-10-01,2013-09-30,365
                A-2,contract,Moor Trust,Talk,,2012-04-01,2014-03-31,730
                """)
        .withRegister(
            "s.csv", HEAD + "B-1,grant,Hill Clinic Ltd,Clinic,FORENSIC,2013-04-01,2014-03-31,50\n")
        .withOtherSpend("a.csv", "2012-13")
        .withOtherSpend("b.csv", "2013-14")
        .paying("a.csv", "2012-11-01", "Lake Trust", "11.00", ADVOCACY)
        .paying("a.csv", "2012-04-02", "Lake Trust", "3.00", ADVOCACY)
        .paying("b.csv", "2013-05-01", "Hill Clinic Ltd", "9.00", FORENSIC)
        .paying("b.csv", "2013-06-01", "Unknown House", "8.00", FACE_TO_FACE);
  }

  private Desk desk(String register) {
    return new Desk(folder)
        .withRegister("r.csv", HEAD + register)
        .withOtherSpend("l.csv", "2013-14");
  }
}
