package org.spendreturns.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import tools.jackson.databind.JsonNode;

/**
 * Whether the JSON of an edition adds up: its totals are the sums of their rows, and what was paid
 * is the sum of the payments, in each category, under each agreement and in each year.
 */
final class ToldSums {

  /** Where a sum belongs; the reference is empty for payments without an agreement. */
  private record Place(String category, String reference, int year) {}

  /** A category in a year. */
  private record Cell(String category, int year) {}

  private final Gate.Faults faults;
  private final Map<Place, Long> paidByRows = new LinkedHashMap<>(); // pence
  private final Map<Cell, Long> awardedByRows = new HashMap<>();

  ToldSums(Gate.Faults faults) {
    this.faults = faults;
  }

  /** Takes a row of a section. */
  void agreement(String category, JsonNode row) {
    String reference = row.path("reference").asString("");
    long inAll = 0;
    for (int year = 0; year < row.path("paidByYear").size(); year++) {
      long pence = pence(row.path("paidByYear").path(year));
      inAll += pence;
      paidByRows.merge(new Place(category, reference, year), pence, Long::sum);
    }
    for (int year = 0; year < row.path("awardedByYear").size(); year++) {
      long pence = pence(row.path("awardedByYear").path(year));
      awardedByRows.merge(new Cell(category, year), pence, Long::sum);
    }
    String organisation = row.path("organisation").asString("");
    compare(place("paid", organisation, reference), row.path("paidInAll"), inAll);
  }

  /**
   * Compares all that was taken.
   *
   * @param titles of the categories, by their ids
   * @param awarded the summary of what was awarded
   * @param paid the summary of what was paid
   */
  void compare(
      List<String> years,
      Map<String, String> titles,
      List<ToldPayment> payments,
      JsonNode awarded,
      JsonNode paid) {
    Map<Place, Long> byPayments = new LinkedHashMap<>();
    Map<Cell, Long> paidInCategory = new HashMap<>();
    for (ToldPayment payment : payments) {
      int year = years.indexOf(financialYear(payment.date()));
      Place place = new Place(payment.category(), payment.contract(), year);
      byPayments.merge(place, payment.pence(), Long::sum);
      paidInCategory.merge(new Cell(payment.category(), year), payment.pence(), Long::sum);
    }
    Map<String, String> categories = new HashMap<>();
    titles.forEach((id, title) -> categories.put(title, id));
    summary("awarded", awarded, years, categories, awardedByRows);
    summary("paid", paid, years, categories, paidInCategory);
    Set<Place> places = new LinkedHashSet<>(paidByRows.keySet());
    places.addAll(byPayments.keySet());
    for (Place each : places) {
      long rows = paidByRows.getOrDefault(each, 0L);
      long sum = byPayments.getOrDefault(each, 0L);
      if (rows != sum) {
        String year = each.year() < 0 ? "another year" : years.get(each.year());
        String title = titles.getOrDefault(each.category(), each.category());
        add(place("paid", title, each.reference()) + ", " + year, rows, sum);
      }
    }
  }

  private static String place(String basis, String what, String reference) {
    return Stream.of(basis, what, reference)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The financial year of a day; empty if it is none. */
  private static String financialYear(String day) {
    try {
      return FinancialYear.of(LocalDate.parse(day)).toString();
    } catch (DateTimeException fault) {
      return "";
    }
  }

  private void summary(
      String basis,
      JsonNode summary,
      List<String> years,
      Map<String, String> categories,
      Map<Cell, Long> parts) {
    List<JsonNode> rows = new ArrayList<>();
    summary.path("rows").forEach(rows::add);
    JsonNode total = summary.path("total");
    for (int year = 0; year < years.size(); year++) {
      int column = year;
      String place = ", " + years.get(year);
      compare(
          basis + place,
          total.path("byYear").path(year),
          rows.stream().mapToLong(row -> pence(row.path("byYear").path(column))).sum());
      for (JsonNode row : rows) {
        String title = row.path("title").asString("");
        Cell cell = new Cell(categories.getOrDefault(title, ""), year);
        compare(
            place(basis, title, "") + place,
            row.path("byYear").path(year),
            parts.getOrDefault(cell, 0L));
      }
    }
    for (JsonNode row : Stream.concat(rows.stream(), Stream.of(total)).toList()) {
      long sum = 0;
      for (JsonNode figure : row.path("byYear")) {
        sum += pence(figure);
      }
      compare(place(basis, row.path("title").asString(""), ""), row.path("inAll"), sum);
    }
  }

  private static long pence(JsonNode figure) {
    return figure.path("pence").asLong(0);
  }

  private void compare(String place, JsonNode total, long sum) {
    if (total.has("pence") && pence(total) != sum) {
      add(place, pence(total), sum);
    }
  }

  private void add(String place, long total, long sum) {
    faults.add(
        place,
        "shows a total of %s, and its parts come to %s; show what adds up"
            .formatted(ToldFigures.pounds(total), ToldFigures.pounds(sum)));
  }
}
