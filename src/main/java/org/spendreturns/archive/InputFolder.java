package org.spendreturns.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder in which people lay what determines the figures.
 *
 * <p>Its folders say what a file is: {@code ledgers/BODY/…}, {@code contracts/BODY/…}, {@code
 * rulebooks/TOPIC/…}, {@code bodies/…}, {@code requests/…}, {@code documents/…}. Hidden files and
 * files named {@code README…} are no input.
 */
public final class InputFolder {

  private final Path root;

  /**
   * An input folder.
   *
   * @throws IllegalArgumentException if it is missing or no folder
   */
  public InputFolder(Path root) {
    if (!Files.isDirectory(root)) {
      throw new IllegalArgumentException(
          "%s: found no such folder; expected a folder with bodies/, requests/, rulebooks/,"
                  .formatted(root)
              + " ledgers/ and contracts/; make it, or name another with --input");
    }
    this.root = root;
  }

  /** What a file is, by the folder it lies in. */
  public enum Kind {
    BODY("bodies", false),
    RULEBOOK("rulebooks", true),
    LEDGER("ledgers", true),
    REGISTER("contracts", true),
    DOCUMENTS("documents", false),
    REQUEST("requests", false);

    private final String folder;
    private final boolean hasOwner;

    Kind(String folder, boolean hasOwner) {
      this.folder = folder;
      this.hasOwner = hasOwner;
    }

    static Optional<Kind> ofFolder(String folder) {
      return Arrays.stream(values()).filter(kind -> kind.folder.equals(folder)).findFirst();
    }
  }

  /**
   * A file found.
   *
   * @param kind what it is
   * @param owner the body or topic whose folder it lies in; empty where the file itself says it
   * @param path its path below the input folder, with {@code /}
   * @param file where it is now
   */
  public record Found(Kind kind, String owner, String path, Path file) {}

  /**
   * What the folder holds.
   *
   * @param files by path
   * @param strays messages on files that cannot be input where they lie
   */
  public record Contents(List<Found> files, List<String> strays) {
    /** Keeps its own copies. */
    public Contents {
      files = List.copyOf(files);
      strays = List.copyOf(strays);
    }
  }

  /** Looks through the folder. A link is not followed out of it. */
  public Contents contents() throws IOException {
    List<Found> files = new ArrayList<>();
    List<String> strays = new ArrayList<>();
    for (Path file : tree(strays)) {
      if (!isNoInput(file)) {
        sort(file, files, strays);
      }
    }
    return new Contents(files, strays);
  }

  /** All that is no folder, by path; a folder that cannot be read is a stray. */
  private List<Path> tree(List<String> strays) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path folder, IOException fault) {
            strays.add(pathOf(folder) + ": cannot be read; give this account the right to read it");
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(this::pathOf));
    return found;
  }

  /**
   * The folder's contents as one digest: the same paths with the same bytes give the same.
   *
   * @throws IOException if the folder cannot be read; a file that cannot is counted by its path
   *     alone
   */
  public String digest() throws IOException {
    Contents contents = contents();
    StringBuilder all = new StringBuilder();
    for (Found file : contents.files()) {
      all.append(file.path()).append(' ').append(digestOf(file.file())).append('\n');
    }
    contents.strays().forEach(stray -> all.append(stray).append('\n'));
    return Sha256.of(all.toString());
  }

  private static String digestOf(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException unreadable) {
      return "unreadable";
    }
  }

  private void sort(Path file, List<Found> files, List<String> strays) {
    String path = pathOf(file);
    List<String> folders = List.of(path.split("/"));
    Optional<Kind> kind = Kind.ofFolder(folders.get(0));
    if (Files.isSymbolicLink(file)) {
      strays.add(path + ": is a link, and links are not followed; put the file itself here");
    } else if (!Files.isRegularFile(file)) {
      strays.add(path + ": is neither a file nor a folder; put the file itself here");
    } else if (isUnfinished(file)) {
      strays.add(path + ": is named as a file still being written; it is read once renamed");
    } else if (kind.isEmpty() || folders.size() < (kind.get().hasOwner ? 3 : 2)) {
      strays.add(
          path
              + ": lies where no input is expected; expected ledgers/BODY/,"
              + " contracts/BODY/, rulebooks/TOPIC/, bodies/, requests/ or documents/");
    } else {
      String owner = kind.get().hasOwner ? folders.get(1) : "";
      files.add(new Found(kind.get(), owner, path, file));
    }
  }

  private String pathOf(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private boolean isNoInput(Path file) {
    for (Path name : root.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return file.getFileName().toString().toUpperCase(Locale.ROOT).startsWith("README");
  }

  private static boolean isUnfinished(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".part")
        || name.endsWith(".tmp")
        || name.endsWith(".crdownload")
        || name.endsWith(".filepart")
        || name.startsWith("~$");
  }
}
