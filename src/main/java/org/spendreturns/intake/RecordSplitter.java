package org.spendreturns.intake;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits one record of a delimited text into fields; {@link TextRecords} says by which rule. Keeps
 * the fields of the last record that was split.
 */
final class RecordSplitter {

  private static final int MORE = -1; // the answer needs bytes that are not at hand
  private static final int NONE = -2; // there is no such place

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] quoted = new boolean[64];
  private int count;

  private byte[] bytes = new byte[0];
  private int limit;
  private boolean all;
  private boolean last;
  private byte delimiter;

  /** Once a quote was taken for text, the record ends with its physical line. */
  private boolean oneLine;

  private boolean strayQuote;
  private int breaks;

  /**
   * Where a record ends.
   *
   * @param end after its last byte
   * @param next where the next one starts
   * @param lines how many physical lines it takes; 0 if its end was not found
   * @param tooLong whether no end was found in as many bytes as a record may have
   * @param strayQuote whether an opening quote had to be taken for text and has no partner
   */
  record Span(int end, int next, int lines, boolean tooLong, boolean strayQuote) {}

  /**
   * Splits the record that starts at an offset.
   *
   * @param start the record's first byte
   * @param limit after the last byte that may belong to it
   * @param available after the last byte at hand, at or past the limit
   * @param all whether no more bytes can be had: the file ends, or a record may not be longer
   * @param last whether the file ends at the limit
   * @return empty if the record's end is not at hand and more bytes can be had
   */
  Optional<Span> split(
      byte[] from, int start, int limit, int available, boolean all, boolean last, byte delimiter) {
    this.bytes = from;
    this.limit = limit;
    this.all = all;
    this.last = last;
    this.delimiter = delimiter;
    count = 0;
    breaks = 0;
    oneLine = false;
    strayQuote = false;
    int at = start;
    while (true) {
      int end = field(at);
      if (end == MORE) {
        return Optional.empty();
      }
      if (end == NONE) {
        return Optional.of(new Span(limit, limit, 0, true, false));
      }
      if (end == limit) {
        return Optional.of(new Span(end, end, breaks + 1, false, strayQuote));
      }
      if (bytes[end] == delimiter) {
        at = end + 1;
      } else {
        return lineEnd(end, available);
      }
    }
  }

  private Optional<Span> lineEnd(int end, int available) {
    int next = end + 1;
    if (bytes[end] == '\r') {
      if (next == available && !last && !all) {
        return Optional.empty(); // a LF may follow
      }
      next += next < available && bytes[next] == '\n' ? 1 : 0;
    }
    return Optional.of(new Span(end, next, breaks + 1, false, strayQuote));
  }

  /** Takes one field and returns where it ends: a delimiter, a line's end, or the limit. */
  private int field(int at) {
    if (at < limit && bytes[at] == '"') {
      int close = closing(at + 1);
      if (close == MORE && !all) {
        return MORE;
      }
      if (close >= 0) {
        add(at + 1, close, true);
        breaks += breaks(at + 1, close);
        return afterSpaces(close + 1);
      }
      oneLine = true;
      int end = plainEnd(at);
      strayQuote |= end >= 0 && oddQuotes(at, end);
      return end;
    }
    return plainEnd(at);
  }

  private int plainEnd(int at) {
    int end = at;
    while (end < limit && !endsField(bytes[end])) {
      end++;
    }
    if (end == limit && !last) {
      return all ? NONE : MORE;
    }
    add(at, end, false);
    return end;
  }

  /** The quote that closes a field, NONE if none does, MORE if it is not at hand. */
  private int closing(int from) {
    boolean lineBroken = false;
    boolean textQuote = false;
    int at = from;
    while (at < limit) {
      byte b = bytes[at];
      if (b == '"') {
        if (at + 1 < limit && bytes[at + 1] == '"') {
          at += 2;
          continue;
        }
        int after = afterSpaces(at + 1);
        if (after == limit && !last) {
          return MORE;
        }
        if (after == limit || endsField(bytes[after])) {
          return at;
        }
        textQuote = true;
      } else if (b == '\n' || b == '\r') {
        lineBroken = true;
      }
      if (lineBroken && (textQuote || oneLine)) {
        return NONE;
      }
      at++;
    }
    return last ? NONE : MORE;
  }

  private int afterSpaces(int from) {
    int at = from;
    while (at < limit && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  private boolean endsField(byte b) {
    return b == delimiter || b == '\n' || b == '\r';
  }

  private boolean oddQuotes(int from, int to) {
    int quotes = 0;
    for (int i = from; i < to; i++) {
      quotes += bytes[i] == '"' ? 1 : 0;
    }
    return quotes % 2 == 1;
  }

  private int breaks(int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n'))) {
        lines++;
      }
    }
    return lines;
  }

  private void add(int start, int end, boolean isQuoted) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    quoted[count] = isQuoted;
    count++;
  }

  /** How many fields the last record has; at least one. */
  int fields() {
    return count;
  }

  /** The text of a field of the last record, without its quotes. */
  String text(int field, Charset charset) {
    int length = ends[field] - starts[field];
    if (length == 0) {
      return "";
    }
    String text = new String(bytes, starts[field], length, charset);
    return quoted[field] && text.indexOf('"') >= 0 ? text.replace("\"\"", "\"") : text;
  }
}
