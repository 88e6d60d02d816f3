package org.spendreturns.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a record whose splitting is beyond doubt: each quote opens a field and closes it just
 * before a delimiter or the line's end, and no field holds a line's end. Every other record it
 * leaves to {@link RecordSplitter}, with which it agrees on those it takes. Keeps the cells of the
 * last record; not for two threads.
 */
final class PlainSplit {

  /** What is no sum in the usual form. */
  static final long NO_SUM = Long.MIN_VALUE;

  /** So many bytes must stand behind those at hand, whatever they are. */
  static final int PADDING = 16;

  private static final int NOT_PLAIN = -1;
  private static final int DIGITS_AT_MOST = 15;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SIGNS = 0x8080808080808080L;
  private static final long ALL_BUT_SIGNS = ~SIGNS;
  private static final long LINE_FEEDS = each('\n');
  private static final long CARRIAGE_RETURNS = each('\r');
  private static final long QUOTES = each('"');

  private final byte delimiter;
  private final long delimiters;
  private final CellMemo utf8 = new CellMemo(); // cells that are
  private byte[] bytes = new byte[0];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int count;
  private long[] signs = new long[64];
  private int end;
  private long signsOfCell; // of its bytes so far: not 0 if one is not ASCII
  private boolean ascii;
  private int base; // of the eight bytes that are looked at
  private long wanted;
  private long ends; // the places among them, not yet taken, that are wanted
  private long signsAhead; // of those among them that are not yet of a cell

  PlainSplit(char delimiter) {
    this.delimiter = (byte) delimiter;
    this.delimiters = each(delimiter);
  }

  private static long each(int b) {
    return b * 0x0101010101010101L;
  }

  /**
   * Splits the record that starts at a place.
   *
   * <p>Looks at eight bytes at once, and at each eight once: what ends a cell is marked in {@link
   * #ends}, and taken from there one after the other.
   *
   * @param from followed by {@link #PADDING} bytes that are not looked at
   * @param limit after the last byte at hand
   * @return where the next record starts, or less than 0 if the record is not plain or its end not
   *     at hand
   */
  int split(byte[] from, int start, int limit) {
    bytes = from;
    count = 0;
    ascii = true;
    signsOfCell = 0;
    int cell = start;
    look(start, delimiters);
    while (true) {
      boolean quoted = bytes[cell] == '"';
      int at = quoted ? closing(cell + 1, limit) : nextEnd(limit);
      if (at >= limit || at < 0 || bytes[at] == 0) {
        return NOT_PLAIN;
      }
      if (quoted) {
        add(cell + 1, at - 1);
        look(at, delimiters);
        at = nextEnd(limit);
        signsOfCell = 0;
      } else {
        add(cell, at);
      }
      if (bytes[at] != delimiter) {
        end = at;
        return afterLine(at, limit);
      }
      cell = at + 1;
    }
  }

  /** The place after the quote that closes a cell, which ends there; else less than 0. */
  private int closing(int start, int limit) {
    signsOfCell = 0;
    look(start, QUOTES);
    int at = nextEnd(limit);
    while (at + 1 < limit && bytes[at] == '"') {
      byte next = bytes[at + 1];
      if (next == delimiter || next == '\n' || next == '\r') {
        return at + 1;
      }
      if (next != '"') {
        return NOT_PLAIN;
      }
      look(at + 2, QUOTES);
      at = nextEnd(limit);
    }
    return NOT_PLAIN;
  }

  /** The next place that ends a cell, a line or a text; the limit or past it if there is none. */
  private int nextEnd(int limit) {
    while (ends == 0) {
      signsOfCell |= signsAhead;
      if (base + Long.BYTES >= limit) {
        return limit;
      }
      look(base + Long.BYTES, wanted);
    }
    long before = Long.lowestOneBit(ends) - 1;
    signsOfCell |= signsAhead & before;
    signsAhead &= ~before;
    int at = base + Long.numberOfTrailingZeros(ends) / Byte.SIZE;
    ends &= ends - 1;
    return at;
  }

  /**
   * Marks among eight bytes those that are wanted, a line's end or NUL. In each byte of {@code
   * none} the highest bit says that it is none of the four, which holds for bytes below 128; the
   * others are none by their sign.
   */
  private void look(int at, long what) {
    long eight = (long) EIGHT_BYTES.get(bytes, at);
    long low = eight & ALL_BUT_SIGNS;
    long none =
        ((low ^ what) + ALL_BUT_SIGNS)
            & ((low ^ LINE_FEEDS) + ALL_BUT_SIGNS)
            & ((low ^ CARRIAGE_RETURNS) + ALL_BUT_SIGNS)
            & (low + ALL_BUT_SIGNS);
    wanted = what;
    base = at;
    ends = ~(none | eight) & SIGNS;
    signsAhead = eight & SIGNS;
  }

