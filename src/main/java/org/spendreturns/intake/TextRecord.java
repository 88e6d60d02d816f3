package org.spendreturns.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/**
 * Takes one record after the other from bytes at hand: where it ends, and what its cells say.
 * {@link TextRecords} says by which rules; not for two threads.
 */
final class TextRecord {

  /** The longest record that is read: one mebibyte. */
  static final int AT_MOST = 1 << 20;

  private static final Pattern LINE_END = Pattern.compile("\\R");

  private final String file;
  private final byte delimiter;
  private final boolean isEncodingSaid;
  private final RecordEncoding encoding;
  private final RecordSplitter splitter = new RecordSplitter();
  private long windows;
  private long utf8;
  private long damaged;

  TextRecord(String file, char delimiter, Optional<Charset> encoding) {
    this.file = file;
    this.delimiter = (byte) delimiter;
    this.isEncodingSaid = encoding.isPresent();
    this.encoding = new RecordEncoding(encoding);
  }

  /**
   * Splits the record that starts at a place.
   *
   * @param limit after the last byte at hand
   * @param ended whether the file ends there
   * @return empty if the record's end is not at hand
   */
  Optional<RecordSplitter.Span> split(byte[] bytes, int start, int limit, boolean ended) {
    int end = Math.min(limit, start + AT_MOST);
    boolean last = ended && end == limit;
    boolean all = last || end - start == AT_MOST;
    return splitter.split(bytes, start, end, limit, all, last, delimiter);
  }

  /**
   * The record that was split last.
   *
   * @param line its first physical line
   * @param cutOff whether the file ends in it without ending the line
   */
  Found found(byte[] bytes, int start, RecordSplitter.Span span, long line, boolean cutOff) {
    SourceRef at = new SourceRef(file, "", line);
    if (span.tooLong()) {
      return faulty(
          at,
          RejectReason.TOO_LONG,
          "more than %,d bytes without a line's end; split the line".formatted(AT_MOST));
    }
    if (span.strayQuote()) {
      return faulty(
          at,
          RejectReason.TOO_LONG,
          "a quote at the start of a cell that never closes; close it or remove it");
    }
    Optional<Charset> charset = encoding.of(bytes, start, span.end());
    if (charset.isEmpty()) {
      charset = encoding.nearly(bytes, start, span.end());
      damaged += charset.isPresent() ? 1 : 0;
    }
    if (charset.isEmpty()) {
      return faulty(
          at,
          RejectReason.BAD_TEXT,
          "bytes that are text in no encoding of the file; save the export anew as UTF-8");
    }
    count(charset.get());
    List<String> cells = new ArrayList<>(splitter.fields());
    for (int field = 0; field < splitter.fields(); field++) {
      cells.add(splitter.text(field, charset.get()));
    }
    if (span.lines() > 1 && cells.stream().anyMatch(this::holdsLines)) {
      return faulty(
          at,
          RejectReason.TOO_LONG,
          "a quote closes only %,d %s below, and what look like payments stand between; close it where its cell ends or remove it"
              .formatted(span.lines() - 1, span.lines() == 2 ? "line" : "lines"));
    }
    return new Found(new SourceLine(at, cells), Optional.empty(), cutOff);
  }

  /** Whether a quoted cell goes over lines of which one, after the first, is a line of a ledger. */
  private boolean holdsLines(String cell) {
    return LINE_END
        .splitAsStream(cell)
        .skip(1)
        .anyMatch(line -> LineLook.isLine(line, (char) delimiter));
  }

  private static Found faulty(SourceRef at, RejectReason reason, String message) {
    return new Found(new SourceLine(at, List.of()), Optional.of(new Fault(reason, message)), false);
  }

  /** Tells the encoding of a record that is taken without its cells. */
  RecordEncoding encoding() {
    return encoding;
  }

  /** Counts a record by its encoding, for the notes. */
  void count(Charset charset) {
    if (!isEncodingSaid) {
      windows += charset.equals(RecordEncoding.WINDOWS_1252) ? 1 : 0;
      utf8 += charset.equals(StandardCharsets.UTF_8) ? 1 : 0;
    }
  }

  /** Counts records that another took from the same file. */
  void count(Encodings others) {
    windows += others.windows();
    utf8 += others.utf8();
    damaged += others.damaged();
  }

  /** How many records were not all ASCII, by what they were, and begins to count anew. */
  Encodings takeCounts() {
    Encodings counts = new Encodings(windows, utf8, damaged);
    windows = 0;
    utf8 = 0;
    damaged = 0;
    return counts;
  }

  /**
   * Records that are more than ASCII, by encoding, where it is not said.
   *
   * @param damaged of these, how many are text but for a few bytes
   */
  record Encodings(long windows, long utf8, long damaged) {
    static final Encodings NONE = new Encodings(0, 0, 0);
  }

  /** What a person must look at of the encodings. */
  Optional<String> doubt() {
    return damaged == 0
        ? Optional.empty()
        : Optional.of(
            "records with bytes that are text in no encoding: %,d; each such byte is read as '%s', and a name may be damaged; save the export anew as UTF-8"
                .formatted(damaged, RecordEncoding.REPLACEMENT));
  }

  /** What a person should know of the encodings. */
  Optional<String> note() {
    return windows == 0
        ? Optional.empty()
        : Optional.of(
            "records read as Windows-1252: %,d%s"
                .formatted(windows, utf8 > 0 ? "; as UTF-8: %,d".formatted(utf8) : ""));
  }
}
