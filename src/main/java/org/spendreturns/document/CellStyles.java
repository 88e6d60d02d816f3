package org.spendreturns.document;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Wording;

/** The looks of a workbook's cells, each made once. */
final class CellStyles {

  private static final short TEXT_POINTS = 11;
  private static final short HEADING_POINTS = 13;
  private static final short TITLE_POINTS = 18;

  private final Workbook workbook;
  final CellStyle text;

  /** As {@link #text}, and marked as text however it begins: {@code =} or {@code +} too. */
  final CellStyle quoted;

  final CellStyle worth;
  final CellStyle sum;

  /** A number as a sum is, with words before it: what it must be added to is not known. */
  final CellStyle atLeast;

  final CellStyle count;
  final CellStyle day;
  final CellStyle link;
  final CellStyle head;
  final CellStyle headOfNumbers;
  final CellStyle notice;
  final CellStyle title;
  final CellStyle heading;
  final CellStyle plain;

  /** Titles and headings have the body's colour, which is read well on white. */
  CellStyles(Workbook workbook, Colour headings, Wording wording) {
    this.workbook = workbook;
    Font normal = font(TEXT_POINTS, false);
    Font bold = font(TEXT_POINTS, true);
    Font followed = font(TEXT_POINTS, false);
    followed.setUnderline(Font.U_SINGLE);
    followed.setColor(IndexedColors.DARK_BLUE.getIndex());
    text = style(normal, true);
    quoted = style(normal, true);
    ((XSSFCellStyle) quoted).setQuotePrefixed(true);
    worth = style(normal, true);
    setRight(worth);
    sum = number(normal, "£#,##0.00;-£#,##0.00");
    String words = '"' + CellWords.atLeast(wording) + '"';
    atLeast = number(normal, words + "£#,##0.00;" + words + "-£#,##0.00");
    count = number(normal, "#,##0");
    day = number(normal, wording.say("cell.day"));
    link = style(followed, true);
    head = style(bold, true);
    head.setVerticalAlignment(VerticalAlignment.BOTTOM);
    head.setBorderBottom(BorderStyle.THIN);
    headOfNumbers = style(bold, true);
    headOfNumbers.setVerticalAlignment(VerticalAlignment.BOTTOM);
    headOfNumbers.setBorderBottom(BorderStyle.THIN);
    setRight(headOfNumbers);
    title = style(coloured(font(TITLE_POINTS, true), headings), false);
    notice = style(bold, true);
    heading = style(coloured(font(HEADING_POINTS, true), headings), false);
    heading.setVerticalAlignment(VerticalAlignment.BOTTOM);
    plain = style(normal, false);
  }

  /** To the right, and not up to the words of the next column. */
  private static void setRight(CellStyle style) {
    style.setAlignment(HorizontalAlignment.RIGHT);
    style.setIndention((short) 1);
  }

  private Font font(short points, boolean isBold) {
    Font font = workbook.createFont();
    font.setFontName("Arial"); // on every machine, and asked for by the Analysis Function
    font.setFontHeightInPoints(points);
    font.setBold(isBold);
    return font;
  }

  private static Font coloured(Font font, Colour colour) {
    byte[] rgb = {(byte) (colour.rgb() >> 16), (byte) (colour.rgb() >> 8), (byte) colour.rgb()};
    ((XSSFFont) font).setColor(new XSSFColor(rgb, null));
    return font;
  }

  private CellStyle style(Font font, boolean wraps) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(wraps);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private CellStyle number(Font font, String format) {
    CellStyle style = style(font, false);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    setRight(style);
    return style;
  }
}
