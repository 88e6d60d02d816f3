package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spendreturns.returns.Return;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF says of our PDF, with long names, Welsh letters and an empty category in it. */
class PdfConformanceTest {

  @BeforeAll
  static void prepare() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static List<Arguments> returns() {
    return List.of(
        Arguments.of("usual", InventedReturn.usual()), Arguments.of("bare", InventedReturn.bare()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void veraPdfFindsNoFault(String name, Return filing, @TempDir Path folder) throws Exception {
    byte[] pdf = WrittenReturn.of(filing, folder).bytes("return.pdf");
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
      assertThat(faults(pdf, flavour)).as(name + " " + flavour).isEmpty();
    }
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(
              fault ->
                  "%s-%s %s at %s"
                      .formatted(
                          fault.getRuleId().getClause(),
                          fault.getRuleId().getTestNumber(),
                          fault.getMessage(),
                          fault.getLocation().getContext()))
          .toList();
    }
  }
}
