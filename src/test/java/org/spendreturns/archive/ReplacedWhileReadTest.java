package org.spendreturns.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that becomes another of the same size and time while the archive reads it. */
class ReplacedWhileReadTest {

  private static final int SIZE = 16 << 20; // read in a tenth of a second or less
  private static final int ROUNDS_AT_MOST = 20;
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_400_000_000_000L);
  private static final String CHANGED =
      "was replaced or written to while it was taken in; it is read on the next run";

  /** How a file becomes another. */
  enum Way {
    /** A finished file of the same time is moved over it. */
    MOVED_OVER {
      @Override
      void change(Path file, byte[] other) throws IOException {
        Path finished = Files.write(file.resolveSibling("finished"), other);
        Files.setLastModifiedTime(finished, LONG_AGO);
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    },
    /** Its bytes are overwritten from the first on. */
    OVERWRITTEN {
      @Override
      void change(Path file, byte[] other) throws IOException {
        Files.write(file, other, StandardOpenOption.WRITE);
      }
    },
    /** It is emptied, and written anew. */
    TRUNCATED {
      @Override
      void change(Path file, byte[] other) throws IOException {
        Files.write(file, other);
      }
    };

    abstract void change(Path file, byte[] other) throws IOException;
  }

  private final byte[] first = filled('a');
  private final byte[] second = filled('b');

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void lay() throws IOException {
    file = folder.resolve("april.csv");
    layFirst();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsStoredIsOneVersionWholeOrNothing(Way way) throws Exception {
    Set<String> versions = Set.of(Sha256.of(first), Sha256.of(second));
    int setAside = 0;
    for (int round = 0; round < ROUNDS_AT_MOST && setAside == 0; round++) {
      layFirst();
      Path root = folder.resolve("archive-" + round);
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      AtomicBoolean isOver = new AtomicBoolean();
      CompletableFuture<Void> changed =
          CompletableFuture.runAsync(() -> changeOnceRead(way, root, isOver));
      try (Archive archive = new Archive(root)) {
        Archive.Stored stored = archive.store(file, seen);
        assertThat(versions).contains(stored.digest());
      } catch (Archive.StillGrowingException moved) {
        assertThat(moved)
            .message()
            .matches(
                CHANGED
                    + "|was 16,777,216 bytes and is now [\\d,]+: still being written; it is read on"
                    + " the next run");
        setAside++;
      } finally {
        isOver.set(true);
      }
      changed.join();
      assertThat(versions).containsAll(digestsOfWhatIsKept(root));
      assertThat(Sha256.of(file)).isEqualTo(Sha256.of(second));
    }
    assertThat(setAside).as("a change while the file was read").isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatChangedSinceItWasSeenIsSetAsideAndReadNextTime(Way way) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    way.change(file, second);

    try (Archive archive = new Archive(folder.resolve("archive"))) {
      assertThatThrownBy(() -> archive.store(file, seen))
          .isInstanceOf(Archive.StillGrowingException.class)
          .hasMessage(CHANGED);
      assertThat(digestsOfWhatIsKept(folder.resolve("archive"))).isEmpty();

      assertThat(archive.store(file).digest()).isEqualTo(Sha256.of(second));
    }
    assertThat(digestsOfWhatIsKept(folder.resolve("archive"))).containsExactly(Sha256.of(second));
  }

  @Test
  void aFileOfAnotherSizeThanWasSeenIsSetAside() throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    Files.write(file, new byte[] {'c'}, StandardOpenOption.APPEND);

    try (Archive archive = new Archive(folder.resolve("archive"))) {
      assertThatThrownBy(() -> archive.store(file, seen))
          .hasMessage(
              "was 16,777,216 bytes and is now 16,777,217: still being written; it is read on the"
                  + " next run");
    }
  }

  private void layFirst() throws IOException {
    Files.write(file, first);
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  /** Changes the file as soon as the archive has copied some of it, or at the latest all. */
  private void changeOnceRead(Way way, Path root, AtomicBoolean isOver) {
    try {
      while (!isOver.get() && !hasBegun(root.resolve("desk"))) {
        Thread.onSpinWait();
      }
      way.change(file, second);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static boolean hasBegun(Path desk) throws IOException {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(desk)) {
      for (Path copy : copies) {
        if (Files.size(copy) > 0) {
          return true;
        }
      }
    } catch (NoSuchFileException noneYetOrNoMore) {
      return false;
    }
    return false;
  }

  /** Of each original in an archive, which must have the digest that it is named by. */
  private static Set<String> digestsOfWhatIsKept(Path root) throws IOException {
    Set<String> digests = new TreeSet<>();
    try (Archive archive = new Archive(root);
        DirectoryStream<Path> shelves = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
      for (Path shelf : shelves) {
        try (DirectoryStream<Path> originals = Files.newDirectoryStream(shelf)) {
          for (Path original : originals) {
            String digest = original.getFileName().toString().replace(Packing.ENDING, "");
            try (Archive.Original unpacked = archive.open(digest)) {
              assertThat(Sha256.of(unpacked.file())).isEqualTo(digest);
            }
            digests.add(digest);
          }
        }
      }
    }
    return digests;
  }

  private static byte[] filled(char with) {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }
}
