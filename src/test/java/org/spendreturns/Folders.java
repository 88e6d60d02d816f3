package org.spendreturns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Whole folders that tests copy and delete. */
public final class Folders {

  private Folders() {}

  /** What fills a test's folder. */
  @FunctionalInterface
  public interface Filling {
    void fill() throws IOException;
  }

  /**
   * Fills a test's folder, for the first test of a class; the next ones get copies of what it held
   * then.
   *
   * @param once a folder of the class, empty before its first test
   */
  public static void fill(Path folder, Path once, Filling filling) throws IOException {
    Path kept = once.resolve("filled");
    if (Files.exists(kept)) {
      copy(kept, folder);
    } else {
      filling.fill();
      copy(folder, kept);
    }
  }

  /** Copies all that is in a folder over what is there, each file as old as it is. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path each : tree.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(there);
        } else {
          Files.copy(
              each, there, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
