package org.spendreturns.returns;

import java.util.OptionalInt;

/**
 * Which issued state of a return a document shows.
 *
 * @param number from 1
 * @param replaces the edition before it; empty for the first
 */
public record EditionMark(int number, OptionalInt replaces) {}
