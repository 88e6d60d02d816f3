package org.spendreturns.returns;

import java.time.Instant;

/**
 * What a person has decided of one supplier's name. Decisions are only ever added: the newest about
 * a name holds.
 *
 * @param id its own name, which no other decision has: {@code N-0007}
 * @param body whose returns it is about
 * @param supplier the name in the one spelling of {@link
 *     org.spendreturns.ledger.SupplierName#normalised()}
 * @param isWithheld whether the name is withheld; else it may be told
 * @param who the person
 * @param when when it was decided
 * @param why in the person's words
 */
public record NameDecision(
    String id,
    String body,
    String supplier,
    boolean isWithheld,
    String who,
    Instant when,
    String why) {

  /** Refuses a decision of nobody, or for no reason. */
  public NameDecision {
    if (who.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException("a decision needs a person and a reason");
    }
  }
}
