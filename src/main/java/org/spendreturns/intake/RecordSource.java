package org.spendreturns.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;

/** The records of one export, in file order, one at a time. */
interface RecordSource extends Closeable {

  /**
   * The next record, or empty at the end.
   *
   * @throws SetAsideException if the file turns out to be damaged
   */
  Optional<Found> next() throws IOException;

  /** Whether the serial days of the sheet that is being read count from 1904. */
  default boolean from1904() {
    return false;
  }

  /** What it hides and was read all the same; complete at the end. */
  default HiddenParts hidden() {
    return HiddenParts.NONE;
  }

  /** What a person must look at of how the file was read; complete at the end. */
  default List<String> doubts() {
    return List.of();
  }

  /** What a person should know of how the file was read; complete at the end. */
  List<String> notes();

  /**
   * A record as found.
   *
   * @param line its cells
   * @param fault why its cells cannot be trusted, if so
   * @param cutOff whether the file ends in this record without ending the line
   */
  record Found(SourceLine line, Optional<Fault> fault, boolean cutOff) {
    static Found of(SourceLine line) {
      return new Found(line, Optional.empty(), false);
    }
  }

  /**
   * Why a record cannot be read.
   *
   * @param reason the kind
   * @param message thing found, thing expected, remedy; without the place
   */
  record Fault(RejectReason reason, String message) {}
}
