package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.spendreturns.intake.SetAsideException.Kind;

/** What a file is, by its content alone: names lie, as a workbook called {@code .csv} shows. */
enum FileKind {
  /** Delimited text in an encoding that contains ASCII. */
  TEXT,
  /** Delimited text in UTF-16. */
  TEXT_UTF_16,
  XLSX,
  XLS,
  ODS,
  SPREADSHEET_ML;

  private static final int HEAD = 8 * 1024;

  /** How other files begin, and what they are called. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "%PDF", "a PDF document",
          "\u0089PNG", "a PNG picture",
          "\u00FF\u00D8\u00FF", "a JPEG picture",
          "GIF8", "a GIF picture",
          "{\\rtf", "a rich text document",
          "\u001F\u008B", "a gzip file; unpack it first",
          "7z\u00BC\u00AF", "a 7z file; unpack it first",
          "Rar!", "a RAR file; unpack it first",
          "SQLite format 3", "a SQLite database",
          "PAR1", "a Parquet file");

  /**
   * Looks at the file.
   *
   * @throws SetAsideException if it is no ledger of any kind that can be read
   */
  static FileKind of(Path path, String name) {
    try (InputStream in = Files.newInputStream(path)) {
      String text = head(in);
      boolean isEmpty = text.isEmpty();
      for (; !text.isEmpty() && text.isBlank(); text = head(in)) {
        // a program may write thousands of blank lines first
      }
      if (text.isEmpty()) {
        throw empty(name, isEmpty);
      }
      for (Map.Entry<String, String> other : OTHERS.entrySet()) {
        if (text.startsWith(other.getKey())) {
          throw notALedger(name, other.getValue());
        }
      }
      if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
        return zipped(path, name);
      }
      if (text.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
        return compound(path, name);
      }
      return text(text, name);
    } catch (NoSuchFileException gone) {
      throw new SetAsideException(Kind.NOT_READABLE, name + ": no such file; expected an export");
    } catch (IOException fault) {
      throw new SetAsideException(
          Kind.NOT_READABLE,
          name + ": cannot be read; check that it is a file and that its permissions allow it");
    }
  }

  private static String head(InputStream in) throws IOException {
    return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
  }

  private static SetAsideException empty(String name, boolean isEmpty) {
    return new SetAsideException(
        Kind.EMPTY,
        "%s: %s; expected a ledger; export it anew"
            .formatted(name, isEmpty ? "an empty file (0 bytes)" : "nothing but white space"));
  }

  private static SetAsideException notALedger(String name, String what) {
    return new SetAsideException(
        Kind.NOT_A_LEDGER,
        "%s: %s; expected a ledger as CSV, XLSX, XLS, ODS or SpreadsheetML".formatted(name, what));
  }

  private static FileKind zipped(Path path, String name) throws IOException {
    try (ZipFile zip = OpenedZip.of(path, name)) {
      Set<String> entries = new HashSet<>();
      zip.stream().limit(10_000).map(ZipEntry::getName).forEach(entries::add);
      if (entries.contains("xl/workbook.xml")) {
        return XLSX;
      }
      if (entries.contains("xl/workbook.bin")) {
        throw notALedger(name, "an Excel binary workbook (.xlsb); save it as .xlsx");
      }
      if (entries.contains("word/document.xml")) {
        throw notALedger(name, "a Word document");
      }
      if (entries.contains("ppt/presentation.xml")) {
        throw notALedger(name, "a PowerPoint presentation");
      }
      if (entries.contains("mimetype") && entries.contains("content.xml")) {
        return openDocument(zip, name);
      }
    }
    throw new SetAsideException(
        Kind.ZIP_OF_FILES,
        name + ": a zip of files, each of which is an export of its own; unpack it first");
  }

  private static FileKind openDocument(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
      String type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
      if (!type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
        throw notALedger(name, "an OpenDocument file that is no spreadsheet");
      }
    }
    ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
    if (manifest != null) {
      try (InputStream in = zip.getInputStream(manifest)) {
        String text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        if (text.contains("encryption-data")) {
          throw password(name);
        }
      }
    }
    return ODS;
  }

  /** A workbook that opens only with a password. */
  static SetAsideException password(String name) {
    return new SetAsideException(
        Kind.PASSWORD,
        name
            + ": a workbook with a password; expected one without; save it without and export anew");
  }

  private static FileKind compound(Path path, String name) {
    try (POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true)) {
      if (files.getRoot().hasEntry("EncryptedPackage")) {
        throw password(name);
      }
      if (files.getRoot().hasEntry("Workbook") || files.getRoot().hasEntry("WORKBOOK")) {
        return XLS;
      }
      if (files.getRoot().hasEntry("Book")) {
        throw notALedger(name, "a workbook of Excel 5 or 95; save it as .xlsx");
      }
      if (files.getRoot().hasEntry("WordDocument")) {
        throw notALedger(name, "a Word document");
      }
    } catch (IOException | RuntimeException fault) {
      throw WorkbookText.damaged(name, "workbook (.xls)", fault);
    }
    throw notALedger(name, "an Office file that is no workbook");
  }

  private static FileKind text(String head, String name) {
    if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
      return TEXT_UTF_16;
    }
    long nul = head.chars().filter(c -> c == 0).count();
    if (nul * 3 > head.length() && nul * 5 < head.length() * 4L && isUtf16WithoutMark(head)) {
      return TEXT_UTF_16;
    }
    long control = head.chars().filter(c -> c < 32 && c != '\t' && c != '\r' && c != '\n').count();
    if (control * 10 > head.length()) {
      throw notALedger(name, "a file of bytes that are no text");
    }
    String start = start(head);
    if (start.contains("<html")
        || start.startsWith("<!doctype html")
        || start.startsWith("<head")) {
      throw notALedger(name, "a web page (HTML), perhaps an error page or a page of links");
    }
    if (start.startsWith("<?xml") || start.startsWith("<")) {
      if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
        return SPREADSHEET_ML;
      }
      throw notALedger(name, "an XML or HTML document that is no workbook");
    }
    if (start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("{\n")) {
      throw notALedger(name, "a JSON document");
    }
    return TEXT;
  }

  /** The beginning in lower case, without byte order marks and white space before it. */
  private static String start(String head) {
    String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isUtf16WithoutMark(String head) {
    int[] nul = new int[2];
    for (int i = 0; i < head.length(); i++) {
      nul[i % 2] += head.charAt(i) == 0 ? 1 : 0;
    }
    return Math.max(nul[0], nul[1]) > 20 * Math.min(nul[0], nul[1]);
  }
}
