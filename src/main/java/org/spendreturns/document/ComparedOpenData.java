package org.spendreturns.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.ledger.SourceRef;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares the contracts and grants of an edition's open data with its JSON. Open data has an
 * agreement once, whatever categories it counts in: its sum is that of its rows in all sections.
 */
final class ComparedOpenData {

  private final Path folder;
  private final ToldFigures told;

  ComparedOpenData(Path folder, ToldFigures told) {
    this.folder = folder;
    this.told = told;
  }

  // ---- contracts ----

  /** Each contract is a release, with its sums by year, and its payments as transactions. */
  void contracts(Path file, Gate.Faults faults) throws IOException {
    List<ToldAward> contracts = ToldAward.of(told, Kind.CONTRACT);
    Map<String, List<String>> payments = new HashMap<>();
    for (ToldPayment each : told.payments()) {
      payments.computeIfAbsent(each.contract(), none -> new ArrayList<>()).add(payment(each));
    }
    int[] releases = {0};
    try (JsonParser json = JsonMapper.shared().createParser(file)) {
      json.nextToken();
      JsonPieces.properties(
          json,
          name -> {
            if (name.equals("releases")) {
              JsonPieces.each(
                  json,
                  () -> {
                    JsonNode release = json.readValueAsTree();
                    int at = releases[0]++;
                    if (at < contracts.size()) {
                      release(release, contracts.get(at), payments, faults);
                    }
                  });
            } else {
              json.skipChildren();
            }
          });
    } catch (JacksonException fault) {
      return; // said when it is opened by itself
    }
    if (releases[0] != contracts.size()) {
      faults.add(
          "",
          "has %d contracts, and return.json %d; write both anew"
              .formatted(releases[0], contracts.size()));
    }
  }

  private void release(
      JsonNode release, ToldAward contract, Map<String, List<String>> paid, Gate.Faults faults) {
    JsonNode award = release.at("/awards/0");
    List<String> here = new ArrayList<>();
    here.add(text(award, "id"));
    here.add(text(release.at("/contracts/0"), "id"));
    here.add(text(release.path("buyer"), "name"));
    here.add(text(award.at("/suppliers/0"), "name"));
    here.add(sum(release.at("/planning/budget/amount")));
    here.add(sum(award.path("value")));
    here.add(sum(release.at("/contracts/0/value")));
    release.path("parties").forEach(party -> here.add(text(party, "name")));
    for (JsonNode part : release.at("/planning/budget/budgetBreakdown")) {
      here.add(text(part, "id") + " " + sum(part.path("amount")));
    }
    List<String> there = new ArrayList<>(List.of(contract.reference(), contract.reference()));
    there.add(told.bodyName());
    there.add(contract.organisation());
    IntStream.range(0, 3).forEach(time -> there.add(pounds(contract.awarded())));
    there.add(told.bodyName());
    there.add(contract.organisation());
    for (int year = 0; year < told.years().size(); year++) {
      there.add(told.years().get(year) + " " + pounds(contract.awardedIn(year)));
    }
    compare(contract.reference(), here, there, faults);
    List<String> transactions = new ArrayList<>();
    for (JsonNode each : release.at("/contracts/0/implementation/transactions")) {
      transactions.add(
          "%s %.10s %s".formatted(text(each, "id"), text(each, "date"), sum(each.path("value"))));
    }
    compare(
        contract.reference() + ", payments",
        transactions,
        paid.getOrDefault(contract.reference(), List.of()),
        faults);
  }

  private static String payment(ToldPayment each) {
    String at =
        each.line() < 1 ? "" : new SourceRef(each.file(), each.sheet(), each.line()).toString();
    return "%s %s %s".formatted(at, each.date(), ToldFigures.pounds(each.pence()));
  }

  // ---- grants ----

  /** What a file says of a grant. */
  private record Grant(String id, String recipient, String sum) {}

  /**
   * Each grant of which sum and day are known stands here, and of each other it is said why not.
   */
  void grants(Path file, Gate.Faults faults) throws IOException {
    JsonNode root = tree(file);
    List<Grant> here = new ArrayList<>();
    for (JsonNode each : root.path("grants")) {
      JsonNode organisation = each.at("/recipientOrganization/0");
      here.add(
          new Grant(
              text(each, "id"), text(organisation, "name"), amount(each.path("amountAwarded"))));
    }
    compare(here, text(root, "description"), faults);
  }

  /** The same as a table. */
  void grantsTable(Path file, Gate.Faults faults) throws IOException {
    List<Grant> here = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord record : reader) {
        here.add(
            new Grant(
                field(record, "Identifier"),
                field(record, "Recipient Org:Name"),
                ComparedTables.pounds(field(record, "Amount Awarded"))));
      }
    }
    Path json = folder.resolve(GrantFiles.JSON);
    String leftOut = Files.exists(json) ? text(tree(json), "description") : "";
    compare(here, leftOut, faults);
  }

  private void compare(List<Grant> here, String leftOut, Gate.Faults faults) {
    int at = 0;
    for (ToldAward grant : ToldAward.of(told, Kind.GRANT)) {
      String ending = "-" + OpenAgreements.plain(grant.reference());
      if (at < here.size() && here.get(at).id().endsWith(ending)) {
        String name = Redaction.isMarker(grant.organisation()) ? "" : grant.organisation();
        Grant found = here.get(at);
        at++;
        boolean isName =
            found.recipient().equals(name) || found.recipient().equals(CsvFiles.safe(name));
        compare(
            grant.reference(),
            List.of(isName ? name : found.recipient(), found.sum()),
            List.of(name, pounds(grant.awarded())),
            faults);
      } else if (!leftOut.contains(grant.reference())) {
        faults.add(grant.reference(), "stands in return.json and not here; write both anew");
      }
    }
    if (at < here.size()) {
      faults.add(
          here.get(at).id(), "is no grant in return.json, or not in its place; write both anew");
    }
  }

  // ---- both ----

  private static void compare(
      String place, List<String> here, List<String> there, Gate.Faults faults) {
    if (!here.equals(there)) {
      faults.add(
          place,
          "says '%s', and return.json '%s'; write both anew"
              .formatted(String.join(", ", here), String.join(", ", there)));
    }
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (JacksonException fault) {
      return MissingNode.getInstance(); // said when it is opened by itself
    }
  }

  private static String field(NamedCsvRecord record, String name) {
    return record.findField(name).orElse("");
  }

  private static String text(JsonNode node, String property) {
    return node.path(property).asString("");
  }

  /** A sum with its currency; empty if there is none. */
  private static String sum(JsonNode value) {
    return value.isMissingNode()
        ? ""
        : amount(value.path("amount")) + (text(value, "currency").equals("GBP") ? "" : " ?");
  }

  /** A number of another shape than pounds and pence stands as it is written. */
  private static String amount(JsonNode number) {
    BigDecimal pounds = number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
    boolean isSum = number.isNumber() && pounds.scale() <= 2;
    return isSum ? ComparedTables.pounds(pounds.setScale(2).toPlainString()) : number.toString();
  }

  private static String pounds(Optional<Long> pence) {
    return pence.map(ToldFigures::pounds).orElse("");
  }
}
