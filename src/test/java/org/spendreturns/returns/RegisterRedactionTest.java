package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.RedactionRulesTest.body;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.returns.Redacted.Reason;

/** What a return tells of a register: whom it names, what people wrote in it, and where it is. */
class RegisterRedactionTest {

  @TempDir Path folder;

  private static final String HEADER =
      "reference,kind,organisation,registration,service,category,withhold,withheld by,withheld on,"
          + "value,no value because,decision,co-funders,lead body,start,end,note\n";

  /** A row of 2013-14; what is not given is empty. */
  private static String row(Map<String, String> cells) {
    Map<String, String> all = new HashMap<>(cells);
    Map.of(
            "reference", "A-1",
            "kind", "contract",
            "category", "ADVOCACY",
            "start", "2013-04-01",
            "end", "2014-03-31")
        .forEach(all::putIfAbsent);
    return Stream.of(HEADER.strip().split(","))
            .map(column -> "\"" + all.getOrDefault(column, "") + "\"")
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static Map<Reason, Long> counted(Return filing) {
    return filing.method().redacted().stream()
        .collect(Collectors.toMap(Redacted::reason, Redacted::count));
  }

  @Test
  void whoeverARegisterNamesWithoutANumberIsWithheldUntilTheBodyApprovesIt() {
    String rows =
        row(
            Map.of(
                "organisation",
                "Septimus Quillfeather",
                "registration",
                "N/A",
                "service",
                "Advice",
                "value",
                "10",
                "co-funders",
                "Ignatius Quillfeather: 5; Alderwick Council: 4",
                "lead body",
                "Barnaby Quillfeather"));
    Return filing = withRows(body(), rows);
    assertThat(filing.toString())
        .contains("Alderwick Council", "Withheld (personal data)")
        .doesNotContain("Quillfeather", "N/A");
    assertThat(counted(filing)).containsEntry(Reason.MAY_BE_A_PERSON, 3L);
    String approving =
        body("organisations: [Septimus Quillfeather, Ignatius Quillfeather, Barnaby Quillfeather]");
    assertThat(withRows(approving, rows).toString())
        .contains("Septimus Quill", "Ignatius Quill", "Barnaby Quill");
    String numbered =
        row(Map.of("organisation", "Septimus Quillfeather", "registration", "1999901"));
    assertThat(withRows(body(), numbered).toString()).contains("Septimus Quillfeather");
  }

  @Test
  void ofSeveralSuppliersOneWhoMayBeAPersonWithholdsThemAll() {
    assertThat(withRows(body(), row(Map.of("organisation", "Larch Ltd; Jane Doe"))).toString())
        .doesNotContain("Jane Doe");
    assertThat(withRows(body(), row(Map.of("organisation", "Larch Ltd; Elm Ltd"))).toString())
        .contains("Larch Ltd; Elm Ltd");
  }

  @Test
  void reasonsAndTitlesOfDecisionsAreToldOnlyIfTheBodyApprovedThem() {
    String rows =
        row(
                Map.of(
                    "organisation",
                    "Larch Ltd",
                    "decision",
                    "Approved by Barnaby Snodgrass",
                    "no value because",
                    "not on file: ask Winifred Hathersage"))
            + row(
                Map.of(
                    "reference",
                    "A-2",
                    "organisation",
                    "Elm Ltd",
                    "no value because",
                    "pooled: the pot of Cornelius Featherstone"));
    Return filing = withRows(body(), rows);
    assertThat(filing.toString())
        .contains("the register gives no amount")
        .doesNotContain("Snodgrass", "Hathersage", "Featherstone");
    assertThat(counted(filing)).containsEntry(Reason.FREE_TEXT, 3L);
    assertThat(withRows(body("free-text: [decision, reason]"), rows).toString())
        .contains("Approved by Barnaby Snodgrass", "ask Winifred Hathersage", "pot of Cornelius");
  }

  @Test
  void namesAfterATitleOrRankLeaveApprovedTextsAndServices() {
    String service =
        "Advice of Sir Quentin Ashcombe, Lady Ashcombe, Cllr Ashcombe, DC Ashcombe, mrs j"
            + " ashcombe and Reverend Ashcombe for Cyngor Sir Wennol and its PC Fund";
    Return filing = withRows(body(), row(Map.of("organisation", "Larch Ltd", "service", service)));
    assertThat(filing.toString())
        .contains("for Cyngor Sir Wennol and its PC Fund")
        .doesNotContainIgnoringCase("Ashcombe");
  }

  @Test
  void aReferenceThatHoldsAWithheldNameIsCalledByItsRowEverywhere() {
    Return filing =
        new Desk(folder)
            .withBody(body())
            .withRegister(
                "r.csv",
                HEADER
                    + row(
                        Map.of(
                            "reference",
                            "GRANT-CRABTREE-PHILOMENA",
                            "organisation",
                            "Larch Ltd",
                            "value",
                            "10")))
            .paying(
                "l.csv",
                "2013-06-01",
                "Philomena Crabtree",
                "12.00",
                Desk.ADVOCACY,
                "grant-crabtree-philomena")
            .make("2013-14");
    assertThat(filing.toString()).contains("row-2-of-").doesNotContainIgnoringCase("Crabtree");
    assertThat(filing.payments())
        .extracting(Payment::contract)
        .allMatch(told -> told.startsWith("row-2-of-"));
  }

  @Test
  void aWithheldNameIsFoundOverALineBreakAndWhenSomethingIsItsOwners() {
    NamesInTexts texts = new NamesInTexts("X");
    texts.learn("Jane Doe");
    assertThat(texts.withoutNames("Jane\nDoe")).isEqualTo("X");
    assertThat(texts.withoutNames("by Jane Doe’s sister")).isEqualTo("by X sister");
    assertThat(texts.withoutNames("Jane does it")).isEqualTo("Jane does it");
    texts.learn("Quillfeather");
    assertThat(texts.freeText("Ask Quillfeather")).isEqualTo("Ask X");
    assertThat(texts.standIn("payments_Quillfeather.csv")).isTrue();
  }

  @Test
  void whatARegistersFlagWithholdsIsToldWithTheDayOnWhichItWasDecidedAndNeverByWhom() {
    Return filing =
        withRows(
            body(),
            row(
                    Map.of(
                        "organisation", "Septimus Quillfeather",
                        "withhold", "name",
                        "withheld by", "Barnaby Snodgrass",
                        "withheld on", "2013-03-18"))
                + row(
                    Map.of("reference", "A-2", "organisation", "Elm Ltd", "withhold", "address")));
    assertThat(filing.method().redacted())
        .extracting(each -> each.reason() + ": " + each.decided())
        .containsExactly(
            "REGISTER: the register, as decided on 18 March 2013",
            "ADDRESS: the register, which does not say who decided it and when");
    assertThat(filing.toString()).doesNotContain("Snodgrass");
  }

  @Test
  void signsThatNobodySeesAreTakenOutAndHideNoName() {
    Return filing =
        new Desk(folder)
            .withBody(body("names: [Jane Doe]"))
            .withRegister(
                "r.csv",
                HEADER
                    + row(
                        Map.of(
                            "organisation", "El\u200Bm Ltd", "service", "Help for Ja\u00ADne Doe")))
            .paying("l.csv", "2013-06-01", "Elm\u202E Ltd", "12.00", Desk.ADVOCACY, "A-1")
            .paying("l.csv", "2013-06-02", "Jane\u200B Doe", "13.00", Desk.ADVOCACY)
            .make("2013-14");
    assertThat(filing.toString()).contains("Elm Ltd").doesNotContain("Jane", "\u200B", "\u202E");
    assertThat(filing.method().warnings())
        .contains(
            "4 texts of ledgers and registers held signs that nobody sees, of no width or of"
                + " direction; they are told here without them.");
  }

  @Test
  void aNameThatMaySayWhereAPlaceIsIsWithheldWithTheAddressAndSoIsItsPayee() {
    for (String name :
        List.of(
            "Elm Refuge Ltd, Thrapston",
            "Elm Refuge Ltd at 7 The Green",
            "Serenity Lodge Ltd",
            "Elm Ltd, 5 Mill Mews")) {
      String cells = row(Map.of("organisation", name, "withhold", "address", "value", "10"));
      Return filing =
          new Desk(folder)
              .withBody(body())
              .withRegister("r.csv", HEADER + cells)
              .paying("l.csv", "2013-06-01", name, "12.00", Desk.ADVOCACY, "A-1")
              .make("2013-14");
      assertThat(filing.toString()).as(name).doesNotContain(name);
    }
    assertThat(
            withRows(body(), row(Map.of("organisation", "Elm Refuge Ltd", "withhold", "address")))
                .toString())
        .contains("Elm Refuge Ltd");
  }

  private Return withRows(String yaml, String rows) {
    return new Desk(folder).withBody(yaml).withRegister("r.csv", HEADER + rows).make("2013-14");
  }
}
