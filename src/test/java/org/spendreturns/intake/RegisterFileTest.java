package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.CategoryShares;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.Price;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;

class RegisterFileTest {

  private static final String HEAD = "reference,kind,organisation,service,value,";

  @TempDir Path folder;

  @Test
  void readsARowWithAllItSays() throws IOException {
    Contract contract =
        read("""
                reference,kind,organisation,registration,service,category,category source,decision,decision address,decision date,awarded,start,end,options,value,vat,co-funders,whole value,parent,lead body,note,2014-15
                A-1,grant,Lake Trust,X-1,Talk,ADVOCACY 60; FACE_TO_FACE 40,schedule 2,Order 4,https://b.example/4,2014-03-01,2014-03-02,2014-04-01,2015-03-31,2015-04-01 to 2016-03-31: 20.00,10.50,gross,The NHS: 4.50; The City: 5,20.00,P-1,The County,of use,10.50
                """)
            .contracts()
            .get(0);
    assertThat(contract.at()).hasToString("register.csv:2");
    assertThat(contract.kind()).isEqualTo(Contract.Kind.GRANT);
    assertThat(contract.organisation()).isEqualTo(new Contract.Organisation("Lake Trust", "X-1"));
    assertThat(contract.categories())
        .isEqualTo(
            new CategoryShares(
                List.of(
                    new CategoryShares.Share("ADVOCACY", 60),
                    new CategoryShares.Share("FACE_TO_FACE", 40)),
                "schedule 2"));
    assertThat(contract.decision().orElseThrow().title()).isEqualTo("Order 4");
    assertThat(contract.term().awarded()).contains(LocalDate.of(2014, 3, 2));
    assertThat(contract.term().options())
        .extracting(option -> option.amount().orElseThrow())
        .containsExactly(Money.parse("20"));
    assertThat(contract.price().firm()).contains(Money.parse("10.50"));
    assertThat(contract.price().vat()).isEqualTo(VatBasis.GROSS);
    assertThat(contract.price().coFunders())
        .containsExactly(
            new Price.CoFunder("The NHS", Money.parse("4.50")),
            new Price.CoFunder("The City", Money.parse("5")));
    assertThat(contract.links()).isEqualTo(new Contract.Links("P-1", "The County"));
  }

  @Test
  void keepsInWordsWhatIsNotCounted() throws IOException {
    assertThat(
            read("""
                    reference,kind,organisation,service,value,up to,irrecoverable vat,vcse,note
                    A,grant,Lake Trust,Talk,10,154800,2.00,yes,Of use.
                    """)
                .contracts()
                .get(0)
                .note())
        .isEqualTo(
            "The value may rise to £154,800.00; only the firm value is counted. VAT that cannot be"
                + " recovered, £2.00, is not in the value. A voluntary, community or social"
                + " enterprise. Of use.");
  }

