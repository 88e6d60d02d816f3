package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.SplitRule;
import org.spendreturns.money.VatBasis;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.LedgerBasis;
import org.spendreturns.returns.Request;

/** The files that people write about bodies, requests and documents. */
class WrittenFilesTest {

  @TempDir Path folder;

  @Test
  void readsABodyWithAllItSays() throws IOException {
    Body body =
        BodyFile.read(
            write(
                """
                id: b-1
                name: The Body
                kind: pfcc
                from: 2012-11-22
                predecessors:
                  - name: The Old Authority
                    until: 2012-11-21
                region: North
                invented: It is invented.
                ledger:
                  amounts: gross
                  dates: invoice
                complete:
                  ledgers: [2012-13, 2014-15..2015-16]
                  nothing-in: [2013-08]
                  no-payments-in: ['notes-*.csv']
                  register: 2012-13
                split: award-date
                years:
                  2012-13:
                    held-by: The Old Authority
                    says: [A sentence.]
                rights:
                  - heading: Review
                    text: Ask.
                suppliers:
                  - name: Lake Trust
                    other-names: [LAKE TR]
                    ids: ["007"]
                    registration: X-1
                    category: ADVOCACY
                codes:
                  contracts:
                    A-1: ADVOCACY
                """));
    assertThat(body.kind()).isEqualTo(Body.Kind.PFCC);
    assertThat(body.ledgers())
        .isEqualTo(
            new LedgerBasis(
                VatBasis.GROSS,
                Body.LedgerDate.INVOICE,
                Set.copyOf(
                    List.of(
                        FinancialYear.parse("2012-13"),
                        FinancialYear.parse("2014-15"),
                        FinancialYear.parse("2015-16"))),
                Set.of(YearMonth.of(2013, 8)),
                Set.of("notes-*.csv")));
    assertThat(body.register().split()).isEqualTo(SplitRule.AWARD_DATE);
    assertThat(body.statement(FinancialYear.parse("2012-13")).heldBy())
        .contains("The Old Authority");
    assertThat(body.suppliers().get(0).ids()).containsExactly("007");
    assertThat(body.codes().contracts()).containsEntry("A-1", "ADVOCACY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: mayor               | file.yaml:3: 'mayor' is not one of pcc, pfcc, council, nhs, central
          kind: pcc;colour: red     | file.yaml:4: key 'colour' is not known here; known are id, name, kind, from, until, predecessors, successors, region, invented, ledger, replaces, year-to-date, complete, split, years, rights, suppliers, codes, publication, redaction
          kind: pcc;from: 22/11/2012 | file.yaml:4: '22/11/2012' is not a date written yyyy-MM-dd
          kind: pcc;from: 2012-11-22;until: 2012-11-21 | file.yaml:5: until: '2012-11-21' is before from, '2012-11-22'; correct one of the two
          kind: pcc;years: {2012-14: {}} | file.yaml:4: '2012-14' is not a financial year written like 2014-15
          kind: pcc;complete: {register: 2014-15..2012-13} | file.yaml:4: '2014-15..2012-13': the last year is before the first; write it like 2012-13..2014-15
          kind: pcc;complete: {nothing-in: [August]} | file.yaml:4: 'August' is not a month written yyyy-MM
          kind: pcc;complete: {no-payments-in: ['[']} | file.yaml:4: '[' matches no name; write it like 2012-*.csv
          kind: pcc;split: weeks    | file.yaml:4: 'weeks' is not one of days, months, award-date
          region: North             | file.yaml:1: key 'kind' is missing
          """)
  void refusesABodyItDoesNotUnderstand(String lines, String message) throws IOException {
    Path file = write("id: b\nname: The Body\n" + lines.replace(';', '\n'));
    assertThatThrownBy(() -> BodyFile.read(file))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage(message);
  }

  @Test
  void refusesAnIdThatIsNoPath() throws IOException {
    Path file = write("id: ../b\nname: The Body\nkind: pcc\n");
    assertThatThrownBy(() -> BodyFile.read(file))
        .hasMessage(
            "file.yaml:1: '../b' is not an id; write it in lower case with hyphens, like"
                + " nene-vale");
  }

  @Test
  void readsARefusalOfAQuestion() throws IOException {
    Request request =
        RequestFile.read(
            write(
                """
                reference: R-1
                body: b
                topic: sv
                title: Services
                years: 2012-13..2013-14
                questions:
                  - number: "3"
                    asks: other
                    text: Which victims?
                    refused:
                      section: s.40
                      because: The names of victims are personal data.
                """));
    assertThat(request.received()).isEmpty();
    assertThat(request.years()).hasSize(2);
    assertThat(request.questions().get(0).refused())
        .contains(new Request.Refusal("s.40", "The names of victims are personal data."));
  }

  @Test
  void refusesAQuestionOfNoKnownSort() throws IOException {
    Path file =
        write(
            """
            reference: R-1
            body: b
            topic: sv
            title: Services
            years: 2012-13
            questions:
              - number: "3"
                asks: everything
                text: What?
            """);
    assertThatThrownBy(() -> RequestFile.read(file))
        .hasMessage(
            "file.yaml:8: 'everything' is not one of agreements, organisations, amounts, duration,"
                + " categories, documents, other");
  }

  @Test
  void takesTheDigestOfACopyOnFile() throws IOException {
    Files.writeString(folder.resolve("plan.txt"), "abc");
    assertThat(
            DocumentListFile.read(
                    write(
                        """
                        body: b
                        documents:
                          - title: Plan
                            address: https://b.example/plan
                            copy: plan.txt
                        """))
                .documents()
                .get(0)
                .copyDigest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void refusesACopyOutsideItsFolder() throws IOException {
    Path file =
        write(
            """
            body: b
            documents:
              - title: Plan
                address: https://b.example/plan
                copy: ../plan.txt
            """);
    assertThatThrownBy(() -> DocumentListFile.read(file))
        .hasMessage(
            "file.yaml:5: copy '../plan.txt' is not a file beside this list or in a folder below"
                + " it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///srv/plans/2013.pdf",
        "ftp://nene.example/plan",
        "\\\\files\\plans\\2013.pdf",
        "P:\\plans\\2013.pdf",
        "/srv/plans/2013.pdf"
      })
  void refusesAnAddressOfADocumentThatOnlyTheHouseCanReach(String address) throws IOException {
    Path file = write("body: b\ndocuments:\n  - title: Plan\n    address: " + address + "\n");
    assertThatThrownBy(() -> DocumentListFile.read(file))
        .hasMessage(
            "file.yaml:4: address '%s' leads into the house; expected one on the web, as https://…,"
                    .formatted(address)
                + " or in words where the document can be seen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://nene.example/plan",
        "HTTP://nene.example/plan",
        "mailto:plans@nene.example",
        "In the reading room: Tŷ Nene",
        "www.nene.example/plan"
      })
  void takesAnAddressThatAnybodyCanReach(String address) throws IOException {
    Path file = write("body: b\ndocuments:\n  - title: Plan\n    address: '" + address + "'\n");
    assertThat(DocumentListFile.read(file).documents().get(0).address()).isEqualTo(address);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("file.yaml"), yaml);
  }
}
