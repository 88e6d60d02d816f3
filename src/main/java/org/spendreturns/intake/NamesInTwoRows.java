package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.SourceRef;

/**
 * Names of columns that stand in two rows of words, one right below the other, and only together
 * name what a ledger needs: "Payment" above "Date".
 *
 * @param second where the second row stands
 * @param layout of the lines below it
 */
record NamesInTwoRows(SourceRef second, Layout layout) {

  /**
   * The first two such rows of some records, if there are any.
   *
   * @param named the layout that names give, or empty
   */
  static Optional<NamesInTwoRows> among(
      List<Found> records, Function<List<String>, Optional<Layout>> named) {
    for (int i = 1; i < records.size(); i++) {
      Found above = records.get(i - 1);
      Found below = records.get(i);
      if (isOfNames(above) && isOfNames(below)) {
        Optional<Layout> layout = named.apply(joined(above.line().cells(), below.line().cells()));
        if (layout.isPresent()) {
          return Optional.of(new NamesInTwoRows(below.line().at(), layout.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfNames(Found found) {
    return found.fault().isEmpty()
        && LineShape.filled(found.line()) > 1
        && LineShape.isOfWords(found.line().cells());
  }

  private static List<String> joined(List<String> above, List<String> below) {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < Math.max(above.size(), below.size()); column++) {
      String first = column < above.size() ? above.get(column) : "";
      String second = column < below.size() ? below.get(column) : "";
      boolean isMerged = first.equals(second);
      names.add(CellText.plain(isMerged ? first : first + " " + second));
    }
    return names;
  }
}
