package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Outcome;

/** Workbooks of which a part says less than it should. */
class OddWorkbooksTest {

  @TempDir Path folder;

  private List<String> notes = List.of();

  private List<String> read(Path file) {
    List<String> outcomes = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, "book", LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        outcomes.add(
            next.get() instanceof Outcome.Rejected rejected
                ? rejected.reason() + " " + rejected.message()
                : next.get().at().line() + " " + next.get().getClass().getSimpleName());
      }
      notes = ledger.notes();
    }
    return outcomes;
  }

  private Path written(XSSFWorkbook book) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  private static Row row(Sheet sheet, String... cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (String cell : cells) {
      row.createCell(row.getPhysicalNumberOfCells()).setCellValue(cell);
    }
    return row;
  }

  /** A ledger on one sheet, and so many payments under names that nobody knows on another. */
  private Path withAnotherSheet(int payments) throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet april = book.createSheet("Apr");
    row(april, "Date", "Supplier", "Amount");
    row(april, "25/04/2014", "Acme", "10.00");
    Sheet may = book.createSheet("May");
    row(may, "Who we paid", "On", "How much");
    for (int i = 0; i < payments; i++) {
      row(may, "Bravo", "2014-05-01", "").getCell(2).setCellValue(1_000 + i);
    }
    row(may, "2014-05-01", "first version", "1");
    return written(book);
  }

  @Test
  void losesNoPaymentOfASheetWithoutKnownNames() throws IOException {
    assertThat(read(withAnotherSheet(1)))
        .containsExactly(
            "1 Furniture",
            "2 Accepted",
            "1 Furniture",
            "OUT_OF_PLACE book:May:2: looks like a payment, on a sheet without column names; name"
                + " its columns",
            "3 Furniture");
    Path twenty = withAnotherSheet(20);
    assertThatThrownBy(() -> read(twenty))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "book:May:2: other sheets have column names that are known, this one has lines and none;"
                + " name the columns in the body's file, or remove the sheet");
  }

  @Test
  void namesThatAreNotKnownAreNotReadAsThoseOfTheSheetBefore() throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    for (String amount : List.of("Amount", "Budget")) {
      Sheet sheet = book.createSheet(amount);
      row(sheet, "Date", "Supplier", amount);
      for (int i = 0; i < 20; i++) {
        row(sheet, "25/04/2014", "Acme", "10.00");
      }
    }
    Path file = written(book);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(SetAsideException.class)
        .hasMessageStartingWith("book:Budget:2: other sheets have column names that are known,");
  }

  @Test
  void saysThatAFormulaHasNoValue() throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet april = book.createSheet("Apr");
    row(april, "Date", "Supplier", "Amount");
    row(april, "25/04/2014", "Acme").createCell(2).setCellFormula("5*2");
    Row nameless = row(april, "25/04/2014");
    nameless.createCell(1).setCellFormula("Z1");
    nameless.createCell(2).setCellValue(10);
    assertThat(read(written(book)))
        .containsExactly(
            "1 Furniture",
            "BAD_AMOUNT book:Apr:2: column Amount: 'formula without a value' is not a sum of pounds"
                + " and pence written like 1,250.00",
            "NO_SUPPLIER book:Apr:3: column Supplier: a formula without a value, where a supplier"
                + " is expected");
    assertThat(notes)
        .containsExactly(
            "formulas whose value was never computed: 2; open the workbook in a spreadsheet"
                + " program, save it, and export that",
            "book: rejected for want of a supplier alone: 1 line of £10.00 in all, which no total"
                + " has");
  }

  private Path zipped(String name, String... partsAndTexts) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < partsAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(partsAndTexts[i]));
        zip.write(partsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void saysWhatAStrictWorkbookIs() throws IOException {
    Path file =
        zipped(
            "strict.xlsx",
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels"
             ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            </Types>
            """,
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Target="xl/workbook.xml"
             Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>
            </Relationships>
            """,
            "xl/workbook.xml",
            "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><sheets/></workbook>");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "book: a workbook saved as Strict Open XML; expected an Excel workbook; save it as"
                + " 'Excel Workbook (.xlsx)'");
  }

  @Test
  void takesANumberWithoutAValueForAnEmptyCell() throws IOException {
    Path xml =
        Files.writeString(
            folder.resolve("book.xml"),
            """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
             xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Apr"><Table>
            <Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell><Data
             ss:Type="String">Supplier</Data></Cell><Cell><Data ss:Type="String">Amount</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">25/04/2014</Data></Cell><Cell><Data
             ss:Type="String">Acme</Data></Cell><Cell><Data ss:Type="Number"></Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """);
    Path ods =
        zipped(
            "book.ods",
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>
            <office:spreadsheet><table:table table:name="Apr">
            <table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>
            <table:table-cell><text:p>Supplier</text:p></table:table-cell>
            <table:table-cell><text:p>Amount</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell><text:p>25/04/2014</text:p></table:table-cell>
            <table:table-cell><text:p>Acme</text:p></table:table-cell>
            <table:table-cell office:value-type="float"/></table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>
            """);
    for (Path file : List.of(xml, ods)) {
      assertThat(read(file))
          .containsExactly(
              "1 Furniture",
              "NO_AMOUNT book:Apr:2: column Amount: empty, where an amount is expected");
    }
  }
}
