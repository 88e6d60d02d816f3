package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.document.Gate;
import org.spendreturns.store.Editions.Address;

/** A night whose editions the gate opens: a sound one is published, whatever another holds. */
class GateAtNightTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Address NENE_VALE =
      Address.parse("nene-vale/sexual-violence/2012-13..2014-15");
  private static final Address FAULTY =
      Address.parse("nene-weald/sexual-violence/2012-13..2014-15");
  private static final Address NORTHAMPTONSHIRE =
      Address.parse("northamptonshire-pcc/sexual-violence/2012-13..2014-15");

  @TempDir Path folder;

  @Test
  void aFaultyBodyIsNamedAndTheBodiesBeforeAndBehindItArePublished() throws IOException {
    Installation place = Installation.withTheSample(folder);
    logo(place, "northamptonshire-pcc");
    body(place, "nene-weald");
    plan(place, "nene-weald", "file:///srv/plans/2013.pdf");

    Runs.Ended ended = place.night(NIGHT);

    assertThat(ended.failure().orElseThrow())
        .startsWith(
            FAULTY
                + ": the gate found what was not approved; edition 1 was not published:\n"
                + FAULTY
                + ": ")
        .contains("leads to 'file:///srv/plans/2013.pdf', in the house; leave it out")
        .doesNotContain(NENE_VALE.toString(), NORTHAMPTONSHIRE.toString());
    assertThat(place.edition(NENE_VALE, 1)).isDirectory();
    assertThat(place.edition(FAULTY, 1)).doesNotExist();
    assertThat(place.edition(NORTHAMPTONSHIRE, 1)).isDirectory();
    assertThat(Files.readString(place.edition(NORTHAMPTONSHIRE, 1).resolve("return.html")))
        .contains("src=\"data:image/png;base64,");

    Runs.Ended again = place.night(NIGHT.plusSeconds(86_400));
    assertThat(again.failure()).isPresent();
    assertThat(Installation.told(again)).noneMatch(told -> told.contains(" issued in "));

    plan(place, "nene-weald", "names the services");
    assertThat(place.night(NIGHT.plusSeconds(2 * 86_400)).failure()).isEmpty();
    assertThat(place.edition(FAULTY, 1)).isDirectory();
    assertThat(place.edition(NENE_VALE, 2)).doesNotExist();
  }

  @Test
  void aPictureThatIsNotTheBodysIsNamed() throws IOException {
    Path edition = Files.createDirectory(folder.resolve("edition"));
    Path page = edition.resolve("return.html");
    Files.writeString(
        page, "<html>\n<img alt='A heron' src='data:image/png;base64," + png() + "'>\n</html>\n");

    assertThat(new Gate().open(page)).isEmpty();
    assertThat(new Gate().openEdition(edition, Gate.Pictures.of(Optional.of("iVBORw0KGgo="))))
        .extracting(Gate.Fault::toString)
        .contains("return.html: line 2: holds a picture that is not the body's own; leave it out");
  }

  private static void plan(Installation place, String id, String says) throws IOException {
    place.write(
        "documents/" + id + ".yaml",
        """
        body: %s
        documents:
          - title: Police and Crime Plan
            publisher: Nene Weald
            dated: 2013-03-31
            says: %s
            address: https://nene-weald.example/plans/2013.pdf
        """
            .formatted(id, says));
  }

  private static void body(Installation place, String id) throws IOException {
    Path input = place.home().input();
    for (String file :
        new String[] {"bodies/northamptonshire-pcc", "requests/northamptonshire-pcc-03072015-2"}) {
      place.write(
          file.replace("northamptonshire-pcc", id) + ".yaml",
          Files.readString(input.resolve(file + ".yaml"))
              .replace("northamptonshire-pcc", id)
              .replace("\npublication:\n  logo:\n    file: sign.png\n    says: A heron", "")
              .replace("Northamptonshire", "Nene Weald"));
    }
  }

  private static void logo(Installation place, String body) throws IOException {
    File file = place.home().input().resolve("bodies/sign.png").toFile();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", file);
    place.replace(
        "bodies/" + body + ".yaml",
        "kind: pcc",
        "kind: pcc\npublication:\n  logo:\n    file: sign.png\n    says: A heron");
  }

  private static String png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
