package org.spendreturns.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cells of which something is known, as that they do not lead to the topic, by their very bytes: a
 * ledger says the same of many lines. What is not known, or known no more, has to be looked at
 * again, so that forgetting costs time and nothing else. Not for two threads.
 */
final class CellMemo {

  /** A shorter cell is read as quickly as it is found here, and would take a longer one's place. */
  private static final int AT_LEAST = 12;

  private static final int AT_MOST = 96;
  private static final int BITS = 12;
  private static final int SETS = 1 << BITS;
  private static final int PLACES_OF_A_SET = 2;
  private static final int PLACE = 1 + AT_MOST / Long.BYTES; // what it is, then its bytes

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIXING = 0x9E3779B97F4A7C15L;

  private final long[] known = new long[SETS * PLACES_OF_A_SET * PLACE];
  private int set; // of the cell that was looked up last

  /** Whether a cell of these bytes is worth a look here. */
  static boolean takes(int length) {
    return length >= AT_LEAST && length <= AT_MOST;
  }

  /**
   * Whether it is known of a cell.
   *
   * @param bytes with {@link PlainSplit#PADDING} bytes behind the cell
   * @param kind what else the answer depends on, 0 to 127
   */
  boolean knows(byte[] bytes, int from, int to, int kind) {
    long mixed = what(from, to, kind);
    for (int at = from; at < to; at += Long.BYTES) {
      mixed = (mixed ^ eight(bytes, at, to)) * MIXING; // all bytes tell in the highest bits
    }
    set = (int) (mixed >>> (Long.SIZE - BITS)) * PLACES_OF_A_SET * PLACE;
    return isAt(set, bytes, from, to, kind) || isAt(set + PLACE, bytes, from, to, kind);
  }

  private boolean isAt(int place, byte[] bytes, int from, int to, int kind) {
    if (known[place] != what(from, to, kind)) {
      return false;
    }
    int next = place + 1;
    for (int at = from; at < to; at += Long.BYTES) {
      if (known[next++] != eight(bytes, at, to)) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the cell that was looked up last; the one that was kept before the last is forgotten. */
  void keep(byte[] bytes, int from, int to, int kind) {
    System.arraycopy(known, set, known, set + PLACE, PLACE);
    known[set] = what(from, to, kind);
    int next = set + 1;
    for (int at = from; at < to; at += Long.BYTES) {
      known[next++] = eight(bytes, at, to);
    }
  }

  private static long what(int from, int to, int kind) {
    return (long) (to - from) << 7 | kind;
  }

  /** The next eight bytes, those behind the cell as 0. */
  private static long eight(byte[] bytes, int at, int to) {
    long eight = (long) EIGHT_BYTES.get(bytes, at);
    int beyond = at + Long.BYTES - to;
    return beyond <= 0 ? eight : eight & (-1L >>> (beyond * Byte.SIZE));
  }
}
