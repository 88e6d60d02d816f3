package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many of the lines of the published ledgers that are read are accepted, by the account of each
 * that {@link RealLedgersTest} finds true.
 */
class ReadRateTest {

  private static final Path PINNED =
      Path.of("src/test/resources/org/spendreturns/intake/real-ledgers.tsv");

  /** Ledgers whose rejected lines hold no payment that can be read, and what stands there. */
  private static final Map<String, String> NOT_PAYMENTS =
      Map.of(
          "oxford/expenditure-over-500-apr-jun-2014.csv", "00:00:00 for the date, on every line",
          "lambeth/2012-06-payments.csv", "date and sum run together, 25/06/2012900");

  private record Ledger(String name, long accepted, long rejected) {}

  @Test
  void acceptsAtLeast995OfAThousandPayments() throws IOException {
    long accepted = 0;
    Map<String, Long> rejected = new TreeMap<>();
    long notPayments = 0;
    for (Ledger ledger : ledgers()) {
      accepted += ledger.accepted();
      if (NOT_PAYMENTS.containsKey(ledger.name())) {
        notPayments += ledger.rejected();
      } else if (ledger.rejected() > 0) {
        rejected.put(ledger.name(), ledger.rejected());
      }
    }
    long lost = rejected.values().stream().mapToLong(Long::longValue).sum();
    assertThat(notPayments).as(NOT_PAYMENTS.toString()).isPositive();
    assertThat(1_000 * lost)
        .as("%,d accepted, rejected: %s", accepted, rejected)
        .isLessThanOrEqualTo(5 * (accepted + lost));
  }

  private static List<Ledger> ledgers() throws IOException {
    return Files.readAllLines(PINNED).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(row -> row[1].equals("read"))
        .map(row -> new Ledger(row[0], Long.parseLong(row[3]), Long.parseLong(row[4])))
        .toList();
  }
}
