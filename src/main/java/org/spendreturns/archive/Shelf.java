package org.spendreturns.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shelf of finished editions: {@code BODY/TOPIC/YEARS/edition-0001/}, each a folder of
 * documents with {@code manifest.json} and {@code SHA256SUMS}.
 *
 * <p>An edition comes onto the shelf whole, by one move, and is never changed.
 */
public final class Shelf {

  private static final String SUMS = "SHA256SUMS";
  private static final String MANIFEST = "manifest.json";
  private static final Pattern EDITION = Pattern.compile("edition-\\d{4,}");

  private final Path root;

  /** A shelf in a folder, which is made when the first edition comes. */
  public Shelf(Path root) {
    this.root = root;
  }

  /** Where an edition stands, or would stand. */
  public Path place(String address, int number) {
    return root.resolve(address).resolve("edition-%04d".formatted(number));
  }

  /** A folder to write an edition in, aside from the shelf, made empty. */
  public Path aside(String address, int number) throws IOException {
    Path folder = unfinished(address, number);
    clear(folder);
    return Files.createDirectories(folder);
  }

  /** Where an edition is written before it stands on the shelf. */
  public Path unfinished(String address, int number) {
    return root.resolve(".unfinished").resolve(address).resolve("edition-%04d".formatted(number));
  }

  /** The manifest of the newest edition of a return, or empty if none stands there. */
  public Optional<Manifest> latest(String address) throws IOException {
    Path folder = root.resolve(address);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> editions = Files.list(folder)) {
      Optional<Path> newest =
          editions
              .filter(edition -> EDITION.matcher(edition.getFileName().toString()).matches())
              .max(Comparator.comparingInt(Shelf::number));
      return newest.isEmpty()
          ? Optional.empty()
          : Optional.of(Manifest.read(newest.get().resolve(MANIFEST)));
    }
  }

  private static int number(Path edition) {
    return Integer.parseInt(edition.getFileName().toString().substring("edition-".length()));
  }

  /** Writes the manifest of an edition into its folder, before its documents. */
  public Path note(Path aside, Manifest manifest) throws IOException {
    Path file = aside.resolve(MANIFEST);
    manifest.write(file);
    return file;
  }

  /** Writes the manifest and the sums of a finished folder into it; those that are there go. */
  public void describe(Path aside, Manifest manifest) throws IOException {
    Files.deleteIfExists(aside.resolve(SUMS)); // it has no sum itself
    manifest.write(aside.resolve(MANIFEST));
    writeSums(aside);
  }

  /**
   * Puts a finished folder on the shelf: writes its manifest and sums, verifies them, and moves it
   * in one step. If the place is taken by the same content, what stands there is left as it is.
   *
   * @throws IllegalStateException if another edition stands at the place
   */
  public Path publish(String address, Path aside, Manifest manifest) throws IOException {
    Path place = place(address, manifest.edition());
    if (Files.exists(place)) {
      Manifest there = Manifest.read(place.resolve(MANIFEST));
      if (!there.contentDigest().equals(manifest.contentDigest())) {
        throw new IllegalStateException(
            "%s: another edition stands there; nothing was published".formatted(place));
      }
      clear(aside);
      return place;
    }
    describe(aside, manifest);
    verify(aside);
    Files.createDirectories(place.getParent());
    Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    removeEmpty(aside.getParent());
    return place;
  }

  /**
   * Reads an edition's sums anew and compares them.
   *
   * @throws IllegalStateException naming the first file that is not what its sum says
   */
  public static void verify(Path edition) throws IOException {
    for (String line : Files.readAllLines(edition.resolve(SUMS))) {
      String[] sum = line.split(" [ *]", 2);
      String found = Sha256.of(edition.resolve(sum[1]));
      if (!found.equals(sum[0])) {
        throw new IllegalStateException(
            "%s: has the digest %s, its sum says %s"
                .formatted(edition.resolve(sum[1]), found, sum[0]));
      }
    }
  }

  private static void writeSums(Path folder) throws IOException {
    List<String> sums = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        sums.add(Sha256.of(file) + "  " + file.getFileName());
      }
    }
    Files.write(
        folder.resolve(SUMS), (String.join("\n", sums) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private void removeEmpty(@Nullable Path from) throws IOException {
    for (Path folder = from; folder != null && !folder.equals(root); folder = folder.getParent()) {
      try (Stream<Path> rest = Files.list(folder)) {
        if (rest.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(folder);
    }
  }
}
