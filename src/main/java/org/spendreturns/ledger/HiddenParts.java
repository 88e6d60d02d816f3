package org.spendreturns.ledger;

/**
 * What a workbook hides and holds something. It is published all the same, and is read as the rest.
 *
 * @param sheets sheets that are hidden
 * @param rows hidden rows with content, on sheets hidden or not
 * @param columns hidden columns with content, each sheet's counted
 */
public record HiddenParts(long sheets, long rows, long columns) {

  /** Nothing is hidden, as in any text. */
  public static final HiddenParts NONE = new HiddenParts(0, 0, 0);
}
