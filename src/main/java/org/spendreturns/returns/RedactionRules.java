package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.List;

/**
 * What a body has decided of names in its returns, beside what holds for every body.
 *
 * @param marker what stands where a name was withheld; readers of returns take it for a marker
 * @param rules in the order of the body's file, by which a return cites them
 */
public record RedactionRules(String marker, List<Rule> rules) {

  /** A body that has decided nothing. */
  public static final RedactionRules NONE =
      new RedactionRules(Wording.english().say(Wording.MARKER), List.of());

  /** Keeps its own copy. */
  public RedactionRules {
    rules = List.copyOf(rules);
  }

  /** What a rule is about. */
  public enum Kind {
    /** Suppliers by name, each an individual. */
    NAMES,
    /** Expense types under which individuals are paid. */
    EXPENSE_TYPES,
    /** Kinds of supplier, by how the ledger's numbers for them begin. */
    SUPPLIER_IDS,
    /** Suppliers by name, each an organisation, whatever it looks like. */
    ORGANISATIONS,
    /** Fields that people write freely, approved for publication. */
    FREE_TEXT
  }

  /** The remark of a register's row. */
  public static final String NOTE = "note";

  /** The title of the record of a decision, and where that can be read. */
  public static final String DECISION = "decision";

  /** Why a register's row gives no value. */
  public static final String REASON = "reason";

  /** The fields of a register that people write freely and a document can show. */
  public static final List<String> FREE_FIELDS = List.of(NOTE, DECISION, REASON);

  /**
   * A decision of the body.
   *
   * @param kind what it is about
   * @param values names, expense types, beginnings of numbers, or fields
   * @param who decided; kept on file, not in a return
   * @param when the day on which it was decided
   * @param why in the decider's words; kept on file, not in a return
   */
  public record Rule(Kind kind, List<String> values, String who, LocalDate when, String why) {
    /** Refuses a decision of nobody, or for no reason; keeps its own copy. */
    public Rule {
      if (who.isBlank() || why.isBlank()) {
        throw new IllegalArgumentException("a rule needs a person and a reason");
      }
      values = List.copyOf(values);
    }
  }

  /** Whether the body has approved that a freely written field is published. */
  boolean approves(String field) {
    return rules.stream()
        .anyMatch(rule -> rule.kind() == Kind.FREE_TEXT && rule.values().contains(field));
  }
}
