package org.spendreturns.document;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Opens a PDF. */
final class GateOfPdf {

  private static final float SMALLEST = 4; // points: smaller is not meant to be read

  private final Gate.Faults faults;

  GateOfPdf(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    PdfObjects objects = new PdfObjects(faults);
    objects.openBytes(file);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      if (document.isEncrypted()) {
        faults.add("", "is encrypted; a public document is open");
      }
      openCatalog(document.getDocumentCatalog());
      openProperties(document);
      int number = 0;
      for (PDPage page : document.getPages()) {
        number++;
        openAnnotations("page " + number, page);
      }
      new UnseenText().writeText(document, Writer.nullWriter());
      objects.open(document);
    } catch (IOException fault) {
      faults.add("", "not a PDF that can be opened, so nothing vouches for it");
    }
  }

  private void openCatalog(PDDocumentCatalog catalog) throws IOException {
    COSDictionary dictionary = catalog.getCOSObject();
    if (catalog.getAcroForm() != null) {
      faults.add("", "holds a form; leave it out");
    }
    if (dictionary.containsKey(COSName.AA)
        || isScript(dictionary.getDictionaryObject(COSName.OPEN_ACTION))) {
      faults.add("", "does something when it is opened; leave it out");
    }
    if (dictionary.containsKey(COSName.OCPROPERTIES)) {
      faults.add("", "has layers, which can be hidden; write it without");
    }
    COSDictionary names = dictionary.getCOSDictionary(COSName.NAMES);
    if (names != null && names.containsKey(COSName.JAVA_SCRIPT)) {
      faults.add("", "holds JavaScript; leave it out");
    }
    openAttachments(catalog);
  }

  private void openProperties(PDDocument document) {
    String author = document.getDocumentInformation().getAuthor();
    GateOfArchive.person("author", author == null ? "" : author, faults);
  }

  private static boolean isScript(COSBase action) {
    return action instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S);
  }

  /** A file inside must be declared as associated, as our data is. */
  private void openAttachments(PDDocumentCatalog catalog) throws IOException {
    PDEmbeddedFilesNameTreeNode files =
        catalog.getNames() == null ? null : catalog.getNames().getEmbeddedFiles();
    if (files == null) {
      return;
    }
    Set<COSBase> declared = new HashSet<>();
    COSArray associated = catalog.getCOSObject().getCOSArray(COSName.AF);
    for (int index = 0; associated != null && index < associated.size(); index++) {
      declared.add(associated.getObject(index));
    }
    named(files).entrySet().stream()
        .filter(each -> !declared.contains(each.getValue().getCOSObject()))
        .forEach(
            each ->
                faults.add(
                    "", "the file '%s' is inside, and not declared".formatted(each.getKey())));
  }

  /** The files of a tree of names, those of its branches among them. */
  private static Map<String, PDComplexFileSpecification> named(
      PDNameTreeNode<PDComplexFileSpecification> node) throws IOException {
    Map<String, PDComplexFileSpecification> all = new TreeMap<>();
    if (node.getNames() != null) {
      all.putAll(node.getNames());
    }
    if (node.getKids() != null) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        all.putAll(named(kid));
      }
    }
    return all;
  }

  private void openAnnotations(String place, PDPage page) {
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int index = 0; annotations != null && index < annotations.size(); index++) {
      if (annotations.getObject(index) instanceof COSDictionary annotation) {
        String kind = String.valueOf(annotation.getNameAsString(COSName.SUBTYPE));
        if (!kind.equals("Link")) {
          faults.add(place, "holds an annotation of kind %s; leave it out".formatted(kind));
        } else if (isScript(annotation.getCOSDictionary(COSName.A))
            && !Set.of("URI", "GoTo")
                .contains(
                    String.valueOf(
                        annotation.getCOSDictionary(COSName.A).getNameAsString(COSName.S)))) {
          faults.add(place, "a link does more than lead somewhere; leave it out");
        }
      }
    }
  }

  /** Text that is in the file, and cannot be seen on the page. */
  private final class UnseenText extends PDFTextStripper {

    private final Set<String> told = new HashSet<>();

    @Override
    protected void writeString(String text, List<TextPosition> glyphs) {
      PDRectangle box = getCurrentPage().getCropBox();
      for (TextPosition glyph : glyphs) {
        float x = glyph.getXDirAdj();
        float y = glyph.getYDirAdj();
        if (x < 0 || y < 0 || x > box.getWidth() || y > box.getHeight()) {
          tell("text stands outside the page: '%s'".formatted(GateOfTable.brief(text)));
        }
        if (glyph.getFontSizeInPt() < SMALLEST) {
          tell("text is too small to be read: '%s'".formatted(GateOfTable.brief(text)));
        }
      }
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
      if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
        tell("text is invisible; write it so that it is seen, or leave it out");
      }
      super.processTextPosition(glyph);
    }

    private void tell(String what) {
      String place = "page " + getCurrentPageNo();
      if (told.add(place + what)) {
        faults.add(place, what);
      }
    }
  }
}
