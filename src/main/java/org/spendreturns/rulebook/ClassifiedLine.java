package org.spendreturns.rulebook;

import org.spendreturns.ledger.LedgerLine;

/**
 * A line with its answer: of the topic, or for review.
 *
 * @param line the line
 * @param classification its answer and the reasons
 */
public record ClassifiedLine(LedgerLine line, Classification classification) {}
