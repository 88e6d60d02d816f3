package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a delimited text, split as bytes and then decoded, each line in its own encoding.
 *
 * <p>A line ends at LF, CRLF or CR. A quote opens a field only at the field's first byte, so where
 * a record ends depends on where it starts and on nothing before. A quoted field ends at a quote
 * before a delimiter or a line's end; other quotes within it are text. If such a field holds both a
 * line's end and a quote that is text, or does not end within {@link TextRecord#AT_MOST} bytes, its
 * opening quote was no opening: the record then ends with its physical line, so that one stray
 * quote costs one line and not the rest of the file.
 *
 * <p>Unless the encoding is said, a record whose bytes are all valid UTF-8 is UTF-8, any other
 * Windows-1252: exports that were glued together have both. See {@link RecordEncoding} for one that
 * is neither.
 */
final class TextRecords implements RecordSource {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] BOM_TWICE = "ï»¿".getBytes(StandardCharsets.UTF_8);

  private final InputStream in;
  private final TextRecord record;
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;
  private long passed; // bytes of the file before the buffer's first
  private long line = 1;
  private boolean marked;

  /**
   * Reads from the start of the text.
   *
   * @param in the bytes; UTF-16 must have been turned into UTF-8 before
   * @param encoding if it is said
   */
  TextRecords(InputStream in, String file, char delimiter, Optional<Charset> encoding)
      throws IOException {
    this.in = in;
    this.record = new TextRecord(file, delimiter, encoding);
    fill(buffer.length);
    position = startsWith(BOM_TWICE) ? BOM_TWICE.length : startsWith(BOM) ? BOM.length : 0;
    marked = position > 0;
  }

  /**
   * Reads on from where a record starts.
   *
   * @param in the bytes from there on
   * @param offset how many bytes of the file stand before
   * @param line the record's physical line
   */
  TextRecords(InputStream in, TextRecord record, long offset, long line) throws IOException {
    this.in = in;
    this.record = record;
    this.passed = offset;
    this.line = line;
    fill(buffer.length);
  }

  private boolean startsWith(byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= limit || buffer[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<Found> next() throws IOException {
    if (limit - position == 0) {
      fill(buffer.length);
      if (limit == position) {
        return Optional.empty();
      }
    }
    RecordSplitter.Span span = span();
    boolean cutOff = ended && span.next() == limit && span.end() == limit;
    Found found = record.found(buffer, position, span, line, cutOff);
    line += span.lines();
    position = span.next();
    if (span.tooLong()) {
      skipLine();
    }
    return Optional.of(found);
  }

  /** Where in the file the next record starts, in bytes from 0. */
  long offset() {
    return passed + position;
  }

  /** The physical line of the next record. */
  long line() {
    return line;
  }

  /** That which takes its records, and has counted them. */
  TextRecord record() {
    return record;
  }

  /** Finds the record's end, with as many bytes at hand as that takes. */
  private RecordSplitter.Span span() throws IOException {
    while (true) {
      Optional<RecordSplitter.Span> span = record.split(buffer, position, limit, ended);
      if (span.isPresent()) {
        return span.get();
      }
      fill(Math.min(TextRecord.AT_MOST + 1, 2 * Math.max(buffer.length, limit - position)));
    }
  }

  /** Moves what is left to the front and reads until there are so many bytes, or no more. */
  private void fill(int wanted) throws IOException {
    byte[] target = wanted > buffer.length ? new byte[wanted] : buffer;
    System.arraycopy(buffer, position, target, 0, limit - position);
    passed += position;
    limit -= position;
    position = 0;
    buffer = target;
    int read = in.readNBytes(buffer, limit, buffer.length - limit);
    ended = read < buffer.length - limit;
    limit += read;
  }

  /** Passes over the rest of a line that is longer than a record may be. */
  private void skipLine() throws IOException {
    while (true) {
      while (position < limit) {
        byte b = buffer[position++];
        if (b == '\n') {
          line++;
          return;
        }
        if (b == '\r') {
          if (position == limit) {
            fill(buffer.length);
          }
          if (position < limit && buffer[position] == '\n') {
            position++;
          }
          line++;
          return;
        }
      }
      if (ended) {
        return;
      }
      fill(buffer.length);
    }
  }

  @Override
  public List<String> doubts() {
    return record.doubt().stream().toList();
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (marked) {
      notes.add("byte order mark before the first line, left out");
    }
    record.note().ifPresent(notes::add);
    return notes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
