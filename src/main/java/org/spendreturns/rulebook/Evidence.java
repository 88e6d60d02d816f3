package org.spendreturns.rulebook;

import org.spendreturns.ledger.Particulars;

/**
 * One reason for, or against, an answer.
 *
 * @param ruleId the rule or provider that spoke
 * @param field where it found its words
 * @param words the words matched, as the line has them
 * @param role what the rule did to the answer
 */
public record Evidence(String ruleId, Particulars.Field field, String words, Role role) {

  /** What a rule did to the answer. */
  public enum Role {
    /** It gave the answer. */
    DECIDED,
    /** It agreed, or was needed beside the rule that decided. */
    SUPPORTED,
    /** It pulled the other way and was outweighed. */
    AGAINST
  }

  /** Written {@code SV-014 supplier 'RAPE CRISIS'}. */
  @Override
  public String toString() {
    return "%s %s '%s'".formatted(ruleId, field.written(), words);
  }
}
