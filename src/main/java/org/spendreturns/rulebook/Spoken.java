package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Evidence.Role;
import org.spendreturns.rulebook.Phrasebook.OfProvider;
import org.spendreturns.rulebook.Phrasebook.OfRule;
import org.spendreturns.rulebook.Phrasebook.Purpose;
import org.spendreturns.rulebook.Phrasebook.Use;
import org.spendreturns.rulebook.Rule.Says;

/** What the rules say of one line, before it is weighed. */
final class Spoken {

  /** The fields in which words count. */
  static final List<Field> READ =
      List.of(
          Field.DESCRIPTION,
          Field.CONTRACT,
          Field.HEADING,
          Field.COST_CENTRE,
          Field.EXPENSE_TYPE,
          Field.SUPPLIER);

  /** Words of the line, and where they stand. */
  record Words(Field field, int start, int end, String text) {
    boolean isWithin(Words other) {
      return field == other.field && start >= other.start && end <= other.end;
    }

    Evidence evidence(String id, Role role) {
      return new Evidence(id, field, text, role);
    }
  }

  /** A rule that speaks, by the first words that made it, the longest of them. */
  record Voice(Rule rule, List<Words> words) {
    Evidence evidence(Role role) {
      return words.get(0).evidence(rule.id(), role);
    }
  }

  /**
   * A provider's name that stands somewhere in the line.
   *
   * @param hasPlace whether a place of the provider's own region stands with it, as part of the
   *     name
   */
  record NameFound(OfProvider of, Words words, boolean hasPlace) {}

  private final Particulars line;
  private final Map<Rule, List<Words>> found = new LinkedHashMap<>();
  private final Map<Rule, List<Words>> followers = new LinkedHashMap<>();
  private final Map<Rule, Set<Field>> besides = new LinkedHashMap<>();
  private final Set<Rule> unlesses = new HashSet<>();
  private final List<Voice> ignored = new ArrayList<>();
  private final List<NameFound> names = new ArrayList<>();
  private final List<NameFound> mentions = new ArrayList<>();
  private final List<Voice> voices;
  private final List<Voice> outweighed = new ArrayList<>();

  private record Finding(Use use, Words words) {
    boolean isToBeIgnored() {
      return use instanceof OfRule rule && rule.rule().says() == Says.IGNORE;
    }
  }

  Spoken(Phrasebook phrasebook, Particulars line) {
    this.line = line;
    List<Finding> everything = new ArrayList<>();
    for (Field field : READ) {
      find(phrasebook, field, everything);
    }
    gather(everything, Finding::isToBeIgnored);
    ignored.addAll(inTheirCompany().values());
    found.clear();
    gather(everything, each -> !each.isToBeIgnored() && !isIgnored(each.words()));
    voices = weighed();
  }

  private void find(Phrasebook phrasebook, Field field, List<Finding> into) {
    String text = line.text(field);
    for (PhraseAutomaton.Found each : phrasebook.all().find(text)) {
      int end = each.end();
      Words words = new Words(field, each.start(), end, text.substring(each.start(), end).strip());
      phrasebook.uses(each.phrase()).forEach(use -> into.add(new Finding(use, words)));
    }
  }

  private void gather(List<Finding> everything, Predicate<Finding> which) {
    for (Finding each : everything) {
      if (which.test(each)) {
        gather(each);
      }
    }
  }

  private void gather(Finding each) {
    if (each.use() instanceof OfProvider provider) {
      boolean isSupplier = each.words().field() == Field.SUPPLIER;
      (isSupplier ? names : mentions).add(new NameFound(provider, each.words(), false));
    } else if (each.use() instanceof OfRule use) {
      Rule rule = use.rule();
      if (use.purpose() == Purpose.THEN) {
        followers.computeIfAbsent(rule, key -> new ArrayList<>()).add(each.words());
      } else if (use.purpose() == Purpose.BESIDE) {
        besides.computeIfAbsent(rule, key -> new HashSet<>()).add(each.words().field());
      } else if (use.purpose() == Purpose.UNLESS) {
        unlesses.add(rule);
      } else if (rule.in().contains(each.words().field()) && isSpelled(rule, each.words())) {
        found.computeIfAbsent(rule, key -> new ArrayList<>()).add(each.words());
      }
    }
  }

  private static boolean isSpelled(Rule rule, Words words) {
    return rule.asSpelled().isEmpty()
        || rule.asSpelled().contains(words.text())
        || rule.phrases().stream()
            .anyMatch(phrase -> Letters.levelled(phrase).equals(Letters.levelled(words.text())));
  }

