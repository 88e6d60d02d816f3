package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that a reviewer tries first in a workbook, each found and named. */
class GateOfWorkbookTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "FFFFFF, , Pay!A2: is written in #FFFFFF on #FFFFFF",
    "FEFEFE, , Pay!A2: is written in #FEFEFE on #FFFFFF",
    "003366, 003467, Pay!A2: is written in #003366 on #003467"
  })
  void aTextInTheColourOfItsCellIsNamed(String text, @Nullable String fill, String message)
      throws IOException {
    assertThat(workbook((book, sheet) -> paint(book, sheet, text, fill)))
        .containsExactly("book.xlsx: " + message + ", and cannot be seen; give it another colour");
  }

  @Test
  void aWhiteHeadOnADarkFillPasses() throws IOException {
    assertThat(workbook((book, sheet) -> paint(book, sheet, "FFFFFF", "1D4468"))).isEmpty();
  }

  @Test
  void aSmallTextAndAPartOfATextThatIsNotSeenAreNamed() throws IOException {
    assertThat(
            workbook(
                (book, sheet) -> {
                  XSSFFont font = book.createFont();
                  font.setFontHeight(1.0);
                  XSSFCellStyle style = book.createCellStyle();
                  style.setFont(font);
                  sheet.getRow(1).getCell(0).setCellStyle(style);
                }))
        .containsExactly("book.xlsx: Pay!A2: is too small to be read; write it larger");
    assertThat(
            workbook(
                (book, sheet) -> {
                  XSSFFont font = book.createFont();
                  font.setColor(colour("FFFFFF"));
                  XSSFRichTextString text = new XSSFRichTextString("none Dorothea");
                  text.applyFont(5, 13, font);
                  sheet.getRow(1).createCell(2).setCellValue(text);
                }))
        .containsExactly(
            "book.xlsx: Pay!C2: is written in #FFFFFF on #FFFFFF, and cannot be seen; give it"
                + " another colour");
  }

  @Test
  void whatLiesUnderAMergedCellIsNamed() throws IOException {
    assertThat(workbook((book, sheet) -> sheet.addMergedRegion(CellRangeAddress.valueOf("A1:B1"))))
        .containsExactly(
            "book.xlsx: Pay!B1: lies under a merged cell, which hides it; leave it out");
    assertThat(workbook((book, sheet) -> sheet.addMergedRegion(CellRangeAddress.valueOf("C1:D1"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<oddFooter>&amp;LDorothea</oddFooter> | true",
        "<firstHeader>&amp;CDorothea</firstHeader> | true",
        "<evenFooter>&amp;R&amp;F</evenFooter> | true",
        "<oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter> | false"
      })
  void everyHeaderAndFooterIsReadWhole(String margin, boolean isFaulty) throws IOException {
    assertThat(patched(SHEET, "</worksheet>", "<headerFooter>" + margin + "</headerFooter>"))
        .isEqualTo(
            isFaulty
                ? List.of(
                    "book.xlsx: Pay: has a header or footer, which no reader of the screen sees")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        SHEET
            + " | </worksheet> | <scenarios><scenario name=\"D\"/></scenarios> | Pay: holds a scenario; leave it out",
        SHEET
            + " | <sheetData> | <sheetFormatPr defaultColWidth=\"0\"/> | Pay: columns without a width of their own are hidden; show them",
        SHEET
            + " | <sheetData> | <cols><col min=\"1\" max=\"1\" width=\"0.05\"/></cols> | Pay, column 1: the column is hidden; show it or leave it out",
        "xl/workbook.xml | <sheets> | <fileSharing userName=\"Dorothea Quill\"/> | /xl/workbook.xml: holds the name of who keeps it from being changed; leave it out",
        "xl/workbook.xml | <sheets> | <x:absPath xmlns:x=\"x\" url=\"C:\\Users\\d.quill\"/> | /xl/workbook.xml: holds the folder where it lay; leave it out",
        "docProps/app.xml | </Properties> | <Company>Dorothea Quill</Company> | properties: company is 'Dorothea Quill', who may be a person; give the organisation's name",
        "docProps/app.xml | </Properties> | <HyperlinkBase>file:///home/d</HyperlinkBase> | properties: the address that links begin with is 'file:///home/d', which no sheet shows; leave it out",
        "docProps/core.xml | </cp:coreProperties> | <cp:keywords>Dorothea</cp:keywords> | properties: the keywords is 'Dorothea', which no sheet shows; leave it out"
      })
  void whatNoSheetShowsIsNamed(String part, String before, String what, String message)
      throws IOException {
    assertThat(patched(part, before, what)).containsExactly("book.xlsx: " + message);
  }

  @Test
  void aPartThatNothingLeadsToIsNamed() throws IOException {
    workbook((book, sheet) -> {});
    assertThat(with("xl/secret staff%zz.txt.", "Dorothea"))
        .containsExactly(
            "book.xlsx: xl/secret staff%zz.txt.: a part that no sheet needs; leave it out");
    workbook((book, sheet) -> {});
    assertThat(with("xl/drawings/drawing9.xml", "<x/>"))
        .containsExactly(
            "book.xlsx: /xl/drawings/drawing9.xml: a part that nothing in the workbook leads to;"
                + " leave it out");
  }

  @Test
  void aTextBoxAndATipAndAnUnseenSignAreNamed() throws IOException {
    assertThat(
            workbook(
                (book, sheet) ->
                    sheet
                        .createDrawingPatriarch()
                        .createTextbox(
                            sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 1, 1, 2, 2))
                        .setText("Dorothea")))
        .containsExactly(
            "book.xlsx: /xl/drawings/drawing1.xml: holds a text box or a shape, which is in no"
                + " cell; leave it out");
    assertThat(workbook((book, sheet) -> sheet.getRow(1).createCell(2).setCellValue("Ac\u202Eem")))
        .containsExactly(
            "book.xlsx: Pay!C2: 'Ac\u202Eem' holds what nobody sees; write it without");
  }

  /** Puts one fault into a workbook. */
  private interface Fault {
    void plant(XSSFWorkbook book, XSSFSheet sheet);
  }

  private static XSSFColor colour(String rgb) {
    return new XSSFColor(HexFormat.of().parseHex(rgb));
  }

  private static void paint(
      XSSFWorkbook book, XSSFSheet sheet, String text, @Nullable String fill) {
    XSSFFont font = book.createFont();
    font.setColor(colour(text));
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    if (fill != null) {
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setFillForegroundColor(colour(fill));
    }
    sheet.getRow(1).getCell(0).setCellStyle(style);
  }

  private List<String> workbook(Fault fault) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.getProperties().getCoreProperties().setCreator("The Larch Trust");
      XSSFSheet sheet = book.createSheet("Pay");
      sheet.createRow(0).createCell(0).setCellValue("Supplier");
      sheet.getRow(0).createCell(1).setCellValue("Sum");
      sheet.createRow(1).createCell(0).setCellValue("Acme");
      sheet.getRow(1).createCell(1).setCellValue(1.5);
      fault.plant(book, sheet);
      book.write(out);
      Files.write(file(), out.toByteArray());
    }
    return gate();
  }

  private Path file() {
    return folder.resolve("book.xlsx");
  }

  private List<String> gate() throws IOException {
    return new Gate().open(file()).stream().map(Gate.Fault::toString).toList();
  }

  /** Puts a text into a part of a sound workbook, before what stands there. */
  private List<String> patched(String part, String before, String what) throws IOException {
    workbook((book, sheet) -> {});
    rewrite(part, before, what, "", "");
    return gate();
  }

  private List<String> with(String part, String text) throws IOException {
    rewrite("", "", "", part, text);
    return gate();
  }

  private void rewrite(String part, String before, String what, String more, String text)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in =
            new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file())));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String held = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals(part)) {
          assertThat(held).contains(before);
          held = held.replace(before, what + before);
        } else if (entry.getName().equals("[Content_Types].xml") && more.endsWith(".xml")) {
          held =
              held.replace(
                  "</Types>",
                  "<Override PartName=\"/"
                      + more
                      + "\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/></Types>");
        }
        put(out, entry.getName(), held);
      }
      if (!more.isEmpty()) {
        put(out, more, text);
      }
    }
    Files.write(file(), bytes.toByteArray());
  }

  private static void put(ZipOutputStream out, String part, String text) throws IOException {
    out.putNextEntry(new ZipEntry(part));
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
