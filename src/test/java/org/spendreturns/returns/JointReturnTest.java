package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spendreturns.returns.Desk.FACE_TO_FACE;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.returns.JointReturn.Party;

/** Returns of several bodies added: nothing that two of them tell of is counted twice. */
class JointReturnTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value,co-funders,whole value\n";
  private static final String SERVICE = "H-1,contract,The Provider,service,NOT_BROKEN_DOWN,";
  private static final String TERM = "2022-04-01,2023-03-31,";

  @TempDir Path folder;

  @Test
  void addsTheSharesOfAnAgreementThatBothPay() {
    JointReturn joint =
        joint(
            SERVICE + TERM + "146000,The City: 344000,490000\n",
            SERVICE + TERM + "344000,The Commissioner: 146000,490000\n");
    assertThat(together(joint.awarded())).containsExactly("£490,000", "£490,000");
    assertThat(joint.agreements())
        .extracting(view -> view.reference() + " " + view.shares().values())
        .containsExactly("H-1 [146000.00, 344000.00]");
    assertThat(joint.told()).isEmpty();
  }

  @Test
  void countsOnceWhatBothGiveAtItsWholePrice() {
    JointReturn joint =
        joint(
            SERVICE + TERM + "490000,,\n",
            "H-1,contract,THE PROVIDER,service,NOT_BROKEN_DOWN," + TERM + "490000,,\n");
    assertThat(together(joint.awarded())).containsExactly("£490,000", "£490,000");
    assertThat(joint.told())
        .containsExactly(
            "H-1: each of The Commissioner and The City gives the whole price, £490,000, and no"
                + " share: counted once.");
  }

  @Test
  void takesTheSameReferenceOfAnotherOrganisationForAnotherAgreement() {
    JointReturn joint =
        joint(
            SERVICE + TERM + "10,,\n",
            "H-1,contract,Somebody Else,service,NOT_BROKEN_DOWN," + TERM + "10,,\n");
    assertThat(together(joint.awarded())).containsExactly("£20", "£20");
    assertThat(joint.agreements()).isEmpty();
    assertThat(joint.told()).isEmpty();
  }

  @Test
  void putsTogetherWhatTheBodiesNumberDifferentlyAndNameEachOtherIn() {
    JointReturn joint =
        joint(
            SERVICE + TERM + "146000,The City: 340000,\n",
            "C-77,contract,The Provider,service,NOT_BROKEN_DOWN,"
                + TERM
                + "344000,The Commissioner: 146000,490000\n");
    assertThat(together(joint.awarded())).containsExactly("£490,000", "£490,000");
    assertThat(joint.told())
        .containsExactly(
            "H-1 / C-77: the register of The Commissioner has £340,000 for The City, elsewhere it"
                + " is £344,000.");
  }

  @Test
  void aCoFunderWhoseNameIsWithheldIsNotNamed() {
    JointReturn joint =
        joint(
            SERVICE + TERM + "146000,The City: 344000; SEPTIMUS OGLETHORPE: 10,490010\n",
            SERVICE + TERM + "344000,The Commissioner: 146000; SEPTIMUS OGLETHORPE: 12,490010\n");
    assertThat(joint.agreements())
        .flatExtracting(view -> view.otherFunders().keySet())
        .containsExactly("Withheld (personal data)");
    assertThat(joint.told())
        .contains(
            "H-1: the register of The City has £12 for Withheld (personal data), elsewhere it is"
                + " £10.");
  }

  @Test
  void tellsSharesThatExceedTheWhole() {
    JointReturn joint =
        joint(SERVICE + TERM + "300000,,490000\n", SERVICE + TERM + "344000,,490000\n");
    assertThat(together(joint.awarded())).containsExactly("£644,000", "£644,000");
    assertThat(joint.told())
        .containsExactly(
            "H-1: the shares add up to £644,000, the whole is printed as £490,000; difference"
                + " £154,000.");
  }

  @Test
  void takesOutOnceWhatOneBodyPaidToAnother() {
    JointReturn joint =
        JointReturn.of(
            List.of(
                new Party(
                    desk("The Commissioner")
                        .paying("a.csv", "2022-05-01", "THE CITY", "40.00", FACE_TO_FACE)
                        .make("2022-23"),
                    List.of(),
                    Set.of()),
                new Party(
                    desk("The City")
                        .paying("b.csv", "2022-06-01", "The Provider", "100.00", FACE_TO_FACE)
                        .make("2022-23"),
                    List.of(),
                    Set.of())));
    assertThat(together(joint.paid())).containsExactly("at least £100", "at least £100");
    assertThat(joint.told())
        .containsExactly(
            "The Commissioner paid £40 to THE CITY, whose own return tells what it paid on: taken"
                + " out once, and the sum is “at least”.");
  }

  @Test
  void refusesReturnsOfOtherYears() {
    assertThatThrownBy(
            () ->
                JointReturn.of(
                    List.of(
                        new Party(desk("One").make("2022-23"), List.of(), Set.of()),
                        new Party(desk("Two").make("2021-22"), List.of(), Set.of()))))
        .hasMessage("the returns of One and Two are not of the same years and categories");
    assertThatThrownBy(
            () ->
                JointReturn.of(
                    List.of(new Party(desk("One").make("2022-23"), List.of(), Set.of()))))
        .hasMessage("one body alone; returns of two bodies at least are added");
  }

  private static List<String> together(List<JointReturn.Row> rows) {
    return rows.get(rows.size() - 1).together().stream()
        .map(Wording.english()::wordsInSentence)
        .toList();
  }

  private JointReturn joint(String commissioner, String city) {
    return JointReturn.of(
        List.of(party("The Commissioner", commissioner), party("The City", city)));
  }

  private Party party(String name, String rows) {
    ContractRegister register = Desk.register(folder, "r.csv", HEAD + rows);
    return new Party(
        desk(name).withRegister(register).make("2022-23"),
        List.of(register),
        Set.of("Septimus Oglethorpe"));
  }

  private Desk desk(String name) {
    return new Desk(folder)
        .withBody("id: b\nname: %s\nkind: pcc\ncomplete:\n  register: 2022-23\n".formatted(name))
        .withOtherSpend("o.csv", "2022-23")
        .withNames(
            new OnFile.Names(
                Set.of(), Set.of(), Set.of(), List.of(), Set.of("The Commissioner", "The City")));
  }
}
