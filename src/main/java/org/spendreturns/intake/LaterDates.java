package org.spendreturns.intake;

import java.util.Optional;

/**
 * What the dates of the whole file say of the order that the first of them decided.
 *
 * <p>Counted are the lines whose date fits only the other order, as where exports of two systems
 * were glued. They are rejected; but others of their kind fit both orders, and have day and month
 * exchanged without a sign. If there are many, the file had better be set aside.
 */
final class LaterDates {

  private static final long ONE_IN = 20;

  private final Dating dating;
  private final DateEvidence evidence = new DateEvidence();
  private boolean anyUndecided;
  private long dated;
  private long contrary;

  LaterDates(Dating dating) {
    this.dating = dating;
  }

  /** So many lines stand here whose dates need no look. */
  void pass(long lines) {
    dated += lines;
  }

  /** A line's date, whether it could be read or not. */
  void see(String date, boolean isRead) {
    if (isRead) {
      dated++;
    } else if (isOfTheOtherOrder(date)) {
      contrary++;
    }
    if (!dating.isSettled() && DateText.undecided(date).isPresent()) {
      anyUndecided = true;
      evidence.see(date, false);
    }
  }

  private boolean isOfTheOtherOrder(String date) {
    DateOrder other =
        dating.order() == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    return DateText.undecided(date).isPresent() && DateText.read(date, other, false).isPresent();
  }

  /** Why the order that was taken is not the file's; empty if all dates bear it out. */
  Optional<String> against() {
    DateOrder order = dating.order();
    if (anyUndecided && !evidence.decide().equals(Optional.of(order))) {
      return Optional.of(
          "dates further down may be d/m or m/d (%s), and the first show neither"
              .formatted(evidence.written()));
    }
    return contrary * ONE_IN > dated + contrary
        ? Optional.of(
            "dates are %s at first, and %,d of %,d cannot be"
                .formatted(order.written(), contrary, dated + contrary))
        : Optional.empty();
  }

  /** What a person should know, if some dates fit only the other order. */
  Optional<String> doubt() {
    return contrary == 0
        ? Optional.empty()
        : Optional.of(
            "dates are read %s, and %,d of %,d cannot be, and are rejected; look whether lines of another system stand in the export, for others of them may have day and month exchanged"
                .formatted(dating.order().written(), contrary, dated + contrary));
  }
}
