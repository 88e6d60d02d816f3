package org.spendreturns.rulebook;

import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;

/**
 * A line whose right answer a person has written down.
 *
 * @param at where it stands
 * @param body whose line it is; empty if not said
 * @param particulars what it says
 * @param label the right answer, in {@link Evaluation}'s words
 * @param isDoubtful whether a careful person could dispute the label, so that it counts nowhere
 */
public record LabelledLine(
    SourceRef at, String body, Particulars particulars, String label, boolean isDoubtful) {}
