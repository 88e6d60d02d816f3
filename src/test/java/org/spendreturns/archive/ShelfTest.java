package org.spendreturns.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

  private static final String ADDRESS = "nene-vale/sexual-violence/2012-13..2014-15";

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder);
  }

  @Test
  void takesAnEditionWholeWithItsManifestAndSums() throws IOException {
    Path place = publish(manifest(1, "a"), "figures");

    assertThat(place).isEqualTo(folder.resolve(ADDRESS).resolve("edition-0001"));
    assertThat(shelf.latest(ADDRESS)).contains(manifest(1, "a"));
    assertThat(Files.readAllLines(place.resolve("SHA256SUMS")))
        .anyMatch(line -> line.equals(Sha256.of("figures") + "  return.pdf"))
        .anyMatch(line -> line.endsWith("  manifest.json"))
        .hasSize(2);
    assertThat(folder.resolve(".unfinished")).doesNotExist();
  }

  @Test
  void findsTheNewestOfMoreThanNineEditions() throws IOException {
    for (int number = 1; number <= 11; number++) {
      publish(manifest(number, "content " + number), "figures " + number);
    }

    assertThat(shelf.latest(ADDRESS).orElseThrow().edition()).isEqualTo(11);
    assertThat(shelf.latest("nene-vale/other/2012-13")).isEmpty();
  }

  @Test
  void publishesTheSameEditionOnceIfToldTwice() throws IOException {
    Path place = publish(manifest(1, "a"), "figures");

    assertThat(publish(manifest(1, "a"), "other bytes")).isEqualTo(place);
    assertThat(place.resolve("return.pdf")).hasContent("figures");
  }

  @Test
  void neverReplacesAnEditionByAnother() throws IOException {
    Path place = publish(manifest(1, "a"), "figures");

    assertThatThrownBy(() -> publish(manifest(1, "b"), "other"))
        .hasMessage(place + ": another edition stands there; nothing was published");
    assertThat(place.resolve("return.pdf")).hasContent("figures");
  }

  @Test
  void noticesAFileThatIsNotWhatItsSumSays() throws IOException {
    Path place = publish(manifest(1, "a"), "figures");
    Files.writeString(place.resolve("return.pdf"), "forged");

    assertThatThrownBy(() -> Shelf.verify(place))
        .hasMessage(
            "%s: has the digest %s, its sum says %s",
            place.resolve("return.pdf"), Sha256.of("forged"), Sha256.of("figures"));
  }

  private Path publish(Manifest manifest, String pdf) throws IOException {
    Path aside = shelf.aside(ADDRESS, manifest.edition());
    Files.writeString(aside.resolve("return.pdf"), pdf);
    return shelf.publish(ADDRESS, aside, manifest);
  }

  private static Manifest manifest(int edition, String content) {
    return new Manifest(
        "nene-vale",
        "sexual-violence",
        "2012-13..2014-15",
        edition,
        edition - 1,
        content,
        Instant.parse("2026-11-23T02:00:00Z"),
        "spend-returns 0.1.0",
        "2026-11",
        List.of("D-0001"),
        List.of(new Manifest.Input("bodies/nene-vale.yaml", "00")),
        List.of());
  }
}
