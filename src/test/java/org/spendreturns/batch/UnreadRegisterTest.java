package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register of which a newer copy cannot be read: the one before stands, and is not all. */
class UnreadRegisterTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String REGISTER = "contracts/nene-vale/register.csv";
  private static final String AWARDED = "awarded.ADVOCACY.2014-15";
  private static final String GRANT =
      """
      reference,kind,organisation,registration,service,category,start,end,value
      A-1,grant,Rivers Centre,1234567,ISVA service,ADVOCACY,2014-04-01,2015-03-31,900.50
      """;

  @TempDir Path folder;

  @Test
  void theReturnSaysAtLeastUntilItIsLaidInAnew() throws IOException {
    OneBody one = OneBody.in(folder);
    Installation place = one.place();
    place.write(
        "bodies/nene-vale.yaml",
        """
        id: nene-vale
        name: Nene Vale
        kind: pcc
        publication: {formats: [html]}
        complete: {register: 2014-15}
        """);
    place.write(REGISTER, GRANT);
    one.night(NIGHT);
    assertThat(place.figures(OneBody.RETURN, 1)).containsEntry(AWARDED, "£900.50");

    place.write(REGISTER, "reference,colour\nA-1,red\n");
    one.night(NIGHT.plus(Duration.ofDays(1)));
    assertThat(place.figures(OneBody.RETURN, 2)).containsEntry(AWARDED, "at least £900.50");
    assertThat(Files.readString(place.edition(OneBody.RETURN, 2).resolve("return.html")))
        .contains("1 contract register could not be read as last laid in, and may hold");

    place.write(REGISTER, GRANT.replace("900.50", "950.50"));
    one.night(NIGHT.plus(Duration.ofDays(2)));
    assertThat(place.figures(OneBody.RETURN, 3)).containsEntry(AWARDED, "£950.50");
  }
}
