package org.spendreturns.returns;

import java.util.List;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.rulebook.Category;

/** What a block of the summary table is made from: agreements, or payments. */
interface Entries {

  /** Which of the two. */
  Summary.Basis basis();

  /** What was found of the category in the year, in reading order; none of it nil. */
  List<Entry> in(Category category, FinancialYear year);

  /** How far the search reaches. */
  Search search(Category category, FinancialYear year);

  /**
   * Something found, as it counts in a cell.
   *
   * @param what a few words for a formula: {@code NV-107}
   * @param value what it adds
   * @param parts where it stands on file; empty if it gives no sum
   */
  record Entry(String what, Value value, List<Part> parts) {}
}
