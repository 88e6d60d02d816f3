package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.ledger.SourceLine;

/**
 * A register as a table: columns by name, rows with all their cells; rows without content left out.
 *
 * @param years the columns that are financial years, by their place
 * @param rows in file order
 */
record RegisterTable(Map<FinancialYear, String> years, List<Row> rows) {

  /** The columns that a register may have, beside one for each financial year. */
  enum Column {
    REFERENCE,
    KIND,
    ORGANISATION,
    REGISTRATION,
    SERVICE,
    CATEGORY,
    CATEGORY_SOURCE,
    DECISION,
    DECISION_ADDRESS,
    DECISION_DATE,
    AWARDED,
    START,
    END,
    REVIEW,
    OPTIONS,
    VALUE,
    NO_VALUE_BECAUSE,
    VALUE_PER_YEAR,
    SCHEDULE,
    UP_TO,
    VAT,
    IRRECOVERABLE_VAT,
    CO_FUNDERS,
    WHOLE_VALUE,
    PARENT,
    LEAD_BODY,
    VCSE,
    WITHHOLD,
    WITHHELD_BY,
    WITHHELD_ON,
    NOTE;

    private static final List<Column> REQUIRED =
        List.of(REFERENCE, KIND, ORGANISATION, SERVICE, VALUE);

    /** As the header writes it. */
    String written() {
      return this == CO_FUNDERS ? "co-funders" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A row.
   *
   * @param source its place and cells
   * @param cells trimmed, by column name; a column that the file lacks is absent
   * @param columns how many columns the header has
   */
  record Row(SourceLine source, Map<String, String> cells, int columns) {

    /** The cell; empty if the file has no such column. */
    String text(Column column) {
      return cells.getOrDefault(column.written(), "");
    }
  }

  /**
   * Takes the first record that is not blank as the header.
   *
   * @param file its name, for messages
   * @throws FaultyInputException if a column is unknown, missing or stands twice
   */
  static RegisterTable of(String file, List<SourceLine> records) {
    List<SourceLine> filled = records.stream().filter(record -> !record.isBlank()).toList();
    if (filled.isEmpty()) {
      throw new FaultyInputException(file + ":1: the register has no header");
    }
    SourceLine header = filled.get(0);
    List<String> names = names(header);
    Map<FinancialYear, String> years = check(header, names);
    List<Row> rows = new ArrayList<>();
    for (SourceLine record : filled.subList(1, filled.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), record.cells().size()); i++) {
        cells.put(names.get(i), record.cells().get(i).strip());
      }
      rows.add(new Row(record, cells, names.size()));
    }
    return new RegisterTable(years, rows);
  }

  /** Spreadsheets leave empty cells behind the last column; they are no columns. */
  private static List<String> names(SourceLine header) {
    List<String> names =
        header.cells().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    int last = names.size();
    while (last > 0 && names.get(last - 1).isEmpty()) {
      last--;
    }
    return names.subList(0, last);
  }

  private static Map<FinancialYear, String> check(SourceLine header, List<String> names) {
    List<String> known = Stream.of(Column.values()).map(Column::written).toList();
    Map<FinancialYear, String> years = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (String name : names) {
      if (name.matches("\\d{4}-\\d{2}")) {
        try {
          years.put(FinancialYear.parse(name), name);
        } catch (IllegalArgumentException fault) {
          faults.add("%s: column %s".formatted(header.at(), fault.getMessage()));
        }
      } else if (!known.contains(name)) {
        faults.add(
            "%s: column '%s' is not known; known are %s, and financial years like 2014-15"
                .formatted(header.at(), name, String.join(", ", known)));
      }
    }
    new TreeSet<>(names)
        .stream()
            .filter(name -> names.stream().filter(name::equals).count() > 1)
            .forEach(
                name -> faults.add("%s: column '%s' stands twice".formatted(header.at(), name)));
    Column.REQUIRED.stream()
        .map(Column::written)
        .filter(name -> !names.contains(name))
        .forEach(name -> faults.add("%s: column '%s' is missing".formatted(header.at(), name)));
    if (!faults.isEmpty()) {
      throw new FaultyInputException(faults);
    }
    return years;
  }
}
