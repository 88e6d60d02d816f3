package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.rulebook.Category;

/**
 * Payments without an agreement on file, and agreements without a payment in the return's years.
 *
 * @param paid a row for each organisation and category that was paid without an agreement
 * @param paidInAll what was paid so in all
 * @param unpaid a row for each agreement and category, of those that run in the years, to which no
 *     payment is linked; none if no ledger is on file
 * @param awardedInAll what of them was awarded for the years
 */
public record Unmatched(List<Row> paid, Value paidInAll, List<Row> unpaid, Value awardedInAll) {

  /** Keeps its own copies. */
  public Unmatched {
    paid = List.copyOf(paid);
    unpaid = List.copyOf(unpaid);
  }

  /**
   * A row of either list.
   *
   * @param reference the agreement's; empty for payments without one
   * @param sum paid over the return's years, or awarded for them
   */
  public record Row(Category category, String organisation, String reference, Value sum) {}

  /** Those of a return, in its order. */
  public static Unmatched of(Return filing, Wording wording) {
    Set<String> linked =
        filing.payments().stream().map(Payment::contract).collect(Collectors.toSet());
    boolean hasLedger =
        filing.method().exports().stream().anyMatch(export -> export.totals().accepted() > 0);
    List<Row> paid = new ArrayList<>();
    List<Row> unpaid = new ArrayList<>();
    for (Section section : filing.sections()) {
      for (Section.Row row : section.rows()) {
        if (row.reference().isEmpty()) {
          paid.add(row(section, row, row.paidInAll().value()));
        } else if (hasLedger && !linked.contains(row.reference())) {
          List<Value> awarded = row.awardedByYear().stream().map(Figure::value).toList();
          Value inYears = Totals.of(awarded, wording);
          if (!(inYears instanceof Value.Nil)) {
            unpaid.add(row(section, row, inYears));
          }
        }
      }
    }
    return new Unmatched(paid, sum(paid, wording), unpaid, sum(unpaid, wording));
  }

  private static Row row(Section section, Section.Row row, Value sum) {
    return new Row(section.category(), row.organisation(), row.reference(), sum);
  }

  private static Value sum(List<Row> rows, Wording wording) {
    return Totals.of(rows.stream().map(Row::sum).toList(), wording);
  }
}
