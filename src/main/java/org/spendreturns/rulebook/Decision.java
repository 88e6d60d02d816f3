package org.spendreturns.rulebook;

import java.time.Instant;
import org.spendreturns.ledger.SourceRef;

/**
 * What a person has settled. Decisions are only ever added: taking one back is a decision too.
 *
 * <p>Each names who decided, when, why, and the paper that it rests on.
 */
public sealed interface Decision {

  /** Its own name, which no other decision has: {@code D-0007}. */
  String id();

  /** The body whose lines it is about. */
  String body();

  /** By whom and when, why, and on what paper. */
  Grounds grounds();

  /**
   * The grounds of a decision.
   *
   * @param who the person
   * @param when when it was taken
   * @param reason why, in the person's words
   * @param source the paper it rests on: contract, grant letter, e-mail of the manager; may be
   *     empty unless the decision apportions
   */
  record Grounds(String who, Instant when, String reason, String source) {
    /** Refuses a decision of nobody, or for no reason. */
    public Grounds {
      if (who.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("a decision needs a person and a reason");
      }
    }
  }

  /** Settles some lines. */
  record Settles(String id, String body, Scope scope, Verdict verdict, Grounds grounds)
      implements Decision {
    /** Refuses shares without a source: a mixed contract is never split by feel. */
    public Settles {
      if (verdict instanceof Verdict.Apportioned && grounds.source().isBlank()) {
        throw new IllegalArgumentException(
            "decision %s apportions, and names no source; give the paper that has the shares"
                .formatted(id));
      }
    }
  }

  /**
   * Takes another decision back.
   *
   * @param withdrawn the other's id
   */
  record Withdraws(String id, String body, String withdrawn, Grounds grounds) implements Decision {}

  /** Which lines a decision settles, past ones and those to come. */
  sealed interface Scope {

    /**
     * Lines of one supplier that were put up, or answered, for one reason.
     *
     * @param supplier its name in the one spelling of {@link
     *     org.spendreturns.ledger.SupplierName#normalised()}
     * @param reason as {@link ReviewQueue#reason} gives it
     */
    record OfGroup(String supplier, String reason) implements Scope {}

    /** One line; it goes before a decision on its group. */
    record OfLine(SourceRef at) implements Scope {}
  }
}
