package org.spendreturns.returns;

import java.util.Optional;

/**
 * How a body publishes its returns; what it chooses changes no figure.
 *
 * @param pdf the standards that its PDFs follow
 * @param headings the colour of headings and labels, on white
 * @param shade the colour behind the name of an agreement
 * @param logo the body's sign; empty if none is given
 */
public record Publication(Pdf pdf, Colour headings, Colour shade, Optional<Logo> logo) {

  /** Of a body that chooses nothing. */
  public static final Publication USUAL =
      new Publication(Pdf.A_3A, new Colour(0x1D4468), new Colour(0xEEF2F5), Optional.empty());

  /** Standards for PDFs that last and that everybody can read, of which a file follows one set. */
  public enum Pdf {
    /** PDF/A-3a and PDF/UA-1, of 2012 and 2014: all programs of today know them. */
    A_3A,
    /** PDF/A-4f, PDF/UA-2 and both parts of WTPDF 1.0, of 2020 to 2024: made on PDF 2.0. */
    A_4F
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
