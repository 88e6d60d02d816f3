package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be read, by night: the figures that it may belong to are not all there is. */
class UnreadRecordsNightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String REGISTER = "contracts/nene-vale/register.csv";
  private static final String AWARDED = "awarded.ADVOCACY.2014-15";
  private static final String GRANT =
      """
      reference,kind,organisation,registration,service,category,start,end,value
      A-1,grant,Rivers Centre,1234567,ISVA service,ADVOCACY,2014-04-01,2015-03-31,900.50
      """;

  private static final String LEDGER = "ledgers/nene-vale/april.csv";
  private static final String PAID = "paid.ADVOCACY.2014-15";
  private static final String NOTHING_SINCE =
      IntStream.rangeClosed(1, 11)
          .mapToObj(month -> YearMonth.of(2014, 4).plusMonths(month).toString())
          .collect(Collectors.joining(", "));

  @TempDir Path folder;
  private OneBody one;
  private Installation place;

  @BeforeEach
  void layIn() throws IOException {
    one = OneBody.in(folder);
    place = one.place();
    one.saying(
        """
        complete:
          register: 2014-15
          nothing-in: [%s]
          no-payments-in: ['notes*.html', april.csv]
        """
            .formatted(NOTHING_SINCE));
  }

  @Test
  void aLineWithoutAPayeeMayBeOfTheTopic() throws IOException {
    String names = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
    String isva = "01/04/2014,Kingfisher,ISVA service,1250.00\n";
    place.write(LEDGER, names + isva + "02/04/2014,#N/A,,500.00\n");
    one.night(NIGHT);
    assertThat(place.figures(OneBody.RETURN, 1)).containsEntry(PAID, "at least £1,250.00");

    place.write(LEDGER, names + isva + "02/04/2014,Acme,Locks,500.00\n");
    one.night(NIGHT.plus(Duration.ofDays(1)));
    assertThat(place.figures(OneBody.RETURN, 2)).containsEntry(PAID, "£1,250.00");
  }

  @Test
  void aFileOfWhichTheBodySaysThatItHoldsNoPaymentsIsToldAndNoMore() throws IOException {
    place.write(LEDGER, "Date,Supplier,Purpose,Amount\n01/04/2014,Kingfisher,ISVA,1250.00\n");
    place.write("ledgers/nene-vale/notes-of-may.html", "<!DOCTYPE html><html><p>Notes</p></html>");
    Runs.Ended ended = one.night(NIGHT);
    assertThat(Installation.needingAPerson(ended)).isEmpty();
    assertThat(Installation.told(ended)).anyMatch(text -> text.startsWith("notes-of-may.html: "));
    assertThat(place.figures(OneBody.RETURN, 1)).containsEntry(PAID, "£1,250.00");
    assertThat(Files.readString(place.edition(OneBody.RETURN, 1).resolve("return.html")))
        .contains("The body says that it holds no payments.")
        .doesNotContain("could not be read, and may hold");
  }

  @Test
  void aRegisterOfWhichTheOneBeforeStandsInMayHoldMore() throws IOException {
    place.write(REGISTER, GRANT);
    one.night(NIGHT);
    assertThat(place.figures(OneBody.RETURN, 1)).containsEntry(AWARDED, "£900.50");

    place.write(REGISTER, "reference,colour\nA-1,red\n");
    one.night(NIGHT.plus(Duration.ofDays(1)));
    assertThat(place.figures(OneBody.RETURN, 2)).containsEntry(AWARDED, "at least £900.50");
    assertThat(Files.readString(place.edition(OneBody.RETURN, 2).resolve("return.html")))
        .contains("1 contract register could not be read as last laid in, and may hold");

    place.write(REGISTER, GRANT.replace("900.50", "950.50"));
    one.night(NIGHT.plus(Duration.ofDays(2)));
    assertThat(place.figures(OneBody.RETURN, 3)).containsEntry(AWARDED, "£950.50");
  }
}
