package org.spendreturns;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The log of a database that another process writes, followed as it grows. It is asked every few
 * milliseconds: reading it from its beginning each time would take a processor from that process.
 */
final class DatabaseLog {

  private final Path file;
  private long followed; // bytes, to the end of a line

  DatabaseLog(Path home) {
    this.file = home.resolve("database/spend-returns.log");
  }

  /** The whole lines it has gained since it was last asked; "" while there is no log. */
  String gained() throws IOException {
    try (SeekableByteChannel log = Files.newByteChannel(file)) {
      if (log.size() < followed) { // emptied, by a run that has taken it in
        followed = 0;
      }
      log.position(followed);
      byte[] bytes = Channels.newInputStream(log).readAllBytes();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      String lines = text.substring(0, text.lastIndexOf('\n') + 1);
      followed += lines.length();
      return lines;
    } catch (NoSuchFileException notYet) { // the database is being opened
      return "";
    }
  }
}