  private boolean isIgnored(Words words) {
    return ignored.stream()
        .flatMap(voice -> voice.words().stream())
        .anyMatch(span -> words.isWithin(span));
  }

  private List<Voice> weighed() {
    Map<String, Voice> speaking = inTheirCompany();
    List<Voice> kept = new ArrayList<>();
    for (Voice voice : speaking.values()) {
      List<Words> heavy =
          voice.words().stream().filter(w -> !isOutweighed(voice.rule(), w, speaking)).toList();
      List<Words> light =
          voice.words().stream().filter(w -> isOutweighed(voice.rule(), w, speaking)).toList();
      if (!heavy.isEmpty()) {
        kept.add(new Voice(voice.rule(), heavy));
      }
      if (!light.isEmpty()) {
        outweighed.add(new Voice(voice.rule(), light));
      }
    }
    return kept;
  }

  /** What was found by rules whose company is as they want it. */
  private Map<String, Voice> inTheirCompany() {
    Map<String, Voice> speaking = new LinkedHashMap<>();
    found.forEach(
        (rule, words) -> {
          List<Words> whole =
              words.stream()
                  .filter(w -> isBeside(rule, w.field()))
                  .flatMap(w -> on(rule, w))
                  .toList();
          if (!unlesses.contains(rule) && !whole.isEmpty()) {
            speaking.put(rule.id(), new Voice(rule, longestFirst(whole)));
          }
        });
    return speaking;
  }

  private boolean isBeside(Rule rule, Field field) {
    return rule.beside().isEmpty() || besides.getOrDefault(rule, Set.of()).contains(field);
  }

  /** The words on to the nearest that must follow them; none if none follows. */
  private Stream<Words> on(Rule rule, Words words) {
    if (rule.then().isEmpty()) {
      return Stream.of(words);
    }
    String text = line.text(words.field());
    return followers.getOrDefault(rule, List.of()).stream()
        .filter(next -> next.field() == words.field() && next.start() >= words.end())
        .filter(next -> isOneClause(rule, text.substring(words.end(), next.start())))
        .min(Comparator.comparing(Words::end))
        .map(
            next ->
                new Words(
                    words.field(),
                    words.start(),
                    next.end(),
                    text.substring(words.start(), next.end()).strip()))
        .stream();
  }

  private static boolean isOneClause(Rule rule, String between) {
    return between.chars().noneMatch(sign -> ",;:()".indexOf(sign) >= 0)
        && Letters.words(between).size() <= rule.wordsBeforeThen();
  }

  /**
   * Whether a heavier rule speaks: what the payee's name says silences words anywhere, what the
   * rest of the line says silences no payee's name. Ends because weights run in no circle.
   */
  private static boolean isOutweighed(Rule rule, Words words, Map<String, Voice> speaking) {
    return speaking.values().stream()
        .filter(heavier -> heavier.rule().outweighs().contains(rule.id()))
        .flatMap(
            heavier ->
                heavier.words().stream()
                    .filter(by -> by.field() == Field.SUPPLIER || words.field() != Field.SUPPLIER)
                    .filter(by -> !isOutweighed(heavier.rule(), by, speaking)))
        .findAny()
        .isPresent();
  }

  private static List<Words> longestFirst(List<Words> words) {
    return words.stream()
        .sorted(
            Comparator.comparing((Words each) -> READ.indexOf(each.field()))
                .thenComparing(
                    Comparator.comparing((Words each) -> each.end() - each.start()).reversed())
                .thenComparing(Words::start))
        .toList();
  }

  /** The line itself. */
  Particulars line() {
    return line;
  }

  /** Providers' names in the supplier, whole or inside a longer one. */
  List<NameFound> names() {
    return names;
  }

  /** Providers' names elsewhere in the line. */
  List<NameFound> mentions() {
    return mentions;
  }

  /** The rules that say so in one of the fields. */
  List<Voice> voices(Says says, Predicate<Field> in) {
    return voices.stream()
        .filter(voice -> voice.rule().says() == says)
        .map(
            voice ->
                new Voice(
                    voice.rule(), voice.words().stream().filter(w -> in.test(w.field())).toList()))
        .filter(voice -> !voice.words().isEmpty())
        .toList();
  }

  /** Whether the rule says something and is not silenced. */
  boolean speaks(Rule rule) {
    return Stream.concat(voices.stream(), ignored.stream()).anyMatch(v -> v.rule().equals(rule));
  }

  /** Rules that spoke in vain: outweighed, or finding words that are no evidence. */
  Stream<Voice> silenced() {
    return Stream.concat(outweighed.stream(), ignored.stream());
  }
}
