package org.spendreturns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.spendreturns.intake.SetAsideException;
import org.spendreturns.intake.ZippedLedgers;
import org.springframework.util.FileSystemUtils;

/**
 * An export that a command line names: a file, or a file in a zip.
 *
 * @param shown as the command line names it, with {@code !} and the name in the zip
 * @param name as its lines are cited: the same without the folders above it
 * @param file where its bytes are
 */
record NamedExport(String shown, String name, Path file) {

  /**
   * Hands on a file, or each file in a zip; those of a zip are gone afterwards.
   *
   * @throws SetAsideException if it is a zip that cannot be unpacked, before anything is handed on
   * @throws IOException if there is no room to unpack
   */
  static void each(Path path, Consumer<NamedExport> visitor) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (!ZippedLedgers.isZip(path, name)) {
      visitor.accept(new NamedExport(path.toString(), name, path));
      return;
    }
    Path desk = Files.createTempDirectory("spend-returns-");
    try {
      String folders = path.toString().substring(0, path.toString().length() - name.length());
      List<NamedExport> exports = new ArrayList<>();
      for (ZippedLedgers.Unpacked entry : ZippedLedgers.unpack(path, name, desk)) {
        exports.add(new NamedExport(folders + entry.name(), entry.name(), entry.file()));
      }
      exports.forEach(visitor);
    } finally {
      FileSystemUtils.deleteRecursively(desk);
    }
  }
}
