package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.ledger.Particulars.Field;

/**
 * Measures what a rulebook is worth on a body it has never seen: each body's labelled lines are
 * answered without every phrase and name that was seen only in that body's lines.
 *
 * <p>A phrase of a rule was seen only there if it stands in that body's labelled lines and in no
 * other's. A provider's name likewise, unless a published list gives it ({@link
 * Rulebook#isListed}): what a register or a membership list names was not learned from the lines,
 * and a rule's phrase that is such a name was not either. {@link Names#NONE} leaves listed names
 * out too, which tells what the list of providers is worth. A phrase or name that stands in no
 * labelled line stays: it was not learned from them.
 */
public final class HeldOut {

  /** Which providers' names stay though only the body's own lines have them. */
  public enum Names {
    /** Those that a published list gives. */
    LISTED,
    /** None. */
    NONE
  }

  private final Rulebook rulebook;
  private final List<LabelledLine> lines;
  private final Map<String, Set<String>> bodiesByPhrase = new HashMap<>();
  private final Set<String> listed;

  /** Of lines, each with its body. */
  public HeldOut(Rulebook rulebook, List<LabelledLine> lines) {
    this.rulebook = rulebook;
    this.lines = List.copyOf(lines);
    List<String> phrases =
        Stream.concat(
                rulebook.rules().stream().flatMap(HeldOut::phrases),
                rulebook.providers().stream()
                    .flatMap(provider -> provider.names().stream())
                    .map(Provider.Name::text))
            .distinct()
            .toList();
    listed =
        rulebook.providers().stream()
            .flatMap(provider -> provider.names().stream())
            .filter(rulebook::isListed)
            .map(name -> Phrasebook.levelledName(name.text()))
            .collect(Collectors.toSet());
    PhraseAutomaton automaton = PhraseAutomaton.of(phrases);
    for (LabelledLine each : lines) {
      for (Field field : Field.values()) {
        for (PhraseAutomaton.Found found : automaton.find(each.particulars().text(field))) {
          bodiesByPhrase
              .computeIfAbsent(phrases.get(found.phrase()), phrase -> new HashSet<>())
              .add(each.body());
        }
      }
    }
  }

  /** The answers to all lines, each given without what only its own body teaches. */
  public Evaluation evaluate(Names names) {
    Map<String, Classifier> byBody =
        lines.stream()
            .map(LabelledLine::body)
            .distinct()
            .collect(
                Collectors.toMap(
                    body -> body,
                    body ->
                        new Classifier(
                            without(body, names), Overlay.inRegion(body.replace('-', ' ')))));
    List<Evaluation.Judged> judged = new ArrayList<>();
    for (LabelledLine line : lines) {
      Classifier classifier = Optional.ofNullable(byBody.get(line.body())).orElseThrow();
      judged.add(
          new Evaluation.Judged(
              line.at(), line.label(), classifier.classify(line.particulars()), line.isDoubtful()));
    }
    return Evaluation.of(judged);
  }

  private Rulebook without(String body, Names names) {
    Predicate<String> stays =
        phrase ->
            !Set.of(body).equals(bodiesByPhrase.get(phrase))
                || (names == Names.LISTED && listed.contains(Phrasebook.levelledName(phrase)));
    Predicate<Provider.Name> nameStays = name -> stays.test(name.text());
    return new Rulebook(
        rulebook.topic(),
        rulebook.title(),
        rulebook.edition(),
        rulebook.inForceFrom(),
        rulebook.digest(),
        rulebook.categories(),
        rulebook.wholes(),
        rulebook.regions(),
        rulebook.rules().stream().flatMap(rule -> only(rule, stays).stream()).toList(),
        rulebook.providers().stream().map(provider -> only(provider, nameStays)).toList(),
        rulebook.lists(),
        rulebook.measured());
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

  private static Provider only(Provider provider, Predicate<Provider.Name> stays) {
    return new Provider(
        provider.id(),
        provider.name(),
        provider.registrations(),
        provider.specialist(),
        provider.alone(),
        provider.category(),
        provider.regions(),
        provider.doubtedIn(),
        provider.names().stream().filter(stays).toList(),
        provider.source());
  }
}
