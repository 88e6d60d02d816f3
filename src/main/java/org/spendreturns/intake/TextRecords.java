package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/**
 * The records of a delimited text, split as bytes and then decoded, each line in its own encoding.
 *
 * <p>A line ends at LF, CRLF or CR. A quote opens a field only at the field's first byte, so where
 * a record ends depends on where it starts and on nothing before. A quoted field ends at a quote
 * before a delimiter or a line's end; other quotes within it are text. If such a field holds both a
 * line's end and a quote that is text, or does not end within {@link #RECORD_AT_MOST} bytes, its
 * opening quote was no opening: the record then ends with its physical line, so that one stray
 * quote costs one line and not the rest of the file.
 *
 * <p>Unless the encoding is said, a record whose bytes are all valid UTF-8 is UTF-8, any other
 * Windows-1252: exports that were glued together have both.
 */
final class TextRecords implements RecordSource {

  /** The longest record that is read: one mebibyte. */
  static final int RECORD_AT_MOST = 1 << 20;

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] BOM_TWICE = "ï»¿".getBytes(StandardCharsets.UTF_8);

  private final InputStream in;
  private final String file;
  private final byte delimiter;
  private final Optional<Charset> encoding;
  private final RecordSplitter splitter = new RecordSplitter();
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;
  private long line = 1;
  private long windows;
  private long utf8;
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
    this.file = file;
    this.delimiter = (byte) delimiter;
    this.encoding = encoding;
    fill(buffer.length);
    position = startsWith(BOM_TWICE) ? BOM_TWICE.length : startsWith(BOM) ? BOM.length : 0;
    marked = position > 0;
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
    SourceRef at = new SourceRef(file, "", line);
    line += span.lines();
    Found found = found(at, span);
    position = span.next();
    if (span.tooLong()) {
      skipLine();
    }
    return Optional.of(found);
  }

  /** Finds the record's end, with as many bytes at hand as that takes. */
  private RecordSplitter.Span span() throws IOException {
    while (true) {
      int end = Math.min(limit, position + RECORD_AT_MOST);
      boolean last = ended && end == limit;
      boolean all = last || end - position == RECORD_AT_MOST;
      Optional<RecordSplitter.Span> span =
          splitter.split(buffer, position, end, limit, all, last, delimiter);
      if (span.isPresent()) {
        return span.get();
      }
      fill(Math.min(RECORD_AT_MOST + 1, 2 * Math.max(buffer.length, limit - position)));
    }
  }

  /** Moves what is left to the front and reads until there are so many bytes, or no more. */
  private void fill(int wanted) throws IOException {
    byte[] target = wanted > buffer.length ? new byte[wanted] : buffer;
    System.arraycopy(buffer, position, target, 0, limit - position);
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

  private Found found(SourceRef at, RecordSplitter.Span span) {
    boolean cutOff = ended && span.next() == limit && span.end() == limit;
    if (span.tooLong()) {
      return faulty(
          at,
          RejectReason.TOO_LONG,
          "more than %,d bytes without a line's end; split the line".formatted(RECORD_AT_MOST));
    }
    if (span.strayQuote()) {
      return faulty(
          at,
          RejectReason.TOO_LONG,
          "a quote at the start of a cell that never closes; close it or remove it");
    }
    Optional<Charset> charset = charset(span);
    if (charset.isEmpty()) {
      return faulty(
          at,
          RejectReason.BAD_TEXT,
          "bytes that are text in no encoding of the file; save the export anew as UTF-8");
    }
    List<String> cells = new ArrayList<>(splitter.fields());
    for (int field = 0; field < splitter.fields(); field++) {
      cells.add(splitter.text(field, charset.get()));
    }
    return new Found(new SourceLine(at, cells), Optional.empty(), cutOff);
  }

  private static Found faulty(SourceRef at, RejectReason reason, String message) {
    return new Found(new SourceLine(at, List.of()), Optional.of(new Fault(reason, message)), false);
  }

  /** The encoding in which the record is text, or empty if there is none. */
  private Optional<Charset> charset(RecordSplitter.Span span) {
    boolean ascii = true;
    for (int i = position; i < span.end(); i++) {
      if (buffer[i] == 0) {
        return Optional.empty();
      }
      ascii &= buffer[i] >= 0;
    }
    if (ascii) {
      return Optional.of(StandardCharsets.ISO_8859_1);
    }
    if (encoding.isPresent()) {
      return encoding.filter(said -> decodes(said, span));
    }
    if (decodes(StandardCharsets.UTF_8, span)) {
      utf8++;
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (decodes(WINDOWS_1252, span)) {
      windows++;
      return Optional.of(WINDOWS_1252);
    }
    return Optional.empty();
  }

  private boolean decodes(Charset charset, RecordSplitter.Span span) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(buffer, position, span.end() - position));
      return true;
    } catch (CharacterCodingException notThis) {
      return false;
    }
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (marked) {
      notes.add("byte order mark before the first line, left out");
    }
    if (windows > 0) {
      notes.add(
          "records read as Windows-1252: %,d%s"
              .formatted(windows, utf8 > 0 ? "; as UTF-8: %,d".formatted(utf8) : ""));
    }
    return notes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
