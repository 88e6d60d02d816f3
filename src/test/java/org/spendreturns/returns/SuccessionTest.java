package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.ADVOCACY;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that came after others, and that others come after. */
class SuccessionTest {

  @TempDir Path folder;

  @Test
  void countsOnlyItsOwnPartOfTheYearInWhichTheBodyEnded() {
    Return filing =
        ending()
            .withOtherSpend("ledger.csv", "2028-29")
            .paying("ledger.csv", "2028-05-07", "Rivers Centre", "30.00", ADVOCACY)
            .paying("ledger.csv", "2028-05-08", "Rivers Centre", "70.00", ADVOCACY)
            .make("2028-29..2029-30");
    assertThat(row(filing.paid(), "(i) Advocacy"))
        .containsExactly("£30", "not held – The Mayor", "at least £30");
    assertThat(notes(filing, "paid.ADVOCACY.2028-29"))
        .containsExactly(
            "2028-29: figures cover 1 April 2028 to 7 May 2028 only; after that, The Mayor held the"
                + " records.");
    assertThat(filing.statements())
        .extracting(Return.Statement::held)
        .containsExactly(
            "Held by this body until 7 May 2028, and by The Mayor from 8 May 2028.",
            "Held by The Mayor, not by this body.");
  }

  @Test
  void saysThatNothingIsOnFileOfTheBodysOwnPartAndWhoHoldsTheRest() {
    assertThat(row(ending().make("2028-29").paid(), "(i) Advocacy").get(0))
        .isEqualTo("no records on file; after 7 May 2028 held by The Mayor");
  }

  @Test
  void missesNoMonthThatIsNotTheBodysOwn() {
    assertThat(ending().make("2028-29").method().missingMonths())
        .extracting(Object::toString)
        .containsExactly("2028-04", "2028-05");
  }

  @Test
  void namesEveryPredecessorOfAYearInTheOrderOfTime() {
    Return filing =
        new Desk(folder)
            .withBody(
                """
                id: b
                name: The Body
                kind: pfcc
                from: 2019-01-01
                predecessors:
                  - {name: The Commissioner, until: 2018-12-31}
                  - {name: The Authority, until: 2018-06-30}
                """)
            .make("2017-18..2018-19");
    assertThat(filing.statements())
        .extracting(Return.Statement::held)
        .containsExactly(
            "Held by The Authority, not by this body.",
            "Held by The Authority until 30 June 2018, and by The Commissioner until 31 December"
                + " 2018, and by this body from 1 January 2019.");
    assertThat(row(filing.paid(), "(i) Advocacy"))
        .containsExactly(
            "not held – The Authority",
            "before 1 January 2019 held by The Authority and The Commissioner; since then no"
                + " records on file",
            "no sum");
  }

  @Test
  void namesASuccessorThatBeginsLaterOnlyForItsOwnDays() {
    Return filing =
        new Desk(folder)
            .withBody(
                """
                id: b
                name: The Body
                kind: pcc
                until: 2028-03-31
                successors:
                  - {name: The Board, from: 2028-07-01}
                """)
            .make("2028-29");
    assertThat(filing.statements().get(0).held())
        .isEqualTo(
            "Held by a body after this one from 1 April 2028, and by The Board from 1 July 2028;"
                + " not by this body.");
  }

  private Desk ending() {
    return new Desk(folder)
        .withBody(
            """
            id: b
            name: The Body
            kind: pcc
            until: 2028-05-07
            successors:
              - name: The Mayor
                from: 2028-05-08
            """);
  }
}
