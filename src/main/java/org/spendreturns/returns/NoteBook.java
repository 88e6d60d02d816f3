package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes of one return, each once, numbered from 1 in the order in which a reader meets them.
 */
final class NoteBook {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** The figure with its notes numbered. */
  Figure figure(Draft draft) {
    List<Integer> notes = draft.notes().stream().map(this::number).distinct().sorted().toList();
    return new Figure(draft.id(), draft.value(), draft.formula(), draft.parts(), notes);
  }

  /** The figures with their notes numbered, first to last. */
  List<Figure> figures(List<Draft> drafts) {
    return drafts.stream().map(this::figure).toList();
  }

  /** All notes, in the order of their numbers. */
  List<String> notes() {
    return new ArrayList<>(numbers.keySet());
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, unused -> numbers.size() + 1);
  }
}
