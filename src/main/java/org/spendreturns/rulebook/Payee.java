package org.spendreturns.rulebook;

import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Evidence.Role;

/**
 * A provider that the line's supplier is, or may be.
 *
 * @param provider who
 * @param certainty how sure it is that the supplier is this provider, and buys of the topic
 * @param field what told: the supplier's name, its registration, or its number in the ledger
 * @param words as the line has them
 */
record Payee(Provider provider, Certainty certainty, Field field, String words) {

  /** How sure. */
  enum Certainty {
    /** The supplier is this provider, which offers nothing but services of the topic. */
    SURE,
    /** It is, or may be, and the line must say more, or a person. */
    ASK,
    /** It is this provider, which does much else: only an activity makes it worth a question. */
    MIXED,
    /** The name is too common to say anything alone. */
    NOTHING
  }

  Evidence evidence(Role role) {
    return new Evidence(provider.id(), field, words, role);
  }
}
