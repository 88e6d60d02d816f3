package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.calendar.Period;

/**
 * A duty to publish or to answer, as it stood between two dates: an amendment is a regime of its
 * own, which begins the day after the text before it ends.
 *
 * @param id as {@code pcc-order-2012}
 * @param title the instrument, as amended
 * @param kinds the kinds of body that it binds
 * @param from the day from which this text was in force
 * @param until its last day; empty if it still is in force
 * @param asks what it asks of a return such as this, in a sentence
 * @param source the instrument's number, and where its text was read
 * @param isRead whether text and dates were read in the source; if not, the first day is general
 *     knowledge
 */
public record Regime(
    String id,
    String title,
    Set<Body.Kind> kinds,
    LocalDate from,
    Optional<LocalDate> until,
    String asks,
    String source,
    boolean isRead) {

  /** Refuses an end before the beginning, and a regime that binds nobody; keeps its own copy. */
  public Regime {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("regime '%s' binds no kind of body".formatted(id));
    }
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    until.ifPresent(last -> new Period(from, last));
  }

  /** A regime and the days of a return's years on which it bound the body, both included. */
  public record InForce(Regime regime, Period days) {

    /** The same, in a language as far as the list of duties gives it so. */
    InForce in(Wording wording) {
      return new InForce(
          new Regime(
              regime.id,
              wording.own(regime.title),
              regime.kinds,
              regime.from,
              regime.until,
              wording.own(regime.asks),
              wording.own(regime.source),
              regime.isRead),
          days);
    }
  }

  /** The days of a span on which it was in force; empty if none. */
  public Optional<Period> within(Period span) {
    LocalDate last = until.orElse(span.end());
    return last.isBefore(from) ? Optional.empty() : new Period(from, last).overlap(span);
  }
}
