package org.spendreturns.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.intake.RecordSource.Found;

/**
 * The column of the suppliers where names do not tell it, or tell one that holds their numbers: it
 * is told by the organisations in it, if only one can be it.
 */
final class SuppliersByContent {

  private static final int LINES_AT_LEAST = 5;
  private static final double NEARLY_ALL = 0.95;
  private static final double MOST = 0.5;

  private SuppliersByContent() {}

  /**
   * The layout of the first names that are known for date and amount, and for no supplier; empty if
   * there are none, or the content leaves a doubt.
   */
  static Optional<Layout> ofNoName(
      List<Found> records, ColumnNames names, LedgerSettings settings) {
    if (settings.layout().isPresent()) {
      return Optional.empty();
    }
    for (int i = 0; i < records.size(); i++) {
      List<String> cells = records.get(i).line().cells();
      Set<ColumnRole> roles = names.roles(cells, settings).keySet();
      if (roles.contains(ColumnRole.AMOUNT)
          && (roles.contains(ColumnRole.DATE) || !settings.needsDates())
          && !roles.contains(ColumnRole.SUPPLIER)) {
        List<Found> below = records.subList(i + 1, records.size());
        return LayoutByContent.supplier(below, column -> isOpen(names, cells, column))
            .flatMap(supplier -> names.layout(cells, settings, supplier));
      }
    }
    return Optional.empty();
  }

  /** Whether the name of a column, if it has one, leaves open what it holds. */
  private static boolean isOpen(ColumnNames names, List<String> cells, int column) {
    return column >= cells.size()
        || (names.match(cells.get(column)).isEmpty()
            && names.wordAgainst(ColumnRole.SUPPLIER, cells.get(column)).isEmpty());
  }

  /**
   * The layout of known names that call both the suppliers' numbers and their names so; empty if
   * these do not.
   *
   * @param named the record of the names
   * @param records in which it is
   */
  static Optional<Layout> ofTwoNames(
      Found named, List<Found> records, ColumnNames names, LedgerSettings settings) {
    if (settings.layout().isPresent()) {
      return Optional.empty();
    }
    List<String> cells = named.line().cells();
    List<List<String>> below =
        records.subList(records.indexOf(named) + 1, records.size()).stream()
            .map(found -> found.line().cells())
            .toList();
    List<Integer> suppliers =
        names.roles(cells, settings).getOrDefault(ColumnRole.SUPPLIER, List.of());
    return otherThanNumbers(suppliers, below)
        .flatMap(supplier -> names.layout(cells, settings, supplier));
  }

  /**
   * Of columns that are named as the supplier's the first that holds no numbers of suppliers; empty
   * if the preferred one holds none, or all do.
   *
   * @param columns the preferred one first
   * @param lines that have them
   */
  static Optional<Integer> otherThanNumbers(List<Integer> columns, List<List<String>> lines) {
    return columns.size() > 1 && areNumbers(LayoutByContent.column(lines, columns.get(0)))
        ? columns.stream().filter(column -> areNames(column, lines)).findFirst()
        : Optional.empty();
  }

  private static boolean areNames(int column, List<List<String>> lines) {
    List<String> cells = LayoutByContent.column(lines, column);
    return cells.size() > MOST * lines.size() && !areNumbers(cells);
  }

  private static boolean areNumbers(List<String> cells) {
    return cells.size() >= LINES_AT_LEAST
        && LayoutByContent.share(cells, SuppliersByContent::isNumber) >= NEARLY_ALL;
  }

  /** Whether a text may be a supplier's number, {@code 205401} or {@code V0012}, and no name. */
  static boolean isNumber(String supplier) {
    return supplier.chars().anyMatch(Character::isDigit)
        && supplier.chars().noneMatch(Character::isWhitespace);
  }
}
