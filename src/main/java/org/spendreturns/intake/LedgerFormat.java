package org.spendreturns.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.intake.RecordSource.Found;

/** How the records of one export are got at; it can be opened more than once. */
final class LedgerFormat {

  private static final int HEAD = 256 * 1024;

  /** What spreadsheet programs write first, after a byte order mark, and obey. */
  private static final Pattern SAID =
      Pattern.compile("(?:\u00EF\u00BB\u00BF)?\"?sep=([\\t -!#-/:-@\\[-`{-~])\"?[\r\n]");

  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private final Path path;
  private final String name;
  private final FileKind kind;
  private final LedgerSettings settings;
  private char delimiter = ',';

  private LedgerFormat(Path path, String name, FileKind kind, LedgerSettings settings) {
    this.path = path;
    this.name = name;
    this.kind = kind;
    this.settings = settings;
  }

  /**
   * Looks at the file's first bytes.
   *
   * @throws SetAsideException if it is nothing that can be read
   */
  static LedgerFormat of(Path path, String name, LedgerSettings settings) {
    LedgerFormat format = new LedgerFormat(path, name, FileKind.of(path, name), settings);
    if (format.kind == FileKind.TEXT || format.kind == FileKind.TEXT_UTF_16) {
      try {
        format.delimiter = format.sniff();
      } catch (IOException fault) {
        throw new SetAsideException(
            SetAsideException.Kind.NOT_READABLE,
            name + ": cannot be read; check that its permissions allow it");
      }
    }
    return format;
  }

  /** The records from the first on. */
  RecordSource open() throws IOException {
    return switch (kind) {
      case TEXT, TEXT_UTF_16 -> new TextRecords(text(), name, delimiter, encoding());
      case XLSX -> new XlsxRecords(path, name);
      case XLS -> new XlsRecords(path, name);
      case ODS -> new OdsRecords(path, name);
      case SPREADSHEET_ML -> new SpreadsheetMlRecords(path, name);
    };
  }

  private InputStream text() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    return kind == FileKind.TEXT_UTF_16 ? new Utf16AsUtf8(bytes) : bytes;
  }

  /** The file, if the bytes of its records are its own. */
  Optional<Path> plainText() {
    return kind == FileKind.TEXT ? Optional.of(path) : Optional.empty();
  }

  /** What stands between the cells of a text. */
  char delimiter() {
    return delimiter;
  }

  /** The encoding, if it is said. */
  Optional<java.nio.charset.Charset> encoding() {
    return kind == FileKind.TEXT_UTF_16 ? Optional.empty() : settings.encoding();
  }

  /** What a person should know of the format. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (kind == FileKind.TEXT_UTF_16) {
      notes.add("encoding UTF-16");
    }
    if (delimiter != ',') {
      notes.add(delimiter == '\t' ? "cells between tabs" : "cells between '" + delimiter + "'");
    }
    boolean text = kind == FileKind.TEXT || kind == FileKind.TEXT_UTF_16;
    if (!text && name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
      notes.add("named .csv, but a workbook (%s)".formatted(EnumText.written(kind)));
    }
    return notes;
  }

  /**
   * The delimiter that the first line says, as {@code sep=;} does; else the one with which column
   * names are found; failing that, the one that gives most records three cells or more.
   */
  private char sniff() throws IOException {
    byte[] head;
    try (InputStream in = text()) {
      head = in.readNBytes(HEAD);
    }
    Matcher said = SAID.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (said.lookingAt()) {
      return said.group(1).charAt(0);
    }
    char best = ',';
    int bestScore = -1;
    for (char candidate : DELIMITERS) {
      int score = score(head, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private int score(byte[] head, char candidate) throws IOException {
    int needed = settings.needsDates() ? 3 : 2;
    int named = 0;
    int wide = 0;
    try (TextRecords records =
        new TextRecords(new ByteArrayInputStream(head), name, candidate, encoding())) {
      Optional<Found> next = records.next();
      int looked = 0;
      while (next.isPresent() && looked < Sections.LOOK_AHEAD) {
        List<String> cells = next.get().line().cells();
        looked += next.get().line().isBlank() ? 0 : 1;
        int roles = ColumnNames.shipped().roles(cells, settings).size();
        named = Math.max(named, roles >= needed ? roles : 0);
        wide += cells.size() >= needed ? 1 : 0;
        next = records.next();
      }
    }
    return 1_000 * named + wide;
  }
}
