package org.spendreturns.intake;

import java.util.List;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;

/**
 * A stretch of a text, taken without knowing what stands before it: the account of its plain lines,
 * and every other record for a judge who knows.
 *
 * @param start where its first record starts, in bytes of the file
 * @param end where the record after its last one starts
 * @param lines physical lines
 * @param plain the account of its plain lines: accepted, and not of the topic
 * @param narrowest cells that the narrowest of them has
 * @param odd its other records, in file order
 * @param encodings of the plain and the odd ones
 * @param isWhole whether it was taken to its end; if not, nothing else here counts
 */
record Stretch(
    long start,
    long end,
    long lines,
    ControlTotals plain,
    int narrowest,
    List<Odd> odd,
    TextRecord.Encodings encodings,
    boolean isWhole) {

  /**
   * A record that is no plain line.
   *
   * @param plainBefore how many plain lines of the stretch stand before it
   * @param sumBefore what they come to
   * @param line its physical line, counted from 0 at the start of the stretch
   */
  record Odd(long plainBefore, Money sumBefore, long line, Found found) {
    /** The record as it stands on a line of the file. */
    Found onLine(long ofFile) {
      SourceRef at = found.line().at();
      SourceLine placed =
          new SourceLine(new SourceRef(at.file(), at.sheet(), ofFile), found.line().cells());
      return new Found(placed, found.fault(), found.cutOff());
    }
  }

  /** A stretch that is better read record by record. */
  static Stretch notTaken(long start) {
    return new Stretch(
        start,
        start,
        0,
        ControlTotals.NONE,
        Integer.MAX_VALUE,
        List.of(),
        TextRecord.Encodings.NONE,
        false);
  }

  /** How many records it has. */
  long records() {
    return plain.accepted() + odd.size();
  }
}
