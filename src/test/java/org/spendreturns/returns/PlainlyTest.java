package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.rulebook.Category;

/** A return in three plain sentences, and what of it finds no counterpart. */
class PlainlyTest {

  private static final Category ADVOCACY = Desk.ADVOCACY;
  private static final String COMPLETE =
      """
      id: b
      name: The Body
      kind: pcc
      complete:
        register: 2009-10..2030-31
        ledgers: 2009-10..2030-31
      """;
  private static final String REGISTER =
      """
      reference,kind,organisation,service,category,start,end,value
      R-1,contract,Lake Trust Ltd,ISVA service,ADVOCACY,2013-04-01,2014-03-31,90000
      R-2,grant,Hill House Ltd,Counselling and advisers,NOT_BROKEN_DOWN,2012-04-01,2014-03-31,730
      R-3,grant,Mill Trust,ISVA service,ADVOCACY,2014-04-01,2015-03-31,55
      """;

  @TempDir Path folder;

  private Desk desk() {
    return new Desk(folder)
        .withBody(COMPLETE)
        .withRegister("register.csv", REGISTER)
        .withOtherSpend("a.csv", "2012-13..2013-14")
        .paying("a.csv", "2012-05-01", "Tarn Trust Ltd", "400.00", ADVOCACY)
        .paying("a.csv", "2013-05-01", "Lake Trust Ltd", "90000.00", ADVOCACY, "R-1")
        .paying("a.csv", "2013-06-01", "Tarn Trust Ltd", "300.00", ADVOCACY);
  }

  @Test
  void theLargestChangeIsToldWithTheAgreementThatChangedMostAndWhenItBegan() {
    assertThat(plainly(desk().make("2012-13..2013-14")).change())
        .isEqualTo(
            "What was paid changes most from 2012-13 (£400) to 2013-14 (£90,300): £89,900 more."
                + " Its largest part is with Lake Trust Ltd (R-1): £90,000 more, for the agreement"
                + " began on 1 April 2013.");
  }

  @Test
  void ofOneYearNoChangeIsTold() {
    assertThat(plainly(desk().make("2013-14")).change())
        .isEqualTo("One year was asked for, so there is no change to tell.");
  }

  @Test
  void whatIsNotBrokenDownIsToldWithItsReason() {
    assertThat(plainly(desk().make("2012-13..2013-14")).notBrokenDown())
        .isEqualTo(
            "Not broken down by category: awarded, £730; paid, none. Why: one price for several"
                + " categories, or no category on file, in R-2.");
  }

  @Test
  void aReaderIsToldNotToAddTheTwoSidesNorToTakeAPartForTheWhole() {
    assertThat(plainly(desk().make("2012-13..2013-14")).notToConclude())
        .startsWith("Do not conclude: that a sum after “at least” is the whole; ")
        .endsWith("that what was awarded and what was paid can be added together.");
  }

  @Test
  void paymentsWithoutAnAgreementAndAgreementsWithoutAPaymentAreListedWithTheirSums() {
    Return filing = desk().make("2012-13..2013-14");
    Unmatched unmatched = Unmatched.of(filing, Wording.english());
    assertThat(unmatched.paid())
        .extracting(Unmatched.Row::organisation)
        .containsExactly("Tarn Trust Ltd");
    assertThat(Wording.english().words(unmatched.paidInAll())).isEqualTo("£700.00");
    assertThat(unmatched.unpaid())
        .as("R-3 does not run in these years")
        .extracting(Unmatched.Row::reference)
        .containsExactly("R-2");
    assertThat(Wording.english().words(unmatched.awardedInAll())).isEqualTo("£730.00");
  }

  @Test
  void aStatementOfAYearSaysWhichAgreementsBeginAndEndInIt() {
    assertThat(desk().make("2012-13..2013-14").statements())
        .extracting(Return.Statement::paragraphs)
        .containsExactly(
            List.of("Agreements that begin in this year: Hill House Ltd (R-2)."),
            List.of(
                "Agreements that begin in this year: Lake Trust Ltd (R-1).",
                "Agreements whose firm term ends in this year: Lake Trust Ltd (R-1); Hill House Ltd"
                    + " (R-2)."));
  }

  private static Plainly plainly(Return filing) {
    return Plainly.of(filing, Wording.english());
  }
}
