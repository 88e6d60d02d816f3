package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults planted in files of every kind that others make, each found and named in words. */
class GateOfManyKindsTest {

  private static final String SHEET =
      """
      <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"
        xmlns:fo="f" xmlns:draw="d" xmlns:xlink="l">
      <office:automatic-styles>
        <style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>
        <style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#FFFFFF"/></style:style>
        <style:style style:name="pale" style:family="table-cell"><style:text-properties fo:color="#fefefe"/></style:style>
        <style:style style:name="tiny" style:family="table-cell"><style:text-properties fo:font-size="0.5pt"/></style:style>
        <style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:background-color="#1d4468"/><style:text-properties fo:color="#ffffff"/></style:style>
        <style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>
      </office:automatic-styles>
      <office:body><office:spreadsheet>
      <table:table table:name="Pay"%s>
      <table:table-column/>
      <table:table-row><table:table-cell><text:p>Supplier</text:p></table:table-cell><table:table-cell><text:p>Sum</text:p></table:table-cell></table:table-row>
      <table:table-row%s><table:table-cell%s><text:p>Acme</text:p>%s</table:table-cell><table:table-cell office:value="1.50"><text:p>1.50</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell><text:p>Brook</text:p></table:table-cell><table:table-cell office:value="2"><text:p>2.00</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell><text:p>Total</text:p></table:table-cell><table:table-cell office:value="%s"><text:p>%s</text:p></table:table-cell></table:table-row>
      </table:table>%s
      </office:spreadsheet></office:body></office:document-content>
      """;

  @TempDir Path folder;

