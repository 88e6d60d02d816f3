package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;

class WorkbooksTest {

  @TempDir Path folder;

  private List<String> notes = List.of();

  private List<String> read(Path file) {
    List<String> outcomes = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, "book", LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        String at = next.get().at().sheet() + ":" + next.get().at().line();
        if (next.get() instanceof Outcome.Accepted accepted) {
          LedgerLine line = accepted.line();
          outcomes.add(
              "%s %s %s %s"
                  .formatted(at, line.date(), line.particulars().supplier(), line.amount()));
        } else if (next.get() instanceof Outcome.Furniture furniture) {
          outcomes.add(at + " " + furniture.kind());
        } else {
          outcomes.add(at + " " + next.get().getClass().getSimpleName());
        }
      }
      notes = ledger.notes();
    }
    return outcomes;
  }

  /** Two sheets of lines, one of them hidden, and one of notes; a gap and a blank row. */
  private static void fill(Workbook book) {
    CellStyle asDate = book.createCellStyle();
    asDate.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
    Sheet notes = book.createSheet("Notes");
    notes.createRow(0).createCell(0).setCellValue("Payments over £500");
    for (String name : new String[] {"Apr", "May"}) {
      Sheet sheet = book.createSheet(name);
      row(sheet, 0, "Date", "Supplier", "Amount");
      Row line = row(sheet, 1, "", "Acme " + name, "");
      line.getCell(0).setCellValue(LocalDateTime.of(2014, 4, 1, 13, 30));
      line.getCell(0).setCellStyle(asDate);
      line.getCell(2).setCellValue(0.1 + 0.2 + 515.52);
      sheet.createRow(2);
      Row formula = row(sheet, 4, "", "", "");
      formula.getCell(0).setCellValue(41_731); // a serial without a date format
      formula.getCell(1).setCellFormula("\"Bra\"&\"vo\"");
      formula.getCell(2).setCellFormula("-1.5*2");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }
    book.setSheetVisibility(2, SheetVisibility.HIDDEN);
  }

  private static Row row(Sheet sheet, int index, String... texts) {
    Row row = sheet.createRow(index);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
    return row;
  }

  private Path written(Workbook book) throws IOException {
    Path file = folder.resolve("book.bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    book.close();
    return file;
  }

  private static final String[] FILLED = {
    "Notes:1 PREAMBLE",
    "Apr:1 HEADER",
    "Apr:2 2014-04-01 Acme Apr 515.82",
    "Apr:3 Blank",
    "Apr:5 2014-04-02 Bravo -3.00",
    "May:1 HEADER",
    "May:2 2014-04-01 Acme May 515.82",
    "May:3 Blank",
    "May:5 2014-04-02 Bravo -3.00"
  };

  @Test
  void readsAllSheetsOfAWorkbookHiddenOnesToo() throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    fill(book);
    assertThat(read(written(book))).containsExactly(FILLED);
    assertThat(notes)
        .containsExactly(
            "sheet 'May' is hidden; it was read all the same",
            "sheet 'Notes' holds no ledger; its text is counted as preamble");
  }

  @Test
  void readsAWorkbookOf1997() throws IOException {
    HSSFWorkbook book = new HSSFWorkbook();
    fill(book);
    assertThat(read(written(book))).containsExactly(FILLED);
    assertThat(notes)
        .containsExactly(
            "sheet 'May' is hidden; it was read all the same",
            "sheet 'Notes' holds no ledger; its text is counted as preamble");
  }

  @Test
  void countsDaysFrom1904WhereAWorkbookSaysSo() throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet("Apr");
    row(sheet, 0, "Date", "Supplier", "Amount");
    row(sheet, 1, "", "Acme", "1.00").getCell(0).setCellValue(40_269);
    book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
    assertThat(read(written(book))).containsExactly("Apr:1 HEADER", "Apr:2 2014-04-02 Acme 1.00");
  }

  @Test
  void readsAnOpenDocumentSpreadsheet() throws IOException {
    String content =
        """
        <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
        <office:automatic-styles><style:style style:name="ta2"><style:table-properties
          table:display="false"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet><table:table table:name="Apr" table:style-name="ta2">
        <table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell>
          <text:p>Supplier</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>
          <table:table-cell><text:p>Amount</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date"
          office:date-value="2014-04-01T00:00:00"/><table:table-cell><office:annotation><text:p>why
          </text:p></office:annotation><text:p>Acme<text:s text:c="2"/>Ltd</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="2"/><table:table-cell
          office:value-type="currency" office:value="515.82000000000005"/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="2014-04-02"/>
          <table:table-cell><text:p>Bravo</text:p></table:table-cell><table:table-cell/>
          <table:table-cell/><table:table-cell office:value-type="float" office:value="-3"/>
          </table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell
          table:number-columns-repeated="16384"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>
        """;
    Path file =
        ZippedLedgersTest.zip(
            folder,
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            content);
    assertThat(read(file))
        .containsExactly(
            "Apr:1 HEADER",
            "Apr:2 2014-04-01 Acme  Ltd 515.82",
            "Apr:3 2014-04-01 Acme  Ltd 515.82",
            "Apr:4 Blank",
            "Apr:5 Blank",
            "Apr:6 Blank",
            "Apr:7 2014-04-02 Bravo -3.00");
    assertThat(notes).containsExactly("sheet 'Apr' is hidden; it was read all the same");
  }

  private static final String SPREADSHEET_ML =
      """
      <?xml version="1.0"?>
      %s<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="Grants"><Table>
      <Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell ss:MergeAcross="1"><Data
        ss:Type="String">Supplier</Data></Cell><Cell><Data ss:Type="String">Amount</Data></Cell></Row>
      <Row ss:Index="4"><Cell><Data ss:Type="DateTime">2014-04-01T00:00:00.000</Data></Cell><Cell><Data
        ss:Type="String">%s</Data><Comment><ss:Data>why</ss:Data></Comment></Cell><Cell
        ss:Index="4"><Data ss:Type="Number">515.82000000000005</Data></Cell></Row>
      </Table></Worksheet></Workbook>
      """;

  @Test
  void readsAnXmlWorkbookOf2003() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.xml"), SPREADSHEET_ML.formatted("", "A &amp; B"));
    assertThat(read(file)).containsExactly("Grants:1 HEADER", "Grants:4 2014-04-01 A & B 515.82");
  }

  @Test
  void opensNoEntityOfAnXmlWorkbook() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>\n".formatted(secret.toUri());
    Path file = Files.writeString(folder.resolve("a.xml"), SPREADSHEET_ML.formatted(type, "&e;"));
    assertSetAside(
        file,
        SetAsideException.Kind.CORRUPT,
        "book: a damaged XML workbook; expected one that opens in a spreadsheet program; export it"
            + " anew");
  }

  private void assertSetAside(Path file, SetAsideException.Kind kind, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            SetAsideException.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
        .hasMessage(message);
  }

  @Test
  void setsAsideAWorkbookWithAPassword()
      throws IOException, GeneralSecurityException, InvalidFormatException {
    String message =
        "book: a workbook with a password; expected one without; save it without and export anew";
    XSSFWorkbook book = new XSSFWorkbook();
    fill(book);
    Path plain = written(book);
    Path locked = folder.resolve("locked.xlsx");
    try (POIFSFileSystem files = new POIFSFileSystem();
        OPCPackage content = OPCPackage.open(plain.toFile());
        OutputStream out = Files.newOutputStream(locked)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream encrypted = encryptor.getDataStream(files)) {
        content.save(encrypted);
      }
      files.writeFilesystem(out);
    }
    assertSetAside(locked, SetAsideException.Kind.PASSWORD, message);
    HSSFWorkbook old = new HSSFWorkbook();
    fill(old);
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try {
      Path lockedOld = written(old);
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertSetAside(lockedOld, SetAsideException.Kind.PASSWORD, message);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 3_000})
  void setsAsideAWorkbookThatIsCutOff(int bytes) throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    fill(book);
    byte[] whole = Files.readAllBytes(written(book));
    Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, bytes));
    assertSetAside(
        cut,
        SetAsideException.Kind.CORRUPT,
        "book: a damaged zip or workbook; expected one that opens; export it anew");
  }

  @Test
  void setsAsideAWorkbookWithACellOfMegabytes() throws IOException {
    String cell = "<![CDATA[" + "x".repeat(1 << 20) + "]]>more";
    Path file = Files.writeString(folder.resolve("a.xml"), SPREADSHEET_ML.formatted("", cell));
    assertSetAside(
        file,
        SetAsideException.Kind.TOO_LARGE,
        "book: a cell of more than 1,048,576 characters; expected a ledger; shorten the cell");
  }
}
