package org.spendreturns.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.spendreturns.document.PageText.Piece;

/** Ties the links of a page, which are areas, to the words that they lie over. */
final class PageLinks {

  private static final int PRINTED = 4; // an annotation's flag
  private static final String LINK = "Link";

  private PageLinks() {}

  /** Ties all links of all pages. */
  static void tie(PDDocument document, StructureTree tree) throws IOException {
    for (PDPage page : document.getPages()) {
      if (page.getCOSObject().containsKey(COSName.ANNOTS)) {
        tie(page, PageText.of(page, tree, LINK::equals), tree);
      }
    }
  }

  /**
   * Ties all links of a page; a link over two lines is two areas over one piece of text.
   *
   * @throws IllegalStateException if a link lies over no words
   */
  private static void tie(PDPage page, PageText text, StructureTree tree) {
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    if (annotations == null) {
      return;
    }
    List<COSBase> elements = tree.ofPage(page.getCOSObject());
    for (int index = 0; index < annotations.size(); index++) {
      COSDictionary annotation = (COSDictionary) annotations.getObject(index);
      float[] area = annotation.getCOSArray(COSName.RECT).toFloatArray();
      float x = (area[0] + area[2]) / 2;
      float y = (area[1] + area[3]) / 2;
      int words = wordsAt(x, y, elements, text);
      COSDictionary element = (COSDictionary) elements.get(words);
      annotation.setString(COSName.CONTENTS, text.piece(words).text().strip());
      annotation.setInt(COSName.F, PRINTED);
      COSArray none = new COSArray(List.of(zero(), zero(), zero()));
      annotation.setItem(COSName.BORDER, none);
      tree.add(element, annotation, page.getCOSObject());
    }
  }

  private static COSBase zero() {
    return COSInteger.ZERO;
  }

  private static int wordsAt(float x, float y, List<COSBase> elements, PageText text) {
    for (int number = 0; number < elements.size(); number++) {
      if (elements.get(number) instanceof COSDictionary element
          && StructureTree.role(element).equals(LINK)) {
        Piece piece = text.piece(number);
        if (piece.contains(x, y)) {
          return number;
        }
      }
    }
    throw new IllegalStateException("a link at %s, %s lies over no words".formatted(x, y));
  }
}
