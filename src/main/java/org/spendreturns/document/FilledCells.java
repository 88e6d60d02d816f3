package org.spendreturns.document;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Which cells of a sheet hold something: a bit for each of the first columns of each row. */
final class FilledCells {

  private static final int FIRST = 64; // columns

  private final BitSet near = new BitSet();
  private final Set<Long> far = new HashSet<>();

  void clear() {
    near.clear();
    far.clear();
  }

  /** Row and column from 0. */
  void add(int row, int column) {
    if (isNear(row, column)) {
      near.set(row * FIRST + column);
    } else {
      far.add((long) row * Integer.MAX_VALUE + column);
    }
  }

  boolean has(int row, int column) {
    return isNear(row, column)
        ? near.get(row * FIRST + column)
        : far.contains((long) row * Integer.MAX_VALUE + column);
  }

  private static boolean isNear(int row, int column) {
    return column < FIRST && row < Integer.MAX_VALUE / FIRST;
  }
}
