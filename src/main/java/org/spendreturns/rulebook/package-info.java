/**
 * What counts, and why: a line's {@link org.spendreturns.ledger.Particulars} are judged by a {@link
 * org.spendreturns.rulebook.Classifier} to a {@link org.spendreturns.rulebook.Classification} with
 * its {@link org.spendreturns.rulebook.Evidence}.
 *
 * <p>A {@link org.spendreturns.rulebook.Rulebook} is data; nothing here knows a topic. What the
 * rules cannot settle stands in the {@link org.spendreturns.rulebook.ReviewQueue}, and a person's
 * {@link org.spendreturns.rulebook.Decision} settles it.
 */
@NullMarked
package org.spendreturns.rulebook;

import org.jspecify.annotations.NullMarked;
