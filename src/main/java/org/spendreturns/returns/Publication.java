package org.spendreturns.returns;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a body publishes its returns; what it chooses changes no figure.
 *
 * @param pdf the standards that its PDFs follow
 * @param formats the files it publishes beside the PDF, the JSON and the CSV
 * @param languages in which its documents for people are written, English always among them
 * @param ids its own numbers in the registers of open data
 * @param look the colours and the sign of its documents
 */
public record Publication(
    Pdf pdf, Set<Format> formats, Set<Language> languages, Ids ids, Look look) {

  /** Of a body that chooses nothing. */
  public static final Publication USUAL =
      new Publication(Pdf.A_3A, Set.of(Format.values()), Set.of(Language.EN), Ids.NONE, Look.USUAL);

  /** Refuses a set without English; keeps its own, ordered copies. */
  public Publication {
    if (!languages.contains(Language.EN)) {
      throw new IllegalArgumentException("a return is published in English, and others beside it");
    }
    languages = Collections.unmodifiableSet(new TreeSet<>(languages));
    formats = Collections.unmodifiableSet(new TreeSet<>(formats));
  }

  /** A file that a body may leave out. */
  public enum Format {
    /** The workbook for Excel. */
    XLSX,
    /** The same workbook as OpenDocument. */
    ODS,
    /** The page for the web. */
    HTML,
    /** Contracts by the Open Contracting Data Standard. */
    OCDS,
    /** Grants by the 360Giving Data Standard. */
    GRANTS
  }

  /**
   * Numbers in the registers of open data. A body without one has an id that says so and is unique
   * only among its own files.
   *
   * @param organisation as {@code GB-PPON-PQZB-4253-GCQD}; empty if not given
   * @param ocds the prefix of its contracting processes, as {@code ocds-h6vhtk}; empty if it has
   *     none
   * @param grants the prefix of its grants, as {@code 360G-example}; empty if it has none
   */
  public record Ids(String organisation, String ocds, String grants) {
    /** None is given. */
    public static final Ids NONE = new Ids("", "", "");
  }

  /** Standards for PDFs that last and that everybody can read, of which a file follows one set. */
  public enum Pdf {
    /** PDF/A-3a and PDF/UA-1, of 2012 and 2014: all programs of today know them. */
    A_3A,
    /** PDF/A-4f, PDF/UA-2 and both parts of WTPDF 1.0, of 2020 to 2024: made on PDF 2.0. */
    A_4F
  }

  /**
   * What a body's documents look like.
   *
   * @param headings the colour of headings and labels, on white
   * @param shade the colour behind the name of an agreement
   * @param logo the body's sign; empty if none is given
   */
  public record Look(Colour headings, Colour shade, Optional<Logo> logo) {
    /** Of a body that chooses nothing. */
    public static final Look USUAL =
        new Look(new Colour(0x1D4468), new Colour(0xEEF2F5), Optional.empty());
  }

  /**
   * A body's sign.
   *
   * @param file the name of the file that it was read from, beside the body's own
   * @param png the picture as PNG, its pixels and nothing else, in Base64
   * @param says what it shows, to a reader who does not see it
   */
  public record Logo(String file, String png, String says) {}
}
