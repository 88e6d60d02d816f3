package org.spendreturns.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.returns.Publication.Pdf;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a PDF. */
public final class VeraPdf {

  private VeraPdf() {}

  /** The faults under every standard that a mode claims; none if it keeps what it claims. */
  public static List<String> faults(byte[] pdf, Pdf mode) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<String> faults = new ArrayList<>();
    List<PDFAFlavour> claimed = flavours(mode);
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), claimed.get(0));
        PDFAValidator validator = Foundries.defaultInstance().createValidator(claimed)) {
      for (ValidationResult result : validator.validateAll(parser)) {
        result.getTestAssertions().stream()
            .map(fault -> told(result.getPDFAFlavour(), fault))
            .forEach(faults::add);
      }
    }
    return faults;
  }

  private static List<PDFAFlavour> flavours(Pdf mode) {
    return switch (mode) {
      case A_3A -> List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);
      case A_4F ->
          List.of(
              PDFAFlavour.PDFA_4_F,
              PDFAFlavour.PDFUA_2,
              PDFAFlavour.WTPDF_1_0_REUSE,
              PDFAFlavour.WTPDF_1_0_ACCESSIBILITY);
    };
  }

  private static String told(PDFAFlavour flavour, TestAssertion fault) {
    return "%s: %s-%s %s at %s"
        .formatted(
            flavour,
            fault.getRuleId().getClause(),
            fault.getRuleId().getTestNumber(),
            fault.getMessage(),
            fault.getLocation().getContext());
  }
}
