package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.intake.BodyFile;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method.RulebookEdition;
import org.spendreturns.returns.PayeeNames.Ground;
import org.spendreturns.returns.Redacted.Reason;

/**
 * Each kind of rule of a body's {@code redaction:} by itself: what it withholds or tells, and no
 * more.
 */
class RedactionRulesTest {

  private static final String COMPANY = "Northgate Services Ltd"; // no rule for every body hides it
  private static final String PERSON = "Jane Doe Counselling"; // and none tells this one
  private static final String CITED = "rule 1 in the body's file, of 2 November 2026";

  @TempDir Path folder;

  private PayeeNames names(String... rules) throws IOException {
    return new PayeeNames(
        BodyFile.read(Files.writeString(folder.resolve("b.yaml"), body(rules))),
        NOTHING,
        Wording.english());
  }

  static String body(String... rules) {
    StringBuilder yaml = new StringBuilder("id: b\nname: The Body\nkind: pcc\n");
    yaml.append("complete:\n  register: 2009-10..2030-31\n");
    if (rules.length > 0) {
      yaml.append("redaction:\n  rules:\n");
    }
    for (String rule : rules) {
      yaml.append("    - ").append(rule).append('\n');
      yaml.append("      who: A. Officer\n      when: 2026-11-02\n      why: It was agreed.\n");
    }
    return yaml.toString();
  }

  private static final OnFile NOTHING =
      new OnFile(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0,
          Map.of(),
          List.of(),
          new RulebookEdition("test", "f".repeat(64), LocalDate.of(2010, 4, 1), List.of()),
          List.of(),
          DataQuality.NONE,
          List.of(),
          OnFile.Names.NONE);

  private static Particulars paid(String supplier, String supplierId, String expenseType) {
    return new Particulars(supplier, supplierId, "", "", "", expenseType, "", "");
  }

  @Test
  void withoutARuleTheCompanyIsToldAndTheNameThatMayBeAPersonsIsNot() throws IOException {
    PayeeNames names = names();
    assertThat(names.withheld(paid(COMPANY, "P-17", "Fees"))).isEmpty();
    assertThat(names.withheld(paid(PERSON, "P-17", "Fees")))
        .isEqualTo(Optional.of(new Ground(Reason.MAY_BE_A_PERSON, "the rule for every body")));
  }

  @Test
  void aNameOnTheListIsWithheldEitherWayRoundAndNoOtherIs() throws IOException {
    PayeeNames names = names("names: [Northgate Services Ltd, Morwenna Teague Ltd]");
    assertThat(names.withheld(paid("NORTHGATE SERVICES LTD", "", "")))
        .isEqualTo(Optional.of(new Ground(Reason.LISTED, CITED)));
    assertThat(names.withheld(paid("Southgate Services Ltd", "", ""))).isEmpty();
  }

  @Test
  void whoIsPaidUnderAnExpenseTypeOfIndividualsIsWithheldAndUnderAnotherIsNot() throws IOException {
    PayeeNames names = names("expense-types: [Witness fees]");
    assertThat(names.withheld(paid(COMPANY, "", " WITNESS FEES ")))
        .isEqualTo(Optional.of(new Ground(Reason.EXPENSE_TYPE, CITED)));
    assertThat(names.withheld(paid(COMPANY, "", "Witness fees and travel"))).isEmpty();
  }

  @Test
  void aSupplierWhoseNumberBeginsAsIndividualsDoIsWithheldAndAnotherIsNot() throws IOException {
    PayeeNames names = names("supplier-ids: [P-]");
    assertThat(names.withheld(paid(COMPANY, "P-17", "")))
        .isEqualTo(Optional.of(new Ground(Reason.SUPPLIER_KIND, CITED)));
    assertThat(names.withheld(paid(COMPANY, "C-P-17", ""))).isEmpty();
  }

  @Test
  void aNameApprovedAsAnOrganisationsIsToldWhateverItLooksLike() throws IOException {
    PayeeNames names = names("organisations: [Jane Doe Counselling]");
    assertThat(names.withheld(paid("JANE DOE COUNSELLING", "", ""))).isEmpty();
    assertThat(names.withheld(paid("John Doe Counselling", "", "")))
        .isEqualTo(Optional.of(new Ground(Reason.MAY_BE_A_PERSON, "the rule for every body")));
  }

