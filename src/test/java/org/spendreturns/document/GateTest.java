package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted one by one, each found and named; and our own documents, which pass. */
class GateTest {

  @TempDir Path folder;

  private final Gate gate = new Gate();

  /** Puts one fault into a document. */
  interface Fault<T> {
    void plant(T document) throws IOException;
  }

  @Test
  void ourOwnDocumentsPass() throws IOException {
    for (String file : WrittenReturn.of(InventedReturn.usual(), folder).files()) {
      // its sums are invented one by one and do not add up; GateOfEditionTest has sums that do
      assertThat(gate.open(folder.resolve(file)))
          .as(file)
          .allMatch(fault -> fault.found().startsWith("shows a total of "));
    }
  }

  static List<Arguments> workbooks() {
    return List.of(
        workbook(
            "Payments, row 2: the row is hidden; show it or leave it out",
            book -> book.getSheetAt(0).getRow(1).setZeroHeight(true)),
        workbook(
            "Payments, column 2: the column is hidden; show it or leave it out",
            book -> book.getSheetAt(0).setColumnHidden(1, true)),
        workbook(
            "Other: the sheet is hidden; show it or leave it out",
            book -> book.setSheetVisibility(1, SheetVisibility.HIDDEN)),
        workbook(
            "Other: the sheet is hidden; show it or leave it out",
            book -> book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN)),
        workbook("names: 'Staff' is defined; leave it out", GateTest::defineName),
        workbook("/xl/comments1.xml: holds comments; leave it out", GateTest::comment),
        workbook(
            "Payments!C2: holds the formula 'SUM(B2:B2)'; write its value",
            book -> book.getSheetAt(0).getRow(1).createCell(2).setCellFormula("SUM(B2:B2)")),
        workbook(
            "Payments!C2: '=1+1' begins like a formula; mark it as text",
            book -> text(book, "=1+1")),
        workbook(
            "Payments!C2: '+44 Counselling' begins like a formula; mark it as text",
            book -> text(book, "+44 Counselling")),
        workbook(
            "Payments!C2: '@Home' begins like a formula; mark it as text",
            book -> text(book, "@Home")),
        workbook(
            "Payments!C2: '-a' begins like a formula; mark it as text", book -> text(book, "-a")),
        workbook(
            "Payments!C2: is written in #FFFFFF on #FFFFFF, and cannot be seen; give it another colour",
            GateTest::white),
        workbook(
            "Payments!B2: its number format hides it; give it another", GateTest::hidingFormat),
        workbook(
            "Payments: holds lists or rules for entering data; leave them out",
            GateTest::validation),
        workbook(
            "Payments: has a header or footer, which no reader of the screen sees",
            book -> book.getSheetAt(0).getFooter().setCenter("draft")),
        workbook(
            "properties: last changed by 'D Quillfeather', who is not the author 'The Body'; a person may be named",
            book ->
                book.getProperties().getCoreProperties().setLastModifiedByUser("D Quillfeather")),
        workbook(
            "properties: name a manager, 'D Quillfeather'; leave it out",
            book -> book.getProperties().getExtendedProperties().setManager("D Quillfeather")),
        workbook(
            "/docProps/custom.xml: holds properties of its own; leave it out",
            book -> book.getProperties().getCustomProperties().addProperty("Case", "1")),
        workbook(
            "/xl/media/image1.png: holds a picture; leave it out",
            book ->
                book.addPicture(
                    new byte[] {1}, org.apache.poi.ss.usermodel.Workbook.PICTURE_TYPE_PNG)),
        workbook(
            "/xl/pivotCache/pivotCacheDefinition1.xml: holds a pivot table’s copy of its source; leave it out",
            GateTest::pivot));
  }

  private static Arguments workbook(String message, Fault<XSSFWorkbook> fault) {
    return arguments("return.xlsx: " + message, fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workbooks")
  void aFaultPlantedInAWorkbookIsNamed(String message, Fault<XSSFWorkbook> fault)
      throws IOException {
    Path file = folder.resolve("return.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.getProperties().getCoreProperties().setCreator("The Body");
      XSSFSheet sheet = book.createSheet("Payments");
      book.createSheet("Other").createRow(0).createCell(0).setCellValue("x");
      sheet.createRow(0).createCell(0).setCellValue("Supplier");
      sheet.getRow(0).createCell(1).setCellValue("Amount");
      sheet.createRow(1).createCell(0).setCellValue("Acme Ltd");
      sheet.getRow(1).createCell(1).setCellValue(1.5);
      fault.plant(book);
      book.write(out);
    }
    assertThat(gate.open(file)).extracting(Gate.Fault::toString).contains(message);
  }

  private static void text(XSSFWorkbook book, String text) {
    book.getSheetAt(0).getRow(1).createCell(2).setCellValue(text);
  }

  private static void defineName(XSSFWorkbook book) {
    Name name = book.createName();
    name.setNameName("Staff");
    name.setRefersToFormula("Payments!$A$1");
  }

  private static void comment(XSSFWorkbook book) {
    var anchor = book.getCreationHelper().createClientAnchor();
    var comment = book.getSheetAt(0).createDrawingPatriarch().createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString("ask Dorothea"));
    book.getSheetAt(0).getRow(1).getCell(0).setCellComment(comment);
  }

  private static void white(XSSFWorkbook book) {
    Font font = book.createFont();
    font.setColor(IndexedColors.WHITE.getIndex());
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    text(book, "Dorothea");
    book.getSheetAt(0).getRow(1).getCell(2).setCellStyle(style);
  }

  private static void hidingFormat(XSSFWorkbook book) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(";;;"));
    book.getSheetAt(0).getRow(1).getCell(1).setCellStyle(style);
  }

  private static void validation(XSSFWorkbook book) {
    XSSFSheet sheet = book.getSheetAt(0);
    var helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"Dorothea"}),
            new CellRangeAddressList(1, 1, 0, 0)));
  }

  private static void pivot(XSSFWorkbook book) {
    book.getSheetAt(1)
        .createPivotTable(
            new org.apache.poi.ss.util.AreaReference(
                "A1:B2", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007),
            new org.apache.poi.ss.util.CellReference("D4"),
            book.getSheetAt(0));
  }

  static List<Arguments> pdfs() {
    return List.of(
        pdf("holds JavaScript; leave it out", GateTest::script),
        pdf(
            "does something when it is opened; leave it out",
            document ->
                document
                    .getDocumentCatalog()
                    .setOpenAction(new PDActionJavaScript("app.alert(1)"))),
        pdf(
            "holds a form; leave it out",
            document -> document.getDocumentCatalog().setAcroForm(new PDAcroForm(document))),
        pdf("the file 'staff.csv' is inside, and not declared", GateTest::attach),
        pdf(
            "page 1: holds an annotation of kind Text; leave it out",
            document -> document.getPage(0).getAnnotations().add(new PDAnnotationText())),
        pdf(
            "page 1: text stands outside the page: 'Dorothea'",
            document -> write(document, 700, 12, RenderingMode.FILL)),
        pdf(
            "page 1: text is too small to be read: 'Dorothea'",
            document -> write(document, 50, 1, RenderingMode.FILL)),
        pdf(
            "page 1: text is invisible; write it so that it is seen, or leave it out",
            document -> write(document, 50, 12, RenderingMode.NEITHER)),
        pdf(
            "is encrypted; a public document is open",
            document ->
                document.protect(
                    new StandardProtectionPolicy("owner", "", new AccessPermission()))));
  }

  private static Arguments pdf(String message, Fault<PDDocument> fault) {
    return arguments("return.pdf: " + message, fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pdfs")
  void aFaultPlantedInAPdfIsNamed(String message, Fault<PDDocument> fault) throws IOException {
    Path file = folder.resolve("return.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      fault.plant(document);
      document.save(file.toFile());
    }
    assertThat(gate.open(file)).extracting(Gate.Fault::toString).contains(message);
  }

  private static void script(PDDocument document) throws IOException {
    PDJavascriptNameTreeNode scripts = new PDJavascriptNameTreeNode();
    scripts.setNames(Map.of("a", new PDActionJavaScript("app.alert(1)")));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setJavascript(scripts);
    document.getDocumentCatalog().setNames(names);
  }

  private static void attach(PDDocument document) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("staff.csv");
    byte[] bytes = "name".getBytes(StandardCharsets.UTF_8);
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(bytes)));
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of("staff.csv", file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
  }

  private static void write(PDDocument document, float x, float size, RenderingMode mode)
      throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, document.getPage(0))) {
      content.beginText();
      content.setFont(WrittenReturn.font(document), size);
      content.setRenderingMode(mode);
      content.newLineAtOffset(x, 300);
      content.showText("Dorothea");
      content.endText();
    }
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsNotVouchedFor() throws IOException {
    Path workbook = Files.writeString(folder.resolve("a.xlsx"), "not a workbook");
    Path pdf = Files.writeString(folder.resolve("a.pdf"), "not a PDF");
    Path macros = Files.writeString(folder.resolve("a.xlsm"), "x");
    assertThat(gate.open(workbook))
        .extracting(Gate.Fault::toString)
        .containsExactly("a.xlsx: not a workbook that can be opened, so nothing vouches for it");
    assertThat(gate.open(pdf))
        .extracting(Gate.Fault::toString)
        .containsExactly("a.pdf: not a PDF that can be opened, so nothing vouches for it");
    assertThat(gate.open(macros))
        .extracting(Gate.Fault::toString)
        .containsExactly(
            "a.xlsm: this kind of file cannot be opened here, so nothing vouches for it");
  }
}
