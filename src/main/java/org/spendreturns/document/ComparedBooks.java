package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an edition's workbooks with its JSON, both ways, and the one for Excel with the
 * OpenDocument one, row for row and cell for cell: both have the same sheets.
 */
final class ComparedBooks {

  private final ToldFigures told;
  private Optional<List<Integer>> rowsBefore = Optional.empty(); // of the other workbook, levelled

  private final Map<String, List<String>> byTitle = new LinkedHashMap<>();
  private final Set<List<String>> payments = new HashSet<>();
  private final Map<List<String>, List<Set<String>>> byYear = new HashMap<>();
  private boolean isBelowPayments; // on the sheet at hand
  private List<Integer> rows = new ArrayList<>();

  ComparedBooks(ToldFigures told) {
    this.told = told;
  }

  void excel(Path first, Gate.Faults faults) throws IOException {
    compare(first, faults, WorkbookRows::read, "");
  }

  void openDocument(Path first, Gate.Faults faults) throws IOException {
    compare(first, faults, OpenDocumentRows::read, "return.xlsx");
  }

  /** A workbook and those in which its tables go on, as one. */
  private void compare(Path first, Gate.Faults faults, BookParts.Reader reader, String beside)
      throws IOException {
    byTitle.clear();
    payments.clear();
    byYear.clear();
    isBelowPayments = false;
    rows = new ArrayList<>();
    BookParts.read(
        first,
        reader,
        (file, sheet, row, cells) -> {
          if (row == 1) {
            isBelowPayments = false;
          }
          take(sheet, row, cells, beside, faults);
        });
    if (rowsBefore.isPresent() && rowsBefore.get().size() != rows.size()) {
      faults.add(
          "",
          "has %d rows, and %s %d; write both anew"
              .formatted(rows.size(), beside, rowsBefore.get().size()));
    }
    rowsBefore = Optional.of(rows);
    GateOfEdition.summaryRows(told, byTitle, faults);
    missing(faults);
  }

  private void take(String sheet, int row, List<String> cells, String beside, Gate.Faults faults) {
    List<String> shown = cells.stream().map(ComparedBooks::shown).toList();
    int last = shown.size();
    while (last > 0 && shown.get(last - 1).isEmpty()) {
      last--;
    }
    if (last == 0) {
      return;
    }
    int levelled = shown.subList(0, last).hashCode();
    boolean isOther =
        rowsBefore.isPresent()
            && rows.size() < rowsBefore.get().size()
            && rowsBefore.get().get(rows.size()) != levelled;
    rows.add(levelled);
    if (isOther) {
      faults.add(
          sheet + ", row " + row,
          "says '%s', and %s something else; write both anew"
              .formatted(String.join(", ", shown.subList(0, last)), beside));
    }
    if (told.isTitle(shown.get(0))) {
      byTitle
          .computeIfAbsent(shown.get(0), none -> new ArrayList<>())
          .addAll(shown.subList(1, shown.size()));
    }
    payments(sheet, row, shown, faults);
    Set<String> all = new HashSet<>(shown);
    for (String year : told.years()) {
      if (all.contains(year)) {
        byYear
            .computeIfAbsent(
                List.of(shown.size() > 1 ? shown.get(1) : "", year), none -> new ArrayList<>())
            .add(all);
      }
    }
  }

  /** Below the first payment of a sheet each row must be one. */
  private void payments(String sheet, int row, List<String> shown, Gate.Faults faults) {
    List<List<String>> found = told.paymentsIn(shown);
    payments.addAll(found);
    if (!found.isEmpty()) {
      isBelowPayments = true;
    } else if (isBelowPayments) {
      faults.add(
          sheet + ", row " + row,
          "says '%s', which is no payment in return.json; write both anew"
              .formatted(String.join(", ", shown)));
    }
  }

  private void missing(Gate.Faults faults) {
    for (ToldFigures.Agreement each : told.agreements()) {
      for (int year = 0; year < told.years().size(); year++) {
        Set<String> expected =
            new HashSet<>(List.of(each.awarded().get(year), each.paid().get(year)));
        List<String> key = List.of(each.organisation(), told.years().get(year));
        if (byYear.getOrDefault(key, List.of()).stream()
            .noneMatch(set -> set.containsAll(expected))) {
          faults.add(
              "",
              "return.json says '%s' of %s in %s, and no row here does; write both anew"
                  .formatted(String.join(", ", expected), each.organisation(), key.get(1)));
        }
      }
    }
    told.payments().stream()
        .filter(each -> !payments.contains(each.key()))
        .forEach(
            each ->
                faults.add(
                    "",
                    "return.json says %s of %s:%s, and no row here does; write both anew"
                        .formatted(each.amount(), each.file(), each.line())));
  }

  /** A cell as both workbooks say it: a sum with its sign and pence, a number without commas. */
  private static String shown(String cell) {
    String level = GateOfEdition.levelled(cell).replaceAll("\\s+", " ").strip();
    return level.matches("-?[\\d,]+(?:\\.\\d+)?") ? level.replace(",", "") : level;
  }
}
