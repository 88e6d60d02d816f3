package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.ledger.SupplierName;

/**
 * Proposes which provider a name that is nobody's may be meant for. A proposal is for a person to
 * look at: it never decides anything.
 *
 * <p>Two names must share a word that few providers have, a place or a proper name, or nothing is
 * proposed: {@code Rape Crisis Devon} and {@code Rape Crisis Dorset} are as like as names can be,
 * and two charities.
 */
public final class NameProposals {

  private static final double LIKE_ENOUGH = 0.93; // of Jaro and Winkler, from 0 to 1
  private static final int RARE_IN_AT_MOST = 3; // providers; a word of more tells nobody apart
  private static final Set<String> TELL_NOTHING =
      Set.of("AND", "OF", "FOR", "THE", "IN", "CENTRE", "SERVICE", "SERVICES", "SUPPORT");

  private record Known(Provider provider, String name, Set<String> words) {}

  private final List<Known> known = new ArrayList<>();
  private final Map<String, Set<String>> providersByWord = new HashMap<>();

  /** Of a rulebook's providers. */
  public NameProposals(Rulebook rulebook) {
    for (Provider provider : rulebook.providers()) {
      for (Provider.Name name : provider.names()) {
        String levelled = SupplierName.of(name.text()).normalised();
        Set<String> words = words(levelled);
        known.add(new Known(provider, levelled, words));
        words.forEach(
            word ->
                providersByWord.computeIfAbsent(word, each -> new HashSet<>()).add(provider.id()));
      }
    }
  }

  /**
   * A provider that may be meant.
   *
   * @param provider who
   * @param name the name of it that is like
   * @param why in words
   */
  public record Proposal(Provider provider, String name, String why) {}

  /**
   * Who may be meant, the likeliest first; each provider once; none if the name is somebody's
   * exactly, or like nobody's.
   */
  public List<Proposal> near(String supplier) {
    String name = SupplierName.of(supplier).normalised();
    if (known.stream().anyMatch(each -> each.name().equals(name))) {
      return List.of();
    }
    Set<String> words = words(name);
    List<Known> nearest = new ArrayList<>(known);
    nearest.sort(Comparator.comparing((Known each) -> likeness(name, each.name())).reversed());
    Set<String> proposed = new HashSet<>();
    List<Proposal> proposals = new ArrayList<>();
    for (Known each : nearest) {
      why(name, words, each)
          .filter(why -> proposed.add(each.provider().id()))
          .ifPresent(why -> proposals.add(new Proposal(each.provider(), each.name(), why)));
    }
    return proposals;
  }

  private Optional<String> why(String name, Set<String> words, Known other) {
    Optional<String> rare =
        words.stream().filter(other.words()::contains).filter(this::isRare).sorted().findFirst();
    if (rare.isEmpty()) {
      return Optional.empty();
    }
    if (words.equals(other.words())) {
      return Optional.of("the same words, '%s' among them".formatted(rare.get()));
    }
    return likeness(name, other.name()) >= LIKE_ENOUGH
        ? Optional.of("spelled almost alike, with the same '%s'".formatted(rare.get()))
        : Optional.empty();
  }

  private boolean isRare(String word) {
    return providersByWord.getOrDefault(word, Set.of()).size() <= RARE_IN_AT_MOST;
  }

  private static Set<String> words(String levelled) {
    Set<String> words = new HashSet<>(List.of(levelled.split(" ", -1)));
    words.removeAll(TELL_NOTHING);
    return words;
  }

  /**
   * How like two words are, from 0 to 1.
   *
   * @see "W. Winkler: String comparator metrics, Section on Survey Research Methods (1990)"
   */
  static double likeness(String one, String other) {
    double jaro = jaro(one, other);
    int start = 0;
    while (start < Math.min(4, Math.min(one.length(), other.length()))
        && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    return jaro + start * 0.1 * (1 - jaro);
  }

  private static double jaro(String one, String other) {
    int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
    boolean[] taken = new boolean[other.length()];
    StringBuilder common = new StringBuilder();
    for (int at = 0; at < one.length(); at++) {
      int last = Math.min(other.length() - 1, at + reach);
      for (int there = Math.max(0, at - reach); there <= last; there++) {
        if (!taken[there] && one.charAt(at) == other.charAt(there)) {
          taken[there] = true;
          common.append(one.charAt(at));
          break;
        }
      }
    }
    if (common.isEmpty()) {
      return 0;
    }
    int moved = 0;
    int next = 0;
    for (int there = 0; there < other.length(); there++) {
      if (taken[there] && other.charAt(there) != common.charAt(next++)) {
        moved++;
      }
    }
    double matches = common.length();
    return (matches / one.length() + matches / other.length() + (matches - moved / 2.0) / matches)
        / 3;
  }
}
