package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Evidence.Role;
import org.spendreturns.rulebook.Rule.Says;
import org.spendreturns.rulebook.Spoken.Voice;
import org.spendreturns.rulebook.Spoken.Words;

/** The categories that a level of the line names, its parts apart from its whole. */
final class CategoriesNamed {
  private final Set<Category> wholes = new LinkedHashSet<>();
  private final Set<Category> parts = new LinkedHashSet<>();
  private final Set<Category> details = new LinkedHashSet<>();
  private final Set<Category> places = new LinkedHashSet<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final Rulebook rulebook;
  private final Spoken spoken;
  private final Set<Field> level;

  CategoriesNamed(Rulebook rulebook, Spoken spoken, Set<Field> level) {
    this.rulebook = rulebook;
    this.spoken = spoken;
    this.level = level;
    List<Voice> voices = new ArrayList<>(spoken.voices(Says.TOPIC, level::contains));
    if (!level.contains(Field.SUPPLIER)) { // a name says who they are, not what was bought
      voices.addAll(spoken.voices(Says.ACTIVITY, level::contains));
    }
    for (Voice voice : voices) {
      voice.rule().category().ifPresent(category -> take(category, voice));
    }
  }

  private void take(Category category, Voice voice) {
    boolean aCentre = rulebook.wholes().contains(category);
    for (Words words : voice.words()) {
      if (aCentre && follows(words, Says.PLACE)) {
        places.add(category);
      } else if (follows(words, Says.PART)) {
        parts.add(category);
      } else {
        (follows(words, Says.DETAIL) ? details : wholes).add(category);
      }
    }
    evidence.add(voice.evidence(Role.DECIDED));
  }

  private boolean follows(Words words, Says says) {
    return spoken.voices(says, level::contains).stream()
        .flatMap(voice -> voice.words().stream())
        .anyMatch(from -> from.field() == words.field() && words.start() >= from.end());
  }

  /** Whether it names none. */
  boolean isEmpty() {
    return evidence.isEmpty();
  }

  /** What names them. */
  List<Evidence> evidence() {
    return evidence;
  }

  /** The one category, or not broken down. */
  Category single() {
    boolean keepsItsParts = wholes.size() == 1 && rulebook.wholes().containsAll(wholes);
    Set<Category> named = new LinkedHashSet<>(wholes);
    if (!keepsItsParts) {
      named.addAll(details);
    }
    if (named.isEmpty() && parts.isEmpty()) {
      named.addAll(places);
    }
    boolean single = named.size() == 1 && (keepsItsParts || named.containsAll(parts));
    return single ? named.iterator().next() : Category.NOT_BROKEN_DOWN;
  }
}