  private int afterLine(int ends, int limit) {
    if (bytes[ends] == '\n') {
      return ends + 1;
    }
    if (ends + 1 == limit) {
      return NOT_PLAIN; // a LF may follow
    }
    return bytes[ends + 1] == '\n' ? ends + 2 : ends + 1;
  }

  private void add(int start, int stop) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      signs = Arrays.copyOf(signs, 2 * count);
    }
    from[count] = start;
    to[count] = stop;
    signs[count] = signsOfCell;
    ascii &= signsOfCell == 0;
    signsOfCell = 0;
    count++;
  }

  /** How many cells the record has. */
  int count() {
    return count;
  }

  /** The place after its last byte, the line's end left out. */
  int end() {
    return end;
  }

  /** Whether all its bytes are ASCII; none is NUL. */
  boolean isAscii() {
    return ascii;
  }

  /** Whether all bytes of a cell are ASCII; so they are where there is no cell. */
  boolean isAscii(int column) {
    return ascii || column >= count || signs[column] == 0;
  }

  /**
   * The encoding of the record that starts at a place and is not all ASCII, or empty. No character
   * of UTF-8 reaches from one cell into the next, so the cells that are ASCII need no look.
   */
  Optional<Charset> encoding(RecordEncoding encoding, int start) {
    for (int cell = 0; cell < count; cell++) {
      if (encoding.isSaid() || (signs[cell] != 0 && !isUtf8(encoding, from[cell], to[cell]))) {
        return encoding.ofMoreThanAscii(bytes, start, end);
      }
    }
    return Optional.of(StandardCharsets.UTF_8);
  }

  private boolean isUtf8(RecordEncoding encoding, int start, int stop) {
    boolean remembers = CellMemo.takes(stop - start);
    if (remembers && utf8.knows(bytes, start, stop, 0)) {
      return true;
    }
    boolean isUtf8 = encoding.isUtf8(bytes, start, stop);
    if (remembers && isUtf8) {
      utf8.keep(bytes, start, stop, 0);
    }
    return isUtf8;
  }

  /** Where a cell's text starts. */
  int from(int column) {
    return column < count ? from[column] : 0;
  }

  /** The place after a cell's text. */
  int to(int column) {
    return column < count ? to[column] : 0;
  }

  /** The place after the white space and control characters that a cell of ASCII starts with. */
  int trimmedFrom(int column) {
    int at = from(column);
    int stop = to(column);
    while (at < stop && bytes[at] <= ' ') {
      at++;
    }
    return at;
  }

  /** The place of those that it ends with; that of its start if there is nothing else. */
  int trimmedTo(int column) {
    int start = trimmedFrom(column);
    int at = to(column);
    while (at > start && bytes[at - 1] <= ' ') {
      at--;
    }
    return at;
  }

  /** Whether a cell stands in quotes. */
  boolean isQuoted(int column) {
    int start = from(column);
    return start > 0 && bytes[start - 1] == '"'; // else a delimiter or a line's end
  }

  /** The text of a cell; empty where there is no cell. */
  String text(int column, Charset charset) {
    int start = from(column);
    String text = new String(bytes, start, to(column) - start, charset);
    return isQuoted(column) && text.indexOf('"') >= 0 ? text.replace("\"\"", "\"") : text;
  }

  /** The pence of a cell that is written {@code -1234}, {@code 1234.5} or {@code 1234.56}. */
  long sum(int column) {
    int at = from(column);
    int stop = to(column);
    boolean negative = at < stop && bytes[at] == '-';
    at += negative ? 1 : 0;
    int first = at;
    long pence = 0;
    while (at < stop && isDigit(bytes[at])) {
      pence = 10 * pence + bytes[at++] - '0';
    }
    int digits = at - first;
    int fraction = at == stop ? 0 : stop - at - 1;
    if (digits == 0
        || digits > DIGITS_AT_MOST
        || (at < stop && (bytes[at] != '.' || fraction < 1 || fraction > 2))) {
      return NO_SUM;
    }
    for (int place = 1; place <= 2; place++) {
      byte digit = place <= fraction ? bytes[at + place] : (byte) '0';
      if (!isDigit(digit)) {
        return NO_SUM;
      }
      pence = 10 * pence + digit - '0';
    }
    return negative ? -pence : pence;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
