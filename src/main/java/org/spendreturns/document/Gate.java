package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Opens finished files with readers that did not write them, and says what in them nobody approved:
 * hidden rows, formulas, comments, scripts, names of people in properties, and the like.
 *
 * <p>It judges any file, also one that was not made here. Workbooks (.xlsx, .ods), PDFs, web pages,
 * CSV and JSON files are opened; a file of another kind, or of another than its name says, is a
 * fault, since nothing vouches for it.
 */
public final class Gate {

  private static final String OF_NO_KIND =
      "this kind of file cannot be opened here, so nothing vouches for it";
  private static final Pattern OF_PROGRAMS =
      Pattern.compile(
          "(?s)PK\u0003\u0004.*|PK\u0005\u0006.*|%PDF.*|\u00D0\u00CF\u0011\u00E0.*|\u0089PNG.*"
              + "|\u00FF\u00D8\u00FF.*|GIF8.*|Rar!.*|7z\u00BC\u00AF.*|\u001F\u008B.*|\\{\\\\rtf.*|MZ.*");
  private static final int FIRST = 8; // bytes that tell what a file is

  /**
   * Something in a file that may not leave the house.
   *
   * @param file the file's name
   * @param place where in it: a sheet and cell, a page, a line; empty for the file as a whole
   * @param found what is there, and what to do about it
   */
  public record Fault(String file, String place, String found) {

    /** Written {@code return.xlsx: Payments!A7: the row is hidden; show it or leave it out}. */
    @Override
    public String toString() {
      return place.isEmpty() ? file + ": " + found : file + ": " + place + ": " + found;
    }
  }

  /**
   * Opens one file, or an edition if it is a folder.
   *
   * @return what was found, in the order of the file; empty if it may pass
   * @throws IOException if the file cannot be read at all
   */
  public List<Fault> open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return openEdition(file);
    }
    Faults faults = new Faults(String.valueOf(file.getFileName()));
    open(file, faults);
    return faults.found();
  }

  /** Opens an edition of which nobody has said which pictures its pages may show. */
  public List<Fault> openEdition(Path folder) throws IOException {
    return openEdition(folder, Pictures.ANY);
  }

  /**
   * Opens every file of an edition, and compares its formats with each other: a figure that they do
   * not all give alike, or a total that is not the sum of its parts, is a fault too.
   *
   * @param folder of the edition; the files in it are opened in the order of their names
   * @param pictures that its pages may show
   * @throws IOException if a file cannot be read at all
   */
  public List<Fault> openEdition(Path folder, Pictures pictures) throws IOException {
    return GateOfEdition.open(folder, pictures);
  }

  /** Opens one file, and gives what it shows if it is a PDF. */
  static Optional<GateOfPdf.Told> open(Path file, Faults faults) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean isText = name.matches(".*\\.(?:csv|html?|json)");
    if (Files.size(file) == 0) {
      faults.add("", "the file is empty");
    } else if (isText && OF_PROGRAMS.matcher(first(file)).matches()) {
      faults.add("", "its bytes are not of the kind its name says, so nothing vouches for it");
    } else if (name.endsWith(".xlsx")) {
      if (GateOfArchive.open(file, faults)) {
        new GateOfWorkbook(faults).open(file);
      }
    } else if (name.endsWith(".pdf")) {
      return Optional.of(new GateOfPdf(faults).open(file));
    } else if (name.endsWith(".csv")) {
      new GateOfTable(faults).open(file);
    } else if (name.endsWith(".ods")) {
      if (GateOfArchive.open(file, faults)) {
        new GateOfOpenDocument(faults).open(file);
      }
    } else if (name.matches(".*\\.html?")) {
      new GateOfPage(faults).open(file);
    } else if (name.endsWith(".json")) {
      try (InputStream in = Files.newInputStream(file)) {
        new GateOfJson(faults).open(in);
      }
    } else if (name.equals(GateOfSums.NAME.toLowerCase(Locale.ROOT))) {
      GateOfSums.open(file, faults);
    } else {
      faults.add("", OF_NO_KIND);
    }
    return Optional.empty();
  }

  private static String first(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(FIRST), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * The pictures that a page may show, if they are pixels and nothing else.
   *
   * @param only each as PNG in Base64; empty if nobody has said which
   */
  public record Pictures(Optional<Set<String>> only) {
    /** Nobody has said which. */
    public static final Pictures ANY = new Pictures(Optional.empty());

    /** A body's own sign, or none. */
    public static Pictures of(Optional<String> png) {
      return new Pictures(Optional.of(png.map(Set::of).orElse(Set.of())));
    }
  }

  /** The faults of one file, as they are found. */
  static final class Faults {
    private final String file;
    private final Set<String> body;
    private final Pictures pictures;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
      this(file, Set.of(), Pictures.ANY);
    }

    /** Of a file of a body, whose names are no person's whatever they look like. */
    Faults(String file, Set<String> body, Pictures pictures) {
      this.file = file;
      this.body = body;
      this.pictures = pictures;
    }

    boolean isBody(String name) {
      return body.contains(name);
    }

    boolean mayShow(String picture) {
      return pictures.only().isEmpty() || pictures.only().get().contains(picture);
    }

    void add(String place, String what) {
      found.add(new Fault(file, place, what));
    }

    List<Fault> found() {
      return List.copyOf(found);
    }
  }
}
