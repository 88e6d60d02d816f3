package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SoftwareTest {

  @Test
  void callsItselfAsTheBuildFileDoes() throws IOException {
    int space = Software.NAME.indexOf(' ');

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<artifactId>%s</artifactId>\n  <version>%s</version>"
                .formatted(Software.NAME.substring(0, space), Software.NAME.substring(space + 1)));
  }
}
