package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.archive.Sha256;
import org.spendreturns.batch.Runs.ExportAccount;
import org.spendreturns.store.Editions.Address;

/** What becomes of exports in zips, over a real database and real files. */
class ExportsNightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant NEXT_NIGHT = Instant.parse("2026-11-24T02:00:00Z");
  private static final Address RETURN = Address.parse("nene-vale/sexual-violence/2014-15");
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String APRIL = HEADER + "01/04/2014,Kingfisher,ISVA service,1250.00\n";
  private static final String MAY = HEADER + "01/05/2014,Kingfisher,ISVA service,1300.00\n";

  @TempDir Path folder;
  private Installation place;

  @BeforeEach
  void layABodyIn() throws IOException {
    place = Installation.withTheRulebook(folder);
    place.write("bodies/nene-vale.yaml", "id: nene-vale\nname: Nene Vale\nkind: pcc\n");
  }

  @Test
  void takesEachFileOfAZipForAnExportOfItsOwn() throws IOException {
    zip("year.zip", "april.csv", APRIL, "2014/may.csv", MAY, "__MACOSX/._april.csv", "x");

    Runs.Ended ended = night(NIGHT);

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
    assertThat(place.figures(RETURN, 1))
        .containsEntry("paid.ADVOCACY.2014-15", "at least £2,550.00");

    zip("year.zip", "april.csv", APRIL, "2014/may.csv", MAY.replace("1300", "1400"));
    Runs.Ended next = night(NEXT_NIGHT);

    assertThat(Installation.told(next))
        .contains(
            "ledgers/nene-vale/year.zip!2014/may.csv: replaces the copy received at"
                + " 2026-11-23T02:00:00Z, which stays in the archive")
        .noneMatch(message -> message.startsWith("ledgers/nene-vale/year.zip!april.csv: replaces"));
    assertThat(place.figures(RETURN, 2))
        .containsEntry("paid.ADVOCACY.2014-15", "at least £2,650.00");
  }

  @Test
  void saysWhyAZipCannotBeUnpackedAndGoesOnWithTheOthers() throws IOException {
    zip("out.zip", "april.csv", APRIL, "../may.csv", MAY);
    place.write("ledgers/nene-vale/cut.zip", "PK\u0003\u0004 and no more");
    place.write("ledgers/nene-vale/may.csv", MAY);

    Runs.Ended ended = night(NIGHT);

    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.needingAPerson(ended))
        .contains(
            "ledgers/nene-vale/out.zip: '../may.csv' is a name that points out of the zip;"
                + " expected names within it",
            "cut.zip: a damaged zip or workbook; expected one that opens; export it anew");
    assertThat(place.figures(RETURN, 1))
        .containsEntry("paid.ADVOCACY.2014-15", "at least £1,300.00");
  }

  private Runs.Ended night(Instant instant) {
    return place.run(instant, Optional.empty(), Optional.of(RETURN));
  }

  private List<ExportAccount> exports() {
    try (Runs runs = Runs.open(place.home(), Clock.fixed(NEXT_NIGHT, ZoneOffset.UTC))) {
      return runs.exports();
    }
  }

  private void zip(String name, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    Path file = folder.resolve("input/ledgers/nene-vale").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }
}
