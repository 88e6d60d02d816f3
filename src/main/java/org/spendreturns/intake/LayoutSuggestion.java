package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spendreturns.intake.RecordSource.Found;

/**
 * Proposes the {@code columns:} of a body's file for a ledger whose layout is not known, so that a
 * person can finish it in a minute.
 */
public final class LayoutSuggestion {

  private static final int RECORDS_LOOKED_AT = 200;
  private static final int EXAMPLE_AT_MOST = 30;
  private static final double MOST = 0.5;

  private final String name;
  private final List<List<String>> lines = new ArrayList<>();
  private List<String> names = List.of();
  private Map<ColumnRole, List<Integer>> roles = new EnumMap<>(ColumnRole.class);
  private int width;

  private LayoutSuggestion(String name) {
    this.name = name;
  }

  /**
   * Proposes a layout.
   *
   * @param file where the ledger is
   * @param name how the proposal calls it
   * @return a part of a body's file, in YAML: what each column holds, then the proposal; what could
   *     not be found is written {@code '?'}, which a body's file does not accept
   * @throws SetAsideException if the file is no ledger of any layout
   */
  public static String of(Path file, String name) {
    LayoutSuggestion suggestion = new LayoutSuggestion(name);
    try (RecordSource records = LedgerFormat.of(file, name, LedgerSettings.DEFAULT).open()) {
      suggestion.look(records);
    } catch (IOException fault) {
      throw new SetAsideException(
          SetAsideException.Kind.NOT_READABLE,
          name + ": reading failed; check that the file is whole and its permissions allow it");
    }
    suggestion.fillFromContent();
    return suggestion.written();
  }

  /** Takes the record that names most columns for the names, and what follows for lines. */
  private void look(RecordSource records) throws IOException {
    Optional<Found> next = records.next();
    for (int i = 0; next.isPresent() && i < RECORDS_LOOKED_AT; next = records.next()) {
      List<String> cells = next.get().line().cells();
      if (cells.stream().allMatch(CellText::isBlank)) {
        continue;
      }
      i++;
      Map<ColumnRole, List<Integer>> found =
          ColumnNames.shipped().roles(cells, LedgerSettings.DEFAULT);
      if (found.size() > 1 && found.size() > roles.size() && i <= Sections.LOOK_AHEAD) {
        names = cells;
        roles = new EnumMap<>(found);
        lines.clear();
      } else {
        lines.add(cells);
      }
      width = Math.max(width, cells.size());
    }
  }

  /** What no name gave away: the columns that look most like dates, sums, and organisations. */
  private void fillFromContent() {
    SuppliersByContent.otherThanNumbers(roles.getOrDefault(ColumnRole.SUPPLIER, List.of()), lines)
        .ifPresent(supplier -> roles.put(ColumnRole.SUPPLIER, List.of(supplier)));
    Set<Integer> taken = new HashSet<>();
    roles.values().forEach(taken::addAll);
    propose(ColumnRole.DATE, taken, LayoutByContent::isDate);
    propose(ColumnRole.AMOUNT, taken, LayoutByContent::isSumWithPence);
    propose(ColumnRole.SUPPLIER, taken, LayoutByContent::hasLegalForm);
  }

  private void propose(ColumnRole role, Set<Integer> taken, Predicate<String> fits) {
    if (roles.containsKey(role)) {
      return;
    }
    double threshold = role == ColumnRole.SUPPLIER ? 0.05 : MOST;
    int best = -1;
    for (int column = 0; column < width; column++) {
      double share = LayoutByContent.share(LayoutByContent.column(lines, column), fits);
      if (!taken.contains(column) && share > threshold && mayBe(role, column)) {
        threshold = share;
        best = column;
      }
    }
    if (best >= 0) {
      taken.add(best);
      roles.put(role, List.of(best));
    }
  }

  /** Whether no word of its name says that it is none, as one of thousands of pounds is none. */
  private boolean mayBe(ColumnRole role, int column) {
    return ColumnNames.shipped().wordAgainst(role, title(column)).isEmpty();
  }

  private String written() {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Proposed for %s. Check each line, then put this into the body's file.\n"
            .formatted(name));
    text.append("# Its columns:\n");
    for (int column = 0; column < width; column++) {
      text.append(described(column));
    }
    score().ifPresent(text::append);
    text.append("ledger:\n  files:\n    - match: %s\n".formatted(quoted(asPattern())));
    text.append("      columns:\n");
    for (ColumnRole role : ColumnRole.values()) {
      List<Integer> columns = roles.getOrDefault(role, List.of());
      String key = "        " + EnumText.written(role) + ": ";
      if (columns.isEmpty()) {
        text.append(role.isRequired() ? key + missing(role) : "");
      } else if (role.mayRepeat() && columns.size() > 1) {
        text.append(key).append(columns.stream().map(this::reference).toList()).append('\n');
      } else {
        text.append(key).append(reference(columns.get(0))).append('\n');
      }
    }
    return text.toString();
  }

  private static String missing(ColumnRole role) {
    return "'?' # not found: a name, or 'column A'%s\n"
        .formatted(
            role == ColumnRole.DATE
                ? "; if there are no dates, leave this out and write month: 2014-04 below match"
                : "");
  }

  /** How many of the lines looked at have what a payment needs, if all three columns were found. */
  private Optional<String> score() {
    for (ColumnRole role : ColumnRole.values()) {
      if (role.isRequired() && !roles.containsKey(role)) {
        return Optional.empty();
      }
    }
    long fitting =
        lines.stream()
            .filter(cells -> LayoutByContent.isDate(first(cells, ColumnRole.DATE)))
            .filter(cells -> AmountText.read(first(cells, ColumnRole.AMOUNT)).isPresent())
            .filter(cells -> !first(cells, ColumnRole.SUPPLIER).isEmpty())
            .count();
    return Optional.of(
        "# Score: %,d of the %,d records below the names have a date, a sum and a supplier there.\n"
            .formatted(fitting, lines.size()));
  }

  private String first(List<String> cells, ColumnRole role) {
    int column = roles.getOrDefault(role, List.of()).get(0);
    return column < cells.size() ? CellText.trimmed(cells.get(column)) : "";
  }

  /** The file's own name, in which no letter stands for others. */
  private String asPattern() {
    return LedgerSettings.withoutFolders(name).replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0");
  }

  /** One comment line: place, name, and an example; nothing for a column without anything. */
  private String described(int column) {
    String title = title(column);
    String example =
        lines.stream()
            .filter(cells -> column < cells.size())
            .map(cells -> CellText.plain(cells.get(column)))
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .orElse("");
    if (title.isEmpty() && example.isEmpty()) {
      return "";
    }
    String shown =
        example.length() <= EXAMPLE_AT_MOST ? example : example.substring(0, EXAMPLE_AT_MOST) + "…";
    return "#   column %s %s, like %s\n"
        .formatted(
            Layout.letters(column), title.isEmpty() ? "without a name" : quoted(title), shown);
  }

  private String title(int column) {
    return column < names.size() ? CellText.plain(names.get(column)) : "";
  }

  /** The column by its name if no other has the same, else by its place. */
  private String reference(int column) {
    String title = ColumnNames.normalised(title(column));
    long alike = names.stream().filter(cell -> ColumnNames.normalised(cell).equals(title)).count();
    return title.isEmpty() || alike > 1
        ? "column " + Layout.letters(column)
        : quoted(title(column));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