  @Test
  void whatIsListedStaysWithheldThoughItsKindIsApprovedAndIsCitedByItsOwnNumber()
      throws IOException {
    PayeeNames names =
        names("organisations: [Jane Doe Counselling]", "names: [Jane Doe Counselling]");
    assertThat(names.withheld(paid(PERSON, "", "")))
        .isEqualTo(
            Optional.of(
                new Ground(Reason.LISTED, "rule 2 in the body's file, of 2 November 2026")));
  }

  @Test
  void theBodysOwnMarkerStandsWhereTheNameStood() {
    Return filing =
        new Desk(folder)
            .withBody("id: b\nname: The Body\nkind: pcc\nredaction:\n  marker: Redacted (DPA)\n")
            .paying("l.csv", "2013-06-01", PERSON, "12.00", Desk.ADVOCACY)
            .make("2013-14");
    assertThat(filing.toString()).contains("Redacted (DPA)").doesNotContain("Jane Doe");
    assertThat(filing.method().redacted())
        .containsExactly(
            new Redacted(
                Reason.MAY_BE_A_PERSON, "the rule for every body", 1, Money.parse("12.00")));
  }

  @Test
  void aFileThatIsNamedAfterAWithheldPayeeIsCalledByItsDigestAndAnotherByItsName() {
    Return filing =
        new Desk(folder)
            .paying("payments_to_JaneDoe.csv", "2013-06-01", "Doe, Jane", "12.00", Desk.ADVOCACY)
            .paying("Mr-Quill.csv", "2013-07-01", COMPANY, "5.00", Desk.ADVOCACY)
            .paying("payments-2013-14.csv", "2013-08-01", COMPANY, "7.00", Desk.ADVOCACY)
            .make("2013-14");
    assertThat(filing.toString()).doesNotContain("JaneDoe", "Quill");
    assertThat(filing.method().exports())
        .allSatisfy(
            export ->
                assertThat(export.file())
                    .isIn("payments-2013-14.csv", export.digest().substring(0, 12) + ".csv"))
        .extracting(Method.Export::file)
        .contains("payments-2013-14.csv");
    assertThat(filing.method().redacted())
        .extracting(each -> each.reason() + " " + each.count())
        .containsExactly("MAY_BE_A_PERSON 1", "NAME_IN_A_TEXT 2");
  }

  @Test
  void aRegistrationTellsANameOnlyIfItReadsLikeOne() throws IOException {
    PayeeNames names = names();
    assertThat(names.withheld(new Particulars(PERSON, "", "1999901", "", "", "", "", "")))
        .isEmpty();
    for (String word : List.of("N/A", "-", "none", "Sole trader", "0")) {
      assertThat(names.withheld(new Particulars(PERSON, "", word, "", "", "", "", "")))
          .as(word)
          .isPresent();
    }
  }

  private static final String REGISTER =
      """
      reference,kind,organisation,service,category,withhold,value,start,end,note
      A-1,contract,Elm Refuge Ltd,Refuge at Rose Cottage,ADVOCACY,%s,10,2013-04-01,2014-03-31,Ask at the gate
      """;

  @Test
  void aRemarkIsRepeatedOnlyIfTheBodyHasApprovedRemarks() {
    assertThat(withRegister(body(), "").toString()).doesNotContain("Ask at the gate");
    assertThat(withRegister(body(), "").method().redacted())
        .extracting(Redacted::reason)
        .containsExactly(Reason.FREE_TEXT);
    Return approved = withRegister(body("free-text: [note]"), "");
    assertThat(approved.toString()).contains("Ask at the gate");
    assertThat(approved.method().redacted()).isEmpty();
  }

  @Test
  void aPlaceWhoseAddressIsWithheldIsToldNeitherByItsServiceNorByItsApprovedRemark() {
    assertThat(withRegister(body("free-text: [note]"), "").toString()).contains("Rose Cottage");
    Return withheld = withRegister(body("free-text: [note]"), "address");
    assertThat(withheld.toString())
        .contains("A service whose address is withheld")
        .doesNotContain("Cottage", "Ask at the gate");
    assertThat(withheld.method().redacted())
        .extracting(Redacted::reason)
        .containsExactly(Reason.ADDRESS);
  }

  private Return withRegister(String yaml, String withhold) {
    return new Desk(folder)
        .withBody(yaml)
        .withRegister("r.csv", REGISTER.formatted(withhold))
        .make("2013-14");
  }
}
