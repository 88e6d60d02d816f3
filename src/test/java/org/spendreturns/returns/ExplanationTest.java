package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spendreturns.returns.Desk.ADVOCACY;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.contract.Contract;
import org.spendreturns.money.Money;

/** A total as a tree, and one agreement in several bodies' registers. */
class ExplanationTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value,co-funders\n";

  @TempDir Path folder;

  @Test
  void walksFromATotalToRowsOfTheRegister() {
    Return filing =
        new Desk(folder)
            .withRegister(
                "r.csv", HEAD + "A-1,grant,Lake Trust,Talk,ADVOCACY,2013-10-01,2014-09-30,36500,\n")
            .make("2013-14");
    assertThat(Explanation.of(filing, "awarded.ALL.2013-14").orElseThrow().lines())
        .containsExactly(
            "awarded.ALL.2013-14: £18,200 = sum of the categories, and of what is not broken down",
            "  awarded.ADVOCACY.2013-14: £18,200 = sum of 1 share of an agreement that falls in"
                + " 2013-14, as registered",
            "    A-1 £18,200, split by days, 182 of 365 (r.csv:2)",
            "  awarded.FACE_TO_FACE.2013-14: none = nothing found in 2013-14",
            "  awarded.FORENSIC.2013-14: none = nothing found in 2013-14",
            "  awarded.NOT_BROKEN_DOWN.2013-14: none = nothing found in 2013-14");
  }

  @Test
  void walksFromACellToLinesAndTheirRules() {
    Return filing =
        new Desk(folder)
            .withOtherSpend("l.csv", "2013-14")
            .paying("l.csv", "2013-05-01", "Lake Trust", "40.00", ADVOCACY)
            .make("2013-14");
    assertThat(Explanation.of(filing, "paid.ADVOCACY.2013-14").orElseThrow().lines())
        .containsExactly(
            "paid.ADVOCACY.2013-14: £40 = sum of 1 payment dated in 2013-14, by payment date, net"
                + " of VAT",
            "  2013-05-01 Lake Trust £40 (l.csv:13; R-ADVOCACY supplier 'Lake Trust')");
  }

  @Test
  void knowsNoFigureThatIsNotInTheReturn() {
    assertThat(Explanation.of(new Desk(folder).make("2013-14"), "paid.ALL.2014-15")).isEmpty();
  }

  @Test
  void countsAJointAgreementOnceOverAllItsFunders() {
    JointView view =
        JointView.of(
            UnaryOperator.identity(),
            registers(
                "H-1,grant,P,S,,2022-04-01,2023-03-31,146000,The City: 344000; NHS: 10",
                "H-1,grant,P,S,,2022-04-01,2023-03-31,344000,The Commissioner: 146000"));
    assertThat(view.whole()).contains(Money.parse("490010"));
    assertThat(view.otherFunders()).containsExactly(Map.entry("NHS", Money.parse("10")));
    assertThat(view.disagreements()).isEmpty();
  }

  @Test
  void tellsWhatOneRegisterSaysOfAnotherBodyAndThatBodyDoesNot() {
    JointView view =
        JointView.of(
            UnaryOperator.identity(),
            registers(
                "H-1,grant,P,S,,2022-04-01,2023-03-31,146000,The City: 344000",
                "H-1,grant,P,S,,2022-04-01,2023-03-31,340000,"));
    assertThat(view.whole()).contains(Money.parse("486000"));
    assertThat(view.disagreements())
        .containsExactly(
            "H-1: the register of The Commissioner has £344,000 for The City, elsewhere it is"
                + " £340,000");
  }

  @Test
  void namesEveryReferenceOfAnAgreementThatTheBodiesNumberDifferently() {
    JointView view =
        JointView.of(
            UnaryOperator.identity(),
            registers(
                "H-1,grant,P,S,,2022-04-01,2023-03-31,1,The City: 2",
                "C-77,grant,P,S,,2022-04-01,2023-03-31,2,The Commissioner: 1"));
    assertThat(view.reference()).isEqualTo("H-1 / C-77");
    assertThat(view.whole()).contains(Money.parse("3"));
  }

  @Test
  void refusesToShowAnAgreementOfNoRegister() {
    assertThatThrownBy(() -> JointView.of(UnaryOperator.identity(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no register has this agreement");
  }

  private Map<String, Contract> registers(String commissioner, String city) {
    Map<String, Contract> byBody = new LinkedHashMap<>();
    byBody.put("The Commissioner", only("a.csv", commissioner));
    byBody.put("The City", only("b.csv", city));
    return byBody;
  }

  private Contract only(String name, String row) {
    return Desk.register(folder, name, HEAD + row + "\n").contracts().get(0);
  }
}
