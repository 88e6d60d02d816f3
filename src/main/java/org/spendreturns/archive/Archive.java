package org.spendreturns.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * The originals, each stored once under its SHA-256: {@code ab/abcdef…}. Nothing is ever changed or
 * removed.
 */
public final class Archive {

  private final Path root;

  /** An archive in a folder, which is made when the first original comes. */
  public Archive(Path root) {
    this.root = root;
  }

  /**
   * An original as stored.
   *
   * @param digest SHA-256 of its bytes, lower-case hex
   * @param bytes its size
   */
  public record Stored(String digest, long bytes) {}

  /**
   * Stores a copy of a file, on disk before this returns. The same bytes again are recognised.
   *
   * @throws StillGrowingException if the file changed while it was copied
   * @throws IOException if it cannot be read, or the archive cannot be written
   */
  public Stored store(Path file) throws IOException {
    Files.createDirectories(root);
    Path copy = Files.createTempFile(root, "receiving-", "");
    try {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      String digest;
      try (OutputStream out = Files.newOutputStream(copy)) {
        digest = Sha256.ofCopy(file, out);
      }
      BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
      long bytes = Files.size(copy);
      if (after.size() != bytes
          || before.size() != bytes
          || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
        throw new StillGrowingException(before.size(), after.size());
      }
      Path place = place(digest);
      if (!Files.exists(place)) {
        force(copy);
        Files.createDirectories(place.getParent());
        Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Stored(digest, bytes);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /**
   * The present time by the clock that dates files, which may differ from the machine's.
   *
   * @throws IOException if the archive cannot be written
   */
  public Instant fileTime() throws IOException {
    Files.createDirectories(root);
    Path touched = Files.createTempFile(root, "clock-", "");
    try {
      return Files.getLastModifiedTime(touched).toInstant();
    } finally {
      Files.delete(touched);
    }
  }

  /**
   * The original's file, for reading only, after its bytes were found to be what they were.
   *
   * @throws IllegalStateException if it is not in the archive, or no longer what was stored
   */
  public Path verified(String digest) {
    Path place = place(digest);
    try {
      if (!Files.exists(place)) {
        throw new IllegalStateException(
            "archive: no original %s; restore the archive from its backup".formatted(digest));
      }
      String found = Sha256.of(place);
      if (!found.equals(digest)) {
        throw new IllegalStateException(
            "archive: original %s now has the digest %s; restore it from its backup"
                .formatted(digest, found));
      }
      return place;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private Path place(String digest) {
    return root.resolve(digest.substring(0, 2)).resolve(digest);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A file that changed while it was copied: somebody is still writing it. */
  public static final class StillGrowingException extends IOException {
    private static final long serialVersionUID = 1L;

    public StillGrowingException(long before, long after) {
      super(
          "was %,d bytes and is now %,d: still being written; it is read on the next run"
              .formatted(before, after));
    }
  }
}
