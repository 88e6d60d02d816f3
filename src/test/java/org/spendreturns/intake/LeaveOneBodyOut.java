package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.PhraseAutomaton;
import org.spendreturns.rulebook.Provider;
import org.spendreturns.rulebook.Rule;
import org.spendreturns.rulebook.Rulebook;

/**
 * Measures what a rulebook is worth on a body it has never seen: each body's labelled lines are
 * answered without every phrase and name that stands in that body's lines and in no other's.
 *
 * <p>A phrase that stands in no labelled line at all stays: it was not learned from them.
 */
final class LeaveOneBodyOut {

  /** A labelled line of a body. */
  record Line(SourceRef at, String body, Particulars line, String label, boolean isDoubtful) {}

  private final Rulebook rulebook;
  private final List<Line> lines;
  private final Set<String> names = new HashSet<>();
  private final Map<String, Set<String>> bodiesByPhrase = new HashMap<>();

  LeaveOneBodyOut(Rulebook rulebook, List<Line> lines) {
    this.rulebook = rulebook;
    this.lines = lines;
    List<String> phrases =
        Stream.concat(
                rulebook.rules().stream().flatMap(LeaveOneBodyOut::phrases),
                rulebook.providers().stream()
                    .flatMap(provider -> provider.names().stream())
                    .map(Provider.Name::text))
            .distinct()
            .toList();
    rulebook.providers().stream()
        .flatMap(provider -> provider.names().stream())
        .forEach(name -> names.add(SupplierName.of(name.text()).normalised()));
    PhraseAutomaton automaton = PhraseAutomaton.of(phrases);
    for (Line each : lines) {
      for (Field field : Field.values()) {
        for (PhraseAutomaton.Found found : automaton.find(each.line().text(field))) {
          bodiesByPhrase
              .computeIfAbsent(phrases.get(found.phrase()), phrase -> new HashSet<>())
              .add(each.body());
        }
      }
    }
  }

  /**
   * The answers to all lines, each given without what only its own body teaches.
   *
   * @param keepNames whether a provider's names stay all the same, for they were taken from
   *     registers and not from the lines
   */
  Evaluation evaluate(boolean keepNames) {
    List<Evaluation.Judged> judged = new ArrayList<>();
    for (String body : lines.stream().map(Line::body).distinct().toList()) {
      Classifier classifier =
          new Classifier(without(body, keepNames), Overlay.inRegion(body.replace('-', ' ')));
      lines.stream()
          .filter(each -> each.body().equals(body))
          .map(
              each ->
                  new Evaluation.Judged(
                      each.at(), each.label(), classifier.classify(each.line()), each.isDoubtful()))
          .forEach(judged::add);
    }
    return Evaluation.of(judged);
  }

  private Rulebook without(String body, boolean keepNames) {
    Predicate<String> stays =
        phrase ->
            !Set.of(body).equals(bodiesByPhrase.get(phrase))
                || (keepNames && names.contains(SupplierName.of(phrase).normalised()));
    List<Rule> rules =
        rulebook.rules().stream().flatMap(rule -> only(rule, stays).stream()).toList();
    List<Provider> providers =
        keepNames
            ? rulebook.providers()
            : rulebook.providers().stream().map(provider -> only(provider, stays)).toList();
    return new Rulebook(
        rulebook.topic(),
        rulebook.title(),
        rulebook.edition(),
        rulebook.inForceFrom(),
        rulebook.digest(),
        rulebook.categories(),
        rulebook.wholes(),
        rulebook.regions(),
        rules,
        providers);
  }

  private static Stream<String> phrases(Rule rule) {
    return Stream.of(rule.phrases(), rule.asSpelled(), rule.then(), rule.beside(), rule.unless())
        .flatMap(List::stream);
  }

  /** The rule without such phrases; none if it would then find nothing, or need nothing. */
  private static Optional<Rule> only(Rule rule, Predicate<String> stays) {
    List<String> then = rule.then().stream().filter(stays).toList();
    List<String> beside = rule.beside().stream().filter(stays).toList();
    Rule less =
        new Rule(
            rule.id(),
            rule.says(),
            rule.category(),
            rule.in(),
            rule.phrases().stream().filter(stays).toList(),
            rule.asSpelled().stream().filter(stays).toList(),
            then,
            rule.wordsBeforeThen(),
            beside,
            rule.unless().stream().filter(stays).toList(),
            rule.outweighs(),
            rule.question(),
            rule.source(),
            rule.because());
    boolean finds = !less.phrases().isEmpty() || !less.asSpelled().isEmpty();
    boolean needs =
        then.isEmpty() == rule.then().isEmpty() && beside.isEmpty() == rule.beside().isEmpty();
    return finds && needs ? Optional.of(less) : Optional.empty();
  }

  private static Provider only(Provider provider, Predicate<String> stays) {
    return new Provider(
        provider.id(),
        provider.name(),
        provider.registrations(),
        provider.specialist(),
        provider.alone(),
        provider.category(),
        provider.regions(),
        provider.doubtedIn(),
        provider.names().stream().filter(name -> stays.test(name.text())).toList(),
        provider.source());
  }
}
