package org.spendreturns.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

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

  /**
   * Reads the pieces of some elements; the others, which take most of the time, it passes over.
   *
   * @param roles of the elements whose own pieces are read
   */
  static PageText of(PDPage page, StructureTree tree, Predicate<String> roles) throws IOException {
    List<COSBase> elements = tree.ofPage(page.getCOSObject());
    Chosen extractor =
        new Chosen(
            number ->
                number >= 0
                    && number < elements.size()
                    && elements.get(number) instanceof COSDictionary element
                    && roles.test(StructureTree.role(element)));
    extractor.processPage(page);
    PageText text = new PageText();
    float height = page.getMediaBox().getHeight();
    extractor.getMarkedContents().forEach(content -> text.take(content, height));
    return text;
  }

  /** Reads what is written in the chosen pieces of content. */
  private static final class Chosen extends PDFMarkedContentExtractor {
    private final IntPredicate numbers;
    private final Deque<Boolean> open = new ArrayDeque<>(); // whether each open piece is chosen

    Chosen(IntPredicate numbers) {
      this.numbers = numbers;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
      super.beginMarkedContentSequence(tag, properties);
      open.push(properties != null && numbers.test(properties.getInt(COSName.MCID)));
    }

    @Override
    public void endMarkedContentSequence() {
      super.endMarkedContentSequence();
      open.poll();
    }

    @Override
    protected void showText(byte[] string) throws IOException {
      if (Boolean.TRUE.equals(open.peek())) {
        super.showText(string);
      }
    }
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
