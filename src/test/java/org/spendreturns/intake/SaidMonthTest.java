package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers without days, whose months the body's file says. */
class SaidMonthTest {

  @TempDir Path folder;

  private static LedgerSettings settings(String text) {
    return LedgerSettings.read(YamlNode.parse("body.yaml", text));
  }

  private ReadLedger read(String said, String text) throws IOException {
    return ReadLedger.of(folder, text.getBytes(StandardCharsets.UTF_8), settings(said));
  }

  @Test
  void countsLinesOfAFileWithoutDatesOnTheLastDayOfItsMonth() throws IOException {
    ReadLedger read =
        read(
            "files:\n  - {match: 'april.csv', month: 2014-04}\n",
            "Spend over £500\nSupplier;Amount\nAcme;10.00\nBolt;5.00\nBolt;soon\nTotal;15.00\n");
    assertThat(read.outcomes())
        .containsExactly(
            "1 PREAMBLE",
            "2 HEADER",
            "3 2014-04-30 Acme 10.00",
            "4 2014-04-30 Bolt 5.00",
            "BAD_AMOUNT april.csv:5: column Amount: 'soon' is not a sum of pounds and pence written"
                + " like 1,250.00",
            "6 TOTAL");
    assertThat(read.notes())
        .contains(
            "lines without a day of their own: 2; counted on the last day of their month, as the"
                + " body's file says it");
  }

  @Test
  void keepsTheDaysThatLinesHaveAndTakesNoOtherMonth() throws IOException {
    assertThat(
            read(
                    "files:\n  - {match: 'april.csv', month: 2014-04}\n",
                    ReadLedger.HEADER
                        + "25/04/2014,Acme,1.00,x\n"
                        + "00:00:00,Acme,2.00,x\n"
                        + ",Acme,3.00,x\n"
                        + "Apr-14,Acme,4.00,x\n"
                        + "May-14,Acme,5.00,x\n"
                        + "31/04/2014,Acme,6.00,x\n")
                .outcomes())
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme 1.00",
            "3 2014-04-30 Acme 2.00",
            "4 2014-04-30 Acme 3.00",
            "5 2014-04-30 Acme 4.00",
            "BAD_DATE april.csv:6: column Payment Date: 'May-14' is a month without a day, and not"
                + " 2014-04, which the body's file says; correct one of the two",
            "BAD_DATE april.csv:7: column Payment Date: '31/04/2014' is not a date from 1990 to 2099"
                + " written like 31/03/2014");
  }

  @Test
  void readsTheMonthOfEachLine() throws IOException {
    assertThat(
            read(
                    "month: of-each-line\n",
                    ReadLedger.HEADER
                        + "Apr-14,Acme,1.00,x\n"
                        + "2014-02,Acme,2.00,x\n"
                        + "March 2015,Acme,3.00,x\n"
                        + ",Acme,4.00,x\n")
                .outcomes())
        .containsExactly(
            "1 HEADER",
            "2 2014-04-30 Acme 1.00",
            "3 2014-02-28 Acme 2.00",
            "4 2015-03-31 Acme 3.00",
            "NO_DATE april.csv:5: column Payment Date: empty, where a date is expected");
  }

  @Test
  void saysWhatToWriteWhereTheBodysFileSaysNothing() throws IOException {
    assertThat(
            ReadLedger.of(folder, ReadLedger.HEADER + "Apr-14,Acme,1.00,x\n00:00:00,Acme,2.00,x\n")
                .outcomes())
        .containsExactly(
            "1 HEADER",
            "BAD_DATE april.csv:2: column Payment Date: 'Apr-14' is a month without a day, where a"
                + " date written like 31/03/2014 is expected; if the ledger gives months alone,"
                + " write month: of-each-line in the body's file",
            "BAD_DATE april.csv:3: column Payment Date: '00:00:00' is a time without a day, where a"
                + " date written like 31/03/2014 is expected; if the month of all lines is known,"
                + " write month: 2014-04 under files: in the body's file");
  }

  @Test
  void letsColumnsBeNamedWithoutADate() throws IOException {
    assertThat(
            read(
                    """
                    files:
                      - match: 'april.csv'
                        month: 2014-04
                        columns: {supplier: column A, amount: column B}
                    """,
                    "Acme,10.00\nBolt,5.00\n")
                .outcomes())
        .containsExactly("1 2014-04-30 Acme 10.00", "2 2014-04-30 Bolt 5.00");
    assertThatThrownBy(() -> settings("columns: {supplier: column A, amount: column B}"))
        .hasMessageContaining("key 'date' is missing");
  }

  @Test
  void refusesWhatIsNoMonthAndOneMonthForAllLedgers() {
    assertThatThrownBy(() -> settings("month: April\n"))
        .hasMessage("body.yaml:1: 'April' is no month written like 2014-04, and not of-each-line");
    assertThatThrownBy(() -> settings("month: 2014-04\n"))
        .hasMessage(
            "body.yaml:1: month: '2014-04' cannot hold for all ledgers; write it under files:, with"
                + " a match");
  }
}
