package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Format;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Publication.Pdf;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/**
 * Our PDFs in both modes, with a logo, and with long names, Welsh letters and an empty category in
 * them: what veraPDF says, what the gate says, and what stands at the foot of their pages.
 */
class PdfConformanceTest {

  /** A square of four pixels, as PNG. */
  private static final String SIGN =
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGOIlsr7//8/AxADWQA2KAfBB2Q1GQAAAABJRU5ErkJggg==";

  private static final Map<String, Path> WRITTEN = new LinkedHashMap<>();

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    String fromRightToLeft = "\u0645\u0631\u0643\u0632 \u05e9\u05dc\u05d5\u05dd";
    Map<String, Return> returns = new LinkedHashMap<>();
    returns.put("bare", InventedReturn.bare());
    returns.put("200 agreements, 30-line notes", InventedReturn.of(3, 200));
    returns.put("names from right to left", InventedReturn.withOrganisation(fromRightToLeft));
    for (Map.Entry<String, Return> each : returns.entrySet()) {
      for (Pdf mode : Pdf.values()) {
        Path place = Files.createDirectory(folder.resolve(mode + " " + WRITTEN.size()));
        WrittenReturn.of(each.getValue(), publication(mode), place);
        WRITTEN.put(mode + ", " + each.getKey(), place);
      }
    }
  }

  private static Publication publication(Pdf mode) {
    return new Publication(
        mode,
        mode == Pdf.A_3A ? Publication.USUAL.formats() : Set.of(Format.HTML),
        Publication.USUAL.languages(),
        Publication.USUAL.ids(),
        new Look(
            new Colour(0x5B1A6E),
            new Colour(0xF4ECF7),
            Optional.of(new Logo("sign.png", SIGN, "A heron over water"))));
  }

  static List<Arguments> returns() {
    List<Arguments> returns = new ArrayList<>();
    WRITTEN.forEach((name, place) -> returns.add(Arguments.of(name, place)));
    return returns;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void veraPdfFindsNoFault(String name, Path place) throws Exception {
    Pdf mode = name.startsWith(Pdf.A_3A.name()) ? Pdf.A_3A : Pdf.A_4F;
    assertThat(VeraPdf.faults(Files.readAllBytes(place.resolve("return.pdf")), mode)).isEmpty();
  }

  /** Beside the PDF nothing depends on the mode. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void theGateFindsNothing(String name, Path place) throws IOException {
    List<String> files =
        name.startsWith(Pdf.A_3A.name()) ? new WrittenReturn(place).files() : List.of("return.pdf");
    assertThat(files).contains("return.pdf");
    for (String file : files) {
      assertThat(new Gate().open(place.resolve(file)))
          .as(file)
          .allMatch(fault -> fault.found().startsWith("shows a total of ")); // sums are invented
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void everyPageSaysItsNumberAndNoHeadOfATableStandsAloneAtItsFoot(String name, Path place)
      throws IOException {
    assertThat(
            PdfFeet.faults(
                place.resolve("return.pdf"), place.resolve("return.html"), Wording.english()))
        .isEmpty();
  }

  /** Sums so large that seven years take many tables, none of which is torn. */
  @Test
  void noHeadingStandsAloneAbovePagesOfTables(@TempDir Path place) throws IOException {
    WrittenReturn.of(InventedReturn.withSumsFrom(123_456_789_012L, 7), place);

    assertThat(
            PdfFeet.faults(
                place.resolve("return.pdf"), place.resolve("return.html"), Wording.english()))
        .isEmpty();
  }

  /** Without its metadata a PDF claims nothing, which is a fault under each. */
  @ParameterizedTest
  @CsvSource({"A_3A, 3a ua1", "A_4F, 4f ua2 wt1r wt1a"})
  void veraPdfIsAskedForEveryStandardThatAModeClaims(Pdf mode, String claimed) throws Exception {
    Path place = WRITTEN.getOrDefault(mode + ", bare", Path.of(""));
    ByteArrayOutputStream claimingNothing = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(place.resolve("return.pdf").toFile())) {
      document.getDocumentCatalog().setMetadata(null);
      document.save(claimingNothing);
    }

    assertThat(VeraPdf.faults(claimingNothing.toByteArray(), mode))
        .extracting(fault -> fault.substring(0, fault.indexOf(':')))
        .containsOnly(claimed.split(" "));
  }

  @Test
  void aWrongNumberAndAHeadAloneAreSeen() throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (String text :
          List.of(
              "Supplier Amount Acme 1.00 Foot page 1 of 2",
              "Supplier Amount Elm 2.00 Foot page 2 of 3",
              "Supplier Amount Foot page 3 of 3")) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 11);
          content.newLineAtOffset(20, 20);
          content.showText(text);
          content.endText();
        }
      }
      assertThat(PdfFeet.faults(document, List.of("SupplierAmount"), Wording.english()))
          .containsExactly(
              "page 1 of 3 ends with 'Acme1.00Footpage1of2'", "head 'SupplierAmount' stands alone");
    }
  }
}
