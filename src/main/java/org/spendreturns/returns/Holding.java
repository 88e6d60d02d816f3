package org.spendreturns.returns;

import org.spendreturns.calendar.Period;

/**
 * Days on which another body held the functions.
 *
 * @param name as a reader knows it; empty if it is not named
 * @param isBefore whether it did before this body's time, and not after it
 */
public record Holding(String name, Period days, boolean isBefore) {

  /** The name in a return's language, or words for a body that is not named. */
  String name(Wording wording) {
    return name.isEmpty()
        ? wording.say(isBefore ? "body.before" : "body.after")
        : wording.name(name);
  }
}
