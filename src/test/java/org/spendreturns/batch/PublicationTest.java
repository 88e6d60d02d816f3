package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.document.OdsChecklist;
import org.spendreturns.document.PdfFeet;
import org.spendreturns.document.VeraPdf;
import org.spendreturns.document.WorkbookChecklist;
import org.spendreturns.returns.Publication.Pdf;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions.Address;

/** The sample's documents as its bodies choose to publish them. */
class PublicationTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Address NENE_VALE =
      Address.parse("nene-vale/sexual-violence/2012-13..2014-15");
  private static final Address NORTHAMPTONSHIRE =
      Address.parse("northamptonshire-pcc/sexual-violence/2012-13..2014-15");

  private static final Wording ENGLISH = Wording.english();

  private static Installation place;

  /** The first night nothing is chosen, the second the newer PDF. */
  @BeforeAll
  static void issue(@TempDir Path folder) throws IOException {
    place = Installation.withTheSample(folder);
    place.night(NIGHT);
    for (String body : new String[] {"nene-vale", "northamptonshire-pcc"}) {
      place.replace(
          "bodies/" + body + ".yaml", "kind: pcc", "kind: pcc\npublication:\n  pdf: a-4f");
    }
    place.night(NIGHT.plusSeconds(86_400));
  }

  @Test
  void everyPdfOfTheSampleKeepsWhatItClaimsInBothModes() throws Exception {
    for (Address address : new Address[] {NENE_VALE, NORTHAMPTONSHIRE}) {
      assertThat(VeraPdf.faults(pdf(address, 1), Pdf.A_3A)).as(address + ", usual").isEmpty();
      assertThat(VeraPdf.faults(pdf(address, 2), Pdf.A_4F)).as(address + ", newer").isEmpty();
    }
  }

  @Test
  void everyWorkbookOfTheSampleKeepsTheAnalysisFunctionsChecklist() throws IOException {
    for (Address address : new Address[] {NENE_VALE, NORTHAMPTONSHIRE}) {
      Path edition = place.edition(address, 2);
      assertThat(WorkbookChecklist.faults(edition.resolve("return.xlsx"), ENGLISH)).isEmpty();
      assertThat(OdsChecklist.faults(edition.resolve("return.ods"), ENGLISH)).isEmpty();
    }
  }

  @Test
  void everyPageOfTheSampleSaysItsNumberAndNoHeadStandsAloneAtItsFoot() throws IOException {
    for (Address address : new Address[] {NENE_VALE, NORTHAMPTONSHIRE}) {
      for (int number = 1; number <= 2; number++) {
        Path edition = place.edition(address, number);
        assertThat(
                PdfFeet.faults(
                    edition.resolve("return.pdf"), edition.resolve("return.html"), ENGLISH))
            .isEmpty();
      }
    }
  }

  @Test
  void aLogoThatIsNoPictureIsToldAndTheEditionBeforeStands() throws IOException {
    place.write("bodies/sign.png", "a letter, not a picture");
    place.replace(
        "bodies/nene-vale.yaml",
        "pdf: a-4f",
        "pdf: a-4f\n  logo:\n    file: sign.png\n    says: A heron");
    Runs.Ended ended = place.night(NIGHT.plusSeconds(2 * 86_400));
    assertThat(ended.failure()).isEmpty();
    assertThat(Installation.needingAPerson(ended))
        .contains(
            "nene-vale.yaml:8: logo 'sign.png' begins with the bytes '61 20 6C 65', or breaks off;"
                + " expected a whole picture in PNG or JPEG; save it as PNG");
    assertThat(place.edition(NENE_VALE, 2)).isDirectory();
    assertThat(place.edition(NENE_VALE, 3)).doesNotExist();
  }

  private static byte[] pdf(Address address, int edition) throws IOException {
    return Files.readAllBytes(place.edition(address, edition).resolve("return.pdf"));
  }
}
