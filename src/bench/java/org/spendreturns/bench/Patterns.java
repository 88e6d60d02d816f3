package org.spendreturns.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.intake.RulebookFile;
import org.spendreturns.rulebook.Provider;
import org.spendreturns.rulebook.Rule;
import org.spendreturns.rulebook.Rule.Says;
import org.spendreturns.rulebook.Rulebook;

/** The phrases and names of the sample rulebook. */
final class Patterns {

  static final Path RULEBOOK = Path.of("input/rulebooks/sexual-violence/2026-11.yaml");

  private Patterns() {}

  /** All phrases that lead to the topic or to a question, and all names of providers. */
  static List<String> all() {
    Rulebook rulebook = RulebookFile.read(RULEBOOK);
    Stream<String> phrases =
        rulebook.rules().stream()
            .filter(rule -> rule.says() == Says.TOPIC || rule.says() == Says.REVIEW)
            .map(Rule::phrases)
            .flatMap(List::stream);
    return Stream.concat(phrases, names(rulebook)).map(String::toLowerCase).distinct().toList();
  }

  /** Names of providers without a comma or a quote. */
  static List<String> providers() {
    return names(RulebookFile.read(RULEBOOK)).filter(name -> name.matches("[\\w ]+")).toList();
  }

  private static Stream<String> names(Rulebook rulebook) {
    return rulebook.providers().stream()
        .map(Provider::names)
        .flatMap(List::stream)
        .map(Provider.Name::text);
  }

  /** So many of them, evenly chosen, as one regular expression of whole words. */
  static String expression(int count) {
    List<String> all = all().stream().filter(each -> each.matches("[a-z0-9 ]+")).toList();
    return Stream.iterate(0, each -> each + 1)
        .limit(Math.min(count, all.size()))
        .map(each -> all.get((int) ((long) each * all.size() / Math.min(count, all.size()))))
        .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
  }
}
