package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.ADVOCACY;
import static org.spendreturns.returns.Desk.FACE_TO_FACE;
import static org.spendreturns.returns.Desk.FORENSIC;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;
import static org.spendreturns.returns.Desk.says;

import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;

/** What a cell says for each way of knowing and of not knowing. */
class FigureStatesTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value,no value because\n";

  @TempDir Path folder;

  @Test
  void showsNoneOnlyWhenEveryMonthWasSearchedAndNothingIsOpen() {
    Return filing =
        desk().withOtherSpend("ledger.csv", "2013-14").withRegister("r.csv", HEAD).make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy")).containsExactly("none", "none");
    assertThat(row(filing.paid(), "Total identified")).containsExactly("none", "none");
    assertThat(row(filing.awarded(), "Total identified")).containsExactly("none", "none");
  }

  @Test
  void showsNoRecordsWithoutAnyExportOrRegister() {
    Return filing = desk().make("2013-14");
    assertThat(row(filing.paid(), "Total identified"))
        .containsExactly("no records on file", "no records on file");
    assertThat(row(filing.awarded(), "(iii) Forensic"))
        .containsExactly("no records on file", "no records on file");
  }

  @Test
  void readsSumsAsAtLeastWhenAMonthIsMissing() {
    Desk desk = desk().paying("ledger.csv", "2013-05-02", "Rivers Centre", "100.50", ADVOCACY);
    for (YearMonth month : FinancialYear.parse("2013-14").months()) {
      if (!month.equals(YearMonth.of(2014, 3))) {
        desk.withOtherSpend("ledger.csv", month);
      }
    }
    Return filing = desk.make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy"))
        .containsExactly("at least £100.50", "at least £100.50");
    assertThat(row(filing.paid(), "(iii) Forensic").get(0)).isEqualTo("no export for March 2014");
    assertThat(filing.method().missingMonths()).containsExactly(YearMonth.of(2014, 3));
    assertThat(notes(filing, "paid.ADVOCACY.2013-14"))
        .containsExactly("2013-14: no export has a line of March 2014.");
  }

  @Test
  void takesAMonthForEmptyIfTheBodySaysSo() {
    Desk desk =
        new Desk(folder)
            .withBody(
                """
                id: b
                name: The Body
                kind: pcc
                complete:
                  nothing-in: [2014-03]
                """);
    for (YearMonth month : FinancialYear.parse("2013-14").months()) {
      if (!month.equals(YearMonth.of(2014, 3))) {
        desk.withOtherSpend("ledger.csv", month);
      }
    }
    assertThat(row(desk.make("2013-14").paid(), "(i) Advocacy").get(0)).isEqualTo("none");
  }

  @Test
  void namesThePredecessorForAYearBeforeTheBody() {
    Return filing = succeeding().withOtherSpend("ledger.csv", "2013-14").make("2011-12..2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy"))
        .containsExactly(
            "not held – The Old Authority",
            "before 22 November 2012 held by The Old Authority; since then no records on file",
            "none",
            "no sum");
    assertThat(filing.statements().get(1).held())
        .isEqualTo(
            "Held by The Old Authority until 21 November 2012, and by this body from 22 November"
                + " 2012.");
  }

  @Test
  void countsOnlyItsOwnPartOfTheYearInWhichTheBodyBegan() {
    Return filing =
        succeeding()
            .withOtherSpend("ledger.csv", "2012-13")
            .paying("ledger.csv", "2012-11-21", "Rivers Centre", "70.00", ADVOCACY)
            .paying("ledger.csv", "2012-11-22", "Rivers Centre", "30.00", ADVOCACY)
            .make("2012-13");
    assertThat(row(filing.paid(), "(i) Advocacy")).containsExactly("£30", "£30");
    assertThat(notes(filing, "paid.ADVOCACY.2012-13"))
        .containsExactly(
            "2012-13: figures cover 22 November 2012 to 31 March 2013 only; before that, The Old"
                + " Authority held the records.");
    assertThat(filing.method().chain())
        .extracting(Method.Step::title)
        .contains("less: outside the body's own time");
  }

  @Test
  void saysOfAnAgreementThatItsSumsIncludeVat() {
    Return filing =
        desk()
            .withRegister(
                "r.csv",
                """
                reference,kind,organisation,service,category,start,end,value,vat
                A,grant,Lake Trust,Talk,ADVOCACY,2013-04-01,2014-03-31,120,gross
                B,grant,Moor Trust,Talk,ADVOCACY,2013-04-01,2014-03-31,100,net
                """)
            .make("2013-14");
    assertThat(notes(filing, "awarded.ADVOCACY.A.total")).contains("A: its sums include VAT.");
    assertThat(notes(filing, "awarded.ADVOCACY.B.total"))
        .doesNotContain("B: its sums include VAT.");
  }

  @Test
  void saysThatACreditForReviewWouldLessenTheSum() {
    Return filing =
        desk()
            .withOtherSpend("ledger.csv", "2013-14")
            .paying("ledger.csv", "2013-05-02", "Rivers Centre", "100.00", ADVOCACY)
            .asking("ledger.csv", "2013-06-02", "Somebody", "-40.00")
            .asking("ledger.csv", "2013-06-03", "Somebody", "15.00")
            .make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy").get(0)).isEqualTo("at least £100");
    assertThat(notes(filing, "paid.ADVOCACY.2013-14"))
        .containsExactly(
            "2013-14: 2 lines wait for a person's decision, -£25 in all; 1 credit among them, -£40,"
                + " would lessen the sum.");
  }

  @Test
  void showsNotBrokenDownWhereUnassignedSpendMayBelong() {
    Return filing =
        desk()
            .withOtherSpend("ledger.csv", "2013-14")
            .paying("ledger.csv", "2013-05-02", "Rivers Centre", "100.00", Category.NOT_BROKEN_DOWN)
            .paying("ledger.csv", "2013-06-02", "Hill Clinic", "40.00", FORENSIC)
            .make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy"))
        .containsExactly("not broken down", "not broken down");
    assertThat(row(filing.paid(), "(iii) Forensic")).containsExactly("£40", "£40");
    assertThat(row(filing.paid(), "Not broken down")).containsExactly("£100", "£100");
    assertThat(row(filing.paid(), "Total identified")).containsExactly("£140", "£140");
    assertThat(notes(filing, "paid.FORENSIC.2013-14"))
        .containsExactly(
            "What was paid in the year and is not broken down may include more of this category.");
  }

  @Test
  void readsSumsAsAtLeastWhileALineWaitsForAPerson() {
    Return filing =
        desk()
            .withOtherSpend("ledger.csv", "2013-14")
            .paying("ledger.csv", "2013-05-02", "Rivers Centre", "100.00", ADVOCACY)
            .asking("ledger.csv", "2013-05-03", "The Centre", "55.00")
            .make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy").get(0)).isEqualTo("at least £100");
    assertThat(row(filing.paid(), "(iii) Forensic").get(0))
        .isEqualTo("1 line waits for a person's decision");
    assertThat(notes(filing, "paid.ADVOCACY.2013-14"))
        .containsExactly("2013-14: 1 line waits for a person's decision, £55 in all.");
    assertThat(says(filing, "paid.ADVOCACY.org-RIVERS-CENTRE.2013-14")).isEqualTo("£100");
  }

  @Test
  void readsSumsAsAtLeastWhenALineOfTheCategoryCouldNotBeRead() {
    Return filing =
        desk()
            .withOtherSpend("ledger.csv", "2013-14")
            .rejecting("ledger.csv", "no date", new Answer.Of(ADVOCACY))
            .rejecting("ledger.csv", "no date", new Answer.NotTopic())
            .make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy").get(0)).isEqualTo("1 line could not be read");
    assertThat(row(filing.paid(), "(ii) Face to face").get(0)).isEqualTo("none");
    assertThat(notes(filing, "paid.ADVOCACY.2013-14"))
        .containsExactly(
            "2013-14: 1 line that may be of the topic could not be read (ledger.csv:13).");
    assertThat(filing.method().rejected()).hasSize(2);
  }

  @Test
  void saysWhyAnAgreementHasNoSum() {
    Return filing =
        desk()
            .withRegister(
                "r.csv",
                HEAD
                    + """
                    A,contract,Rivers Centre,Advice,ADVOCACY,2013-04-01,2014-03-31,,
                    B,contract,Hill Clinic,Clinic,FORENSIC,2013-04-01,2014-03-31,,pooled: The Pool
                    C,grant,Lake Trust,Talk,FACE_TO_FACE,2013-04-01,2014-03-31,,withheld: s.43
                    D,grant,Moor Trust,Talk,FACE_TO_FACE,2013-04-01,2014-03-31,250.00,
                    """)
            .make("2013-14");
    assertThat(row(filing.awarded(), "(i) Advocacy").get(0))
        .isEqualTo("the register gives no amount");
    assertThat(row(filing.awarded(), "(iii) Forensic").get(0))
        .isEqualTo("not separable – The Pool");
    assertThat(says(filing, "awarded.FACE_TO_FACE.C.2013-14")).isEqualTo("withheld under s.43");
    assertThat(row(filing.awarded(), "(ii) Face to face").get(0)).isEqualTo("at least £250");
    assertThat(row(filing.awarded(), "Total identified").get(0)).isEqualTo("at least £250");
  }

  @Test
  void doesNotTakeARegisterForCompleteUnlessTheBodySaysSo() {
    Return filing =
        new Desk(folder)
            .withBody("id: b\nname: The Body\nkind: council\n")
            .withRegister(
                "r.csv", HEAD + "A,grant,Lake Trust,T,FACE_TO_FACE,2013-04-01,2014-03-31,9,\n")
            .make("2013-14");
    assertThat(row(filing.awarded(), "(ii) Face to face").get(0)).isEqualTo("at least £9");
    assertThat(row(filing.awarded(), "(i) Advocacy").get(0))
        .isEqualTo("the register of 2013-14 is not said to be complete");
  }

  @Test
  void leavesAnAgreementThatWaitsForAPersonOutAndSaysSo() {
    Return filing =
        desk()
            .withRegister("r.csv", HEAD + "A,grant,Lake Trust,Talk,,2013-04-01,2014-03-31,9,\n")
            .judging("A", new Answer.ForReview("Whose talk?"))
            .make("2013-14");
    assertThat(row(filing.awarded(), "(ii) Face to face").get(0))
        .isEqualTo("1 agreement waits for a person's decision");
    assertThat(notes(filing, "awarded.FACE_TO_FACE.2013-14"))
        .containsExactly("2013-14: whether A is of the topic waits for a person's decision.");
  }

  @Test
  void countsAnAgreementAsTheRulesReadItsWording() {
    Desk desk =
        desk().withRegister("r.csv", HEAD + "A,grant,Lake Trust,Talk,,2013-04-01,2014-03-31,9,\n");
    assertThat(row(desk.make("2013-14").awarded(), "Not broken down").get(0)).isEqualTo("£9");
    desk.judging("A", new Answer.Of(FACE_TO_FACE));
    assertThat(row(desk.make("2013-14").awarded(), "(ii) Face to face").get(0)).isEqualTo("£9");
    desk.judging("A", new Answer.NotTopic());
    assertThat(row(desk.make("2013-14").awarded(), "Total identified").get(0)).isEqualTo("none");
  }

  @Test
  void readsSumsAsAtLeastInTheYearsOfARowThatCouldNotBeRead() {
    Return filing =
        desk()
            .withRegister(
                "r.csv",
                HEAD
                    + """
                    A,grant,Lake Trust,Talk,FACE_TO_FACE,2012-04-01,2014-03-31,730,
                    B,grant,Moor Trust,Talk,FACE_TO_FACE,2013-06-01,2013-05-31,100,
                    """)
            .make("2012-13..2013-14");
    assertThat(row(filing.awarded(), "(ii) Face to face"))
        .containsExactly("£365", "at least £365", "at least £730");
    assertThat(row(filing.awarded(), "(i) Advocacy")).containsExactly("none", "none", "none");
    assertThat(filing.method().rejected())
        .extracting(rejected -> rejected.line().message())
        .containsExactly(
            "r.csv:3: column end: '2013-05-31' is before the start, '2013-06-01'; correct one of"
                + " the two");
  }

  private Desk desk() {
    return new Desk(folder);
  }

  private Desk succeeding() {
    return new Desk(folder)
        .withBody(
            """
            id: b
            name: The Body
            kind: pcc
            from: 2012-11-22
            predecessors:
              - name: The Old Authority
                until: 2012-11-21
            """);
  }
}
