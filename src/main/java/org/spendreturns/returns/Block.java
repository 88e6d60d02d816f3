package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.returns.Entries.Entry;
import org.spendreturns.rulebook.Category;

/**
 * A block of the summary table, before its notes are numbered: every category by every year, what
 * is not broken down, and the totals.
 */
final class Block {

  private static final String ALL = "ALL";

  private final Entries entries;
  private final List<Category> categories;
  private final List<FinancialYear> years;
  private final String basis;
  private final Wording wording;
  private final Map<Category, List<Draft>> cells = new LinkedHashMap<>();

  /**
   * Computes all cells.
   *
   * @param categories in the rulebook's order, "not broken down" last
   * @param basis how the sums are to be read: "by payment date, net of VAT"
   */
  Block(
      Entries entries,
      List<Category> categories,
      List<FinancialYear> years,
      String basis,
      Wording wording) {
    this.entries = entries;
    this.categories = categories;
    this.years = years;
    this.basis = basis;
    this.wording = wording;
    for (Category category : categories) {
      cells.put(category, years.stream().map(year -> cell(category, year)).toList());
    }
  }

  /** The cells of a category, one a year. */
  List<Draft> cells(Category category) {
    return cells.getOrDefault(category, List.of());
  }

  /** The block with its notes numbered, row by row. */
  Summary numbered(NoteBook notes) {
    List<Summary.Row> rows = new ArrayList<>();
    for (Category category : categories) {
      rows.add(
          new Summary.Row(
              wording.heading(category),
              notes.figures(cells(category)),
              notes.figure(inAll(category.id(), cells(category)))));
    }
    List<Draft> totals = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      totals.add(total(i));
    }
    return new Summary(
        entries.basis(),
        rows,
        new Summary.Row(
            wording.say("total.identified"),
            notes.figures(totals),
            notes.figure(inAll(ALL, totals))));
  }

  private Draft cell(Category category, FinancialYear year) {
    List<Entry> found = entries.in(category, year);
    Search search = entries.search(category, year);
    boolean isBrokenDown = !category.equals(Category.NOT_BROKEN_DOWN);
    boolean hasUnassigned = isBrokenDown && hasUnassigned(year);
    Value value =
        found.isEmpty() && hasUnassigned
            ? new Value.NotBrokenDown()
            : search.found(found.stream().map(Entry::value).toList(), wording);
    List<String> notes = new ArrayList<>(search.notes());
    if (hasUnassigned && !found.isEmpty()) {
      notes.add(wording.say("block.notBrokenDown." + entries.basis().prefix()));
    }
    return new Draft(
        id(category.id(), year.toString()),
        value,
        formula(found, year),
        found.stream().flatMap(entry -> entry.parts().stream()).toList(),
        notes);
  }

  private boolean hasUnassigned(FinancialYear year) {
    return !entries.in(Category.NOT_BROKEN_DOWN, year).isEmpty();
  }

  private String formula(List<Entry> found, FinancialYear year) {
    List<String> unknown =
        found.stream()
            .filter(entry -> Totals.money(entry.value()).isEmpty())
            .map(entry -> entry.what() + ": " + wording.wordsInSentence(entry.value()))
            .toList();
    int sums = found.size() - unknown.size();
    String what = wording.counted("count." + entries.basis().prefix(), sums);
    String formula =
        found.isEmpty()
            ? wording.say("formula.nothing", year.toString())
            : wording.say("formula." + entries.basis().prefix(), what, year.toString(), basis);
    return unknown.isEmpty()
        ? formula
        : wording.say("formula.unknown", formula, String.join("; ", unknown));
  }

  private Draft inAll(String id, List<Draft> byYear) {
    return new Draft(
        id(id, "total"),
        Totals.of(byYear.stream().map(Draft::value).toList(), wording),
        wording.say("formula.years"),
        byYear.stream().<Part>map(cell -> new Part.OfFigure(cell.id())).toList(),
        List.of());
  }

  /** A category that is not broken down is left out: what it lacks is in the row below it. */
  private Draft total(int year) {
    List<Draft> column = categories.stream().map(category -> cells(category).get(year)).toList();
    Stream<Value> values =
        column.stream().map(Draft::value).filter(value -> !(value instanceof Value.NotBrokenDown));
    return new Draft(
        id(ALL, years.get(year).toString()),
        Totals.of(values.toList(), wording),
        wording.say("formula.categories"),
        column.stream().<Part>map(cell -> new Part.OfFigure(cell.id())).toList(),
        List.of());
  }

  private String id(String row, String column) {
    return "%s.%s.%s".formatted(entries.basis().prefix(), row, column);
  }
}
