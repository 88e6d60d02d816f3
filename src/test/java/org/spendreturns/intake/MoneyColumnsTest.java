package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums whose sign, currency or kind stands in another column than the sum. */
class MoneyColumnsTest {

  @TempDir Path folder;

  private List<String> read(String text) throws IOException {
    return ReadLedger.of(folder, text).outcomes();
  }

  private void assertAsks(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            SetAsideException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(SetAsideException.Kind.UNKNOWN_LAYOUT);
              assertThat(refused).hasMessage(message);
            });
  }

  @Test
  void takesCreditsInAColumnOfTheirOwnFromDebits() throws IOException {
    assertThat(
            read(
                """
                Date,Supplier,Debit,Credit
                25/04/2014,Acme,100.00,
                26/04/2014,Acme,0.00,40.00
                27/04/2014,Acme,,30.00
                28/04/2014,Acme,5.00,6.00
                29/04/2014,Acme,,-7.00
                30/04/2014,Acme,,
                """))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme 100.00",
            "3 2014-04-26 Acme -40.00",
            "4 2014-04-27 Acme -30.00",
            "CONTRADICTION april.csv:5: columns Debit and Credit: '5.00' and '6.00' on one line,"
                + " where one of the two is expected",
            "BAD_AMOUNT april.csv:6: column Credit: '-7.00' is not a sum without a sign written"
                + " like 1,250.00",
            "NO_AMOUNT april.csv:7: column Debit: empty, where an amount is expected");
  }

  @Test
  void asksWhetherCreditsAreInAnAmountThatIsNoDebit() {
    assertAsks(
        "Date,Supplier,Amount,Credit Amount\n25/04/2014,Acme,100.00,\n",
        "april.csv:1: columns 'Amount' and 'Credit Amount': whether a credit is in the first, too,"
            + " is not known; name the columns in the body's file ('layout suggest' proposes"
            + " them)");
  }

  @Test
  void turnsASumThatAColumnCallsACredit() throws IOException {
    assertThat(
            read(
                """
                Transaction Date,Merchant Name,Billing Amount,Debit/Credit
                25/04/2014,Acme,100.00,D
                26/04/2014,Acme,40.00,c
                27/04/2014,Acme,30.00,
                28/04/2014,Acme,-20.00,C
                29/04/2014,Acme,10.00,X
                """))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme 100.00",
            "3 2014-04-26 Acme -40.00",
            "4 2014-04-27 Acme 30.00",
            "CONTRADICTION april.csv:5: column Debit/Credit: 'C' says that the sum is a credit, and"
                + " '-20.00' has a sign of its own",
            "BAD_AMOUNT april.csv:6: column Debit/Credit: 'X' says neither debit nor credit");
  }

  @Test
  void asksWhenAColumnOfAnotherNameMarksCreditsWithoutASign() throws IOException {
    assertAsks(
        "Date,Supplier,Amount,\n25/04/2014,Acme,100.00,\n26/04/2014,Acme,40.00,CR\n",
        "april.csv: column D marks credits, whose sums have no sign; name it as sign in the body's"
            + " file ('layout suggest' proposes the rest)");
    assertThat(
            read(
                """
                Date,Supplier,Amount,Kind,Capital or Revenue
                25/04/2014,Acme,100.00,Invoice,C
                26/04/2014,Acme,-40.00,Credit note,R
                """))
        .as("its sums have signs, and C beside R is capital")
        .contains("3 2014-04-26 Acme -40.00");
    LedgerSettings said =
        LedgerSettings.read(
            YamlNode.parse(
                "body.yaml",
                "columns: {date: Date, supplier: Supplier, amount: Amount, sign: column D}"));
    String text = "Date,Supplier,Amount,\n25/04/2014,Acme,100.00,\n26/04/2014,Acme,40.00,CR\n";
    assertThat(ReadLedger.of(folder, text.getBytes(StandardCharsets.UTF_8), said).outcomes())
        .contains("3 2014-04-26 Acme -40.00");
  }

  @Test
  void rejectsASumInAnotherCurrencyThanPounds() throws IOException {
    assertThat(
            read(
                """
                Date,Supplier,Amount,Currency
                25/04/2014,Hotel,300.00,EUR
                26/04/2014,Acme,40.00,gbp
                27/04/2014,Acme,50.00,£
                28/04/2014,Acme,60.00,
                """))
        .containsExactly(
            "1 HEADER",
            "BAD_AMOUNT april.csv:2: column Currency: 'EUR', where pounds sterling are expected;"
                + " give the sum in pounds",
            "3 2014-04-26 Acme 40.00",
            "4 2014-04-27 Acme 50.00",
            "5 2014-04-28 Acme 60.00");
    assertThat(
            read(
                """
                Transaction Date,Merchant Name,Transaction Amount,Transaction Currency,Billing Amount
                25/04/2014,Hotel,300.00,USD,180.00
                """))
        .as("billed in pounds")
        .containsExactly("1 HEADER", "2 2014-04-25 Hotel 180.00");
  }

  @Test
  void asksWhichOfTwoAmountsThatDifferWasPaid() throws IOException {
    assertAsks(
        "Date,Supplier,Amount,Total\n25/04/2014,Acme,100.00,120.00\n",
        "april.csv: columns 'Amount' and 'Total' differ in 1 of the first 1 lines, and which was"
            + " paid is not known; name it as amount in the body's file ('layout suggest' proposes"
            + " the rest)");
    assertThat(read("Date,Supplier,Amount,Total\n25/04/2014,Acme,100.00,100.00\n"))
        .contains("2 2014-04-25 Acme 100.00");
  }

  @Test
  void asksWhenTheSupplierMayBeTheBodyItself() throws IOException {
    String header = "Organisation,Date,Description,Amount\n";
    assertAsks(
        header + "Nene Vale Council,25/04/2014,Locks,1.00\n".repeat(5),
        "april.csv: column 'Organisation' holds one name in 5 of the first 5 lines, which may be"
            + " the body's own; name the suppliers' column as supplier in the body's file ('layout"
            + " suggest' proposes the rest)");
    String several =
        IntStream.range(0, 5)
            .mapToObj("Firm %d Ltd,25/04/2014,Locks,1.00\n"::formatted)
            .collect(Collectors.joining());
    assertThat(read(header + several)).hasSize(6);
  }

  @Test
  void tellsThatAFileGivesLessThanItsBodySays() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("g.csv"),
            "Invoice Date,Supplier,Gross Amount\n25/04/2014,Acme,120.00\n");
    try (LedgerFile ledger = LedgerFile.open(file, "g.csv", LedgerSettings.DEFAULT)) {
      while (ledger.next().isPresent()) {
        // to its end
      }
      assertThat(ledger.doubts())
          .containsExactly(
              "g.csv: amount: column 'Gross Amount' is gross of VAT, and no column is net, as the"
                  + " body's file says; say amounts: gross there, or export the other",
              "g.csv: date: column 'Invoice Date' is the invoice date, and no column is the payment"
                  + " date, as the body's file says; say dates: invoice there, or export the"
                  + " other");
    }
  }

  @Test
  void aPersonIsToldThatPaymentsMayBeWrittenAsCredits() throws IOException {
    String names = "Date,Supplier,Amount\n";
    String credits = "25/04/2014,Acme,-10.50\n".repeat(20);
    assertThat(ReadLedger.of(folder, names + credits).notes())
        .containsExactly(
            "april.csv: its 20 lines come to -£210.00, less than nothing; if it writes payments as"
                + " credits, lay it in again with its signs turned");
    String payment = "25/04/2014,Acme,210.00\n";
    assertThat(ReadLedger.of(folder, names + credits + payment).notes()).isEmpty();
    String fewer = "25/04/2014,Acme,-10.50\n".repeat(19);
    assertThat(ReadLedger.of(folder, names + fewer).notes()).isEmpty();
  }
}
