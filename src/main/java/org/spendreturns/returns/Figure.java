package org.spendreturns.returns;

import java.util.List;

/**
 * A cell of a return, with what it was made from.
 *
 * @param id stable from edition to edition, unique in its return: {@code paid.FORENSIC.2014-15},
 *     {@code awarded.NOT_BROKEN_DOWN.NV-107.total}
 * @param value what the cell says
 * @param formula how the parts make the value, in words
 * @param parts what it was made from, in file order; empty if nothing was found
 * @param notes numbers of the return's notes that a reader needs beside it, ascending
 */
public record Figure(
    String id, Value value, String formula, List<Part> parts, List<Integer> notes) {

  /** Keeps its own copies. */
  public Figure {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }
}
