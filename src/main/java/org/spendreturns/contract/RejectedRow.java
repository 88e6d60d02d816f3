package org.spendreturns.contract;

import java.time.LocalDate;
import java.util.List;
import org.spendreturns.ledger.Outcome.Rejected;

/**
 * A row of a register that was not understood, with as much of it as could be read.
 *
 * @param line its place, reason, message and words
 * @param kind what it says it is; empty if that could not be read
 * @param categoryId the category it states; empty if none or not readable
 * @param dates the dates in it that could be read, in column order
 */
public record RejectedRow(Rejected line, String kind, String categoryId, List<LocalDate> dates) {

  /** Keeps its own copy. */
  public RejectedRow {
    dates = List.copyOf(dates);
  }
}
