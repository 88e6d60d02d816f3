package org.spendreturns.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where originals lie unpacked while they are read: one copy each, kept for who reads it next, up
 * to {@link #KEPT_AT_MOST} bytes in all. What a program that was killed left here is cleared away.
 */
final class Desk implements AutoCloseable {

  /** Copies that nobody reads are kept up to this many bytes: 4 GiB. */
  static final long KEPT_AT_MOST = 4L << 30;

  private final Path folder;
  private final Map<String, Copy> copies = new LinkedHashMap<>(16, 0.75f, true); // oldest use first
  private boolean isSwept;

  Desk(Path folder) {
    this.folder = folder;
  }

  /** A copy and how many read it now. */
  private static final class Copy {
    private final Path file;
    private final long bytes;
    private int readers;

    Copy(Path file, long bytes) {
      this.file = file;
      this.bytes = bytes;
    }
  }

  /** A new, empty file on the desk. */
  synchronized Path blank() throws IOException {
    Files.createDirectories(folder);
    if (!isSwept) {
      for (Path left : files()) {
        Files.delete(left);
      }
      isSwept = true;
    }
    return Files.createTempFile(folder, "original-", "");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Keeps a file of the desk as the copy of an original; one that lies here already stays. */
  synchronized void keep(String digest, Path file) throws IOException {
    Copy copy = copies.get(digest);
    if (copy == null) {
      copies.put(digest, new Copy(file, Files.size(file)));
      clearAway();
    }
  }

  /** The same, and takes the copy to be read until it is given back. */
  synchronized Path keepAndTake(String digest, Path file) throws IOException {
    Copy copy = copies.get(digest);
    if (copy == null) {
      copy = new Copy(file, Files.size(file));
      copies.put(digest, copy);
    }
    copy.readers++;
    clearAway();
    return copy.file;
  }

  /** The copy of an original, to be read until it is given back, or empty if none lies here. */
  synchronized Optional<Path> take(String digest) {
    Copy copy = copies.get(digest);
    if (copy == null) {
      return Optional.empty();
    }
    copy.readers++;
    return Optional.of(copy.file);
  }

  /** Removes a file of the desk unless it was kept as a copy. */
  synchronized void discard(Path file) throws IOException {
    if (copies.values().stream().noneMatch(copy -> copy.file.equals(file))) {
      Files.deleteIfExists(file);
    }
  }

  /** Ends one reading of a copy that was taken. */
  synchronized void giveBack(String digest) {
    Copy copy = copies.get(digest);
    if (copy != null && copy.readers > 0) {
      copy.readers--;
      clearAway();
    }
  }

  private void clearAway() {
    long held = copies.values().stream().mapToLong(copy -> copy.bytes).sum();
    Iterator<Copy> oldestFirst = new ArrayList<>(copies.values()).iterator();
    while (held > KEPT_AT_MOST && oldestFirst.hasNext()) {
      Copy copy = oldestFirst.next();
      if (copy.readers == 0) {
        copies.values().remove(copy);
        delete(copy.file);
        held -= copy.bytes;
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Clears the desk. */
  @Override
  public synchronized void close() {
    copies.values().forEach(copy -> delete(copy.file));
    copies.clear();
    if (isSwept) {
      delete(folder);
    }
  }
}
