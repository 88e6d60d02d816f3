package org.spendreturns.intake;

import java.util.List;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.rulebook.ClassifiedLine;

/**
 * A run of records of an export, scanned.
 *
 * @param recordsRead records of the export read so far, those of this block included: the position
 *     from which a scan can resume
 * @param totals the account of this block alone
 * @param matches lines of the topic or for review, in file order
 * @param rejected lines not understood, in file order
 */
public record ScannedBlock(
    long recordsRead,
    ControlTotals totals,
    List<ClassifiedLine> matches,
    List<Outcome.Rejected> rejected) {

  /** Keeps its own copies. */
  public ScannedBlock {
    matches = List.copyOf(matches);
    rejected = List.copyOf(rejected);
  }
}
