package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.returns.ExportDecision.Ruling;

/** Which exports count in the place of others, as the body's file says. */
class ReplacementsNightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String APRIL = HEADER + "01/04/2014,Kingfisher,ISVA service,1250.00\n";
  private static final String FOLDER = "ledgers/nene-vale/";
  private static final By OFFICER = new By("A. Officer", "The finance team said so", "E-mail");

  @TempDir Path folder;
  private OneBody one;
  private Installation place;

  @BeforeEach
  void layIn() throws IOException {
    one = OneBody.in(folder);
    place = one.place();
  }

  @Test
  void countsACorrectedFileInThePlaceOfTheOneThatTheBodyNames() throws IOException {
    one.saying("replaces:\n  - file: '*-corrected.csv'\n    in-place-of: '*.csv'\n");
    place.write(FOLDER + "april.csv", APRIL);
    place.write(FOLDER + "april-corrected.csv", APRIL.replace("1250", "1200"));

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).isEqualTo("at least £1,200.00");
    assertThat(Installation.told(ended))
        .contains(
            "ledgers/nene-vale/april.csv: ledgers/nene-vale/april-corrected.csv counts in its"
                + " place, as the body's file says");

    try (Runs runs =
        Runs.open(place.home(), Clock.fixed(NIGHT.plusSeconds(3_600), ZoneOffset.UTC))) {
      runs.exportRulings().decide("april.csv", Ruling.BESIDE, "april-corrected.csv", OFFICER);
    }
    one.night(NIGHT.plusSeconds(86_400));
    assertThat(one.paid(2))
        .as("a decision goes before the body's file")
        .isEqualTo("at least £2,450.00");
  }

  @Test
  void countsAFileOfAZipInThePlaceOfAnEarlierExport() throws IOException {
    one.saying("replaces:\n  - file: 'april-v2.csv'\n    in-place-of: 'april.csv'\n");
    place.write(FOLDER + "april.csv", APRIL);
    one.night(NIGHT);
    place.zip(
        FOLDER + "corrected.zip",
        "2014/april-v2.csv",
        APRIL.replace("1250", "1200"),
        "2014/may.csv",
        HEADER + "01/05/2014,Kingfisher,ISVA service,10.00\n");

    Runs.Ended ended = one.night(NIGHT.plusSeconds(86_400));

    assertThat(one.paid(1)).isEqualTo("at least £1,250.00");
    assertThat(one.paid(2)).isEqualTo("at least £1,210.00");
    assertThat(Installation.told(ended))
        .contains(
            "ledgers/nene-vale/april.csv: ledgers/nene-vale/corrected.zip!2014/april-v2.csv counts"
                + " in its place, as the body's file says");
  }

  @Test
  void countsTheYearToDateThatReachesFurthest() throws IOException {
    one.saying("year-to-date: ['spend-to-*.csv']\n");
    place.write(FOLDER + "spend-to-june.csv", APRIL + "01/06/2014,Kingfisher,ISVA service,10.00\n");
    place.write(
        FOLDER + "spend-to-august.csv",
        APRIL.replace("1250", "1251") + "01/08/2014,Kingfisher,ISVA service,20.00\n");
    place.write(FOLDER + "spend-to-march.csv", APRIL.replace("2014", "2013"));

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).isEqualTo("at least £1,271.00");
    assertThat(Installation.told(ended))
        .contains(
            "ledgers/nene-vale/spend-to-june.csv: ledgers/nene-vale/spend-to-august.csv counts in"
                + " its place, as the body's file says")
        .noneMatch(told -> told.startsWith("ledgers/nene-vale/spend-to-march.csv:"));
  }
}
