/**
 * What counts, and why: a line's {@link org.spendreturns.ledger.Particulars} are judged to a {@link
 * org.spendreturns.rulebook.Classification} with its {@link org.spendreturns.rulebook.Evidence}.
 */
@NullMarked
package org.spendreturns.rulebook;

import org.jspecify.annotations.NullMarked;
