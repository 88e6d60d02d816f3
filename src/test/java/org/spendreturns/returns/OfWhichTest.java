package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;
import static org.spendreturns.returns.Desk.says;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.rulebook.Category;

/** Awards that another award's value includes. */
class OfWhichTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value,parent,lead body\n";

  @TempDir Path folder;

  @Test
  void countsThePartsAndTheRestOfTheirParent() {
    Return filing =
        make(
            """
            P,contract,Lake Trust,All,NOT_BROKEN_DOWN,2013-04-01,2015-03-31,730,,
            A,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,65,P,
            """);
    assertThat(row(filing.awarded(), "Not broken down")).containsExactly("£300", "£365", "£665");
    assertThat(row(filing.awarded(), "(i) Advocacy"))
        .containsExactly("£65", "not broken down", "at least £65");
    assertThat(row(filing.awarded(), "Total identified")).containsExactly("£365", "£365", "£730");
    assertThat(says(filing, "awarded.NOT_BROKEN_DOWN.P.total")).isEqualTo("£665");
    assertThat(notes(filing, "awarded.NOT_BROKEN_DOWN.P.total"))
        .containsExactly("P: its value includes A, counted apart.");
  }

  @Test
  void countsTheParentWholeWhereAPartHasNoSum() {
    Return filing =
        make(
            """
            P,contract,Lake Trust,All,NOT_BROKEN_DOWN,2013-04-01,2015-03-31,730,,
            A,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,,P,
            """);
    assertThat(row(filing.awarded(), "Not broken down")).containsExactly("£365", "£365", "£730");
    assertThat(row(filing.awarded(), "(i) Advocacy").get(0)).isEqualTo("not broken down");
  }

  @Test
  void warnsOfPartsThatExceedTheirParent() {
    Return filing =
        make(
            """
            P,contract,Lake Trust,All,NOT_BROKEN_DOWN,2013-04-01,2015-03-31,730,,
            A,contract,Lake Trust,Advice,ADVOCACY,2013-04-01,2014-03-31,366,P,
            """);
    assertThat(row(filing.awarded(), "Not broken down").get(0)).isEqualTo("£365");
    assertThat(filing.method().warnings())
        .containsExactly(
            "r.csv:2: the parts of agreement P (A) exceed it in a year; counted as the agreement"
                + " alone");
  }

  @Test
  void linksPaymentsToTheBodyThatPaysForUs() {
    Return filing =
        new Desk(folder)
            .withRegister(
                "r.csv",
                HEAD + "A,grant,Lake Trust,Talk,ADVOCACY,2013-04-01,2014-03-31,9,,The County\n")
            .withOtherSpend("l.csv", "2013-14")
            .paying("l.csv", "2013-05-01", "The County", "9.00", Category.NOT_BROKEN_DOWN)
            .make("2013-14");
    assertThat(says(filing, "paid.ADVOCACY.A.2013-14")).isEqualTo("£9");
    assertThat(notes(filing, "awarded.ADVOCACY.A.total"))
        .containsExactly("A: paid to The County, which pays the organisation for this body.");
  }

  private Return make(String register) {
    return new Desk(folder).withRegister("r.csv", HEAD + register).make("2013-14..2014-15");
  }
}
