package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.archive.Sha256;
import org.spendreturns.batch.Runs.ExportAccount;
import org.spendreturns.store.Scans;

/**
 * What becomes of exports in zips, of exports that have lines in common, and of the totals that
 * they print, over a real database and real files.
 */
class ExportsNightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant NEXT_NIGHT = Instant.parse("2026-11-24T02:00:00Z");
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String APRIL = HEADER + "01/04/2014,Kingfisher,ISVA service,1250.00\n";
  private static final String MAY = HEADER + "01/05/2014,Kingfisher,ISVA service,1300.00\n";

  @TempDir Path folder;
  private OneBody one;
  private Installation place;

  @BeforeEach
  void layABodyIn() throws IOException {
    one = OneBody.in(folder);
    place = one.place();
  }

  @Test
  void takesEachFileOfAZipForAnExportOfItsOwn() throws IOException {
    place.zip(
        "ledgers/nene-vale/year.zip",
        "april.csv",
        APRIL,
        "2014/may.csv",
        MAY,
        "__MACOSX/._april.csv",
        "x");

    Runs.Ended ended = one.night(NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.told(ended))
        .contains(
            "year.zip!april.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank;"
                + " £1,250.00");
    assertThat(exports())
        .extracting(ExportAccount::path, ExportAccount::digest, ExportAccount::state)
        .containsExactly(
            tuple("ledgers/nene-vale/year.zip!2014/may.csv", Sha256.of(MAY), "BALANCED"),
            tuple("ledgers/nene-vale/year.zip!april.csv", Sha256.of(APRIL), "BALANCED"));
    assertThat(place.figures(OneBody.RETURN, 1))
        .containsEntry("paid.ADVOCACY.2014-15", "at least £2,550.00");

    place.zip(
        "ledgers/nene-vale/year.zip",
        "april.csv",
        APRIL,
        "2014/may.csv",
        MAY.replace("1300", "1400"));
    Runs.Ended next = one.night(NEXT_NIGHT);

    assertThat(Installation.told(next))
        .anyMatch(
            message ->
                message.matches(
                    "ledgers/nene-vale/year\\.zip!2014/may\\.csv: replaces the copy received at"
                        + " 2026-11-23T02:00:\\d\\dZ, which stays in the archive"))
        .noneMatch(message -> message.startsWith("ledgers/nene-vale/year.zip!april.csv: replaces"));
    assertThat(place.figures(OneBody.RETURN, 2))
        .containsEntry("paid.ADVOCACY.2014-15", "at least £2,650.00");
  }

  @Test
  void saysWhyAZipCannotBeUnpackedAndGoesOnWithTheOthers() throws IOException {
    place.zip("ledgers/nene-vale/out.zip", "april.csv", APRIL, "../may.csv", MAY);
    place.write("ledgers/nene-vale/cut.zip", "PK\u0003\u0004 and no more");
    place.write("ledgers/nene-vale/may.csv", MAY);

    Runs.Ended ended = one.night(NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.needingAPerson(ended))
        .contains(
            "ledgers/nene-vale/out.zip: '../may.csv' is a name that points out of the zip;"
                + " expected names within it",
            "cut.zip: a damaged zip or workbook; expected one that opens; export it anew",
            "nene-vale: 2 exports could not be read, so its returns say 'at least' of every sum"
                + " paid; lay in what can be read, or name files that hold no payments in the"
                + " body's file (complete: no-payments-in)");
    assertThat(exports())
        .as("a return tells of both, for either may hold payments")
        .extracting(ExportAccount::path, ExportAccount::state)
        .contains(
            tuple("ledgers/nene-vale/out.zip", "SET_ASIDE"),
            tuple("ledgers/nene-vale/cut.zip", "SET_ASIDE"));
    assertThat(place.figures(OneBody.RETURN, 1))
        .containsEntry("paid.ADVOCACY.2014-15", "at least £1,300.00");
  }

  @Test
  void countsTheSameFileUnderTwoNamesOnce() throws IOException {
    place.write("ledgers/nene-vale/april.csv", APRIL);
    place.write("ledgers/nene-vale/copy of april.csv", APRIL);

    Runs.Ended ended = one.night(NIGHT);

    assertThat(Installation.told(ended))
        .contains(
            "ledgers/nene-vale/copy of april.csv: the same file as ledgers/nene-vale/april.csv;"
                + " counted once",
            "april.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank; £1,250.00",
            "copy of april.csv: 1 lines = 0 accepted + 0 rejected + 1 duplicate + 0 blank; £0.00");
    assertThat(one.paid(1)).isEqualTo("at least £1,250.00");
    assertThat(exports())
        .extracting(ExportAccount::state, ExportAccount::message)
        .containsExactly(
            tuple("BALANCED", ""),
            tuple("SUPERSEDED", "ledgers/nene-vale/april.csv counts in its place"));
  }

  @Test
  void letsAYearToDateStandForTheExportsWithinIt() throws IOException {
    place.write("ledgers/nene-vale/april.csv", APRIL);
    assertThat(one.night(NIGHT).failure()).isEmpty();
    assertThat(one.paid(1)).isEqualTo("at least £1,250.00");
    place.write("ledgers/nene-vale/a-year-to-date.csv", MAY + lines(APRIL));

    Runs.Ended ended = one.night(NEXT_NIGHT);

    assertThat(Installation.needingAPerson(ended))
        .contains(
            "ledgers/nene-vale/april.csv: all of its 1 lines stand in"
                + " ledgers/nene-vale/a-year-to-date.csv, which has 1 more and counts in its place;"
                + " check that it is meant to; if not: export decide"
                + " \"ledgers/nene-vale/a-year-to-date.csv\" --beside"
                + " \"ledgers/nene-vale/april.csv\" --who NAME --why REASON");
    assertThat(one.paid(2)).isEqualTo("at least £2,550.00");
    assertThat(exports())
        .extracting(ExportAccount::state)
        .containsExactly("BALANCED", "SUPERSEDED");

    place.run(NEXT_NIGHT, Optional.of(NIGHT.plusSeconds(60)), Optional.of(OneBody.RETURN));
    assertThat(one.paid(3)).as("as known before it came").isEqualTo("at least £1,250.00");
  }

  @Test
  void countsLinesThatStandInTwoExportsOnceAndListsThem() throws IOException {
    String rent = "10/04/2014,Osier Bridge,Rape crisis counselling,100.00\n";
    place.write(
        "ledgers/nene-vale/april.csv", APRIL + rent + rent + "30/04/2014,Acme,Locks,5.00\n");
    place.write("ledgers/nene-vale/late.csv", MAY + rent + lines(APRIL) + rent + rent);
    place.write("ledgers/nene-vale/later.csv", HEADER + rent + rent + rent + rent);

    Runs.Ended ended = one.night(NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.needingAPerson(ended))
        .contains(
            "ledgers/nene-vale/late.csv: 3 of its lines, £1,450.00 in all, stand in"
                + " ledgers/nene-vale/april.csv as well, and are counted once, there; 2 stand only"
                + " here, 1 only there; check that neither corrects the other; if this one does:"
                + " export decide \"ledgers/nene-vale/late.csv\" --replaces"
                + " \"ledgers/nene-vale/april.csv\" --who NAME --why REASON");
    assertThat(Installation.told(ended))
        .contains(
            "april.csv: 4 lines = 4 accepted + 0 rejected + 0 duplicate + 0 blank; £1,455.00",
            "late.csv: 5 lines = 2 accepted + 0 rejected + 3 duplicate + 0 blank; £1,400.00",
            "later.csv: 4 lines = 1 accepted + 0 rejected + 3 duplicate + 0 blank; £100.00");
    assertThat(one.paid(1)).isEqualTo("at least £2,550.00");
    assertThat(place.figures(OneBody.RETURN, 1))
        .containsEntry("paid.FACE_TO_FACE.2014-15", "at least £400.00");
    assertThat(exports().get(1).duplicates())
        .extracting(line -> line.at() + " " + line.amount() + " is " + line.first())
        .containsExactly(
            "late.csv:3 100.00 is april.csv:3",
            "late.csv:4 1250.00 is april.csv:2",
            "late.csv:5 100.00 is april.csv:4");
    assertThat(exports()).allMatch(export -> export.state().equals("BALANCED"));
  }

  @Test
  void addsTheExportsOfTwoLedgersForOneMonth() throws IOException {
    place.write("ledgers/nene-vale/new-april.csv", APRIL);
    place.write("ledgers/nene-vale/old-april.csv", APRIL.replace("1250", "1249"));

    Runs.Ended ended = one.night(NIGHT);

    assertThat(Installation.needingAPerson(ended)).noneMatch(told -> told.contains("april"));
    assertThat(one.paid(1)).isEqualTo("at least £2,499.00");
  }

  @Test
  void holdsAnExportAgainstTheTotalThatItPrints() throws IOException {
    place.write("ledgers/nene-vale/april.csv", APRIL + ",,Total,1250.00\n");
    place.write("ledgers/nene-vale/may.csv", MAY + ",,Total,\"1,350.00\"\n");

    Runs.Ended ended = one.night(NIGHT);

    assertThat(Installation.told(ended))
        .contains("april.csv: the lines come to the total that it prints");
    assertThat(Installation.needingAPerson(ended))
        .contains(
            "may.csv:3: prints a total of £1,350.00; the lines above come to £1,300.00, £50.00"
                + " less; look for lines that were rejected, and check that the export is whole");
  }

  @Test
  void countsIdenticalLinesOfOneExportEachAndNotesThem() throws IOException {
    place.write("ledgers/nene-vale/april.csv", APRIL + lines(APRIL) + lines(MAY) + lines(APRIL));
    place.write("ledgers/nene-vale/june.csv", MAY.replace("/05/", "/06/"));

    assertThat(one.night(NIGHT).failure()).isEmpty();

    assertThat(one.paid(1)).isEqualTo("at least £6,350.00");
    assertThat(exports())
        .flatExtracting(ExportAccount::notes)
        .extracting(Scans.Note::message)
        .containsExactly(
            "april.csv: 1 groups of identical lines, 3 lines in all, each counted; the first stands"
                + " at line 2",
            "june.csv: no two lines are identical");
  }

  @Test
  void rejectsADateAfterTheExportCameHoweverLateItIsReadAgain() throws IOException {
    place.write(
        "ledgers/nene-vale/april.csv", APRIL + "01/04/2031,Kingfisher,ISVA service,10.00\n");
    String rejected =
        "april.csv:3: column Payment Date: '01/04/2031' is 2031-04-01, more than a month after the"
            + " export was received, on 2026-11-23; correct the date";

    assertThat(Installation.needingAPerson(one.night(NIGHT))).contains(rejected);

    place.replace("bodies/nene-vale.yaml", "Nene Vale", "Nene Vale and Fen"); // it is read anew
    Runs.Ended later = one.night(Instant.parse("2032-01-01T02:00:00Z"));
    assertThat(Installation.needingAPerson(later)).contains(rejected);
    assertThat(one.paid(2)).isEqualTo("at least £1,250.00");
  }

  private static String lines(String export) {
    return export.substring(HEADER.length());
  }

  private List<ExportAccount> exports() {
    try (Runs runs = Runs.open(place.home(), Clock.fixed(NEXT_NIGHT, ZoneOffset.UTC))) {
      return runs.exports();
    }
  }
}
