package org.spendreturns.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The text of a page by the numbers of its pieces of content, and where each stands. */
final class PageText {

  private final Map<Integer, Piece> pieces = new HashMap<>();

  /**
   * A piece of content.
   *
   * @param text as it is read
   * @param left left edge, in points from the left of the page
   * @param bottom lower edge, in points from the bottom of the page
   * @param right right edge
   * @param top upper edge
   */
  record Piece(String text, float left, float bottom, float right, float top) {

    boolean contains(float x, float y) {
      return x >= left && x <= right && y >= bottom && y <= top;
    }

    private Piece with(String added, float x, float base, float end, float height) {
      return new Piece(
          text + added,
          Math.min(left, x),
          Math.min(bottom, base - height / 2), // descenders, and the underline
          Math.max(right, end),
          Math.max(top, base + height));
    }
  }

  private PageText() {}

  static PageText of(PDPage page) throws IOException {
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    PageText text = new PageText();
    float height = page.getMediaBox().getHeight();
    extractor.getMarkedContents().forEach(content -> text.take(content, height));
    return text;
  }

  /** The piece of this number; an empty one at no place if nothing was written. */
  Piece piece(int number) {
    return pieces.getOrDefault(
        number,
        new Piece("", Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE));
  }

  private void take(PDMarkedContent content, float pageHeight) {
    if (content.getMCID() < 0) {
      return;
    }
    Piece piece = piece(content.getMCID());
    for (Object each : content.getContents()) {
      if (each instanceof TextPosition glyph) {
        float base = pageHeight - glyph.getYDirAdj();
        float x = glyph.getXDirAdj();
        piece =
            piece.with(
                glyph.getUnicode(), x, base, x + glyph.getWidthDirAdj(), glyph.getFontSizeInPt());
      }
    }
    pieces.put(content.getMCID(), piece);
  }
}
