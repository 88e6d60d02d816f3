package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spendreturns.intake.ReadLedger.HEADER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Particulars;

class LedgerFileTest {

  @TempDir Path folder;

  private List<String> notes = List.of();

  private List<String> read(byte[] bytes, LedgerSettings settings) throws IOException {
    ReadLedger ledger = ReadLedger.of(folder, bytes, settings);
    notes = ledger.notes();
    return ledger.outcomes();
  }

  private List<String> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), LedgerSettings.DEFAULT);
  }

  private void assertSetAside(String text, SetAsideException.Kind kind, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            SetAsideException.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
        .hasMessage(message);
  }

  @Test
  void givesEveryRecordOneOutcomeInFileOrder() throws IOException {
    assertThat(
            read(
                """
                Spend over 500,,,
                ,,,
                Payment Date,Supplier Name,Net Amount,Description
                01/04/2014,Acme Ltd,"1,250.00",Locks
                31/02/2014,Acme Ltd,99.00,Keys
                ,Acme Ltd,99.00,Keys
                02/04/2014,Acme Ltd,22.955,Keys
                02/04/2014,Acme Ltd,,Keys
                02/04/2014,,3.00,Keys
                02/04/2014,Acme Ltd
                query sort
                ,,,
                25/04/2014,Total Gas & Power,(50.00),Gas
                ,Grand Total,"1,200.00",
                """))
        .containsExactly(
            "1 PREAMBLE",
            "2 blank",
            "3 HEADER",
            "4 2014-04-01 Acme Ltd 1250.00",
            "BAD_DATE april.csv:5: column Payment Date: '31/02/2014' is not a date from 1990 to"
                + " 2099 written like 31/03/2014",
            "NO_DATE april.csv:6: column Payment Date: empty, where a date is expected",
            "BAD_AMOUNT april.csv:7: column Net Amount: '22.955' is not a sum of pounds and pence"
                + " written like 1,250.00",
            "NO_AMOUNT april.csv:8: column Net Amount: empty, where an amount is expected",
            "NO_SUPPLIER april.csv:9: column Supplier Name: empty, where a supplier is expected",
            "TOO_FEW_CELLS april.csv:10: 2 cells, where the lines have 4; the line is cut off or"
                + " of another layout",
            "11 PREAMBLE",
            "12 blank",
            "13 2014-04-25 Total Gas & Power -50.00",
            "14 TOTAL");
  }

  @Test
  void changesTheLayoutAtASecondRowOfNames() throws IOException {
    assertThat(
            read(
                HEADER
                    + "25/04/2014,Acme,1.00,x\n"
                    + "Amount,Date,Supplier\n"
                    + "2.00,26/04/2014,Bravo\n"))
        .containsExactly(
            "1 HEADER", "2 2014-04-25 Acme 1.00", "3 HEADER", "4 2014-04-26 Bravo 2.00");
  }

  @Test
  void comparesItsSumWithTheTotalsThatTheFilePrints() throws IOException {
    String lines = HEADER + "25/04/2014,Acme,1.00,x\n26/04/2014,Acme,2.00,x\n";
    assertThat(read(lines + ",Total:,3.00,\n27/04/2014,Acme,4.00,x\nGrand Total,,,\"7.00\"\n"))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme 1.00",
            "3 2014-04-26 Acme 2.00",
            "4 TOTAL",
            "5 2014-04-27 Acme 4.00",
            "6 TOTAL");
    assertThat(notes)
        .containsExactly(
            "april.csv:4: prints a total of £3.00, and the lines above come to it",
            "april.csv:6: prints a total of £7.00, and the lines above come to it");
    assertThat(read(lines + "Total,,5.00,\n")).contains("4 TOTAL");
    assertThat(notes)
        .containsExactly("april.csv:4: prints a total of £5.00; the lines above come to £3.00");
    assertThat(read(lines + ",,3.00,\n")).as("a sum alone that is the sum").contains("4 TOTAL");
    assertThat(read(lines + ",,5.00,\n"))
        .as("a sum alone that is not")
        .contains("NO_DATE april.csv:4: column Payment Date: empty, where a date is expected");
  }

  @Test
  void tellsWhatLinesWithoutASupplierComeTo() throws IOException {
    read(
        HEADER
            + "25/04/2014,,1000.00,Foster care\n"
            + "25/04/2014,,-0.50,x\n"
            + ",,3.00,x\n"
            + "26/04/2014,,nil,x\n");
    assertThat(notes)
        .containsExactly(
            "april.csv: rejected for want of a supplier alone: 2 lines of £999.50 in all, which no"
                + " total has");
  }

  @Test
  void choosesPaymentDateAndNetAmountAndSaysSo() throws IOException {
    String text =
        """
        Invoice Date,Gross Amount,Date Paid,Net Amount,Supplier
        25/03/2014,12.00,25/04/2014,10.00,Acme
        """;
    assertThat(read(text)).contains("2 2014-04-25 Acme 10.00");
    assertThat(notes)
        .containsExactly(
            "date: column 'Date Paid', not 'Invoice Date', the payment date being wanted",
            "amount: column 'Net Amount', not 'Gross Amount', net of VAT being wanted");
    LedgerSettings gross =
        LedgerSettings.read(YamlNode.parse("body.yaml", "amounts: gross\ndates: invoice\n"));
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), gross))
        .contains("2 2014-03-25 Acme 12.00");
  }

  @Test
  void readsThePinnedColumnsByNameOrPlace() throws IOException {
    String text = "When,Who,What,Net Amount,How much\n25/04/2014,Acme,x,9.00,1.00\n";
    LedgerSettings byName =
        LedgerSettings.read(
            YamlNode.parse(
                "body.yaml", "columns:\n  date: When\n  supplier: Who\n  amount: How much\n"));
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), byName))
        .containsExactly("1 HEADER", "2 2014-04-25 Acme 1.00");
    LedgerSettings byPlace =
        LedgerSettings.read(
            YamlNode.parse(
                "body.yaml",
                "columns:\n  date: column A\n  supplier: column 2\n  amount: column E\n"));
    assertThat(read("25/04/2014,Acme,x,9.00,1.00\n".getBytes(StandardCharsets.UTF_8), byPlace))
        .containsExactly("1 2014-04-25 Acme 1.00");
  }

  @Test
  void setsAsideWhatIsNoLedgerAndSaysWhatItIs() {
    String expected = "; expected a ledger as CSV, XLSX, XLS, ODS or SpreadsheetML";
    assertSetAside(
        "",
        SetAsideException.Kind.EMPTY,
        "april.csv: an empty file (0 bytes); expected a ledger; export it anew");
    assertSetAside(
        "\n <!DOCTYPE html>\n<html></html>",
        SetAsideException.Kind.NOT_A_LEDGER,
        "april.csv: a web page (HTML), perhaps an error page or a page of links" + expected);
    assertSetAside(
        "%PDF-1.7\n", SetAsideException.Kind.NOT_A_LEDGER, "april.csv: a PDF document" + expected);
    assertSetAside(
        "{\"a\": 1}", SetAsideException.Kind.NOT_A_LEDGER, "april.csv: a JSON document" + expected);
  }

  @Test
  void setsAsideALayoutItDoesNotKnowAndShowsTheNames() {
    assertSetAside(
        "Supplier Name,Sum of Invoice Nett Amount\nAcme,1.00\n",
        SetAsideException.Kind.UNKNOWN_LAYOUT,
        "april.csv: no column is known to hold date; the record nearest to column names is"
            + " 'Supplier Name,Sum of Invoice Nett Amount'; name the columns in the body's file"
            + " ('layout suggest' proposes them); if it gives no dates, write month: 2014-04 under"
            + " files: there");
  }

  @Test
  void showsNamesNoneOfWhichItKnows() {
    assertSetAside(
        "Colour,Size\nred,1\nblue,2\n",
        SetAsideException.Kind.UNKNOWN_LAYOUT,
        "april.csv: no column is known to hold date, amount or supplier; the record nearest to"
            + " column names is 'Colour,Size'; name the columns in the body's file ('layout"
            + " suggest' proposes them)");
  }

  @Test
  void showsNoLineOfALedgerThatNamesNoColumns() {
    assertSetAside(
        "01/04/2014,Jane Doe,1.00\n02/04/2014,John Doe,2.00\n",
        SetAsideException.Kind.UNKNOWN_LAYOUT,
        "april.csv: none of the first 60 records names a column, and the content alone does not"
            + " decide; name the columns in the body's file ('layout suggest' proposes them)");
  }

  @Test
  void setsAsideDatesThatWereTurnedInPart() {
    assertSetAside(
        HEADER
            + "3/8/2010,A,1.00,x\n5/8/2010,A,1.00,x\n6/8/2010,A,1.00,x\n"
            + "8/17/2010,A,1.00,x\n8/23/2010,A,1.00,x\n",
        SetAsideException.Kind.AMBIGUOUS_DATES,
        "april.csv: dates may be d/m or m/d (0 fit only d/m, 2 only m/d, 3 others fit both), and"
            + " the financial year depends on it; write date-order: d/m or m/d in the body's file");
  }

  @Test
  void readsALedgerWithoutNamesIfItsContentLeavesNoDoubt() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 24; i++) {
      text.append(
          "Housing,temp staff no %d,%d,Acme %d Ltd,%d/04/2014,%d.50\n".formatted(i, i, i, i, i));
    }
    assertThat(read(text.toString())).hasSize(24).contains("24 2014-04-24 Acme 24 Ltd 24.50");
    assertThat(notes)
        .containsExactly(
            "no column names; by their content date is column E, amount F, supplier D");
  }

  @Test
  void setsAsideAFileThatIsNotThereOrNoFile() {
    assertThatThrownBy(
            () -> LedgerFile.open(folder.resolve("gone.csv"), "gone.csv", LedgerSettings.DEFAULT))
        .isInstanceOf(SetAsideException.class)
        .hasMessage("gone.csv: no such file; expected an export");
    assertThatThrownBy(() -> LedgerFile.open(folder, "folder", LedgerSettings.DEFAULT))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "folder: cannot be read; check that it is a file and that its permissions allow it");
  }

  @Test
  void keepsTheParticularsOfALine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            """
            Date,Supplier,Supplier ID,Amount,Directorate,Service Area,Expense Type,Trans No,\
            Charity Number,PO Number,Narrative,Programme
            25/04/2014, Acme ,205401,1.00,People,Safety,Grants,T1,1234567,PO9,Help line,Fund
            """);
    try (LedgerFile ledger = LedgerFile.open(file, "a.csv", LedgerSettings.DEFAULT)) {
      ledger.next();
      assertThat(ledger.next())
          .hasValueSatisfying(
              outcome -> {
                LedgerLine line = ((Outcome.Accepted) outcome).line();
                assertThat(line.transaction()).isEqualTo("T1");
                assertThat(line.particulars())
                    .isEqualTo(
                        new Particulars(
                            "Acme",
                            "205401",
                            "1234567",
                            "Help line",
                            "Safety / People",
                            "Grants",
                            "Fund",
                            "PO9"));
              });
    }
  }
}
