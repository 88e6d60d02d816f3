package org.spendreturns.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.document.OpenAgreements.OpenAgreement;
import org.spendreturns.document.OpenAgreements.Party;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Category;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Writes the grants of a return by the 360Giving Data Standard, as JSON and as a table. The
 * standard wants a sum and the day of the award; a grant without is not in the files, and the
 * package says which and why. A recipient whose name is withheld is no organisation of that name,
 * but an individual without one.
 *
 * @see "360Giving Data Standard 1.4, grants to individuals; UK tabular data standard, which names
 *     it for grants"
 */
final class GrantFiles {

  static final String JSON = "grants-360giving.json";
  static final String CSV = "grants-360giving.csv";

  /** What the standard has stand for the name of a person. */
  private static final String INDIVIDUAL = "Individual Recipient";

  private static final List<String> COLUMNS =
      List.of(
          "Identifier",
          "Title",
          "Description",
          "Currency",
          "Amount Awarded",
          "Award Date",
          "Planned Dates:Start Date",
          "Planned Dates:End Date",
          "Recipient Org:Identifier",
          "Recipient Org:Name",
          "Recipient Org:Charity Number",
          "Recipient Org:Company Number",
          "Recipient Ind:Identifier",
          "Recipient Ind:Name",
          "Funding Org:Identifier",
          "Funding Org:Name",
          "Last modified");

  private final Return filing;
  private final OpenAgreements agreements;
  private final Wording wording;
  private final JsonMapper mapper = JsonMapper.shared();
  private final List<Grant> grants = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  GrantFiles(Return filing, OpenAgreements agreements, Wording wording) {
    this.filing = filing;
    this.agreements = agreements;
    this.wording = wording;
    for (OpenAgreement grant : agreements.of(Kind.GRANT)) {
      Section.Row row = grant.any();
      Optional<Money> sum = grant.awarded();
      Optional<LocalDate> day = row.deal().flatMap(Section.Deal::awarded);
      if (sum.isPresent() && day.isPresent()) {
        grants.add(new Grant(grant, sum.get(), day.get()));
      } else {
        leftOut.add(
            wording.say(
                sum.isEmpty() ? "grants.noSum" : "grants.noDay",
                row.reference(),
                wording.words(row.awardedInAll().value())));
      }
    }
  }

  /** A grant of which enough is known. */
  private record Grant(OpenAgreement agreement, Money sum, LocalDate awarded) {}

  /** The files; none if the return has no grant that they can hold. */
  List<DataFile> write() {
    if (grants.isEmpty()) {
      return List.of();
    }
    String says = "file.grants";
    return List.of(
        DataFile.of(JSON, "application/json", says, json()),
        new DataFile(CSV, "text/csv", says, out -> CsvFiles.write(COLUMNS, rows(), out)));
  }

  private String json() {
    ObjectNode root = mapper.createObjectNode();
    root.put("version", "1.4");
    root.put("title", filing.heading().title());
    root.put("description", String.join(" ", describe()));
    root.put("issued", filing.heading().asKnownAt().toString());
    Party body = agreements.body();
    ObjectNode publisher = root.putObject("publisher");
    publisher.put("identifier", body.id());
    publisher.put("name", body.name());
    ArrayNode all = root.putArray("grants");
    grants.forEach(grant -> grant(all.addObject(), grant));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private List<String> describe() {
    List<String> sentences = new ArrayList<>();
    sentences.add(wording.say(leftOut.isEmpty() ? "grants.all" : "grants.leftOut"));
    sentences.addAll(leftOut);
    if (grants.stream().anyMatch(GrantFiles::isWithheld)) {
      sentences.add(wording.say("grants.individuals", INDIVIDUAL));
    }
    return sentences;
  }

  /** Whether the return withholds the recipient's name: it is told of as an individual. */
  private static boolean isWithheld(Grant grant) {
    return Redaction.isMarker(grant.agreement().recipient().name());
  }

  private String individualId(Grant grant) {
    String reference = OpenAgreements.plain(grant.agreement().any().reference());
    return agreements.grantPrefix() + "-IND-" + reference;
  }

  private void grant(ObjectNode node, Grant grant) {
    Section.Row row = grant.agreement().any();
    node.put("id", id(grant));
    node.put("title", row.service());
    node.put("description", row.service());
    node.put("currency", "GBP");
    node.putRawValue("amountAwarded", new RawValue(grant.sum().toString()));
    node.put("awardDate", grant.awarded().toString());
    if (row.start().isPresent() || row.end().isPresent()) {
      ObjectNode dates = node.putArray("plannedDates").addObject();
      row.start().ifPresent(day -> dates.put("startDate", day.toString()));
      row.end().ifPresent(day -> dates.put("endDate", day.toString()));
    }
    if (isWithheld(grant)) {
      ObjectNode individual = node.putObject("recipientIndividual");
      individual.put("id", individualId(grant));
      individual.put("name", INDIVIDUAL);
    } else {
      organisation(
          node.putArray("recipientOrganization").addObject(), grant.agreement().recipient());
    }
    organisation(node.putArray("fundingOrganization").addObject(), agreements.body());
    ArrayNode classifications = node.putArray("classifications");
    for (Category category : grant.agreement().categories()) {
      ObjectNode classification = classifications.addObject();
      classification.put("vocabulary", filing.method().rulebook().name());
      classification.put("code", category.id());
      classification.put("title", wording.heading(category));
    }
    node.put("dateModified", filing.heading().asKnownAt().toString());
  }

  private String id(Grant grant) {
    String reference = OpenAgreements.plain(grant.agreement().any().reference());
    return agreements.grantPrefix() + "-" + reference;
  }

  private static void organisation(ObjectNode node, Party party) {
    node.put("id", party.id());
    node.put("name", party.name());
    if (party.scheme().equals("GB-CHC")) {
      node.put("charityNumber", party.number());
    } else if (party.scheme().equals("GB-COH")) {
      node.put("companyNumber", party.number());
    }
  }

  private List<List<String>> rows() {
    Party body = agreements.body();
    List<List<String>> rows = new ArrayList<>();
    for (Grant grant : grants) {
      Section.Row row = grant.agreement().any();
      Party recipient = grant.agreement().recipient();
      boolean isIndividual = isWithheld(grant);
      rows.add(
          List.of(
              id(grant),
              CsvFiles.safe(row.service()),
              CsvFiles.safe(row.service()),
              "GBP",
              grant.sum().toString(),
              grant.awarded().toString(),
              row.start().map(LocalDate::toString).orElse(""),
              row.end().map(LocalDate::toString).orElse(""),
              isIndividual ? "" : recipient.id(),
              isIndividual ? "" : CsvFiles.safe(recipient.name()),
              recipient.scheme().equals("GB-CHC") ? recipient.number() : "",
              recipient.scheme().equals("GB-COH") ? recipient.number() : "",
              isIndividual ? individualId(grant) : "",
              isIndividual ? INDIVIDUAL : "",
              body.id(),
              CsvFiles.safe(body.name()),
              filing.heading().asKnownAt().toString()));
    }
    return rows;
  }
}
