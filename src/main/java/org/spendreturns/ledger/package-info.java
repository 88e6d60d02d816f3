/**
 * What a ledger says: a {@link org.spendreturns.ledger.LedgerLine} at its {@link
 * org.spendreturns.ledger.SourceRef}, every line with one {@link org.spendreturns.ledger.Outcome},
 * all of them in {@link org.spendreturns.ledger.ControlTotals}.
 */
@NullMarked
package org.spendreturns.ledger;

import org.jspecify.annotations.NullMarked;
