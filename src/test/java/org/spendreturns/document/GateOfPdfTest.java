package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that a reviewer tries first in a PDF, each found and named. */
class GateOfPdfTest {

  private static final String NAME = "Dorothea Quillfeather";

  @TempDir Path folder;

  /** Puts a text on a page so that nobody sees it. */
  private interface Painting {
    void paint(PDDocument document, PDPageContentStream page) throws IOException;
  }

  static List<Arguments> unseen() {
    return List.of(
        painted(
            "text is written in #FFFFFF on #FFFFFF, and cannot be seen: '" + NAME + "'",
            (document, page) -> {
              page.setNonStrokingColor(Color.WHITE);
              text(document, page, 50);
            }),
        painted(
            "text is written in #000000 on #101010, and cannot be seen: '" + NAME + "'",
            (document, page) -> {
              page.setNonStrokingColor(new Color(0x101010));
              box(page, 300);
              page.setNonStrokingColor(Color.BLACK);
              text(document, page, 50);
            }),
        painted(
            "text lies under what is painted over it: '" + NAME + "'",
            (document, page) -> {
              text(document, page, 50);
              box(page, 300);
            }),
        painted(
            "text lies under what is painted over it: '" + NAME + "'",
            (document, page) -> {
              text(document, page, 50);
              box(page, 20); // over a part of it
            }),
        painted(
            "text lies under what is painted over it: '" + NAME + "'",
            (document, page) -> {
              text(document, page, 50);
              page.drawImage(picture(document), 40, 290, 300, 30);
            }),
        painted(
            "text is invisible; write it so that it is seen, or leave it out",
            (document, page) -> {
              PDExtendedGraphicsState state = new PDExtendedGraphicsState();
              state.setNonStrokingAlphaConstant(0f);
              page.setGraphicsStateParameters(state);
              text(document, page, 50);
            }),
        painted(
            "text is invisible; write it so that it is seen, or leave it out",
            (document, page) -> {
              page.setRenderingMode(RenderingMode.NEITHER_CLIP);
              text(document, page, 50);
            }),
        painted(
            "text is cut away, and cannot be seen: '" + NAME + "'",
            (document, page) -> {
              page.addRect(0, 0, 1, 1);
              page.clip();
              text(document, page, 50);
            }),
        painted(
            "text is too small to be read: '" + NAME + "'",
            (document, page) -> {
              page.transform(new Matrix(0.05f, 0, 0, 0.05f, 0, 0));
              text(document, page, 900);
            }),
        painted(
            "text is too small to be read: '" + NAME + "'",
            (document, page) -> {
              page.setHorizontalScaling(0.01f);
              text(document, page, 50);
            }));
  }

