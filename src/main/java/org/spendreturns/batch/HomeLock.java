package org.spendreturns.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One program at a time in an installation, by a lock of the operating system.
 *
 * <p>HSQLDB's own lock is kept alive by a heartbeat, so that a program that is suspended for ten
 * seconds loses it to another, and both then write. This one is held until the program ends,
 * however it ends.
 */
public final class HomeLock implements AutoCloseable {

  private final FileChannel file;

  private HomeLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the lock of a folder, which is made if it is not there.
   *
   * @throws InUseException if another program has it
   */
  static HomeLock take(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel file =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        throw new InUseException(root);
      }
      return new HomeLock(file);
    } catch (IOException fault) {
      throw new IllegalStateException(
          "%s: cannot be made or written: %s".formatted(root, fault.getMessage()), fault);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException here) {
      return null; // this very program has it open elsewhere
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Another run has the installation open. */
  public static final class InUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InUseException(Path root) {
      super(
          "%s: another run has it open; wait until it has ended, or name another with --home"
              .formatted(root));
    }
  }
}
