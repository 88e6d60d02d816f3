package org.spendreturns.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Rewrites what is drawn on the pages: lines and fills become artifacts, and the spaces come back
 * that were left out at the ends of lines. Nothing that is seen changes.
 */
final class PageContents {

  private static final Set<String> PATH_BEGINS =
      Set.of(OperatorName.MOVE_TO, OperatorName.APPEND_RECT);
  private static final Set<String> PATH_ENDS =
      Set.of(
          OperatorName.STROKE_PATH,
          OperatorName.CLOSE_AND_STROKE,
          OperatorName.FILL_NON_ZERO,
          OperatorName.FILL_EVEN_ODD,
          OperatorName.LEGACY_FILL_NON_ZERO,
          OperatorName.FILL_NON_ZERO_AND_STROKE,
          OperatorName.FILL_EVEN_ODD_AND_STROKE,
          OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
          OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
          OperatorName.ENDPATH);
  private static final int HIGHEST_GLYPH = 0xFFFF;
  private static final int BYTE = 8;

  private final PDPage page;
  private final Map<COSBase, byte[]> spacesByFont;
  private final List<Object> written = new ArrayList<>();
  private final List<COSBase> operands = new ArrayList<>();
  private int depth;
  private boolean isInPath;
  private COSName font = COSName.getPDFName("");
  private int lastShown = -1; // index in written of the last text shown

  private PageContents(PDPage page, Map<COSBase, byte[]> spacesByFont) {
    this.page = page;
    this.spacesByFont = spacesByFont;
  }

  /** Rewrites all pages. */
  static void tidy(PDDocument document) throws IOException {
    Map<COSBase, byte[]> spacesByFont = new HashMap<>();
    for (PDPage page : document.getPages()) {
      PageContents contents = new PageContents(page, spacesByFont);
      contents.rewrite();
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        new ContentStreamWriter(out).writeTokens(contents.written);
      }
      page.setContents(stream);
    }
  }

  private byte[] spaceOf(PDFont used) throws IOException {
    byte[] space = spacesByFont.get(used.getCOSObject());
    if (space == null) {
      space = space(used);
      spacesByFont.put(used.getCOSObject(), space);
    }
    return space;
  }

  /** The code of the space in a font; empty if the font draws none. */
  private static byte[] space(PDFont font) throws IOException {
    for (int code = 1; code <= HIGHEST_GLYPH; code++) {
      if (" ".equals(font.toUnicode(code))) {
        return new byte[] {(byte) (code >> BYTE), (byte) code};
      }
    }
    return new byte[0];
  }

  private void rewrite() throws IOException {
    PDFStreamParser parser = new PDFStreamParser(page);
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof Operator operator) {
        take(operator);
      } else {
        operands.add((COSBase) token);
      }
    }
  }

  private void take(Operator operator) throws IOException {
    String name = operator.getName();
    boolean isSpacePoint =
        name.equals(OperatorName.MARKED_CONTENT_POINT)
            && operands.get(0).equals(COSName.getPDFName(StructureTags.SPACE_POINT));
    if (isSpacePoint) {
      addSpace();
      operands.clear();
      return;
    }
    if (name.equals(OperatorName.BEGIN_MARKED_CONTENT)
        || name.equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)) {
      depth++;
    } else if (name.equals(OperatorName.END_MARKED_CONTENT)) {
      depth--;
    } else if (name.equals(OperatorName.SET_FONT_AND_SIZE)) {
      font = (COSName) operands.get(0);
    }
    boolean isOutside = depth == 0;
    if (isOutside && !isInPath && PATH_BEGINS.contains(name)) {
      isInPath = true;
      written.add(COSName.ARTIFACT);
      written.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT));
    }
    written.addAll(operands);
    operands.clear();
    if (name.equals(OperatorName.SHOW_TEXT)) {
      lastShown = written.size() - 1;
    }
    written.add(operator);
    if (isOutside && isInPath && PATH_ENDS.contains(name)) {
      isInPath = false;
      written.add(Operator.getOperator(OperatorName.END_MARKED_CONTENT));
    }
  }

  private void addSpace() throws IOException {
    byte[] space = spaceOf(page.getResources().getFont(font));
    if (lastShown < 0 || space.length == 0) {
      throw new IllegalStateException(
          "a line ends in a space, but no text or no space precedes it");
    }
    byte[] shown = ((COSString) written.get(lastShown)).getBytes();
    byte[] longer = new byte[shown.length + space.length];
    System.arraycopy(shown, 0, longer, 0, shown.length);
    System.arraycopy(space, 0, longer, shown.length, space.length);
    written.set(lastShown, new COSString(longer, true));
  }
}
