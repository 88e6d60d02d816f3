package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.ADVOCACY;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.returns.DataQuality.Account;
import org.spendreturns.returns.DataQuality.Use;
import org.spendreturns.rulebook.Answer;

/** What a return says while an export or a register could not be read. */
class UnreadRecordsTest {

  @TempDir Path folder;

  private Desk desk() {
    return new Desk(folder)
        .withOtherSpend("l.csv", "2013-14")
        .paying("l.csv", "2013-05-02", "Rivers Centre", "100.50", ADVOCACY);
  }

  private static Account account(String file, Use use) {
    return new Account(
        file,
        "0".repeat(64),
        use,
        "UNKNOWN_LAYOUT",
        Optional.empty(),
        List.of(),
        HiddenParts.NONE,
        Optional.empty(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"SET_ASIDE", "KEPT_OUT"})
  void sumsAreAtLeastAndNothingIsNone(Use use) {
    Return filing = desk().leavingOut(account("cards.csv", use)).make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy"))
        .containsExactly("at least £100.50", "at least £100.50");
    assertThat(row(filing.paid(), "(iii) Forensic").get(0)).isEqualTo("1 export could not be read");
    assertThat(notes(filing, "paid.ADVOCACY.2013-14"))
        .containsExactly(
            "2013-14: 1 export could not be read, and may hold payments of any year (cards.csv).");
  }

  @ParameterizedTest
  @EnumSource(names = {"COUNTED", "REPLACED", "WITHOUT_PAYMENTS"})
  void anExportOfWhichIsKnownWhatItHoldsOpensNothing(Use use) {
    Return filing = desk().leavingOut(account("cards.csv", use)).make("2013-14");
    assertThat(row(filing.paid(), "(i) Advocacy").get(0)).isEqualTo("£100.50");
  }

  @Test
  void ofManyItSaysHowManyAndWhereTheyAreNamed() {
    Account[] six =
        IntStream.range(0, 6)
            .mapToObj(i -> account("cards-%d.csv".formatted(i), Use.SET_ASIDE))
            .toArray(Account[]::new);
    assertThat(notes(desk().leavingOut(six).make("2013-14"), "paid.ADVOCACY.2013-14"))
        .containsExactly(
            "2013-14: 6 exports could not be read, and may hold payments of any year; those left"
                + " out are named under data quality.");
  }

  @Test
  void soItIsOfALineInWhichNoPayeeCanBeRead() {
    Return one = desk().rejectingNameless("l.csv").make("2013-14");
    assertThat(row(one.paid(), "(i) Advocacy").get(0)).isEqualTo("at least £100.50");
    assertThat(row(one.paid(), "(iii) Forensic").get(0)).isEqualTo("1 line could not be read");
    assertThat(one.method().rejected()).singleElement().matches(Method.RejectedLine::mayCount);
    assertThat(notes(one, "paid.ADVOCACY.2013-14"))
        .containsExactly("2013-14: 1 line that may be of the topic could not be read (l.csv:14).");

    Desk desk = desk();
    IntStream.range(0, 6).forEach(i -> desk.rejectingNameless("l.csv"));
    assertThat(notes(desk.make("2013-14"), "paid.ADVOCACY.2013-14"))
        .containsExactly(
            "2013-14: 6 lines that may be of the topic could not be read; they are among the lines"
                + " not understood.");
    Return named = desk().rejecting("l.csv", "no date", new Answer.NotTopic()).make("2013-14");
    assertThat(row(named.paid(), "(i) Advocacy").get(0)).isEqualTo("£100.50");
  }

  @Test
  void soAreSumsAwardedWhileARegisterCannotBeRead() {
    String head = "reference,kind,organisation,service,category,start,end,value\n";
    String row = "A-1,grant,Rivers Centre,ISVA,ADVOCACY,2013-04-01,2014-03-31,900.00\n";
    Desk desk = new Desk(folder).withRegister("r.csv", head + row);
    assertThat(row(desk.make("2013-14").awarded(), "(i) Advocacy").get(0)).isEqualTo("£900");
    assertThat(row(desk.make("2013-14").awarded(), "(iii) Forensic").get(0)).isEqualTo("none");

    Return filing = desk.withUnreadRegisters(1).make("2013-14");

    assertThat(row(filing.awarded(), "(i) Advocacy").get(0)).isEqualTo("at least £900");
    assertThat(row(filing.awarded(), "(iii) Forensic").get(0))
        .isEqualTo("1 contract register could not be read");
    assertThat(notes(filing, "awarded.ADVOCACY.2013-14"))
        .contains(
            "2013-14: 1 contract register could not be read as last laid in, and may hold"
                + " agreements of any year.");
  }
}
