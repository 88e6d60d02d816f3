package org.spendreturns.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Evidence.Role;

/** The path to an answer, in sentences for a person who must stand by it. */
public final class Explanation {

  private final Rulebook rulebook;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /**
   * Explains one line's answer: the answer, what decided, what agreed, what spoke against, and the
   * edition.
   *
   * @param on the line's date, if it is known
   * @return lines of text, without line ends
   */
  public static List<String> of(Classifier classifier, Particulars line, Optional<LocalDate> on) {
    Classification classification = classifier.read(line, on);
    Explanation explanation = new Explanation(classifier.rulebook());
    explanation.lines.add(explanation.answer(classification.answer()));
    explanation.tell("Decided by", classification, Role.DECIDED);
    explanation.tell("Agreed", classification, Role.SUPPORTED);
    explanation.tell("Against it, or no evidence", classification, Role.AGAINST);
    if (classification.evidence().isEmpty()) {
      explanation.lines.add("No word and no name of the rulebook stands in the line.");
    }
    explanation.lines.add(
        "Rulebook %s, digest %.12s"
            .formatted(classifier.rulebook().name(), classifier.rulebook().digest()));
    return List.copyOf(explanation.lines);
  }

  private String answer(Answer answer) {
    if (answer instanceof Answer.Of of) {
      return "%s: %s".formatted(answer.label(), of.category().heading());
    }
    if (answer instanceof Answer.ForReview review) {
      return "%s: %s".formatted(answer.label(), review.question());
    }
    return "%s: not of the topic '%s'".formatted(answer.label(), rulebook.title());
  }

  private void tell(String heading, Classification classification, Role role) {
    List<Evidence> evidence =
        classification.evidence().stream().filter(each -> each.role() == role).toList();
    if (!evidence.isEmpty()) {
      lines.add(heading + ":");
      evidence.forEach(each -> lines.add("  " + each + " " + meaning(each, evidence)));
    }
  }

  private String meaning(Evidence evidence, List<Evidence> all) {
    boolean isOne =
        all.stream()
            .filter(each -> rulebook.provider(each.ruleId()).isPresent())
            .noneMatch(
                each ->
                    !each.ruleId().equals(evidence.ruleId())
                        && each.field() == evidence.field()
                        && each.words().equals(evidence.words()));
    return rulebook
        .rule(evidence.ruleId())
        .map(Explanation::meaning)
        .or(
            () ->
                rulebook
                    .provider(evidence.ruleId())
                    .map(provider -> (isOne ? "is " : "may be ") + meaning(provider)))
        .orElse("is a code of the body's own");
  }

  private static String meaning(Rule rule) {
    String says =
        rule.says().name().toLowerCase(Locale.ROOT)
            + rule.category().map(category -> " " + category.id()).orElse("");
    return "says %s. %s (%s)".formatted(says, rule.because(), rule.source());
  }

  private static String meaning(Provider provider) {
    String number =
        provider.registrations().isEmpty() ? "" : ", " + provider.registrations().get(0);
    return "%s%s, %s (%s)"
        .formatted(
            provider.name(),
            number,
            provider.specialist() ? "a specialist" : "which does other work too",
            provider.source());
  }
}
