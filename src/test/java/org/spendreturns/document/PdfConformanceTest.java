package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Publication.Pdf;
import org.spendreturns.returns.Return;

/** What veraPDF says of our PDF, with long names, Welsh letters and an empty category in it. */
class PdfConformanceTest {

  /** A square of four pixels, as PNG. */
  private static final String SIGN =
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGOIlsr7//8/AxADWQA2KAfBB2Q1GQAAAABJRU5ErkJggg==";

  private static final Publication NEWER =
      new Publication(
          Pdf.A_4F,
          Publication.USUAL.formats(),
          Publication.USUAL.languages(),
          Publication.USUAL.ids(),
          new Look(
              new Colour(0x5B1A6E),
              new Colour(0xF4ECF7),
              Optional.of(new Logo("sign.png", SIGN, "A heron over water"))));

  static List<Arguments> returns() {
    return List.of(
        Arguments.of("usual", InventedReturn.usual()),
        Arguments.of("bare", InventedReturn.bare()),
        Arguments.of("200 agreements, 30-line notes", InventedReturn.of(3, 200)),
        Arguments.of(
            "names from right to left",
            InventedReturn.withOrganisation("\u0645\u0631\u0643\u0632 \u05e9\u05dc\u05d5\u05dd")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void veraPdfFindsNoFault(String name, Return filing, @TempDir Path folder) throws Exception {
    byte[] pdf = WrittenReturn.of(filing, folder).bytes("return.pdf");
    assertThat(VeraPdf.faults(pdf, Pdf.A_3A)).as(name).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void veraPdfFindsNoFaultInTheNewerMode(String name, Return filing, @TempDir Path folder)
      throws Exception {
    byte[] pdf = WrittenReturn.of(filing, NEWER, folder).bytes("return.pdf");
    assertThat(VeraPdf.faults(pdf, Pdf.A_4F)).as(name).isEmpty();
  }
}
