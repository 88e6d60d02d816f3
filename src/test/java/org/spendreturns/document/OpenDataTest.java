package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Payment;
import org.spendreturns.returns.Publication.Ids;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts and grants as open data: what the standards ask, and what the return says. */
class OpenDataTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Ids REGISTERED =
      new Ids("GB-PPON-PABC-1234-DEFG", "ocds-abc123", "360G-ystradnene");
  private static final Return FILING = InventedReturn.usual();
  private static final Wording ENGLISH = Wording.english();

  private static String ocds(Ids ids) {
    EditionMark edition = new EditionMark(3, OptionalInt.of(2));
    return new OcdsFile(FILING, edition, new OpenAgreements(FILING, ids), ENGLISH)
        .write()
        .orElseThrow()
        .text();
  }

  private static List<DataFile> grants(Ids ids) {
    return new GrantFiles(FILING, new OpenAgreements(FILING, ids), ENGLISH).write();
  }

  private static JsonNode grantsJson(Ids ids) {
    return JSON.readTree(grants(ids).get(0).text());
  }

  @Test
  void theReleasePackageIsWhatTheStandardAsks() throws IOException {
    assertThat(faults("ocds-release-package.json", ocds(REGISTERED))).isEmpty();
    assertThat(faults("ocds-release-package.json", ocds(Ids.NONE))).isEmpty();
  }

  @Test
  void theGrantsAreWhatTheStandardAsks() throws IOException {
    assertThat(faults("360giving-package.json", grants(REGISTERED).get(0).text())).isEmpty();
    assertThat(faults("360giving-package.json", grants(Ids.NONE).get(0).text())).isEmpty();
  }

  @Test
  void theSchemasRefuseWhatTheStandardsRefuse() throws IOException {
    assertThat(
            faults(
                "ocds-release-package.json",
                ocds(REGISTERED).replace("\"awardID\"", "\"awardReference\"")))
        .isNotEmpty();
    assertThat(
            faults(
                "360giving-package.json",
                grants(REGISTERED).get(0).text().replace("\"awardDate\"", "\"awardedOn\"")))
        .isNotEmpty();
  }

  private static List<String> faults(String schema, String text) throws IOException {
    try (InputStream in = OpenDataTest.class.getResourceAsStream("/open-data/" + schema)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(in)
          .validate(text, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static List<Section.Row> rows(Kind kind) {
    return FILING.sections().stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> row.deal().filter(deal -> deal.kind() == kind).isPresent())
        .toList();
  }

  @Test
  void eachContractIsAReleaseWithItsSumsToThePennyAndNoneWhereNoneIsKnown() {
    JsonNode releases = JSON.readTree(ocds(REGISTERED)).get("releases");
    List<Section.Row> contracts = rows(Kind.CONTRACT);
    assertThat(releases).hasSize(contracts.size()).hasSizeGreaterThan(5);
    for (int index = 0; index < releases.size(); index++) {
      Section.Row row = contracts.get(index);
      JsonNode release = releases.get(index);
      assertThat(release.get("ocid").asString())
          .isEqualTo("ocds-abc123-" + row.reference().toLowerCase(Locale.ROOT));
      assertSum(release.at("/awards/0/value"), row.awardedInAll());
      assertSum(release.at("/contracts/0/value"), row.awardedInAll());
      JsonNode breakdown = release.get("planning").get("budget").get("budgetBreakdown");
      for (int year = 0; year < FILING.heading().years().size(); year++) {
        JsonNode entry = breakdown.get(year);
        Figure figure = row.awardedByYear().get(year);
        String written = FILING.heading().years().get(year).toString();
        assertThat(entry.get("id").asString()).isEqualTo(written);
        assertSum(entry.at("/amount"), figure);
        assertThat(entry.get("description").asString())
            .isEqualTo(
                figure.value() instanceof Value.Amount
                    ? written
                    : written + ": " + ENGLISH.words(figure.value()));
      }
    }
  }

  private static void assertSum(JsonNode node, Figure figure) {
    if (figure.value() instanceof Value.Amount amount) {
      assertThat(node.get("amount").decimalValue())
          .isEqualTo(BigDecimal.valueOf(amount.money().pence(), 2));
    } else {
      assertThat(node.isMissingNode()).isTrue();
    }
  }

  @Test
  void yearsAndDaysAreLondonsAlsoInSummer() {
    JsonNode first = JSON.readTree(ocds(REGISTERED)).get("releases").get(0);
    JsonNode year = first.get("planning").get("budget").get("budgetBreakdown").get(0).get("period");
    assertThat(year.get("startDate").asString()).isEqualTo("2012-04-01T00:00:00+01:00");
    assertThat(year.get("endDate").asString()).isEqualTo("2013-03-31T23:59:59+01:00");
    assertThat(first.get("awards").get(0).get("date").asString()).isEqualTo("2013-03-18T00:00:00Z");
  }

  @Test
  void thePaymentsOfAContractAreItsTransactions() {
    List<String> found = new ArrayList<>();
    for (JsonNode release : JSON.readTree(ocds(REGISTERED)).get("releases")) {
      for (JsonNode each : release.at("/contracts/0/implementation/transactions")) {
        found.add(
            "%s %s %s"
                .formatted(
                    release.at("/contracts/0/id").asString(),
                    each.get("id").asString(),
                    each.at("/value/amount").decimalValue().toPlainString()));
      }
    }
    List<String> references = rows(Kind.CONTRACT).stream().map(Section.Row::reference).toList();
    assertThat(found)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            FILING.payments().stream()
                .filter(payment -> references.contains(payment.contract()))
                .map(OpenDataTest::written)
                .toList());
  }

  private static String written(Payment payment) {
    return "%s %s %s"
        .formatted(payment.contract(), payment.line().line().at(), payment.line().line().amount());
  }

  @Test
  void eachGrantIsThereWithItsSumToThePennyInJsonAndTable() throws IOException {
    JsonNode grants = grantsJson(REGISTERED).get("grants");
    List<Section.Row> rows = rows(Kind.GRANT);
    List<NamedCsvRecord> records = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(grants(REGISTERED).get(1).text())) {
      reader.forEach(records::add);
    }
    assertThat(grants).hasSize(rows.size()).hasSize(records.size()).hasSizeGreaterThan(3);
    for (int index = 0; index < rows.size(); index++) {
      Section.Row row = rows.get(index);
      JsonNode grant = grants.get(index);
      NamedCsvRecord record = records.get(index);
      Value.Amount sum = (Value.Amount) row.awardedInAll().value();
      assertThat(grant.get("amountAwarded").decimalValue().toPlainString())
          .isEqualTo(sum.money().toString())
          .isEqualTo(record.getField("Amount Awarded"));
      assertThat(grant.get("id").asString())
          .startsWith("360G-ystradnene-yn-")
          .isEqualTo(record.getField("Identifier"));
      assertThat(grant.at("/recipientOrganization/0/name").asString())
          .isEqualTo(row.organisation())
          .isEqualTo(record.getField("Recipient Org:Name"));
      assertThat(grant.get("awardDate").asString())
          .isEqualTo("2013-03-18")
          .isEqualTo(record.getField("Award Date"));
    }
  }

  @Test
  void aRecipientWhoseNameIsWithheldIsAnIndividualAndNoOrganisation() throws IOException {
    Return filing = InventedReturn.withOrganisation("Withheld (personal data)");
    List<DataFile> files =
        new GrantFiles(filing, new OpenAgreements(filing, REGISTERED), ENGLISH).write();
    String text = files.get(0).text();
    assertThat(faults("360giving-package.json", text)).isEmpty();
    assertThat(text).doesNotContain("Withheld (personal data)");
    List<JsonNode> withheld = new ArrayList<>();
    for (JsonNode grant : JSON.readTree(text).get("grants")) {
      if (!grant.has("recipientOrganization")) {
        withheld.add(grant.get("recipientIndividual"));
      }
    }
    assertThat(withheld.toString())
        .isEqualTo("[{\"id\":\"360G-ystradnene-IND-yn-301\",\"name\":\"Individual Recipient\"}]");
    assertThat(JSON.readTree(text).get("description").asString())
        .isEqualTo(
            "All grants of the return. A recipient whose name is withheld stands as “Individual"
                + " Recipient”, with an identifier that names nobody.");
    assertThat(files.get(1).text())
        .doesNotContain("Withheld")
        .contains(",,,,,360G-ystradnene-IND-yn-301,Individual Recipient,");
  }

  @Test
  void aBodyWithoutRegisteredIdsHasIdsThatSaySo() {
    JsonNode release = JSON.readTree(ocds(Ids.NONE)).get("releases").get(0);
    assertThat(release.get("ocid").asString()).isEqualTo("ocds-unregistered-ystrad-nene-yn-001");
    assertThat(release.at("/buyer/id").asString()).isEqualTo("ystrad-nene");
    assertThat(grantsJson(Ids.NONE).at("/grants/0/id").asString())
        .isEqualTo("360G-unregistered-ystrad-nene-yn-002");
  }

  @Test
  void anOrganisationWithoutARegistrationIsToldApartByItsAgreementAndNotByItsName() {
    JsonNode release = JSON.readTree(ocds(REGISTERED)).get("releases").get(0);
    assertThat(release.at("/parties/1/id").asString()).isEqualTo("ystrad-nene-yn-001-recipient");
    assertThat(release.at("/parties/1/identifier").isMissingNode()).isTrue();
    assertThat(
            grantsJson(REGISTERED).at("/grants/0/recipientOrganization/0/charityNumber").asString())
        .isEqualTo("1100002");
  }

  @Test
  void freeTextOfALedgerIsNotInThem() {
    assertThat(
            ocds(REGISTERED) + grants(REGISTERED).get(0).text() + grants(REGISTERED).get(1).text())
        .doesNotContain("Quillfeather", "Bartholomew");
  }
}
