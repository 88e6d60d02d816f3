package org.spendreturns.ledger;

/**
 * What became of one record of an export: every record has exactly one outcome.
 *
 * <p>{@link Accepted}, {@link Rejected}, {@link Duplicate} and {@link Blank} are the export's
 * lines; {@link Furniture} is what stands around them.
 */
public sealed interface Outcome {

  /** Where the record stands. */
  SourceRef at();

  /** A line understood. */
  record Accepted(LedgerLine line) implements Outcome {
    @Override
    public SourceRef at() {
      return line.at();
    }
  }

  /**
   * A line not understood, kept with its reason.
   *
   * @param reason the kind of fault, by which rejected lines are counted
   * @param message place, thing found in quotes, thing expected, remedy where one exists
   * @param particulars as much of it as could be read, so that a person can tell what is missing
   */
  record Rejected(SourceRef at, RejectReason reason, String message, Particulars particulars)
      implements Outcome {

    /**
     * The same line as it may leave the house: without what was found, where that may be a name.
     */
    public Rejected withoutNames() {
      return new Rejected(at, reason, QuotedText.withheld(message), Particulars.of("", ""));
    }
  }

  /**
   * A line that another export of the same body has already given.
   *
   * @param first where it was counted
   */
  record Duplicate(LedgerLine line, SourceRef first) implements Outcome {
    @Override
    public SourceRef at() {
      return line.at();
    }
  }

  /** A line whose cells are all empty. */
  record Blank(SourceRef at) implements Outcome {}

  /** A record that is no line of the ledger: it is counted, and its kind is known. */
  record Furniture(SourceRef at, Kind kind) implements Outcome {
    /** What stands around the lines of a ledger. */
    public enum Kind {
      /** Titles, parameters, report-writer debris before or between the lines. */
      PREAMBLE,
      /** Column names, also a second time. */
      HEADER,
      /** A printed total. */
      TOTAL
    }
  }
}
