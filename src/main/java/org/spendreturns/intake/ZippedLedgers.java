package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.spendreturns.intake.SetAsideException.Kind;

/**
 * A zip of exports: each file in it is an export of its own, called {@code a.zip!b.csv}.
 *
 * <p>The names in the zip are never used as paths. What computers add of themselves ({@code
 * __MACOSX/}, {@code .DS_Store}, {@code Thumbs.db}) is left out. A zip within the zip is unpacked
 * as a file, and is set aside when it is read.
 */
public final class ZippedLedgers {

  /** The most files that one zip may hold. */
  public static final int FILES_AT_MOST = 1_000;

  private static final long BYTES_AT_MOST = 16L << 30; // of all files together

  private ZippedLedgers() {}

  /**
   * A file out of a zip.
   *
   * @param name the zip's name, an exclamation mark, and the name in the zip
   * @param file where its bytes are now
   */
  public record Unpacked(String name, Path file) {}

  /**
   * Whether a file is a zip of files, by its content; a workbook is a zip too, and is none of this.
   *
   * @param name how messages call it
   */
  public static boolean isZip(Path file, String name) {
    try {
      FileKind.of(file, name);
      return false;
    } catch (SetAsideException refused) { // whatever else it is, its reader says so
      return refused.kind() == Kind.ZIP_OF_FILES;
    }
  }

  /**
   * Unpacks a zip.
   *
   * @param zip where it is
   * @param name how messages call it
   * @param into an empty folder, where files named 1, 2, 3 … are made
   * @return its files, in the order of the zip
   * @throws SetAsideException if it is damaged, needs a password, holds too many or too large
   *     files, the same name twice, or a name that points out of the zip
   * @throws IOException if the folder cannot be written
   */
  public static List<Unpacked> unpack(Path zip, String name, Path into) throws IOException {
    List<Unpacked> files = new ArrayList<>();
    long left = BYTES_AT_MOST;
    try (ZipFile opened = OpenedZip.of(zip, name)) {
      for (ZipEntry entry : entries(opened, name)) {
        String inner = name + "!" + entry.getName();
        Path file = into.resolve(Integer.toString(files.size() + 1));
        try (InputStream in = new UnpackedStream(opened, entry, inner)) {
          left -= Files.copy(in, file);
        }
        if (left < 0) {
          throw new SetAsideException(
              Kind.TOO_LARGE,
              "%s: its files are more than %,d bytes together; unpack it by hand"
                  .formatted(name, BYTES_AT_MOST));
        }
        files.add(new Unpacked(inner, file));
      }
    } catch (ZipException fault) {
      throw new SetAsideException(
          Kind.CORRUPT, name + ": a damaged zip; expected one that opens; send it anew");
    }
    return List.copyOf(files);
  }

  private static List<ZipEntry> entries(ZipFile zip, String name) {
    List<ZipEntry> entries = new ArrayList<>();
    zip.stream()
        .filter(entry -> !entry.isDirectory() && !isAdded(entry.getName()))
        .limit(FILES_AT_MOST + 1L)
        .forEach(entries::add);
    if (entries.size() > FILES_AT_MOST) {
      throw new SetAsideException(
          Kind.TOO_LARGE,
          "%s: more than %,d files; unpack it by hand".formatted(name, FILES_AT_MOST));
    }
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : entries) {
      if (!names.add(entry.getName())) {
        throw new SetAsideException(
            Kind.CORRUPT,
            "%s: holds two files named '%s'; expected a name for each"
                .formatted(name, entry.getName()));
      }
      List<String> segments = Arrays.asList(entry.getName().split("[/\\\\]"));
      if (segments.contains("..") || entry.getName().startsWith("/")) {
        throw new SetAsideException(
            Kind.CORRUPT,
            "%s: '%s' is a name that points out of the zip; expected names within it"
                .formatted(name, entry.getName()));
      }
    }
    return entries;
  }

  private static boolean isAdded(String entry) {
    return entry.startsWith("__MACOSX/")
        || entry.endsWith(".DS_Store")
        || entry.endsWith("Thumbs.db");
  }
}
