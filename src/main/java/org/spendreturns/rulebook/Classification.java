package org.spendreturns.rulebook;

import java.util.List;
import org.spendreturns.rulebook.Evidence.Role;

/**
 * A line's answer under one edition of a rulebook, with the reasons.
 *
 * @param answer the answer
 * @param evidence what decided first, then what agreed, then what spoke against; empty only if no
 *     rule found anything in the line
 */
public record Classification(Answer answer, List<Evidence> evidence) {

  /** Nothing in the line is of the topic. */
  public static final Classification NOTHING_FOUND =
      new Classification(new Answer.NotTopic(), List.of());

  /** Keeps its own copy. */
  public Classification {
    evidence = List.copyOf(evidence);
  }

  /** Ids of the rules that decided or agreed, in order, each once. */
  public List<String> rules() {
    return evidence.stream()
        .filter(each -> each.role() != Role.AGAINST)
        .map(Evidence::ruleId)
        .distinct()
        .toList();
  }
}
