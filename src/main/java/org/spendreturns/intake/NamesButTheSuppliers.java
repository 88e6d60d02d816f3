package org.spendreturns.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.intake.RecordSource.Found;

/**
 * Names of columns of which those of date and amount are known, and no supplier's: its column is
 * told by the organisations in it, if only one can be it.
 */
final class NamesButTheSuppliers {

  private NamesButTheSuppliers() {}

  /** The layout that the first such names of some records give, or empty if there are none. */
  static Optional<Layout> among(List<Found> records, ColumnNames names, LedgerSettings settings) {
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
}
