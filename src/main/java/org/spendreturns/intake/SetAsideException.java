package org.spendreturns.intake;

/**
 * An export that cannot be read as a whole, and so is set aside; other files go on.
 *
 * <p>The message names the place, what was found, what was expected, and the remedy; it is fit to
 * be shown to a person as it is.
 */
public final class SetAsideException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why an export is set aside. */
  public enum Kind {
    /** No bytes, or nothing but white space. */
    EMPTY,
    /** Something else: a web page, a PDF, a picture, a text document. */
    NOT_A_LEDGER,
    /** A zip of several files: each is an export of its own. */
    ZIP_OF_FILES,
    /** No row of column names with date, amount and supplier, and no content that decides. */
    UNKNOWN_LAYOUT,
    /** A workbook that opens only with a password. */
    PASSWORD,
    /** A file that breaks the rules of its own format: cut off, or damaged. */
    CORRUPT,
    /** More, or more tightly packed, than a ledger can be. */
    TOO_LARGE,
    /** Dates that may be day/month or month/day, where it matters. */
    AMBIGUOUS_DATES,
    /** No permission, gone, or not a file. */
    NOT_READABLE
  }

  private final Kind kind;

  /** With a message of place, found, expected, remedy. */
  public SetAsideException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
