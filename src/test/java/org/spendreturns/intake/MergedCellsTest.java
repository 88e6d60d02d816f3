package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Outcome;

/** A date and a name that stand once beside several rows. */
class MergedCellsTest {

  private static final String NOTE =
      "cells that the workbook merges with the one above, and that were read as it is: 4";

  @TempDir Path folder;

  /** The date over three rows, the supplier over two of them, the sum of the last over two. */
  private void check(Path file) {
    List<String> lines = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, "book", LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        if (next.get() instanceof Outcome.Accepted accepted) {
          lines.add(
              accepted.line().date()
                  + " "
                  + accepted.line().particulars().supplier()
                  + " "
                  + accepted.line().amount());
        } else if (next.get() instanceof Outcome.Rejected rejected) {
          lines.add(rejected.message());
        }
      }
      assertThat(ledger.notes()).contains(NOTE);
    }
    assertThat(lines)
        .containsExactly(
            "2014-04-01 Acme 10.00",
            "2014-04-01 Acme 20.00",
            "2014-04-01 Bolt 30.00",
            "2014-04-02 Bolt 40.00",
            "book:Apr:6: column Amount: empty, where an amount is expected");
  }

  private Path book(Workbook book, String name) throws IOException {
    Sheet sheet = book.createSheet("Apr");
    row(sheet, "Date", "Supplier", "Amount", "Purpose");
    row(sheet, "01/04/2014", "Acme", "10.00", "Locks");
    row(sheet, "", "", "20.00", "Keys");
    row(sheet, "", "Bolt", "30.00", "Keys");
    row(sheet, "02/04/2014", "Bolt", "40.00", "Keys");
    row(sheet, "", "Bolt", "", "Keys");
    sheet.createRow(6).createCell(3).setCellValue("");
    for (String range : new String[] {"A2:A4", "B2:B3", "C5:C6", "A5:A7", "D1:E1"}) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }
    Path file = folder.resolve(name);
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  private static void row(Sheet sheet, String... cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        row.createCell(column).setCellValue(cells[column]);
      }
    }
  }

  @Test
  void areGivenToEachRowOfAnXlsxWorkbook() throws IOException {
    check(book(new XSSFWorkbook(), "a.xlsx"));
  }

  @Test
  void areGivenToEachRowOfAnXlsWorkbook() throws IOException {
    check(book(new HSSFWorkbook(), "a.xls"));
  }

  @Test
  void areGivenToEachRowOfAnOpenDocumentSpreadsheet() throws IOException {
    String text =
        "<o:c xmlns:o='o' xmlns:t='t' xmlns:x='x'><t:table t:name='Apr'>"
            + ods("Date", "Supplier", "Amount", "Purpose")
            + ods("3 01/04/2014", "2 Acme", "10.00", "Locks")
            + ods("-", "-", "20.00", "Keys")
            + ods("-", "Bolt", "30.00", "Keys")
            + ods("3 02/04/2014", "Bolt", "2 40.00", "Keys")
            + ods("-", "Bolt", "-", "Keys")
            + ods("-", "", "", "")
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

  /** A row; a digit before a space says over how many rows the cell goes, - that it is covered. */
  private static String ods(String... cells) {
    StringBuilder row = new StringBuilder("<t:table-row>");
    for (String cell : cells) {
      boolean goesOn = cell.matches("\\d .*");
      row.append(cell.equals("-") ? "<t:covered-table-cell" : "<t:table-cell")
          .append(goesOn ? " t:number-rows-spanned='" + cell.charAt(0) + "'>" : ">")
          .append(cell.equals("-") ? "" : "<x:p>" + (goesOn ? cell.substring(2) : cell) + "</x:p>")
          .append(cell.equals("-") ? "</t:covered-table-cell>" : "</t:table-cell>");
    }
    return row + "</t:table-row>";
  }

  @Test
  void areGivenToEachRowOfASpreadsheetMlWorkbook() throws IOException {
    String text =
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
            + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='Apr'>"
            + "<Table>"
            + xml("1 0 Date", "2 0 Supplier", "3 0 Amount", "4 0 Purpose")
            + xml("1 2 01/04/2014", "2 1 Acme", "3 0 10.00", "4 0 Locks")
            + xml("3 0 20.00", "4 0 Keys")
            + xml("2 0 Bolt", "3 0 30.00", "4 0 Keys")
            + xml("1 2 02/04/2014", "2 0 Bolt", "3 1 40.00", "4 0 Keys")
            + xml("2 0 Bolt", "4 0 Keys")
            + "<Row/></Table></Worksheet></Workbook>";
    check(Files.writeString(folder.resolve("a.xml"), text));
  }

  /** A row of cells, each with its column and how many rows it goes on below. */
  private static String xml(String... cells) {
    StringBuilder row = new StringBuilder("<Row>");
    for (String cell : cells) {
      String[] parts = cell.split(" ", 3);
      row.append(
          "<Cell ss:Index='%s' ss:MergeDown='%s'><Data ss:Type='String'>%s</Data></Cell>"
              .formatted(parts[0], parts[1], parts[2]));
    }
    return row + "</Row>";
  }

  @Test
  void areKnownByTheElementsThatNameThemAndByNoText() throws IOException {
    String sheet =
        "<x:sheetData><c>mergeCell ref=\"A1:A9\"</c></x:sheetData><x:mergeCells count='3'>"
            + "<x:mergeCell ref=\"AB2:AC14\"/><mergeCell foo='1' ref='C3:C4'/><mergeCell/>"
            + "<mergeCells/></x:mergeCells>";
    assertThat(MergedCells.of(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.US_ASCII))))
        .containsExactly(new MergedCells.Range(27, 2, 14), new MergedCells.Range(2, 3, 4));
  }
}
