package org.spendreturns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Input that a night takes at once; it waits for files that were written a moment ago. */
public final class MinuteOld {

  private MinuteOld() {}

  /** Makes a file, or each file of a folder, a minute older than it is. */
  public static void make(Path place) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(place)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      FileTime written = Files.getLastModifiedTime(file);
      Files.setLastModifiedTime(
          file, FileTime.from(written.toInstant().minus(Duration.ofMinutes(1))));
    }
  }
}
