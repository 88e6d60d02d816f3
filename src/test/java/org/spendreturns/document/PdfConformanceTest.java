package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF says of our PDF, with long names, Welsh letters and an empty category in it. */
class PdfConformanceTest {

  private static byte[] pdf;

  @BeforeAll
  static void write(@TempDir Path folder) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    pdf = WrittenReturn.of(InventedReturn.usual(), folder).bytes("return.pdf");
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_3_A", "PDFUA_1"})
  void veraPdfFindsNoFault(PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      List<TestAssertion> faults = validator.validate(parser).getTestAssertions();
      assertThat(
              faults.stream()
                  .map(
                      fault ->
                          "%s-%s %s at %s"
                              .formatted(
                                  fault.getRuleId().getClause(),
                                  fault.getRuleId().getTestNumber(),
                                  fault.getMessage(),
                                  fault.getLocation().getContext()))
                  .limit(20)
                  .collect(Collectors.toList()))
          .isEmpty();
    }
  }
}
