package org.spendreturns.returns;

import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.ClassifiedLine;

/** One of the things that a figure was made from, so that it can be walked back to a file. */
public sealed interface Part {

  /**
   * A share of an agreement.
   *
   * @param registerDigest SHA-256 of the register's file, in lower-case hex
   * @param at its row there
   * @param reference the agreement's reference
   * @param amount the share counted in the figure
   * @param rule how the share was found: "stated for the year", "split by days, 59 of 365"
   */
  record OfContract(
      String registerDigest, SourceRef at, String reference, Money amount, String rule)
      implements Part {}

  /**
   * A payment, whole.
   *
   * @param exportDigest SHA-256 of the export's file, in lower-case hex
   * @param line the line, with what decided its answer
   */
  record OfLine(String exportDigest, ClassifiedLine line) implements Part {}

  /** Another figure of the same return. */
  record OfFigure(String figureId) implements Part {}
}
