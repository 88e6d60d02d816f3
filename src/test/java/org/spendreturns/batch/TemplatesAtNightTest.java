package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;

/** A night by templates that cannot be used: all but the documents is done. */
class TemplatesAtNightTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;

  @Test
  void whatIsMissingIsNamedAndTheReturnIsIssuedWhenItIsBack() throws IOException {
    OneBody body = OneBody.in(folder);
    Path templates = folder.resolve("templates");

    assertThat(failureBy(templates, body))
        .contains(
            templates + ": expected a folder of templates and fonts, found none; put it back");

    Folders.copy(Path.of("reports", "templates"), templates);
    Path font = templates.resolve("fonts").resolve("SourceSans3-Bold.ttf");
    Files.delete(font);
    assertThat(failureBy(templates, body))
        .contains(font + ": expected a font, found no file; put it back");
    assertThat(body.place().edition(OneBody.RETURN, 1)).doesNotExist();

    body.night(NIGHT.plusSeconds(86_400));
    assertThat(body.place().edition(OneBody.RETURN, 1)).isDirectory();
  }

  private static Optional<String> failureBy(Path templates, OneBody body) {
    Home home = body.place().home();
    Home other = new Home(home.input(), templates, home.reports(), home.root());
    try (Runs runs = Runs.open(other, Clock.fixed(NIGHT, ZoneOffset.UTC))) {
      return runs.nightly(Optional.empty(), Optional.of(OneBody.RETURN)).failure();
    }
  }
}
