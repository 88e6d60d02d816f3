package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates of a year that nobody can mean, for the ledger was received before. */
class ReceivedDayTest {

  private static final LocalDate RECEIVED = LocalDate.of(2014, 6, 30);

  @TempDir Path folder;

  private ReadLedger read(LedgerSettings settings, String text) throws IOException {
    byte[] bytes = (ReadLedger.HEADER + text).getBytes(StandardCharsets.UTF_8);
    return ReadLedger.of(folder, bytes, settings.receivedOn(RECEIVED));
  }

  @Test
  void rejectsADateMoreThanAMonthAfterTheLedgerCame() throws IOException {
    ReadLedger read =
        read(
            LedgerSettings.DEFAULT,
            """
            31/03/98,Acme,1.00,x
            30/07/2014,Acme,2.00,x
            31/07/2014,Acme,3.00,x
            2041-04-01,Acme,4.00,x
            04/05/2041,Acme,5.00,x
            """);
    assertThat(read.outcomes())
        .containsExactly(
            "1 HEADER",
            "BAD_DATE april.csv:2: column Payment Date: '31/03/98' is 2098-03-31, more than a month"
                + " after the export was received, on 2014-06-30; correct the date",
            "3 2014-07-30 Acme 2.00",
            "BAD_DATE april.csv:4: column Payment Date: '31/07/2014' is 2014-07-31, more than a"
                + " month after the export was received, on 2014-06-30; correct the date",
            "BAD_DATE april.csv:5: column Payment Date: '2041-04-01' is 2041-04-01, more than a"
                + " month after the export was received, on 2014-06-30; correct the date",
            "BAD_DATE april.csv:6: column Payment Date: '04/05/2041' is 2041-05-04, more than a"
                + " month after the export was received, on 2014-06-30; correct the date");
    assertThat(read.notes()).as("a late date speaks for no other order").isEmpty();
  }

  @Test
  void holdsForFilesOfWhichTheBodySaysMore() throws IOException {
    LedgerSettings settings =
        LedgerSettings.read(
            YamlNode.parse("body.yaml", "files:\n  - {match: 'april.csv', date-order: m/d}\n"));
    assertThat(read(settings, "05/04/2041,Acme,1.00,x\n").outcomes().get(1))
        .contains("'05/04/2041' is 2041-05-04, more than a month after");
  }

  @Test
  void takesNoTotalOfALateDateForALine() throws IOException {
    String text = "01/04/2014,Acme,1.00,\n31/03/2015,Total,1.00,\n";
    assertThat(read(LedgerSettings.DEFAULT, text).outcomes())
        .containsExactly("1 HEADER", "2 2014-04-01 Acme 1.00", "3 TOTAL");
  }

  @Test
  void saysNothingOfADateWhereNobodyKnowsWhenTheLedgerCame() throws IOException {
    assertThat(ReadLedger.of(folder, ReadLedger.HEADER + "01/04/2041,Acme,1.00,x\n").outcomes())
        .containsExactly("1 HEADER", "2 2041-04-01 Acme 1.00");
  }
}
