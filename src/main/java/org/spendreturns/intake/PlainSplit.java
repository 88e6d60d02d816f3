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
  private byte[] bytes = new byte[0];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int count;
  private long[] signs = new long[64];
  private int end;
  private long signsOfCell; // of its bytes so far: not 0 if one is not ASCII
  private boolean ascii;

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
   * @param from followed by {@link #PADDING} bytes that are not looked at
   * @param limit after the last byte at hand
   * @return where the next record starts, or less than 0 if the record is not plain or its end not
   *     at hand
   */
  int split(byte[] from, int start, int limit) {
    bytes = from;
    count = 0;
    ascii = true;
    int at = start;
    while (true) {
      int ends = bytes[at] == '"' ? quoted(at + 1, limit) : unquoted(at, limit);
      if (ends < 0) {
        return NOT_PLAIN;
      }
      if (bytes[ends] != delimiter) {
        end = ends;
        return afterLine(ends, limit);
      }
      at = ends + 1;
    }
  }

  private int unquoted(int start, int limit) {
    signsOfCell = 0;
    int at = find(delimiters, start, limit);
    if (at >= limit || bytes[at] == 0) {
      return NOT_PLAIN;
    }
    add(start, at);
    return at;
  }

  private int quoted(int start, int limit) {
    signsOfCell = 0;
    int at = find(QUOTES, start, limit);
    while (at + 1 < limit && bytes[at] == '"') {
      byte next = bytes[at + 1];
      if (next == delimiter || next == '\n' || next == '\r') {
        add(start, at);
        return at + 1;
      }
      if (next != '"') {
        return NOT_PLAIN;
      }
      at = find(QUOTES, at + 2, limit);
    }
    return NOT_PLAIN;
  }

  /**
   * The first place that holds one of the wanted bytes, a line's end or NUL; the limit or past it
   * if there is none. Looks at eight bytes at once: in each byte of {@code none} the highest bit
   * says that it is none of the four, which holds for bytes below 128; the others are none by their
   * sign.
   */
  private int find(long wanted, int start, int limit) {
    for (int at = start; at < limit; at += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(bytes, at);
      long low = eight & ALL_BUT_SIGNS;
      long none =
          ((low ^ wanted) + ALL_BUT_SIGNS)
              & ((low ^ LINE_FEEDS) + ALL_BUT_SIGNS)
              & ((low ^ CARRIAGE_RETURNS) + ALL_BUT_SIGNS)
              & (low + ALL_BUT_SIGNS);
      long found = ~(none | eight) & SIGNS;
      if (found != 0) {
        signsOfCell |= eight & SIGNS & (Long.lowestOneBit(found) - 1);
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      signsOfCell |= eight & SIGNS;
    }
    return limit;
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
      if (encoding.isSaid()
          || (signs[cell] != 0 && !encoding.isUtf8(bytes, from[cell], to[cell]))) {
        return encoding.ofMoreThanAscii(bytes, start, end);
      }
    }
    return Optional.of(StandardCharsets.UTF_8);
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

  /** The text of a cell; empty where there is no cell. */
  String text(int column, Charset charset) {
    int start = from(column);
    String text = new String(bytes, start, to(column) - start, charset);
    boolean quoted = start > 0 && bytes[start - 1] == '"'; // else a delimiter or a line's end
    return quoted && text.indexOf('"') >= 0 ? text.replace("\"\"", "\"") : text;
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
