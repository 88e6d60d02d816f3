package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the JSON of an edition says, to compare its other formats with. */
final class ToldFigures {

  private Set<String> body = Set.of();
  private String bodyName = "";
  private Set<String> codes = Set.of();
  private List<String> years = List.of();
  private JsonNode awarded = MissingNode.getInstance();
  private JsonNode paid = MissingNode.getInstance();
  private final List<Row> summary = new ArrayList<>();
  private final Set<String> titles = new HashSet<>();
  private final Map<String, String> titleByCategory = new HashMap<>();
  private final List<ToldAgreement> agreements = new ArrayList<>();
  private final List<ToldPayment> payments = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>(); // that many payments say

  /** A row of a summary: what it shows of each year, then in all. */
  record Row(String title, List<String> cells) {}

  private ToldFigures() {}

  /** Of an edition whose JSON is not there. */
  static ToldFigures nothing() {
    return new ToldFigures();
  }

  private ToldFigures(JsonParser json, Gate.Faults faults) {
    ToldSums sums = new ToldSums(faults);
    json.nextToken();
    JsonPieces.properties(
        json,
        name -> {
          switch (name) {
            case "body" -> {
              JsonNode names = tree(json);
              bodyName = text(names, "name");
              body = names(names);
              codes = Set.copyOf(names.path("names").propertyNames());
            }
            case "financialYears" -> years = texts(tree(json));
            case "awarded" -> awarded = tree(json);
            case "paid" -> paid = tree(json);
            case "sections" -> JsonPieces.each(json, () -> section(json, sums));
            case "payments" -> JsonPieces.each(json, () -> payment(tree(json)));
            default -> json.skipChildren();
          }
        });
    while (json.nextToken() != null) {
      json.skipChildren(); // whatever else is there must be JSON too
    }
    texts.clear();
    summary(awarded);
    summary(paid);
    sums.compare(years, titleByCategory, payments, awarded, paid);
  }

  private static JsonNode tree(JsonParser json) {
    return json.readValueAsTree();
  }

  /** Its category and title stand before its rows. */
  private void section(JsonParser json, ToldSums sums) {
    Map<String, String> says = new HashMap<>();
    JsonPieces.properties(
        json,
        name -> {
          if (name.equals("rows")) {
            String category = says.getOrDefault("category", "");
            String title = says.getOrDefault("title", "");
            titleByCategory.put(category, title);
            JsonPieces.each(json, () -> agreement(category, title, tree(json), sums));
          } else {
            says.put(name, tree(json).asString(""));
          }
        });
  }

  private void agreement(String category, String title, JsonNode row, ToldSums sums) {
    Map<String, String> says = new HashMap<>();
    for (String column :
        List.of(
            "organisation",
            "registration",
            "service",
            "reference",
            "decision",
            "decisionDate",
            "decisionAddress",
            "start",
            "end")) {
      says.put(column, text(row, column));
    }
    agreements.add(
        new ToldAgreement(
            category,
            title,
            text(row, "kind"),
            says,
            cells(row.path("awardedByYear"), row.path("awardedInAll")),
            cells(row.path("paidByYear"), row.path("paidInAll"))));
    sums.agreement(category, row);
  }

  private void payment(JsonNode payment) {
    payments.add(
        new ToldPayment(
            text(payment, "date"),
            once(text(payment, "supplier")),
            payment.path("pence").asLong(0),
            once(text(payment, "category")),
            once(text(payment, "contract")),
            once(text(payment, "file")),
            once(text(payment, "sheet")),
            payment.path("line").asLong(0),
            once(String.join(", ", texts(payment.path("rules")))),
            once(text(payment, "fileSha256"))));
  }

  private String once(String text) {
    String before = texts.putIfAbsent(text, text);
    return before == null ? text : before;
  }

  private static String text(JsonNode node, String property) {
    return node.path(property).asString("");
  }

  /**
   * Reads it; a total of it that is not the sum of its rows is a fault.
   *
   * @return empty if it is no JSON, which is a fault of its own
   */
  static Optional<ToldFigures> find(Path json, Gate.Faults faults) {
    try (JsonParser parser = JsonMapper.shared().createParser(json)) {
      return Optional.of(new ToldFigures(parser, faults));
    } catch (JacksonException fault) {
      return Optional.empty(); // said when it is opened by itself
    }
  }

  /** Codes of the languages beside English in which the return is told. */
  Set<String> codes() {
    return codes;
  }

  private static Set<String> names(JsonNode body) {
    Set<String> names = new HashSet<>(Set.of(text(body, "name")));
    body.path("names").forEach(name -> names.add(name.asString("")));
    return names;
  }

  /** The name of the body, in every language. */
  Set<String> body() {
    return body;
  }

  /** The name of the body in English. */
  String bodyName() {
    return bodyName;
  }

  List<String> years() {
    return years;
  }

  /** The rows of both summaries, awarded first, each with its total last. */
  List<Row> summary() {
    return summary;
  }

  boolean isTitle(String text) {
    return titles.contains(text);
  }

  /** The title of a section by its category; empty if there is none. */
  String title(String category) {
    return titleByCategory.getOrDefault(category, "");
  }

  /** The rows of all sections, in order. */
  List<ToldAgreement> agreements() {
    return agreements;
  }

  List<ToldPayment> payments() {
    return payments;
  }

  /** The ids of the columns of each table, by its file. */
  Map<String, List<String>> columns(Path description) throws IOException {
    Map<String, List<String>> columns = new HashMap<>();
    if (Files.exists(description)) {
      for (JsonNode table :
          JsonMapper.shared().readTree(Files.readAllBytes(description)).path("tables")) {
        List<String> names = new ArrayList<>();
        table.path("tableSchema").path("columns").forEach(each -> names.add(text(each, "name")));
        columns.put(text(table, "url"), names);
      }
    }
    return columns;
  }

  /** {@code £1,250.00}, as documents show a sum. */
  static String pounds(long pence) {
    long whole = Math.abs(pence);
    return "%s\u00a3%,d.%02d".formatted(pence < 0 ? "-" : "", whole / 100, whole % 100);
  }

  private void summary(JsonNode node) {
    Stream.concat(
            StreamSupport.stream(node.path("rows").spliterator(), false),
            Stream.of(node.path("total")))
        .forEach(
            row -> {
              String title = text(row, "title");
              titles.add(title);
              summary.add(new Row(title, cells(row.path("byYear"), row.path("inAll"))));
            });
  }

  private static List<String> cells(JsonNode byYear, JsonNode inAll) {
    List<String> cells = new ArrayList<>();
    byYear.forEach(figure -> cells.add(text(figure, "words")));
    cells.add(text(inAll, "words"));
    return cells;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString("")));
    return texts;
  }
}
