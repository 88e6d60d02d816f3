package org.spendreturns.returns;

import java.util.List;

/**
 * A figure whose notes have no numbers yet: they are numbered in reading order, when all are known.
 */
record Draft(String id, Value value, String formula, List<Part> parts, List<String> notes) {

  Draft {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }
}
