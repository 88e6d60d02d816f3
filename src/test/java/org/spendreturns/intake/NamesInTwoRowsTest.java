package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Column names that stand in two rows. */
class NamesInTwoRowsTest {

  @TempDir Path folder;

  private ReadLedger read(String text) throws IOException {
    return ReadLedger.of(folder, text);
  }

  @Test
  void areJoinedWhereNeitherRowNamesEnough() throws IOException {
    assertThat(
            read("""
                    Payments over £500,,,
                    Payment,Paid,Net,Cost
                    Date,To,Amount,Centre
                    25/04/2014,Acme,10.00,Estates
                    26/04/2014,Bolt,20.00,Estates
                    """)
                .outcomes())
        .containsExactly(
            "1 PREAMBLE",
            "2 PREAMBLE",
            "3 HEADER",
            "4 2014-04-25 Acme 10.00",
            "5 2014-04-26 Bolt 20.00");
  }

  @Test
  void nameTheColumnsTogetherInMessages() throws IOException {
    assertThat(
            read("Payment,Paid,Net\nDate,To,Amount\nsoon,Acme,10.00\n25/04/2014,Bolt,1.00\n")
                .outcomes())
        .contains(
            "BAD_DATE april.csv:3: column Payment Date: 'soon' is not a date from 1990 to 2099"
                + " written like 31/03/2014");
  }

  @Test
  void areNoLineWhereTheFirstRowNamesEnough() throws IOException {
    assertThat(read("Date of,Supplier,Amount\nPayment,Name,\n25/04/2014,Acme,10.00\n").outcomes())
        .containsExactly("1 HEADER", "2 HEADER", "3 2014-04-25 Acme 10.00");
    assertThat(
            read("Date,Supplier,Amount\nunknown,Jane's Bakery,\n25/04/2014,Acme,10.00\n")
                .outcomes()
                .get(1))
        .as("a payment of which the date is missing")
        .startsWith("BAD_DATE april.csv:2: column Date: 'unknown' is not a date");
  }

  @Test
  void areNotMadeOfATitleAndALine() {
    assertThatThrownBy(() -> read("Paid,Supplier\nAcme,Locks\n25/04/2014,10.00\n"))
        .isInstanceOf(SetAsideException.class);
    assertThatThrownBy(() -> read("Payment,Paid,Net\n\nDate,To,Amount\n01/04/2014,A,1.00\n"))
        .as("not one right below the other")
        .isInstanceOf(SetAsideException.class);
  }
}
