package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads releases of the Open Contracting Data Standard 1.1, as Find a Tender and Contracts Finder
 * publish them: a release, a release package or a record package.
 *
 * <p>Every contract is a row; so is every award without a contract, and every tender without an
 * award. Of several releases of one process the latest holds. A row's place is the process and the
 * number of the row in it.
 */
final class OcdsRegister {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final String file;
  private final List<Contract> contracts = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  private OcdsRegister(String file) {
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @throws FaultyInputException if it is not JSON, or holds no release
   */
  static ContractRegister read(String file, String digest, String text) {
    OcdsRegister register = new OcdsRegister(file);
    latest(releases(file, text)).forEach(register::add);
    return new ContractRegister(file, digest, register.contracts, register.rejected, List.of());
  }

  private static List<JsonNode> releases(String file, String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException fault) {
      int line = fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getLineNr());
      throw new FaultyInputException("%s:%d: from here the text is not JSON".formatted(file, line));
    }
    List<JsonNode> releases = new ArrayList<>();
    root.path("releases").forEach(releases::add);
    root.path("records").forEach(record -> releases.add(record.path("compiledRelease")));
    if (root.has("ocid")) {
      releases.add(root);
    }
    releases.removeIf(release -> text(release, "ocid").isEmpty());
    if (releases.isEmpty()) {
      throw new FaultyInputException(
          file + ":1: no release with an 'ocid' found; expected an OCDS release or a package");
    }
    return releases;
  }

  /** Dates of releases are timestamps of one form and zone, so their order is that of the text. */
  private static Iterable<JsonNode> latest(List<JsonNode> releases) {
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    for (JsonNode release : releases) {
      latest.merge(
          text(release, "ocid"),
          release,
          (one, other) -> text(other, "date").compareTo(text(one, "date")) >= 0 ? other : one);
    }
    return latest.values();
  }

  private void add(JsonNode release) {
    Map<String, JsonNode> awards = new LinkedHashMap<>();
    release.path("awards").forEach(award -> awards.put(text(award, "id"), award));
    Map<String, JsonNode> uncontracted = new LinkedHashMap<>(awards);
    Map<String, String> registrations = registrations(release);
    int row = 0;
    for (JsonNode contract : release.path("contracts")) {
      Optional<JsonNode> award = Optional.ofNullable(awards.get(text(contract, "awardID")));
      uncontracted.remove(text(contract, "awardID"));
      keep(new OcdsRow(at(release, ++row), release, award, Optional.of(contract), registrations));
    }
    for (JsonNode award : uncontracted.values()) {
      keep(
          new OcdsRow(
              at(release, ++row), release, Optional.of(award), Optional.empty(), registrations));
    }
    if (row == 0) {
      keep(new OcdsRow(at(release, 1), release, Optional.empty(), Optional.empty(), registrations));
    }
  }

  private void keep(OcdsRow row) {
    try {
      contracts.add(row.asContract());
    } catch (RowFault fault) {
      Particulars words =
          new Particulars(row.organisation(), "", "", row.service(), "", "", "", row.reference());
      rejected.add(
          new RejectedRow(
              new Rejected(row.at(), fault.reason(), row.at() + ": " + fault.message(), words),
              row.kind().written(),
              "",
              List.of()));
    }
  }

  private SourceRef at(JsonNode release, int row) {
    return new SourceRef(file, text(release, "ocid"), row);
  }

  /** {@code GB-CHC-1103071} of each party that has a charity or company number. */
  private static Map<String, String> registrations(JsonNode release) {
    Map<String, String> registrations = new HashMap<>();
    for (JsonNode party : release.path("parties")) {
      List<JsonNode> identifiers = new ArrayList<>();
      identifiers.add(party.path("identifier"));
      party.path("additionalIdentifiers").forEach(identifiers::add);
      identifiers.stream()
          .filter(identifier -> text(identifier, "scheme").matches("GB-(CHC|COH|SC|NIC)"))
          .map(identifier -> text(identifier, "scheme") + "-" + text(identifier, "id"))
          .findFirst()
          .ifPresent(registration -> registrations.put(text(party, "id"), registration));
    }
    return registrations;
  }

  /** The text of a field, trimmed; empty if it is absent. */
  static String text(JsonNode node, String field) {
    return node.path(field).asString("").strip();
  }
}