  @Test
  void anOpenDocumentSheetWithNothingHiddenPasses() throws IOException {
    assertThat(ods("", "", "", "", "3.50", "", Map.of())).isEmpty();
    assertThat(ods("", "", " table:style-name=\"head\"", "", "3.50", "", Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table | table:style-name=\"hid\" | Pay: the sheet is hidden; show it or leave it out",
        "row | table:visibility=\"collapse\" | Pay, row 2: the row is hidden; show it or leave it out",
        "row | table:visibility=\"filter\" | Pay, row 2: the row is hidden; show it or leave it out",
        "cell | table:formula=\"of:=SUM(1)\" | Pay, row 2: holds the formula 'of:=SUM(1)'; write its value",
        "cell | table:style-name=\"white\" | Pay, row 2: is written in #FFFFFF on #FFFFFF, and cannot be seen; give it another colour",
        "in | <office:annotation><text:p>ask D</text:p></office:annotation> | Pay, row 2: holds a comment; leave it out",
        "in | <draw:object xlink:href=\"./Object 1\"/> | Pay, row 2: holds an embedded object; leave it out",
        "in | <text:a xlink:href=\"file:///home/staff.ods\">x</text:a> | Pay, row 2: leads to 'file:///home/staff.ods', in the house; leave it out",
        "row | table:style-name=\"flat\" | Pay, row 2: the row is hidden; show it or leave it out",
        "cell | table:style-name=\"pale\" | Pay, row 2: is written in #FEFEFE on #FFFFFF, and cannot be seen; give it another colour",
        "cell | table:style-name=\"tiny\" | Pay, row 2: is too small to be read; write it larger",
        "in | <text:p><text:span text:style-name=\"white\">D</text:span></text:p> | Pay, row 2: is written in #FFFFFF on #FFFFFF, and cannot be seen; give it another colour",
        "in | <draw:frame><draw:text-box><text:p>D</text:p></draw:text-box></draw:frame> | Pay, row 2: holds a text box or a shape, which is in no cell; leave it out",
        "in | <text:p>a\u202Eb</text:p> | Pay, row 2: 'a\u202Eb' holds what nobody sees; write it without",
        "end | <table:covered-table-cell><text:p>D</text:p></table:covered-table-cell> | Pay, row 4: lies under a merged cell, which hides it; leave it out",
        "end | <table:table-column-group table:display=\"false\"/> | Pay, row 4: rows or columns are folded away; show them or leave them out",
        "end | <office:forms><form:form xmlns:form=\"f\"/></office:forms> | Pay, row 4: holds a form; leave it out",
        "total | 4.00 | Pay, row 4, cell 2: shows a total of 4.00, and the rows above it as shown come to 3.50; show what adds up",
        "end | <table:named-expressions><table:named-range table:name=\"Staff\"/></table:named-expressions> | Pay, row 4: holds a name; leave it out",
        "end | <table:data-pilot-tables><table:data-pilot-table/></table:data-pilot-tables> | Pay, row 4: holds a pivot table, with its source; leave it out",
        "end | <table:tracked-changes/> | Pay, row 4: holds a history of changes; leave it out"
      })
  void whatIsHiddenInAnOpenDocumentSheetIsNamed(String where, String what, String message)
      throws IOException {
    assertThat(
            ods(
                where.equals("table") ? " " + what : "",
                where.equals("row") ? " " + what : "",
                where.equals("cell") ? " " + what : "",
                where.equals("in") ? what : "",
                where.equals("total") ? what : "3.50",
                where.equals("end") ? what : "",
                Map.of()))
        .containsExactly("sheet.ods: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meta.xml | <m><dc:creator xmlns:dc=\"d\">Dorothea Quill</dc:creator></m> | properties: creator is 'Dorothea Quill', who may be a person; give the organisation's name",
        "meta.xml | <m><printed-by>D Quill</printed-by></m> | properties: printed-by is 'D Quill', who may be a person; give the organisation's name",
        "meta.xml | <m><user-defined name=\"Case\">1</user-defined></m> | properties: has one of its own, 'Case'; leave it out",
        "meta.xml | <m><description>Dorothea</description></m> | properties: the description is 'Dorothea', which no sheet shows; leave it out",
        "styles.xml | <s><header><p>Dorothea</p></header></s> | styles: has a header or footer, which no reader of the screen sees",
        "settings.xml | <s><config-item name=\"PrinterName\">Dorothea's desk</config-item></s> | settings: name a printer; leave it out",
        "Basic/Standard/x.xml | <x/> | Basic/Standard/x.xml: a part that no sheet needs; leave it out",
        "Thumbnails/thumbnail.png | x | Thumbnails/thumbnail.png: a part that no sheet needs; leave it out"
      })
  void whatIsHiddenBesideAnOpenDocumentSheetIsNamed(String part, String text, String message)
      throws IOException {
    assertThat(ods("", "", "", "", "3.50", "", Map.of(part, text)))
        .containsExactly("sheet.ods: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<!-- ask D --> | line 2: holds a comment; leave it out",
        "<script>x</script> | line 2: holds a script; leave it out",
        "<p onclick='x'>y</p> | line 2: holds a script; leave it out",
        "<p hidden>D</p> | line 2: holds a hidden element; leave it out",
        "<p style='display: none'>D</p> | line 2: holds a style that hides; leave it out",
        "<img src='https://count.example/x.png'> | line 2: holds something fetched from elsewhere; leave it out",
        "<iframe src='x'></iframe> | line 2: holds another document; leave it out",
        "<a href='file:///home/x'>y</a> | line 2: holds a link into the house; leave it out"
      })
  void whatIsHiddenInAPageIsNamed(String html, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), "<html>\n" + html + "\n</html>\n");
    assertThat(gate(file)).containsExactly("page.html: " + message);
  }

  /** Puts one fault into a workbook. */
  private interface Fault {
    void plant(XSSFWorkbook book, XSSFSheet sheet);
  }

  private Iterable<String> workbook(Fault fault) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.getProperties().getCoreProperties().setCreator("The Larch Trust");
      XSSFSheet sheet = book.createSheet("Pay");
      Object[][] rows = {{"Supplier", "Sum"}, {"Acme", 1.5}, {"Brook", 2.0}, {"Total", 3.5}};
      for (int row = 0; row < rows.length; row++) {
        sheet.createRow(row).createCell(0).setCellValue((String) rows[row][0]);
        if (rows[row][1] instanceof Double sum) {
          sheet.getRow(row).createCell(1).setCellValue(sum);
        } else {
          sheet.getRow(row).createCell(1).setCellValue((String) rows[row][1]);
        }
      }
      fault.plant(book, sheet);
      book.write(out);
    }
    return gate(file);
  }

  @Test
  void namesWhatIsHiddenInAWorkbook() throws IOException {
    assertThat(workbook((book, sheet) -> {})).isEmpty();
    assertThat(workbook((book, sheet) -> sheet.getRow(3).getCell(1).setCellValue(9.0)))
        .containsExactly(
            "book.xlsx: Pay, row 4, cell 2: shows a total of 9, and the rows above it as shown come to 3.5; show what adds up");
    assertThat(
            workbook(
                (book, sheet) ->
                    book.getProperties().getCoreProperties().setCreator("Dorothea Quill")))
        .containsExactly(
            "book.xlsx: properties: author is 'Dorothea Quill', who may be a person; give the organisation's name");
    assertThat(
            workbook(
                (book, sheet) -> sheet.createRow(5_000).createCell(0).setCellValue("Dorothea")))
        .containsExactly(
            "book.xlsx: Pay, row 5001: stands far below the others; move it to them or leave it out");
    assertThat(workbook((book, sheet) -> sheet.getRow(1).createCell(700).setCellValue("Dorothea")))
        .containsExactly(
            "book.xlsx: Pay!ZY2: stands far right of the others; move it to them or leave it out");
    assertThat(
            workbook(
                (book, sheet) ->
                    book.getSharedStringSource()
                        .addSharedStringItem(
                            book.getCreationHelper().createRichTextString("Dorothea"))))
        .containsExactly("book.xlsx: holds 1 texts that no cell shows; write it anew");
    assertThat(
            workbook(
                (book, sheet) -> {
                  var link = book.getCreationHelper().createHyperlink(HyperlinkType.FILE);
                  link.setAddress("file:///home/staff.xlsx");
                  sheet.getRow(1).getCell(0).setHyperlink(link);
                }))
        .containsExactly(
            "book.xlsx: /xl/worksheets/sheet1.xml: leads to 'file:///home/staff.xlsx', in the house; leave it out");
  }

  @Test
  void namesBytesThatNoPartOfAWorkbookExplains() throws IOException {
    workbook((book, sheet) -> {});
    byte[] whole = Files.readAllBytes(folder.resolve("book.xlsx"));
    ByteArrayOutputStream padded = new ByteArrayOutputStream();
    padded.write(new byte[5_000]);
    padded.write(whole);
    Path file = Files.write(folder.resolve("padded.xlsx"), padded.toByteArray());

    assertThat(gate(file))
        .anyMatch(found -> found.contains("bytes belong to no part; write it anew"))
        .contains("padded.xlsx: something stands before its first part; write it anew");
  }

  private interface PdfFault {
    void plant(PDDocument document) throws IOException;
  }

  private Path pdf(PdfFault fault) throws IOException {
    Path file = folder.resolve("page.pdf");
    Files.deleteIfExists(file); // of a fault before this one
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      fault.plant(document);
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void namesWhatIsHiddenInAPdf() throws IOException {
    assertThat(gate(pdf(document -> {}))).isEmpty();
    assertThat(gate(pdf(document -> document.getDocumentInformation().setAuthor("Dorothea Quill"))))
        .containsExactly(
            "page.pdf: properties: author is 'Dorothea Quill', who may be a person; give the organisation's name");
    assertThat(
            gate(
                pdf(
                    document -> {
                      COSDictionary launch = new COSDictionary();
                      launch.setName(COSName.S, "Launch");
                      document.getPage(0).getCOSObject().setItem("Own", launch);
                    })))
        .containsExactly("page.pdf: holds an action of kind Launch; leave it out");
    Path behind = pdf(document -> {});
    Files.write(behind, new byte[3_000], StandardOpenOption.APPEND);
    assertThat(gate(behind))
        .containsExactly("page.pdf: 3,001 bytes stand behind its end; write it anew");
  }

  @ParameterizedTest
  @CsvSource({"HMRC", "Cabinet Office", "Microsoft Office User", "The Larch Trust"})
  void anAuthorThatIsNobodyPasses(String author) throws IOException {
    assertThat(gate(pdf(document -> document.getDocumentInformation().setAuthor(author))))
        .isEmpty();
  }

  private Iterable<String> ods(
      String table,
      String row,
      String cell,
      String inside,
      String total,
      String end,
      Map<String, String> more)
      throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    parts.put("content.xml", SHEET.formatted(table, row, cell, inside, total, total, end));
    parts.putAll(more);
    Path file = folder.resolve("sheet.ods");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return gate(file);
  }

  private static Iterable<String> gate(Path file) throws IOException {
    return new Gate().open(file).stream().map(Gate.Fault::toString).toList();
  }
}
