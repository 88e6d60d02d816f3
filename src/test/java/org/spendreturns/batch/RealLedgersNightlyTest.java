package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;
import org.spendreturns.batch.Runs.ExportAccount;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.store.Editions.Address;

/** The night on ledgers that two bodies really published. */
class RealLedgersNightlyTest {

  private static final Path LEDGERS = Path.of("..", "shared", "data", "ledgers");
  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;

  @Test
  void paysWhatTheLedgersSayAndAccountsForEveryLine() throws IOException {
    assumeTrue(
        Files.isDirectory(LEDGERS), "the real ledgers are not beside the project: not tested");
    Installation place = Installation.withTheRulebook(folder);
    body(place, "lancashire-pcc", "Lancashire Police and Crime Commissioner", "pcc");
    body(place, "warwickshire-cc", "Warwickshire County Council", "council");
    Address lancashire = Address.parse("lancashire-pcc/sexual-violence/2018-19..2023-24");

    Runs.Ended ended = place.run(NIGHT, Optional.empty(), Optional.of(lancashire));

    assertThat(ended.failure()).isEmpty();
    assertThat(place.edition(lancashire, 1).resolve("return.pdf")).isNotEmptyFile();
    assertThat(place.figures(lancashire, 1)).containsAllEntriesOf(independentTotals());
    List<ExportAccount> accounts = accounts(place);
    assertThat(accounts).hasSizeGreaterThanOrEqualTo(20);
    assertThat(accounts)
        .allSatisfy(
            export -> {
              ControlTotals totals = export.totals();
              assertThat(
                      totals.accepted() + totals.rejected() + totals.duplicates() + totals.blank())
                  .isEqualTo(totals.lines());
              assertThat(export.rejected()).hasSize((int) totals.rejected());
              assertThat(export.state()).isIn("BALANCED", "SET_ASIDE");
            });
    assertThat(accounts.stream().filter(export -> export.body().equals("lancashire-pcc")))
        .allMatch(export -> export.state().equals("BALANCED"))
        .hasSize(4);
  }

  /** As a second reader counted them from the same files. */
  private static Map<String, String> independentTotals() {
    String trustHouse = "paid.NOT_BROKEN_DOWN.org-TRUST-HOUSE-LANCASHIRE.";
    String birchall = "paid.NOT_BROKEN_DOWN.org-BIRCHALL-TRUST.";
    return Map.of(
        trustHouse + "2020-21", "£35,395.04",
        trustHouse + "2022-23", "£48,143.82",
        trustHouse + "2023-24", "£176,191.76",
        birchall + "2020-21", "£16,739.92",
        birchall + "2022-23", "£46,624.84",
        birchall + "2023-24", "£43,024.84");
  }

  private void body(Installation place, String id, String name, String kind) throws IOException {
    place.write("bodies/" + id + ".yaml", "id: %s\nname: %s\nkind: %s\n".formatted(id, name, kind));
    Folders.copy(LEDGERS.resolve(id), folder.resolve("input/ledgers").resolve(id));
  }

  private static List<ExportAccount> accounts(Installation place) {
    try (Runs runs = Runs.open(place.home(), Clock.fixed(NIGHT, ZoneOffset.UTC))) {
      return runs.exports();
    }
  }
}
