package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.HiddenParts;

/** What a workbook hides is read as the rest is, and counted if it holds something. */
class HiddenPartsTest {

  private static final List<String> NOTES =
      List.of(
          "sheet 'Apr' hides 2 rows and 1 column that hold something; they were read all the same",
          "sheet 'May' is hidden; it was read all the same");

  @TempDir Path folder;

  @Test
  void countsHiddenPartsOfAnXlsxWorkbook() throws IOException {
    check(book(new XSSFWorkbook(), "a.xlsx"));
  }

  @Test
  void countsHiddenPartsOfAnXlsWorkbook() throws IOException {
    check(book(new HSSFWorkbook(), "a.xls"));
  }

  @Test
  void countsHiddenPartsOfAnOpenDocumentSpreadsheet() throws IOException {
    String row =
        "<t:table-row%s><t:table-cell><x:p>0%d/04/2014</x:p></t:table-cell>"
            + "<t:table-cell><x:p>Acme</x:p></t:table-cell><t:table-cell><x:p>1.00</x:p>"
            + "</t:table-cell></t:table-row>";
    String names =
        "<t:table-row><t:table-cell><x:p>Date</x:p></t:table-cell><t:table-cell><x:p>Supplier</x:p>"
            + "</t:table-cell><t:table-cell><x:p>Amount</x:p></t:table-cell></t:table-row>";
    String text =
        "<o:c xmlns:o='o' xmlns:t='t' xmlns:x='x' xmlns:s='s'>"
            + "<s:style s:name='h'><s:table-properties t:display='false'/></s:style>"
            + "<t:table t:name='Apr'><t:table-column/><t:table-column t:visibility='collapse'/>"
            + "<t:table-column/><t:table-column t:number-columns-repeated='9'"
            + " t:visibility='collapse'/>"
            + names
            + row.formatted("", 1)
            + row.formatted(" t:visibility='filter' t:number-rows-repeated='2'", 2)
            + "<t:table-row t:visibility='collapse' t:number-rows-repeated='5'><t:table-cell/>"
            + "</t:table-row></t:table><t:table t:name='May' t:style-name='h'>"
            + names
            + row.formatted("", 3)
            + "</t:table></o:c>";
    Path file = folder.resolve("a.ods");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    check(file);
  }

  @Test
  void countsHiddenPartsOfASpreadsheetMlWorkbook() throws IOException {
    String row =
        "<Row%s><Cell><Data ss:Type='String'>0%d/04/2014</Data></Cell><Cell><Data"
            + " ss:Type='String'>Acme</Data></Cell><Cell><Data ss:Type='Number'>1</Data></Cell>"
            + "</Row>";
    String names =
        "<Row><Cell><Data ss:Type='String'>Date</Data></Cell><Cell><Data"
            + " ss:Type='String'>Supplier</Data></Cell><Cell><Data"
            + " ss:Type='String'>Amount</Data></Cell></Row>";
    String text =
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
            + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='Apr'>"
            + "<Table><Column ss:Index='2' ss:Hidden='1'/><Column/><Column ss:Span='5'"
            + " ss:Hidden='1'/>"
            + names
            + row.formatted("", 1)
            + row.formatted(" ss:Hidden='1'", 2)
            + row.formatted(" ss:Hidden='1'", 3)
            + "</Table></Worksheet><Worksheet ss:Name='May'><Table>"
            + names
            + row.formatted("", 4)
            + "</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
            + "</Worksheet></Workbook>";
    check(Files.writeString(folder.resolve("a.xml"), text));
  }

  @Test
  void findsNothingHiddenInAText() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "Date,Supplier,Amount\n01/04/2014,Acme,1.00\n");
    try (LedgerFile ledger = LedgerFile.open(file, "a.csv", LedgerSettings.DEFAULT)) {
      while (ledger.next().isPresent()) {}
      assertThat(ledger.hidden()).isEqualTo(HiddenParts.NONE);
    }
  }

  private static void check(Path file) {
    int lines = 0;
    try (LedgerFile ledger = LedgerFile.open(file, "a", LedgerSettings.DEFAULT)) {
      while (ledger.next().isPresent()) {
        lines++;
      }
      assertThat(ledger.hidden()).isEqualTo(new HiddenParts(1, 2, 1));
      assertThat(ledger.notes()).containsAll(NOTES);
    }
    assertThat(lines).as("names, lines, and stored rows without content").isBetween(6, 7);
  }

  /** Hidden are: a column with text and one without, two lines and an empty row, and a sheet. */
  private Path book(Workbook book, String name) throws IOException {
    Sheet april = sheet(book, "Apr", 3);
    april.setColumnHidden(1, true);
    april.setColumnHidden(7, true);
    april.getRow(2).setZeroHeight(true);
    april.getRow(3).setZeroHeight(true);
    april.createRow(4).setZeroHeight(true);
    sheet(book, "May", 1);
    book.setSheetHidden(1, true);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    book.close();
    return file;
  }

  private static Sheet sheet(Workbook book, String name, int lines) {
    Sheet sheet = book.createSheet(name);
    String[] names = {"Date", "Supplier", "Amount"};
    for (int number = 0; number <= lines; number++) {
      Row row = sheet.createRow(number);
      for (int cell = 0; cell < names.length; cell++) {
        row.createCell(cell).setCellValue(names[cell]);
      }
      if (number > 0) {
        row.getCell(0).setCellValue("0%d/04/2014".formatted(number));
        row.getCell(1).setCellValue("Acme");
        row.getCell(2).setCellValue(1.0);
      }
    }
    return sheet;
  }
}
