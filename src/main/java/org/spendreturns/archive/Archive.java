package org.spendreturns.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The originals, each stored once under its SHA-256 and packed where that saves room: {@code
 * ab/abcdef….gz}, or {@code ab/abcdef…} as it came. The digest is that of the original, not of its
 * packing. Nothing is ever changed or removed.
 *
 * <p>An original is read from a copy that was unpacked and found to have its digest; one that was
 * stored in the same run is at hand without being unpacked again.
 */
public final class Archive implements AutoCloseable {

  private final Path root;
  private final Desk desk;

  /** An archive in a folder, which is made when the first original comes. */
  public Archive(Path root) {
    this.root = root;
    this.desk = new Desk(root.resolve("desk"));
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
   * @throws StillGrowingException if the file was replaced or changed while it was copied
   * @throws NotStoredException if it could be read, and the archive cannot be written
   * @throws AccessDeniedException if it may not be read
   * @throws IOException if it cannot be read
   */
  public Stored store(Path file) throws IOException {
    return store(file, Files.readAttributes(file, BasicFileAttributes.class));
  }

  /**
   * The same of a file that was seen before and found at rest. Who overwrites it in place may leave
   * its size as it was, and half of it new: so it must be the file that was seen, of the same size
   * and the same time.
   *
   * @param seen what was seen of it
   * @throws StillGrowingException if the file was replaced or changed since it was seen
   * @throws NotStoredException if it could be read, and the archive cannot be written
   * @throws AccessDeniedException if it may not be read
   * @throws IOException if it cannot be read
   */
  public Stored store(Path file, BasicFileAttributes seen) throws IOException {
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Optional<Path> copy = Optional.empty();
    try {
      copy = Optional.of(desk.blank());
      return store(file, seen, copy.get());
    } catch (StillGrowingException | NoSuchFileException moved) {
      throw moved;
    } catch (IOException fault) {
      throw new NotStoredException(root, fault);
    } finally {
      if (copy.isPresent()) {
        desk.discard(copy.get());
      }
    }
  }

  private Stored store(Path file, BasicFileAttributes seen, Path copy) throws IOException {
    String digest;
    try (OutputStream out = Files.newOutputStream(copy)) {
      digest = Sha256.ofCopy(file, out);
    }
    BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
    long bytes = Files.size(copy);
    if (after.size() != bytes
        || seen.size() != bytes
        || !seen.lastModifiedTime().equals(after.lastModifiedTime())
        || !Objects.equals(seen.fileKey(), after.fileKey())) {
      throw new StillGrowingException(seen.size(), after.size());
    }
    if (!Files.exists(place(digest)) && !Files.exists(packed(digest))) {
      put(digest, copy);
    }
    if (Files.exists(copy)) {
      desk.keep(digest, copy);
    }
    return new Stored(digest, bytes);
  }

  /** Brings a copy into its place, packed if that is worth it, by one move. */
  private void put(String digest, Path copy) throws IOException {
    Files.createDirectories(place(digest).getParent());
    Path packed = desk.blank();
    try {
      Packing.pack(copy, packed);
      if (!Packing.isWorthIt(Files.size(copy), Files.size(packed))) {
        force(copy);
        Files.move(copy, place(digest), StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      String unpacked = Packing.unpack(packed, OutputStream.nullOutputStream());
      if (!unpacked.equals(digest)) {
        throw new IOException("what was written is not what is read back");
      }
      force(packed);
      Files.move(packed, packed(digest), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(packed);
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

  /** An original, laid out to be read until it is closed; its bytes are what they were. */
  public final class Original implements AutoCloseable {
    private final String digest;
    private final Path file;

    private Original(String digest, Path file) {
      this.digest = digest;
      this.file = file;
    }

    /** Where it lies, for reading only. */
    public Path file() {
      return file;
    }

    @Override
    public void close() {
      if (!file.equals(place(digest))) {
        desk.giveBack(digest);
      }
    }
  }

  /**
   * Lays an original out to be read, after its bytes were found to be what they were.
   *
   * @throws IllegalStateException if it is not in the archive, or no longer what was stored, or
   *     there is no room to unpack it
   */
  public Original open(String digest) {
    Optional<Path> atHand = desk.take(digest);
    if (atHand.isPresent()) {
      return new Original(digest, atHand.get());
    }
    if (Files.exists(place(digest))) {
      return verified(digest);
    }
    if (!Files.exists(packed(digest))) {
      throw new IllegalStateException(
          "archive: no original %s; restore the archive from its backup".formatted(digest));
    }
    try {
      Path copy = desk.blank();
      try {
        unpack(digest, copy);
        return new Original(digest, desk.keepAndTake(digest, copy));
      } finally {
        desk.discard(copy);
      }
    } catch (IOException fault) {
      throw new IllegalStateException(
          "archive: original %s cannot be unpacked to be read: %s; make room in %s"
              .formatted(digest, fault.getMessage(), root),
          fault);
    }
  }

  private void unpack(String digest, Path copy) throws IOException {
    try (OutputStream out = Files.newOutputStream(copy)) {
      refuse(digest, Packing.unpack(packed(digest), out));
    } catch (ZipException | EOFException damaged) {
      throw new IllegalStateException(
          "archive: original %s can no longer be unpacked; restore it from its backup"
              .formatted(digest),
          damaged);
    }
  }

  private Original verified(String digest) {
    try {
      refuse(digest, Sha256.of(place(digest)));
      return new Original(digest, place(digest));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void refuse(String digest, String found) {
    if (!found.equals(digest)) {
      throw new IllegalStateException(
          "archive: original %s now has the digest %s; restore it from its backup"
              .formatted(digest, found));
    }
  }

  private Path place(String digest) {
    return root.resolve(digest.substring(0, 2)).resolve(digest);
  }

  private Path packed(String digest) {
    return place(digest).resolveSibling(digest + Packing.ENDING);
  }

  @Override
  public void close() {
    desk.close();
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A file that could not be stored: no room, or no right to write. */
  public static final class NotStoredException extends IOException {
    private static final long serialVersionUID = 1L;

    NotStoredException(Path root, IOException fault) {
      super(
          "could not be taken into the archive: %s; make room in %s, and run again"
              .formatted(fault.getMessage(), root),
          fault);
    }
  }

  /** A file that was replaced or changed while it was copied, perhaps by who still writes it. */
  public static final class StillGrowingException extends IOException {
    private static final long serialVersionUID = 1L;

    StillGrowingException(long before, long after) {
      super(
          before == after
              ? "was replaced or written to while it was taken in; it is read on the next run"
              : "was %,d bytes and is now %,d: still being written; it is read on the next run"
                  .formatted(before, after));
    }
  }
}
