package org.spendreturns.intake;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Splits a record whose splitting is beyond doubt: each quote opens a field and closes it just
 * before a delimiter or the line's end, and no field holds a line's end. Every other record it
 * leaves to {@link RecordSplitter}, with which it agrees on those it takes. Keeps the cells of the
 * last record; not for two threads.
 */
final class PlainSplit {

  /** What is no sum in the usual form. */
  static final long NO_SUM = Long.MIN_VALUE;

  private static final int NOT_PLAIN = -1;
  private static final int DIGITS_AT_MOST = 15;

  private final byte delimiter;
  private final byte top; // bytes above this one need no look inside a field without quotes
  private byte[] bytes = new byte[0];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int count;
  private int end;
  private int signs; // all bytes or-ed together that had a look: negative if not all are ASCII
  private boolean ascii;

  PlainSplit(char delimiter) {
    this.delimiter = (byte) delimiter;
    this.top = (byte) Math.max(delimiter, '\r');
  }

  /**
   * Splits the record that starts at a place.
   *
   * @param limit after the last byte at hand
   * @return where the next record starts, or less than 0 if the record is not plain or its end not
   *     at hand
   */
  int split(byte[] from, int start, int limit) {
    bytes = from;
    count = 0;
    signs = 0;
    int at = start;
    while (true) {
      int ends = at < limit && bytes[at] == '"' ? quoted(at + 1, limit) : unquoted(at, limit);
      if (ends < 0) {
        return NOT_PLAIN;
      }
      if (bytes[ends] != delimiter) {
        end = ends;
        ascii = signs >= 0;
        return afterLine(ends, limit);
      }
      at = ends + 1;
    }
  }

  private int unquoted(int start, int limit) {
    int at = start;
    while (at < limit) {
      byte b = bytes[at];
      if (b <= top) {
        if (b == delimiter || b == '\n' || b == '\r') {
          add(start, at);
          return at;
        }
        if (b == 0) {
          return NOT_PLAIN;
        }
        signs |= b;
      }
      at++;
    }
    return NOT_PLAIN;
  }

  private int quoted(int start, int limit) {
    int at = start;
    while (at + 1 < limit) {
      byte b = bytes[at];
      if (b == '"') {
        byte next = bytes[at + 1];
        if (next == delimiter || next == '\n' || next == '\r') {
          add(start, at);
          return at + 1;
        }
        if (next != '"') {
          return NOT_PLAIN;
        }
        at++;
      } else if (b == '\n' || b == '\r' || b == 0) {
        return NOT_PLAIN;
      }
      signs |= b;
      at++;
    }
    return NOT_PLAIN;
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
    }
    from[count] = start;
    to[count] = stop;
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
    if (ascii || column >= count) {
      return true;
    }
    int seen = 0;
    for (int at = from[column]; at < to[column]; at++) {
      seen |= bytes[at];
    }
    return seen >= 0;
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
