package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.archive.Shelf;

/** The program, refused room by the operating system while it archives, and while it writes. */
class NoRoomTest {

  private static final int ROOM = 2 * 1_100; // 1.1 MB
  private static final int LINES = 6_000; // 3 MB, packed 1.6 MB
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";

  private static final String[] RETURN = {
    "return", "--body=nene-vale", "--topic=sexual-violence", "--years=2014-15"
  };

  @TempDir Path folder;

  /** A ledger does not fit, and a document with its logo: its write breaks off half-way. */
  @Test
  void leavesOutWhatDoesNotFitAndNoHalfEditionAndTheNextNightWithRoomTakesAndIssuesIt()
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell to limit the program: not tested");
    layIn();
    layInALargeLedger();
    MinuteOld.make(folder.resolve("input"));

    assertThat(run(ROOM, "nightly")).as("exit code").isEqualTo(3);

    assertThat(told())
        .contains(
            "ledgers/nene-vale/large.csv: could not be taken into the archive: File too large; make"
                + " room in "
                + folder.resolve("home/archive")
                + ", and run again\n")
        .contains("small.csv: 1 lines = 1 accepted")
        .doesNotContain("large.csv: 6,000 lines");

    assertThat(run(ROOM, RETURN)).as("exit code").isEqualTo(1);

    String pdf = folder.resolve("reports/returns/.unfinished") + ".*/return\\.pdf";
    assertThat(told())
        .containsPattern(
            pdf
                + ": could not be written: File too large; make room there and for temporary files,"
                + " and run it again")
        .contains("large.csv: could not be taken into the archive") // what was noticed before
        .endsWith("Failed: mend the cause and run it again; it goes on where it stopped.\n")
        .doesNotContain("issued in");
    assertThat(editions()).isEmpty();

    assertThat(run(Integer.MAX_VALUE, RETURN)).as("exit code").isEqualTo(0);

    assertThat(told()).contains("large.csv: 6,000 lines = 6,000 accepted");
    assertThat(editions()).hasSize(1);
    Shelf.verify(editions().get(0));
    assertThat(editions().get(0).resolve("return.pdf")).isNotEmptyFile();
    assertThat(folder.resolve("reports/returns/.unfinished")).doesNotExist();
  }

  /** What stands on the shelf. */
  private List<Path> editions() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("reports/returns"))) {
      return all.filter(each -> each.getFileName().toString().startsWith("edition-"))
          .filter(each -> !each.toString().contains(".unfinished"))
          .toList();
    }
  }

  /** A small file of many pixels none of which is like the next. */
  private static void noise(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
    Random colours = new Random(20141123);
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        picture.setRGB(x, y, colours.nextInt());
      }
    }
    ImageIO.write(picture, "jpg", file.toFile());
  }

  private void layIn() throws IOException {
    Path input = folder.resolve("input");
    Path ledgers = Files.createDirectories(input.resolve("ledgers/nene-vale"));
    Files.createDirectories(input.resolve("bodies"));
    Folders.copy(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    Path bodies = input.resolve("bodies");
    noise(bodies.resolve("sign.jpg"));
    Files.writeString(
        bodies.resolve("nene-vale.yaml"),
        """
        id: nene-vale
        name: Nene Vale
        kind: pcc
        publication:
          formats: [html]
          logo:
            file: sign.jpg
            says: Noise
        """);
    Files.writeString(
        ledgers.resolve("small.csv"), HEADER + "01/04/2014,Kingfisher,ISVA service,1250.00\n");
  }

  private void layInALargeLedger() throws IOException {
    StringBuilder large = new StringBuilder(HEADER);
    Random numbers = new Random(20141123);
    byte[] serial = new byte[250];
    for (int line = 0; line < LINES; line++) {
      numbers.nextBytes(serial);
      String locks = HexFormat.of().formatHex(serial);
      large.append("13/05/2014,Acme Ltd,Lock %s,1.%02d\n".formatted(locks, line % 99));
    }
    Files.writeString(folder.resolve("input/ledgers/nene-vale/large.csv"), large);
  }

  private int run(int room, String... words) throws IOException, InterruptedException {
    Files.deleteIfExists(folder.resolve("out"));
    List<String> said = new ArrayList<>(List.of(words));
    said.addAll(
        List.of(
            "--input=" + folder.resolve("input"),
            "--reports=" + folder.resolve("reports"),
            "--home=" + folder.resolve("home")));
    return Program.startWithRoomFor(room, folder.resolve("out"), said.toArray(String[]::new))
        .waitFor();
  }

  private String told() throws IOException {
    return Files.readString(folder.resolve("out"));
  }
}
