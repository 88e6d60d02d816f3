package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.spendreturns.store.Editions.Address;

/**
 * An installation with one body, Nene Vale, of which the return of one year is made each night: as
 * PDF, page and data, for nobody opens its workbooks.
 */
final class OneBody {

  static final Address RETURN = Address.parse("nene-vale/sexual-violence/2014-15");

  private final Installation place;

  private OneBody(Installation place) {
    this.place = place;
  }

  /** Without a ledger yet. */
  static OneBody in(Path folder) throws IOException {
    OneBody one = new OneBody(Installation.withTheRulebook(folder));
    one.saying("");
    return one;
  }

  /** Lays its file in anew, which says this besides. */
  void saying(String yaml) throws IOException {
    place.write(
        "bodies/nene-vale.yaml",
        "id: nene-vale\nname: Nene Vale\nkind: pcc\npublication: {formats: [html]}\n" + yaml);
  }

  Installation place() {
    return place;
  }

  /** A night, which must not fail. */
  Runs.Ended night(Instant instant) {
    Runs.Ended ended = place.run(instant, Optional.empty(), Optional.of(RETURN));
    assertThat(ended.failure()).isEmpty();
    return ended;
  }

  /** What an edition says was paid for advocacy; "none" if it has no such figure. */
  String paid(int edition) {
    return place.figures(RETURN, edition).getOrDefault("paid.ADVOCACY.2014-15", "none");
  }
}
