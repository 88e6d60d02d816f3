package org.spendreturns.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.spendreturns.intake.SetAsideException.Kind;

/** Opens zips, which workbooks are too. */
final class OpenedZip {

  /** In which Windows writes names in a zip, without saying so: "£" is one byte there. */
  private static final Charset OF_WINDOWS = Charset.forName("IBM850");

  private OpenedZip() {}

  /**
   * Opens it, to be closed after use.
   *
   * @throws SetAsideException if it is damaged, needs a password or is packed in a way that cannot
   *     be unpacked
   * @throws IOException if it cannot be read at all
   */
  static ZipFile of(Path path, String name) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      try {
        return new ZipFile(path.toFile(), OF_WINDOWS);
      } catch (ZipException fault) {
        throw refused(name, String.valueOf(fault.getMessage()));
      }
    }
  }

  /** Why, as far as the library tells. */
  private static SetAsideException refused(String name, String says) {
    if (says.contains("encrypted")) {
      return new SetAsideException(
          Kind.PASSWORD,
          name + ": a zip with a password; expected one without; unpack it and send its files");
    }
    if (says.contains("compression method")) {
      return new SetAsideException(
          Kind.CORRUPT,
          name
              + ": a zip packed by a method other than Deflate, as Windows packs large files"
              + " (Deflate64); unpack it and send its files");
    }
    return new SetAsideException(
        Kind.CORRUPT,
        name + ": a damaged zip or workbook; expected one that opens; export it anew");
  }
}
