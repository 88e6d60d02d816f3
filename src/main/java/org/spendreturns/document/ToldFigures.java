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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the JSON of an edition says, to compare its other formats with. */
final class ToldFigures {

  private Set<String> body = Set.of();
  private Set<String> codes = Set.of();
  private List<String> years = List.of();
  private JsonNode awarded = MissingNode.getInstance();
  private JsonNode paid = MissingNode.getInstance();
  private long sumOfPayments; // pence
  private final List<Row> summary = new ArrayList<>();
  private final Set<String> titles = new HashSet<>();
  private final List<Agreement> agreements = new ArrayList<>();
  private final List<Paid> payments = new ArrayList<>();
  private final Set<List<String>> keys = new HashSet<>();
  private final Set<String> files = new HashSet<>();

  /** A row of a summary: what it shows of each year, then in all. */
  record Row(String title, List<String> cells) {}

  /** A row of a section: what it shows of each year, then in all. */
  record Agreement(String organisation, List<String> awarded, List<String> paid) {}

  /** A payment. */
  record Paid(String date, String supplier, String file, String line, String amount) {
    List<String> key() {
      return List.of(supplier, file, line, amount);
    }
  }

  private ToldFigures() {}

  /** Of an edition whose JSON is not there. */
  static ToldFigures nothing() {
    return new ToldFigures();
  }

  private ToldFigures(JsonParser json, Gate.Faults faults) {
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "body" -> {
          JsonNode names = tree(json);
          body = names(names);
          codes = Set.copyOf(names.path("names").propertyNames());
        }
        case "financialYears" -> years = texts(tree(json));
        case "awarded" -> awarded = tree(json);
        case "paid" -> paid = tree(json);
        case "sections" -> each(json, () -> listIn(json, "rows", () -> agreement(tree(json))));
        case "payments" -> each(json, () -> payment(tree(json)));
        default -> json.skipChildren();
      }
    }
    while (json.nextToken() != null) {
      json.skipChildren(); // whatever else is there must be JSON too
    }
    summary(awarded, "awarded", faults);
    summary(paid, "paid", faults);
    if (!payments.isEmpty()) {
      compare("payments", paid.path("total").path("inAll"), sumOfPayments, faults);
    }
  }

  private static JsonNode tree(JsonParser json) {
    return json.readValueAsTree();
  }

  /** Each element of a list, read by itself: they may be a million. */
  private static void each(JsonParser json, Runnable element) {
    if (json.isExpectedStartArrayToken()) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        element.run();
      }
    }
    json.skipChildren();
  }

  /** An object's lists of a name; its other properties are passed over. */
  private static void listIn(JsonParser json, String list, Runnable element) {
    if (json.isExpectedStartObjectToken()) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(list)) {
          each(json, element);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void agreement(JsonNode row) {
    agreements.add(
        new Agreement(
            row.path("organisation").asString(""),
            cells(row.path("awardedByYear"), row.path("awardedInAll")),
            cells(row.path("paidByYear"), row.path("paidInAll"))));
  }

  private void payment(JsonNode payment) {
    long pence = payment.path("pence").asLong(0);
    Paid paid =
        new Paid(
            payment.path("date").asString(""),
            payment.path("supplier").asString(""),
            payment.path("file").asString(""),
            Long.toString(payment.path("line").asLong(0)),
            pounds(pence));
    payments.add(paid);
    keys.add(paid.key());
    files.add(paid.file());
    sumOfPayments += pence;
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
    Set<String> names = new HashSet<>(Set.of(body.path("name").asString("")));
    body.path("names").forEach(name -> names.add(name.asString("")));
    return names;
  }

  /** The name of the body, in every language. */
  Set<String> body() {
    return body;
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

  List<Agreement> agreements() {
    return agreements;
  }

  List<Paid> payments() {
    return payments;
  }

  /** The payments that a row shows: supplier, file, line and amount stand in it. */
  List<List<String>> paymentsIn(List<String> cells) {
    List<List<String>> found = new ArrayList<>();
    for (String file : cells) {
      if (files.contains(file)) {
        for (String line : cells) {
          for (String amount : cells) {
            for (String supplier : amount.contains("\u00a3") ? cells : List.<String>of()) {
              List<String> key = List.of(supplier, file, line.replace(",", ""), amount);
              if (keys.contains(key)) {
                found.add(key);
              }
            }
          }
        }
      }
    }
    return found;
  }

  /** The ids of the columns of each table, by its file. */
  Map<String, List<String>> columns(Path description) throws IOException {
    Map<String, List<String>> columns = new HashMap<>();
    if (Files.exists(description)) {
      for (JsonNode table :
          JsonMapper.shared().readTree(Files.readAllBytes(description)).path("tables")) {
        List<String> names = new ArrayList<>();
        table
            .path("tableSchema")
            .path("columns")
            .forEach(each -> names.add(each.path("name").asString("")));
        columns.put(table.path("url").asString(""), names);
      }
    }
    return columns;
  }

  /** {@code £1,250.00}, as documents show a sum. */
  static String pounds(long pence) {
    long whole = Math.abs(pence);
    return "%s\u00a3%,d.%02d".formatted(pence < 0 ? "-" : "", whole / 100, whole % 100);
  }

  private void summary(JsonNode node, String basis, Gate.Faults faults) {
    List<JsonNode> rows = new ArrayList<>();
    node.path("rows").forEach(rows::add);
    JsonNode total = node.path("total");
    Stream.concat(rows.stream(), Stream.of(total))
        .forEach(
            row -> {
              String title = row.path("title").asString("");
              titles.add(title);
              summary.add(new Row(title, cells(row.path("byYear"), row.path("inAll"))));
            });
    for (int year = 0; year < years.size(); year++) {
      int column = year;
      long sum =
          rows.stream()
              .mapToLong(row -> row.path("byYear").path(column).path("pence").asLong(0))
              .sum();
      compare(basis + ", " + years.get(year), total.path("byYear").path(year), sum, faults);
    }
    for (JsonNode row : Stream.concat(rows.stream(), Stream.of(total)).toList()) {
      long sum = 0;
      for (JsonNode figure : row.path("byYear")) {
        sum += figure.path("pence").asLong(0);
      }
      compare(basis + ", " + row.path("title").asString(""), row.path("inAll"), sum, faults);
    }
  }

  private static void compare(String place, JsonNode total, long sum, Gate.Faults faults) {
    if (total.has("pence") && total.path("pence").asLong(0) != sum) {
      faults.add(
          place,
          "shows a total of %s, and its parts come to %s; show what adds up"
              .formatted(pounds(total.path("pence").asLong(0)), pounds(sum)));
    }
  }

  private static List<String> cells(JsonNode byYear, JsonNode inAll) {
    List<String> cells = new ArrayList<>();
    byYear.forEach(figure -> cells.add(figure.path("words").asString("")));
    cells.add(inAll.path("words").asString(""));
    return cells;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString("")));
    return texts;
  }
}
