package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;
import org.spendreturns.MinuteOld;
import org.spendreturns.archive.Shelf;
import org.spendreturns.store.Editions.Address;

/**
 * The whole night, on the sample and on spoilt copies of it, over a real database and real files.
 */
class NightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant NEXT_NIGHT = Instant.parse("2026-11-24T02:00:00Z");
  private static final Address NENE_VALE =
      Address.parse("nene-vale/sexual-violence/2012-13..2014-15");
  private static final Address NORTHAMPTONSHIRE =
      Address.parse("northamptonshire-pcc/sexual-violence/2012-13..2014-15");
  private static final String BODY = "bodies/nene-vale.yaml";
  private static final String REQUEST = "requests/northamptonshire-pcc-03072015-2.yaml";

  @TempDir static Path once;

  @TempDir Path folder;
  private Installation place;

  /**
   * Of the sample's two bodies the invented one is asked, and publishes no workbook: most tests
   * need no other return and no other document.
   */
  @BeforeEach
  void layTheSampleIn() throws IOException {
    place = Installation.withTheSample(folder);
    place.write(
        BODY, Files.readString(Path.of("input", BODY)) + "publication: {formats: [html]}\n");
    Files.delete(folder.resolve("input").resolve(REQUEST));
  }

  private void doTheFirstNight() throws IOException {
    Folders.fill(folder, once, () -> place.night(NIGHT));
  }

  private void askTheOtherBodyToo() throws IOException {
    place.write(REQUEST, Files.readString(Path.of("input", REQUEST)));
  }

  @Test
  void issuesEachReturnThatWasAskedForAndTellsWhatNeedsAPerson() throws IOException {
    askTheOtherBodyToo();
    place.write(BODY, Files.readString(Path.of("input", BODY)));

    Runs.Ended ended = place.night(NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.needingAPerson(ended))
        .containsExactlyInAnyOrder(
            "payments-2013-14.csv:1086: column Payment Date: '31/02/2014' is not a date from 1990"
                + " to 2099 written like 31/03/2014",
            "payments-2014-15.csv:1285: 4 cells, where the lines have 10; the line is cut off or of"
                + " another layout",
            "register.csv:13: column end: '2014-11-30' is before the start, '2014-12-01'; correct"
                + " one of the two",
            NENE_VALE
                + ": for review: 1 line of £2,150.00 in all; listed in the return, in no total");
    for (Address address : List.of(NENE_VALE, NORTHAMPTONSHIRE)) {
      Path edition = place.edition(address, 1);
      Shelf.verify(edition);
      assertThat(edition.resolve("return.pdf")).isNotEmptyFile();
      assertThat(edition.resolve("return.xlsx")).isNotEmptyFile();
    }
  }

  @Test
  void doesNothingTwiceAndSaysSo() throws IOException {
    doTheFirstNight();
    Map<String, String> first = place.shelf();

    Runs.Ended again = place.night(NEXT_NIGHT);

    assertThat(again.isDoneBefore()).isTrue();
    assertThat(again.failure()).isEmpty();
    assertThat(Installation.needingAPerson(again)).hasSize(4);
    assertThat(place.shelf()).isEqualTo(first);
  }

  @Test
  void givesTheSameFiguresAndBytesWithoutItsDatabase() throws IOException {
    doTheFirstNight();
    Map<String, String> first = place.shelf();
    Map<String, String> figures = place.figures(NENE_VALE, 1);

    Folders.delete(folder.resolve("home"));
    place.night(NEXT_NIGHT);
    assertThat(place.shelf()).isEqualTo(first);
    assertThat(place.figures(NENE_VALE, 1)).isEqualTo(figures);

    Folders.delete(folder.resolve("home"));
    Folders.delete(folder.resolve("reports/returns"));
    place.night(NIGHT);
    assertThat(place.shelf()).isEqualTo(first);
  }

  @Test
  void makesAnEditionThatVanishedFromTheShelfAgainByteForByte() throws IOException {
    doTheFirstNight();
    Map<String, String> first = place.shelf();
    Folders.delete(place.edition(NENE_VALE, 1));

    Runs.Ended ended = place.night(NEXT_NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(place.shelf()).isEqualTo(first);
  }

  @Test
  void issuesANewEditionOnlyOfAReturnThatChanged() throws IOException {
    askTheOtherBodyToo();
    place.night(NIGHT);
    place.replace(
        "ledgers/nene-vale/payments-2014-15.csv", "Kingfisher ISVA Service", "Kingfisher Isva");

    Runs.Ended ended = place.night(NEXT_NIGHT);

    assertThat(place.edition(NENE_VALE, 2)).isDirectory();
    assertThat(place.edition(NORTHAMPTONSHIRE, 2)).doesNotExist();
    assertThat(Installation.told(ended))
        .anyMatch(
            message ->
                message.startsWith("ledgers/nene-vale/payments-2014-15.csv: replaces the copy"))
        .contains(NORTHAMPTONSHIRE + ": edition 1 stands, nothing it says has changed");
  }

  @Test
  void usesInTheSameNightWhatItReceivesInIt() throws IOException {
    doTheFirstNight();
    place.replace(
        "contracts/nene-vale/register.csv",
        "30000.00,32000.00,34000.00",
        "20000.00,32000.00,44000.00");

    place.night(NEXT_NIGHT);

    assertThat(place.figures(NENE_VALE, 2))
        .containsEntry("awarded.ADVOCACY.NV-101.2012-13", "£20,000.00")
        .containsEntry("awarded.ADVOCACY.NV-101.2014-15", "£44,000.00");
  }

  @Test
  void tellsFilesOfOneNameApartByTheirFolders() throws IOException {
    String ledger = "Payment Date,Supplier Name,Net Amount\n31/02/2015,Orchard,%s.00\n";
    place.write("ledgers/nene-vale/north/march.csv", ledger.formatted("1"));
    place.write("ledgers/nene-vale/south/march.csv", ledger.formatted("2"));

    Runs.Ended ended = place.night(NIGHT);

    assertThat(Installation.needingAPerson(ended))
        .anyMatch(message -> message.startsWith("north/march.csv:2: column Payment Date"))
        .anyMatch(message -> message.startsWith("south/march.csv:2: column Payment Date"));
  }

  @Test
  void setsFaultyFilesAsideAndGoesOnWithTheOthers() throws IOException {
    place.write("ledgers/nene-vale/empty.csv", "");
    place.write("ledgers/nene-vale/page.csv", "<!DOCTYPE html><html><body>404</body></html>");
    place.write("ledgers/nene-vale/columns.csv", "Colour,Size\nred,1\nblue,2\n");
    place.write("ledgers/nene-vale/july.csv.part", "Date,Supp");
    place.write("bodies/other.yaml", "id: other\nnmae: Other\nkind: pcc\n");

    Runs.Ended ended = place.night(NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(place.edition(NENE_VALE, 1)).isDirectory();
    assertThat(Installation.needingAPerson(ended))
        .anyMatch(message -> message.startsWith("empty.csv"))
        .anyMatch(message -> message.startsWith("page.csv"))
        .contains(
            "columns.csv: no column is known to hold date, amount or supplier; the record nearest to"
                + " column names is 'Colour,Size'; name the columns in the body's file ('layout"
                + " suggest' proposes them)")
        .anyMatch(message -> message.startsWith("ledgers/nene-vale/july.csv.part"))
        .anyMatch(message -> message.startsWith("other.yaml:2: key 'nmae' is not known here"));
  }

  @Test
  void leavesAFileThatStillGrowsToTheNextNight() throws Exception {
    Path growing = folder.resolve("input/ledgers/nene-vale/march.csv");
    Files.writeString(growing, "Payment Date,Supplier Name,Net Amount\n");
    Thread writer =
        new Thread(
            () -> {
              for (int line = 0; line < 300 && !Thread.currentThread().isInterrupted(); line++) {
                append(growing, "01/03/2015,Orchard Uniform Company,10.00\n");
              }
            });
    writer.start();
    Runs.Ended first;
    try {
      first = place.night(NIGHT);
    } finally {
      writer.interrupt();
      writer.join();
    }

    assertThat(first.failure()).isEmpty();
    assertThat(Installation.needingAPerson(first))
        .anyMatch(
            message ->
                message.matches(
                    "ledgers/nene-vale/march.csv: was [\\d,]+ bytes and is now [\\d,]+: still being"
                        + " written; it is read on the next run"));

    Runs.Ended second = place.night(NEXT_NIGHT);

    assertThat(Installation.told(second)).anyMatch(message -> message.startsWith("march.csv: "));
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Test
  void keepsTheLastSoundRulebookInForceIfItsNextCopyIsBroken() throws IOException {
    doTheFirstNight();
    Map<String, String> first = place.shelf();
    place.replace("rulebooks/sexual-violence/2026-11.yaml", "says: topic", "sayz: topic");

    Runs.Ended ended = place.night(NEXT_NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.needingAPerson(ended))
        .anyMatch(message -> message.contains("key 'sayz' is not known here"))
        .anyMatch(
            message ->
                message.matches(
                    "rulebooks/sexual-violence/2026-11\\.yaml: the copy received at"
                        + " 2026-11-23T02:00:\\d\\dZ stays in force"));
    assertThat(place.shelf()).isEqualTo(first);
  }

  @Test
  void makesAReturnThatNobodyAskedFor() throws IOException {
    Address oneYear = Address.parse("nene-vale/sexual-violence/2013-14");

    Runs.Ended ended = place.run(NIGHT, Optional.empty(), Optional.of(oneYear));

    assertThat(ended.failure()).isEmpty();
    assertThat(place.figures(oneYear, 1)).isNotEmpty();
    assertThat(place.edition(oneYear, 1)).isDirectory();
    assertThat(place.edition(NENE_VALE, 1)).doesNotExist();
  }

  @Test
  void saysWhichBodyIsMissing() {
    Address atlantis = Address.parse("atlantis/sexual-violence/2013-14");

    assertThat(place.run(NIGHT, Optional.empty(), Optional.of(atlantis)).failure())
        .contains(
            "atlantis/sexual-violence/2013-14: no body 'atlantis' is on file; known are nene-vale,"
                + " northamptonshire-pcc; lay bodies/atlantis.yaml in the input");
  }

  @Test
  void refusesASecondProgramInOneInstallation() {
    try (Runs first = Runs.open(place.home(), Clock.fixed(NIGHT, ZoneOffset.UTC))) {
      assertThat(first.editions()).isEmpty();
      assertThatThrownBy(() -> place.night(NIGHT))
          .isInstanceOf(HomeLock.InUseException.class)
          .hasMessage(
              folder.resolve("home")
                  + ": another run has it open; wait until it has ended, or name another with"
                  + " --home");
    }
    assertThat(place.night(NIGHT).failure()).isEmpty();
  }

  @Test
  void saysThatItsInputFolderIsMissing() throws IOException {
    Folders.delete(folder.resolve("input"));

    assertThatThrownBy(() -> place.night(NIGHT))
        .hasMessage(
            folder.resolve("input")
                + ": found no such folder; expected a folder with bodies/, requests/, rulebooks/,"
                + " ledgers/ and contracts/; make it, or name another with --input");
  }

  @Test
  void leavesOutWhatWasNotYetKnownAtTheInstantAskedFor() throws IOException {
    Path payments = folder.resolve("input/ledgers/nene-vale/payments-2014-15.csv");
    byte[] held = Files.readAllBytes(payments);
    Files.delete(payments);
    place.night(NIGHT);
    Map<String, String> before = place.figures(NENE_VALE, 1);
    Files.write(payments, held);
    MinuteOld.make(payments);
    place.night(NEXT_NIGHT);
    assertThat(place.figures(NENE_VALE, 2)).isNotEqualTo(before);

    Runs.Ended rerun = place.run(NEXT_NIGHT, Optional.of(NIGHT.plusSeconds(60)), Optional.empty());

    assertThat(rerun.failure()).isEmpty();
    assertThat(place.figures(NENE_VALE, 3)).isEqualTo(before);
  }
}
