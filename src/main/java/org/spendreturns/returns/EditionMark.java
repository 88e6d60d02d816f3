package org.spendreturns.returns;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which issued state of a return a document shows.
 *
 * @param number from 1
 * @param replaces the edition before it; empty for the first
 * @param replacedAsKnownAt the instant whose knowledge that edition showed; empty if not known
 * @param changes what it says otherwise than the edition before; empty for the first, and if that
 *     edition cannot be made again
 */
public record EditionMark(
    int number,
    OptionalInt replaces,
    Optional<Instant> replacedAsKnownAt,
    Optional<Changes> changes) {

  /** The first edition, or one of which nobody knows what the edition before it said. */
  public EditionMark(int number, OptionalInt replaces) {
    this(number, replaces, Optional.empty(), Optional.empty());
  }
}