  @Test
  void saysWhyThereIsNoValue() throws IOException {
    assertThat(
            read("""
                    reference,kind,organisation,service,value,no value because
                    A,grant,Lake Trust,Talk,,
                    B,grant,Lake Trust,Talk,,not on file: in Order 44
                    C,grant,Lake Trust,Talk,,pooled: The Pool
                    D,grant,Lake Trust,Talk,,withheld: s.43
                    """)
                .contracts())
        .extracting(contract -> contract.price().value())
        .containsExactly(
            new AgreedSum.NotOnFile(""),
            new AgreedSum.NotOnFile("in Order 44"),
            new AgreedSum.NotSeparable("The Pool"),
            new AgreedSum.Withheld("s.43"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start,end   | A,grant,Lake Trust,Talk,1,2014-06-01,2014-05-31 | CONTRADICTION | column end: '2014-05-31' is before the start, '2014-06-01'; correct one of the two
          withhold,withheld on | A,grant,Lake Trust,Talk,1,name,2014-06-01 | CONTRADICTION | column withheld by: is empty beside a day; say who decided
          withhold,withheld by | A,grant,Lake Trust,Talk,1,name,B. Officer | CONTRADICTION | column withheld on: is empty beside a name; say which day
          start       | A,grant,Lake Trust,Talk,1,31/02/2014 | BAD_DATE | column start: '31/02/2014' is not a date written yyyy-MM-dd
          start       | A,grant,Lake Trust,Talk,1,2014-02-30 | BAD_DATE | column start: '2014-02-30' is not a date written yyyy-MM-dd
          note        | A,grant,Lake Trust,Talk,£21 900,x | BAD_AMOUNT | column value: '£21 900' is not a sum written like 1250 or -12.30
          2014-15     | A,grant,Lake Trust,Talk,1,1.5 | BAD_AMOUNT | column 2014-15: '1.5' is not a sum written like 1250 or -12.30
          note        | A,gift,Lake Trust,Talk,1,x | UNKNOWN_WORD | column kind: 'gift' is not one of contract, grant, pool, fund, pot, tender, bid, income
          note        | A,,Lake Trust,Talk,1,x | UNKNOWN_WORD | column kind: the cell is empty
          note        | ,grant,Lake Trust,Talk,1,x | NO_REFERENCE | column reference: the cell is empty
          note        | A,grant,,Talk,1,x | NO_SUPPLIER | column organisation: the cell is empty
          vat         | A,grant,Lake Trust,Talk,1,half | UNKNOWN_WORD | column vat: 'half' is not one of net, gross, not-stated
          category    | A,grant,Lake Trust,Talk,1,advice | UNKNOWN_WORD | column category: 'advice' is not written like 'ADVOCACY 60; FACE_TO_FACE 40'
          options     | A,grant,Lake Trust,Talk,1,two years | BAD_DATE | column options: 'two years' is not written like '2014-10-01 to 2015-03-31: 1250.00'
          schedule    | A,grant,Lake Trust,Talk,1,2014-10-01 to 2014-12-31 | NO_AMOUNT | column schedule: '2014-10-01 to 2014-12-31' has no sum
          co-funders  | A,grant,Lake Trust,Talk,1,The NHS | BAD_AMOUNT | column co-funders: 'The NHS' is not written like 'A City Council: 344000.00'
          no value because | A,grant,Lake Trust,Talk,,secret | UNKNOWN_WORD | column no value because: 'secret' is not written like 'not on file', 'not on file: the reason', 'pooled: the pool' or 'withheld: s.43'
          no value because | A,grant,Lake Trust,Talk,1,not on file | CONTRADICTION | column no value because: 'not on file' stands beside a value, '1.00'; leave one of the two empty
          value per year,start,end | A,grant,Lake Trust,Talk,,5,2014-04-01,2015-09-30 | CONTRADICTION | column value per year: start to end is not a number of whole years; give the value of the whole term
          note        | A,grant,Lake Trust,Talk | TOO_FEW_CELLS | the row has 4 cells, the header 6; look for a missing or unquoted comma
          note        | A,grant,Lake Trust,Talk,1,250,x | CONTRADICTION | the row has 7 cells, the header 6; look for a missing or unquoted comma
          """)
  void rejectsARowWithItsReason(String columns, String row, RejectReason reason, String message)
      throws IOException {
    ContractRegister register =
        read(HEAD + columns + "\n" + row + "\nB,grant,Moor Trust,Talk,2" + cells(columns) + "\n");
    assertThat(register.rejected()).hasSize(1);
    assertThat(register.rejected().get(0).line().message()).isEqualTo("register.csv:2: " + message);
    assertThat(register.rejected().get(0).line().reason()).isEqualTo(reason);
    assertThat(register.contracts()).extracting(Contract::reference).containsExactly("B");
  }

  @Test
  void rejectsTheSecondRowOfAReference() throws IOException {
    ContractRegister register =
        read(
            """
            reference,kind,organisation,service,value
            A,grant,Lake Trust,Talk,1
            A,grant,Moor Trust,Talk,2
            """);
    assertThat(register.contracts()).hasSize(1);
    assertThat(register.rejected().get(0).line().message())
        .isEqualTo(
            "register.csv:3: column reference: 'A' stands already at register.csv:2; give each"
                + " agreement a reference of its own");
  }

  @Test
  void refusesARegisterWhoseColumnsItDoesNotKnow() {
    assertThatThrownBy(() -> read("reference,kind,organisation,service,price,2014-16\n"))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage(
            "register.csv:1: column 'price' is not known; known are reference, kind, organisation,"
                + " registration, service, category, category source, decision, decision address,"
                + " decision date, awarded, start, end, review, options, value, no value because,"
                + " value per year, schedule, up to, vat, irrecoverable vat, co-funders, whole"
                + " value, parent, lead body, vcse, withhold, withheld by, withheld on, note, and financial years like 2014-15\n"
                + "register.csv:1: column '2014-16' is not a financial year written like 2014-15\n"
                + "register.csv:1: column 'value' is missing");
  }

  @Test
  void refusesAFileThatIsNoRegister() throws IOException {
    assertThatThrownBy(() -> read("")).hasMessage("register.csv:1: the file is empty");
    assertThatThrownBy(() -> read("\n\n")).hasMessage("register.csv:1: the register has no header");
    assertThatThrownBy(() -> read("value,value,reference,kind,organisation,service\n"))
        .hasMessage("register.csv:1: column 'value' stands twice");
    assertThatThrownBy(
            () -> read("reference,kind,organisation,service,value\nA,grant,\"Lake,Talk,1\n"))
        .hasMessage(
            "register.csv:2: from here the text is not CSV, as with a quote that never closes");
    Path latin = Files.write(folder.resolve("register.csv"), new byte[] {'a', (byte) 0xA3});
    assertThatThrownBy(() -> RegisterFile.read(latin))
        .hasMessage("register.csv:1: the text is not UTF-8; save the file with encoding UTF-8");
    Path text = Files.writeString(folder.resolve("register.txt"), "a");
    assertThatThrownBy(() -> RegisterFile.read(text))
        .hasMessage(
            "register.txt: a register is a .csv, .xlsx or .json file; save it as one of these");
    Path noWorkbook = Files.writeString(folder.resolve("register.xlsx"), "a,b,c,d,e,f");
    assertThatThrownBy(() -> RegisterFile.read(noWorkbook))
        .hasMessage(
            "register.xlsx: the file is not an .xlsx workbook; save it as one from the"
                + " spreadsheet");
  }

  @Test
  void readsAWorkbookAsTheSameRegister() throws IOException {
    Path file = folder.resolve("register.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Register");
      text(sheet.createRow(1), "Reference", "Kind", "Organisation", "Service", "Value", "Start");
      Row row = sheet.createRow(3);
      text(row, "A", "grant", "Lake Trust", "Talk");
      row.createCell(4).setCellValue(0.1 + 0.2);
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      row.createCell(5).setCellValue(LocalDate.of(2014, 10, 1));
      row.getCell(5).setCellStyle(date);
      workbook.write(out);
    }
    ContractRegister register = RegisterFile.read(file);
    assertThat(register.rejected()).isEmpty();
    Contract contract = register.contracts().get(0);
    assertThat(contract.at()).hasToString("register.xlsx:Register:4");
    assertThat(contract.price().firm()).contains(Money.parse("0.30"));
    assertThat(contract.term().start()).contains(LocalDate.of(2014, 10, 1));
  }

  private static String cells(String columns) {
    return columns.replaceAll("[^,]+", "").replaceAll("^", ",");
  }

  private static void text(Row row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private ContractRegister read(String csv) throws IOException {
    return RegisterFile.read(Files.writeString(folder.resolve("register.csv"), csv));
  }
}
