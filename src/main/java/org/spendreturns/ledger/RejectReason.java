package org.spendreturns.ledger;

/** Why a line was rejected: the closed list by which rejected lines are counted. */
public enum RejectReason {
  /** No date where the layout has one. */
  NO_DATE,
  /** A text that is no date, or a day that does not exist. */
  BAD_DATE,
  /** No amount where the layout has one. */
  NO_AMOUNT,
  /** A text that is no sum of pounds and pence. */
  BAD_AMOUNT,
  /** No supplier where the layout has one. */
  NO_SUPPLIER,
  /** Fewer cells than the layout needs: a line cut off, or one of another layout. */
  TOO_FEW_CELLS,
  /** More cells than a line has, so that it is in doubt which of them is the amount. */
  TOO_MANY_CELLS,
  /** What looks like a payment where no column names say what its cells hold. */
  OUT_OF_PLACE,
  /** More text than a line may have, or a quote that never closes, or lines too late. */
  TOO_LONG,
  /** Bytes that are no text in any encoding the file uses. */
  BAD_TEXT,
  /** A row of a register without the reference by which it is known. */
  NO_REFERENCE,
  /** A word that is not on the closed list its column has. */
  UNKNOWN_WORD,
  /** Cells that can each be read and cannot both be true: an end before the start. */
  CONTRADICTION
}