  private static Arguments painted(String message, Painting painting) {
    return arguments(message, painting);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unseen")
  void aTextThatIsNotSeenIsNamed(String message, Painting painting) throws IOException {
    assertThat(page(painting)).containsExactly("page.pdf: page 1: " + message);
  }

  @Test
  void whiteTextOnADarkShapeAndWhatShinesThroughPass() throws IOException {
    assertThat(
            page(
                (document, page) -> {
                  page.setNonStrokingColor(new Color(0x1D4468));
                  box(page, 300);
                  page.setNonStrokingColor(Color.WHITE);
                  text(document, page, 50);
                }))
        .isEmpty();
    assertThat(
            page(
                (document, page) -> {
                  text(document, page, 50);
                  PDExtendedGraphicsState state = new PDExtendedGraphicsState();
                  state.setNonStrokingAlphaConstant(0.3f);
                  page.setGraphicsStateParameters(state);
                  box(page, 300);
                }))
        .isEmpty();
  }

  /** Puts a fault beside the pages. */
  private interface Fault {
    void plant(PDDocument document) throws IOException;
  }

  static List<Arguments> beside() {
    return List.of(
        hung("the file 'staff.csv' is inside, and not declared", GateOfPdfTest::attachToPage),
        hung(
            "properties: author is '"
                + NAME
                + "', who may be a person; give the organisation's name",
            GateOfPdfTest::xmp),
        hung(
            "properties: Manager is '" + NAME + "', which no page shows; leave it out",
            document -> document.getDocumentInformation().setCustomMetadataValue("Manager", NAME)),
        hung(
            "properties: Keywords is '" + NAME + "', which no page shows; leave it out",
            document -> document.getDocumentInformation().setKeywords(NAME)),
        hung(
            "holds data of the program that made it; leave it out",
            document ->
                document.getPage(0).getCOSObject().setItem("PieceInfo", new COSDictionary())),
        hung(
            "holds a small picture of a page as it was; leave it out",
            document -> document.getPage(0).getCOSObject().setItem("Thumb", picture(document))),
        hung("page 1: a link is hidden; show it or leave it out", GateOfPdfTest::hiddenLink),
        hung(
            "page 1: a link does more than lead somewhere; leave it out",
            GateOfPdfTest::countingLink),
        hung(
            "a bookmark says '" + NAME + "', which stands on no page; leave it out",
            GateOfPdfTest::bookmark));
  }

  private static Arguments hung(String message, Fault fault) {
    return arguments(message, fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beside")
  void whatHangsBesideThePagesIsNamed(String message, Fault fault) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      fault.plant(document);
      document.save(file().toFile());
    }
    assertThat(gate()).containsExactly("page.pdf: " + message);
  }

  @Test
  void anEarlierStateIsNamedThoughThePdfSpeaksOfBeingLinearized() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setTitle("x /Linearized y");
      document.save(first, CompressParameters.NO_COMPRESSION);
    }
    try (PDDocument document = Loader.loadPDF(first.toByteArray());
        ByteArrayOutputStream second = new ByteArrayOutputStream()) {
      document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(second);
      Files.write(file(), second.toByteArray());
    }
    assertThat(gate()).contains("page.pdf: holds an earlier state of itself; write it anew");
  }

  private static void text(PDDocument document, PDPageContentStream page, float x)
      throws IOException {
    page.beginText();
    page.setFont(WrittenReturn.font(document), 12);
    page.newLineAtOffset(x, 300);
    page.showText(NAME);
    page.endText();
  }

  private static void box(PDPageContentStream page, float width) throws IOException {
    page.addRect(40, 290, width, 30);
    page.fill();
  }

  private static PDImageXObject picture(PDDocument document) throws IOException {
    return LosslessFactory.createFromImage(
        document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
  }

  private static void attachToPage(PDDocument document) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("staff.csv");
    byte[] bytes = NAME.getBytes(StandardCharsets.UTF_8);
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(bytes)));
    COSArray associated = new COSArray();
    associated.add(file);
    document.getPage(0).getCOSObject().setItem(COSName.AF, associated);
  }

  private static void xmp(PDDocument document) throws IOException {
    String xmp =
        "<x xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator><li>"
            + NAME
            + "</li></dc:creator></x>";
    document
        .getDocumentCatalog()
        .setMetadata(
            new PDMetadata(
                document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
  }

  private static void hiddenLink(PDDocument document) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setHidden(true);
    document.getPage(0).setAnnotations(List.of(link));
  }

  private static void countingLink(PDDocument document) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.getCOSObject().setItem(COSName.AA, new COSDictionary());
    document.getPage(0).setAnnotations(List.of(link));
  }

  private static void bookmark(PDDocument document) {
    PDDocumentOutline outline = new PDDocumentOutline();
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(NAME);
    outline.addLast(item);
    document.getDocumentCatalog().setDocumentOutline(outline);
  }

  private Iterable<String> page(Painting painting) throws IOException {
    Files.deleteIfExists(file()); // of a page before this one
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      try (PDPageContentStream page = new PDPageContentStream(document, document.getPage(0))) {
        painting.paint(document, page);
      }
      document.save(file().toFile());
    }
    return gate();
  }

  private Path file() {
    return folder.resolve("page.pdf");
  }

  private Iterable<String> gate() throws IOException {
    return new Gate().open(file()).stream().map(Gate.Fault::toString).toList();
  }
}
