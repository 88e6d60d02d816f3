package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spendreturns.intake.ReadLedger.HEADER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records whose cells are too many or too few, or that stand where no lines should. */
class ShapeOfLinesTest {

  @TempDir Path folder;

  private List<String> read(String text) throws IOException {
    return ReadLedger.of(folder, text).outcomes();
  }

  private static String tooMany(int line, int cells, int names, String amount) {
    return ("TOO_MANY_CELLS april.csv:%d: %d cells, where the lines have %d, and the amount may be"
            + " '%s' or stand in a cell after it; put what holds a delimiter in quotes")
        .formatted(line, cells, names, amount);
  }

  @Test
  void rejectsALineOfWhichAnUnquotedCommaMayHaveMovedTheAmount() throws IOException {
    assertThat(
            read(
                """
                Date,Supplier,Transaction number,Amount
                25/04/2014,Acme Ltd,100200300,500.00
                25/04/2014,Smith, Jones & Co,100200302,27000.00
                25/04/2014,Bravo Ltd,100200303,1,250.00
                25/04/2014,Carol Ltd,100200304,"1,250.00"
                """))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme Ltd 500.00",
            tooMany(3, 5, 4, "100200302"),
            tooMany(4, 5, 4, "1"),
            "5 2014-04-25 Carol Ltd 1250.00");
  }

  @Test
  void rejectsItAlsoWhereTheLastCellsAreEmpty() throws IOException {
    assertThat(
            read(
                """
                Date,Supplier,Transaction number,Amount,Description
                25/04/2014,Acme Ltd,100200300,500.00,
                26/04/2014,Smith, Jones & Co,100200302,27000.00,
                27/04/2014,Bravo Ltd,100200303,600.00,
                """))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme Ltd 500.00",
            tooMany(3, 6, 5, "100200302"),
            "4 2014-04-27 Bravo Ltd 600.00");
  }

  @Test
  void keepsALineThatHasMoreTextThanNames() throws IOException {
    assertThat(
            read(
                HEADER
                    + "25/04/2014,Acme Ltd,10.00,Locks, keys and handles\n"
                    + "25/04/2014,Acme Ltd,11.00,Locks,,,,\n"))
        .containsExactly("1 HEADER", "2 2014-04-25 Acme Ltd 10.00", "3 2014-04-25 Acme Ltd 11.00");
  }

  @Test
  void keepsLinesThatAllEndWithADelimiterAlsoBelowNamesThatComeAgain() throws IOException {
    String names = "Date,Supplier,Net Amount,VAT\n";
    assertThat(
            read(
                names
                    + "25/04/2014,Acme,10.00,2.00,\n26/04/2014,Acme,20.00,4.00,\n"
                    + names
                    + "27/04/2014,Acme,30.00,6.00,\n"))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme 10.00",
            "3 2014-04-26 Acme 20.00",
            "4 HEADER",
            "5 2014-04-27 Acme 30.00");
  }

  private static String outOfPlace(int line) {
    return "OUT_OF_PLACE april.csv:%d: looks like a payment, and stands above the column names; put the names above it"
        .formatted(line);
  }

  @Test
  void rejectsPaymentsAboveTheColumnNames() throws IOException {
    assertThat(
            read(
                "Payments over £500,,,\n"
                    + "Report of,01/05/2014,page,1\n"
                    + "25/04/2014,Acme Ltd,500,x\n"
                    + "x,500.00,26/04/2014,Bravo Ltd\n"
                    + "\"27/04/2014,\"\"Smith, Jones\"\",20,y\"\n"
                    + HEADER
                    + "28/04/2014,Delta Ltd,800.00,x\n"))
        .containsExactly(
            "1 PREAMBLE",
            "2 PREAMBLE",
            outOfPlace(3),
            outOfPlace(4),
            outOfPlace(5),
            "6 HEADER",
            "7 2014-04-28 Delta Ltd 800.00");
  }

  @Test
  void rejectsALineThatIsOneCell() throws IOException {
    String wrapped =
        "TOO_FEW_CELLS april.csv:%d: a whole line in one cell, between quotes or with"
            + " delimiters of another kind; write it as the other lines are";
    assertThat(
            read(
                HEADER
                    + "25/04/2014,Acme,10.00,x\n"
                    + "\"26/04/2014,\"\"Smith, Jones\"\",20.00,y\"\n"
                    + "27/04/2014;Bravo;1,250.00;z\n"
                    + "\"Printed on 01/05/2014, at 12:00, page 1\"\n"))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-25 Acme 10.00",
            wrapped.formatted(3),
            wrapped.formatted(4),
            "5 PREAMBLE");
  }

  @Test
  void rejectsAQuoteThatSwallowsTheLinesBelowIt() throws IOException {
    assertThat(
            read(
                HEADER
                    + "25/04/2014,Acme,10.00,\"Pipes 3in\n"
                    + "26/04/2014,Bravo,20.00,Pipe 5\"\n"
                    + "27/04/2014,\"Carol,30.00,x\n"
                    + "28/04/2014,Delta,40.00,x\n"
                    + "29/04/2014,Echo,50.00,Pipe 5\"\n"
                    + "30/04/2014,Foxtrot,60.00,\"Pipes\n5in, of 01/04/2014\"\n"))
        .containsExactly(
            "1 HEADER",
            "TOO_LONG april.csv:2: a quote closes only 1 line below, and what look like payments"
                + " stand between; close it where its cell ends or remove it",
            "TOO_LONG april.csv:4: a quote closes only 2 lines below, and what look like payments"
                + " stand between; close it where its cell ends or remove it",
            "7 2014-04-30 Foxtrot 60.00");
  }

  @Test
  void setsAsideTwoTablesSideBySide() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    Date,Supplier,Amount,,Date,Supplier,Amount
                    25/04/2014,Acme,10.00,,26/04/2014,Bravo,20.00
                    """))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "april.csv:1: two tables side by side: the names 'Date', 'Supplier' and 'Amount' stand"
                + " there twice; put one table below the other");
  }
}
