package org.spendreturns.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.rulebook.Rule.Says;

/** A rulebook made ready for reading lines: all its phrases and names in two automata. */
final class Phrasebook {

  /** A ledger's column of names may cut them; a shorter piece could be many organisations'. */
  static final int CUT_NAME_AT_LEAST = 24;

  private static final Pattern INITIALS = Pattern.compile("\\b\\p{Lu}{3,7}\\b");

  /** What a phrase is for. */
  sealed interface Use {}

  /** A phrase of a rule. */
  record OfRule(Rule rule, Purpose purpose) implements Use {}

  /** A name of a provider. */
  record OfProvider(Provider provider, Provider.Name name) implements Use {}

  /** What a rule wants a phrase for. */
  enum Purpose {
    FOUND,
    THEN,
    BESIDE,
    UNLESS
  }

  private final Map<String, List<Use>> usesByPhrase = new LinkedHashMap<>();
  private final List<List<Use>> uses;
  private final PhraseAutomaton all;
  private final PhraseAutomaton leads;
  private final NavigableMap<String, List<OfProvider>> byName = new TreeMap<>();
  private final Map<String, Provider> byRegistration = new HashMap<>();
  private final List<LocalDate> turns; // days on which a name comes into use, or is in use no more
  private final Map<List<String>, Places> places = new ConcurrentHashMap<>();
  private final Rulebook rulebook;

  /** A place of some regions, as it stands before a name, and after one. */
  record Places(Pattern before, Pattern after) {}

  Phrasebook(Rulebook rulebook) {
    this.rulebook = rulebook;
    List<String> leading = new ArrayList<>();
    Set<LocalDate> days = new TreeSet<>();
    for (Rule rule : rulebook.rules()) {
      List<String> words = new ArrayList<>(rule.phrases());
      words.addAll(rule.asSpelled());
      words.forEach(phrase -> use(phrase, new OfRule(rule, Purpose.FOUND)));
      rule.then().forEach(phrase -> use(phrase, new OfRule(rule, Purpose.THEN)));
      rule.beside().forEach(phrase -> use(phrase, new OfRule(rule, Purpose.BESIDE)));
      rule.unless().forEach(phrase -> use(phrase, new OfRule(rule, Purpose.UNLESS)));
      if (rule.then().isEmpty() && isLead(rule)) {
        leading.addAll(words);
      }
    }
    for (Provider provider : rulebook.providers()) {
      for (String number : provider.registrations()) {
        byRegistration.put(number, provider);
        byRegistration.put(number.substring(number.lastIndexOf('-') + 1), provider);
      }
      for (Provider.Name name : provider.names()) {
        name.from().ifPresent(days::add);
        name.to().map(last -> last.plusDays(1)).ifPresent(days::add);
        OfProvider use = new OfProvider(provider, name);
        String phrase = withoutArticle(name.text());
        for (String spelling : List.of(phrase, dotted(name.text(), phrase))) {
          use(spelling, use);
          leading.add(spelling);
        }
        byName.computeIfAbsent(levelledName(name.text()), each -> new ArrayList<>()).add(use);
      }
    }
    turns = List.copyOf(days);
    addPairs(rulebook, leading);
    all = PhraseAutomaton.of(List.copyOf(usesByPhrase.keySet()));
    uses = List.copyOf(usesByPhrase.values());
    leads = PhraseAutomaton.of(leading, CUT_NAME_AT_LEAST);
  }

  private static boolean isLead(Rule rule) {
    return rule.says() == Says.TOPIC || rule.says() == Says.REVIEW;
  }

  /** Of a rule that wants one phrase after another, either leads: one that others have, if any. */
  private static void addPairs(Rulebook rulebook, List<String> leading) {
    Set<String> known = leading.stream().map(Letters::levelled).collect(Collectors.toSet());
    List<Rule> pairs =
        rulebook.rules().stream().filter(rule -> isLead(rule) && !rule.then().isEmpty()).toList();
    for (Rule rule : pairs) {
      if (!rule.then().stream().map(Letters::levelled).allMatch(known::contains)) {
        leading.addAll(rule.phrases());
        leading.addAll(rule.asSpelled());
      }
    }
  }

  /** One spelling of a supplier's name, for comparing. */
  static String levelledName(String name) {
    return SupplierName.of(name).normalised();
  }

  /** Ledgers leave the article away as they like. */
  private static String withoutArticle(String name) {
    String levelled = Letters.levelled(name);
    return levelled.startsWith("the ") ? levelled.substring("the ".length()) : levelled;
  }

  /** The phrase as ledgers write it that set a full stop after each initial: R.A.S.A. */
  private static String dotted(String name, String phrase) {
    StringBuilder spelled = new StringBuilder(" " + phrase + " ");
    INITIALS
        .matcher(name)
        .results()
        .map(each -> " " + each.group().toLowerCase(Locale.ROOT) + " ")
        .forEach(
            word -> {
              int at = spelled.indexOf(word);
              if (at >= 0) {
                spelled.replace(at, at + word.length(), word.replaceAll("(?<=\\w)(?=\\w)", " "));
              }
            });
    return spelled.toString().strip();
  }

  private void use(String phrase, Use use) {
    List<Use> uses =
        usesByPhrase.computeIfAbsent(Letters.levelled(phrase), each -> new ArrayList<>());
    if (!uses.contains(use)) {
      uses.add(use);
    }
  }

  /**
   * The phrases without which no line is of the topic or for review: a line that none of them
   * touches needs no second look.
   */
  PhraseAutomaton leads() {
    return leads;
  }

  /** Every phrase of the rulebook. */
  PhraseAutomaton all() {
    return all;
  }

  /** What the phrase of that place in {@link #all()} is for. */
  List<Use> uses(int phrase) {
    return uses.get(phrase);
  }

  /** Numbers the times between which no name comes into use, or goes out of it. */
  int era(LocalDate day) {
    int at = Collections.binarySearch(turns, day);
    return at < 0 ? -at - 1 : at + 1;
  }

  /** The places of regions, beside a name. */
  Places places(List<String> regions) {
    return places.computeIfAbsent(regions, this::placesOf);
  }

  private Places placesOf(List<String> regions) {
    String any =
        rulebook
            .places(regions)
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?i)(?:", ")\\b"));
    return new Places(
        Pattern.compile("\\b" + any + "[\\s,-]*$"), Pattern.compile("^[\\s,(-]*" + any + "\\)?"));
  }

  /** The providers of exactly this name, which is in {@link #levelledName its one spelling}. */
  List<OfProvider> named(String levelled) {
    return byName.getOrDefault(levelled, List.of());
  }

  /** The providers whose name begins so, in its one spelling. */
  List<OfProvider> cutFrom(String levelled) {
    List<OfProvider> longer = new ArrayList<>();
    Map.Entry<String, List<OfProvider>> next = byName.higherEntry(levelled);
    while (next != null && next.getKey().startsWith(levelled)) {
      longer.addAll(next.getValue());
      next = byName.higherEntry(next.getKey());
    }
    return longer;
  }

  /** The provider of a registration number, written {@code GB-CHC-1085104} or bare; else null. */
  @Nullable Provider registered(String number) {
    return byRegistration.get(number);
  }
}
