package org.spendreturns.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.document.OpenAgreements.OpenAgreement;
import org.spendreturns.document.OpenAgreements.Party;
import org.spendreturns.money.Money;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Payment;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Wording;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Writes the contracts of a return as a release package of the Open Contracting Data Standard 1.1:
 * a release a contract, its value by financial year in the budget breakdown, its payments as
 * transactions. A sum that is not known is left out, never written as 0.
 *
 * @see "Open Contracting Data Standard 1.1.5; extension ocds_budget_breakdown_extension"
 */
final class OcdsFile {

  static final String NAME = "ocds-releases.json";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String BREAKDOWN =
      "https://raw.githubusercontent.com/open-contracting-extensions/"
          + "ocds_budget_breakdown_extension/master/extension.json";

  private final Return filing;
  private final EditionMark edition;
  private final OpenAgreements agreements;
  private final Wording wording;
  private final JsonMapper mapper = JsonMapper.shared();

  OcdsFile(Return filing, EditionMark edition, OpenAgreements agreements, Wording wording) {
    this.filing = filing;
    this.edition = edition;
    this.agreements = agreements;
    this.wording = wording;
  }

  /** The file; empty if the return has no contract. */
  Optional<DataFile> write() {
    List<OpenAgreement> contracts = agreements.of(Kind.CONTRACT);
    return contracts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataFile(
                NAME,
                "application/json",
                "file.ocds",
                out ->
                    JsonPieces.write(
                        root(), Map.of("releases", json -> releases(json, contracts)), out)));
  }

  private ObjectNode root() {
    ObjectNode root = mapper.createObjectNode();
    root.put("version", "1.1");
    root.putArray("extensions").add(BREAKDOWN);
    root.put(
        "uri",
        String.join(
            ":",
            "urn:spend-returns",
            filing.heading().bodyId(),
            filing.heading().topicId(),
            FinancialYear.writeRange(filing.heading().years()),
            "edition-" + edition.number()));
    root.put("publishedDate", instant());
    party(root.putObject("publisher"), agreements.body());
    root.putArray("releases");
    return root;
  }

  private void releases(JsonGenerator json, List<OpenAgreement> contracts) {
    Map<String, List<Payment>> payments =
        filing.payments().stream().collect(Collectors.groupingBy(Payment::contract));
    for (OpenAgreement contract : contracts) {
      ObjectNode release = mapper.createObjectNode();
      release(release, contract, payments.getOrDefault(contract.any().reference(), List.of()));
      json.writeTree(release);
    }
  }

  private String instant() {
    return filing.heading().asKnownAt().toString();
  }

  /** The publisher of a package has a name and a number, and no id. */
  private static void party(ObjectNode node, Party party) {
    node.put("name", party.name());
    if (!party.scheme().isEmpty()) {
      node.put("scheme", party.scheme());
      node.put("uid", party.number());
    }
  }

  private void release(ObjectNode release, OpenAgreement contract, List<Payment> payments) {
    String reference = contract.any().reference();
    String ocid = agreements.ocdsPrefix() + "-" + OpenAgreements.plain(reference);
    release.put("ocid", ocid);
    release.put("id", ocid + "-edition-" + edition.number());
    release.put("date", instant());
    ArrayNode tags = release.putArray("tag").add("planning").add("award").add("contract");
    if (!payments.isEmpty()) {
      tags.add("implementation");
    }
    release.put("initiationType", "tender");
    release.put("language", wording.language().substring(0, wording.language().indexOf('-')));
    ArrayNode parties = release.putArray("parties");
    organisation(parties.addObject(), agreements.body(), "buyer");
    organisation(parties.addObject(), contract.recipient(), "supplier");
    reference(release.putObject("buyer"), agreements.body());
    budget(release.putObject("planning").putObject("budget"), contract);
    award(release.putArray("awards").addObject(), contract);
    contract(release.putArray("contracts").addObject(), contract, payments);
  }

  private static void organisation(ObjectNode node, Party party, String role) {
    reference(node, party);
    if (!party.scheme().isEmpty()) {
      ObjectNode identifier = node.putObject("identifier");
      identifier.put("scheme", party.scheme());
      identifier.put("id", party.number());
      identifier.put("legalName", party.name());
    }
    node.putArray("roles").add(role);
  }

  private static void reference(ObjectNode node, Party party) {
    node.put("id", party.id());
    node.put("name", party.name());
  }

  /** A year whose sum is not known stands there with the words of the return, and no amount. */
  private void budget(ObjectNode budget, OpenAgreement contract) {
    contract.awarded().ifPresent(sum -> value(budget.putObject("amount"), sum));
    ArrayNode breakdown = budget.putArray("budgetBreakdown");
    for (int index = 0; index < filing.heading().years().size(); index++) {
      FinancialYear year = filing.heading().years().get(index);
      Optional<Money> sum = contract.awardedIn(index);
      ObjectNode entry = breakdown.addObject();
      entry.put("id", year.toString());
      entry.put(
          "description",
          sum.isPresent() ? year.toString() : year + ": " + wording.words(contract.saysOf(index)));
      sum.ifPresent(known -> value(entry.putObject("amount"), known));
      ObjectNode period = entry.putObject("period");
      period.put("startDate", startOf(year.firstDay()));
      period.put("endDate", endOf(year.lastDay()));
    }
  }

  private void award(ObjectNode award, OpenAgreement contract) {
    Section.Row row = contract.any();
    award.put("id", row.reference());
    award.put("title", row.service());
    award.put("status", "active");
    row.deal().flatMap(Section.Deal::awarded).ifPresent(day -> award.put("date", startOf(day)));
    contract.awarded().ifPresent(sum -> value(award.putObject("value"), sum));
    reference(award.putArray("suppliers").addObject(), contract.recipient());
    period(award, "contractPeriod", row);
  }

  private void contract(ObjectNode node, OpenAgreement contract, List<Payment> payments) {
    Section.Row row = contract.any();
    node.put("id", row.reference());
    node.put("awardID", row.reference());
    node.put("title", row.service());
    status(row).ifPresent(status -> node.put("status", status));
    period(node, "period", row);
    contract.awarded().ifPresent(sum -> value(node.putObject("value"), sum));
    if (payments.isEmpty()) {
      return;
    }
    ArrayNode transactions = node.putObject("implementation").putArray("transactions");
    for (Payment payment : payments) {
      ObjectNode transaction = transactions.addObject();
      transaction.put("id", payment.line().line().at().toString());
      transaction.put("date", startOf(payment.line().line().date()));
      value(transaction.putObject("value"), payment.line().line().amount());
      reference(transaction.putObject("payer"), agreements.body());
      reference(transaction.putObject("payee"), contract.recipient());
    }
  }

  /** By its dates, on the day as known at; not said of one whose dates are not on file. */
  private Optional<String> status(Section.Row row) {
    LocalDate today = LocalDate.ofInstant(filing.heading().asKnownAt(), LONDON);
    if (row.end().filter(today::isAfter).isPresent()) {
      return Optional.of("terminated");
    }
    return row.start().map(start -> today.isBefore(start) ? "pending" : "active");
  }

  private static void period(ObjectNode node, String name, Section.Row row) {
    if (row.start().isPresent() || row.end().isPresent()) {
      ObjectNode period = node.putObject(name);
      row.start().ifPresent(day -> period.put("startDate", startOf(day)));
      row.end().ifPresent(day -> period.put("endDate", endOf(day)));
    }
  }

  private static void value(ObjectNode node, Money money) {
    node.putRawValue("amount", new RawValue(money.toString()));
    node.put("currency", "GBP");
  }

  /** A day's first second in London, with the offset of that day. */
  private static String startOf(LocalDate day) {
    return written(day.atStartOfDay(LONDON).toInstant());
  }

  /** A day's last second in London. */
  private static String endOf(LocalDate day) {
    return written(day.plusDays(1).atStartOfDay(LONDON).minusSeconds(1).toInstant());
  }

  private static String written(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(LONDON).toOffsetDateTime());
  }
}
