package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.ADVOCACY;
import static org.spendreturns.returns.Desk.FACE_TO_FACE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Difference.Cause;

/** What an edition says otherwise than the one before it, and why. */
class ChangesTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value\n";

  @TempDir Path folder;

  @Test
  void findsNothingBetweenTwoReturnsThatSayTheSame() {
    Changes changes =
        Changes.between(1, desk().make("2013-14"), desk().make("2013-14"), Wording.english());
    assertThat(changes).isEqualTo(new Changes(1, List.of(), List.of(), List.of()));
  }

  @Test
  void explainsAPaymentOfANewExport() {
    Return after =
        desk().paying("late.csv", "2013-06-01", "Lake Trust", "5.00", ADVOCACY).make("2013-14");
    Changes changes = Changes.between(3, desk().make("2013-14"), after, Wording.english());
    assertThat(changes.since()).isEqualTo(3);
    assertThat(changes.files())
        .containsExactly("Ledger export new: late.csv (1 line accepted, £5).");
    assertThat(figure(changes, "paid.ADVOCACY.2013-14"))
        .isEqualTo(
            new Difference(
                "paid.ADVOCACY.2013-14",
                "Paid, (i) Advocacy, 2013-14",
                Optional.of(new Value.Amount(Money.parse("40"))),
                Optional.of(new Value.Amount(Money.parse("45"))),
                List.of(cause("1 payment of export late.csv, which is new", "5"))));
    assertThat(figure(changes, "paid.ALL.2013-14").causes())
        .containsExactly(cause("the figures that it is the sum of", "5"));
  }

  @Test
  void explainsALineThatAPersonDecided() {
    Return before = desk().asking("l.csv", "2013-07-01", "Moor House", "7.50").make("2013-14");
    Return after =
        desk().paying("l.csv", "2013-07-01", "Moor House", "7.50", ADVOCACY).make("2013-14");
    assertThat(
            figure(Changes.between(1, before, after, Wording.english()), "paid.ADVOCACY.2013-14")
                .causes())
        .containsExactly(
            cause("1 payment that waited for a person's decision", "7.50"),
            new Cause(
                "no longer said beside it: 2013-14: 1 line waits for a person's decision, £7.50 in"
                    + " all.",
                Optional.empty()));
  }

  @Test
  void explainsAPaymentThatMovedToAnotherCategory() {
    Return before =
        desk().paying("l.csv", "2013-07-01", "Moor House", "7.50", FACE_TO_FACE).make("2013-14");
    Return after =
        desk().paying("l.csv", "2013-07-01", "Moor House", "7.50", ADVOCACY).make("2013-14");
    Changes changes = Changes.between(1, before, after, Wording.english());
    assertThat(figure(changes, "paid.ADVOCACY.2013-14").causes())
        .containsExactly(
            cause(
                "1 payment counted before in (ii) Face to face, or with another agreement",
                "7.50"));
    assertThat(figure(changes, "paid.FACE_TO_FACE.2013-14").causes())
        .containsExactly(
            cause("1 payment counted now in (i) Advocacy, or with another agreement", "-7.50"));
    assertThat(changes.figures())
        .extracting(Difference::figureId)
        .doesNotContain("paid.ALL.2013-14");
  }

  @Test
  void explainsAgreementsThatCameWentAndChanged() {
    Return before =
        new Desk(folder)
            .withRegister(
                "r.csv",
                HEAD
                    + """
                    A-1,grant,Lake Trust,Talk,ADVOCACY,2013-04-01,2014-03-31,100
                    A-2,grant,Moor House,Talk,ADVOCACY,2013-04-01,2014-03-31,30
                    """)
            .make("2013-14");
    Return after =
        new Desk(folder)
            .withRegister(
                "r.csv",
                HEAD
                    + """
                    A-1,grant,Lake Trust,Talk,ADVOCACY,2013-04-01,2014-03-31,120
                    A-3,grant,Hill Clinic,Talk,ADVOCACY,2013-04-01,2014-03-31,8
                    """)
            .make("2013-14");
    Changes changes = Changes.between(1, before, after, Wording.english());
    assertThat(changes.files())
        .containsExactly(
            "Contract register exchanged: r.csv (2 rows accepted; before, 2 rows accepted).");
    assertThat(figure(changes, "awarded.ADVOCACY.2013-14").causes())
        .containsExactly(
            cause("agreement A-3, not counted before", "8"),
            cause("agreement A-1: £120, before £100", "20"),
            cause("agreement A-2, no longer counted", "-30"));
    assertThat(figure(changes, "awarded.ADVOCACY.A-2.2013-14").title())
        .isEqualTo("Awarded, (i) Advocacy, Moor House A-2, 2013-14");
  }

  @Test
  void tellsTextsThatReadDifferently() {
    Return before = new Desk(folder).make("2013-14");
    Return after =
        new Desk(folder)
            .withBody(
                """
                id: b
                name: The Body
                kind: pcc
                years:
                  2013-14:
                    says: [A new sentence.]
                rights:
                  - {heading: Review, text: Write to us.}
                """)
            .make("2013-14");
    assertThat(Changes.between(1, before, after, Wording.english()).texts())
        .containsExactly("What is said of 2013-14 reads differently.", "The text “Review” is new.");
  }

  private Desk desk() {
    return new Desk(folder)
        .withOtherSpend("l.csv", "2013-14")
        .paying("l.csv", "2013-05-01", "Lake Trust", "40.00", ADVOCACY);
  }

  private static Cause cause(String what, String amount) {
    return new Cause(what, Optional.of(Money.parse(amount)));
  }

  private static Difference figure(Changes changes, String id) {
    return changes.figures().stream()
        .filter(each -> each.figureId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
