package org.spendreturns.returns;

/**
 * How a body publishes its returns; what it chooses changes no figure.
 *
 * @param pdf the standards that its PDFs follow
 */
public record Publication(Pdf pdf) {

  /** Of a body that chooses nothing. */
  public static final Publication USUAL = new Publication(Pdf.A_3A);

  /** Standards for PDFs that last and that everybody can read, of which a file follows one set. */
  public enum Pdf {
    /** PDF/A-3a and PDF/UA-1, of 2012 and 2014: all programs of today know them. */
    A_3A,
    /** PDF/A-4f, PDF/UA-2 and both parts of WTPDF 1.0, of 2020 to 2024: made on PDF 2.0. */
    A_4F
  }
}
