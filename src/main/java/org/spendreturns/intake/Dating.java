package org.spendreturns.intake;

/**
 * How a file's dates are read.
 *
 * @param order of day and month, where a date does not show it itself
 * @param isSettled whether a person said so, or the dates looked at did; if not, none of them
 *     needed an order, and one that does is evidence when it comes
 */
record Dating(DateOrder order, boolean isSettled) {}
