package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.money.Money;

/** Published ledgers; they are not part of the project, so the tests run only beside them. */
class RealLedgersTest {

  private static final Path LEDGERS = Path.of("..", "shared", "data", "ledgers");

  @Test
  void agreesWithASecondReaderOnWhatLancashirePaidTwoSuppliers() {
    assumeTrue(Files.isDirectory(LEDGERS), "the published ledgers are not at " + LEDGERS);
    Map<String, Tally> paid = new TreeMap<>();
    for (String year : new String[] {"2018-19", "2020-21", "2022-23", "2023-24"}) {
      Path file = LEDGERS.resolve("lancashire-pcc/pcc-%s.xlsx".formatted(year));
      try (LedgerFile ledger = LedgerFile.open(file, "pcc.xlsx", LedgerSettings.DEFAULT)) {
        for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
          if (next.get() instanceof Outcome.Accepted accepted) {
            count(accepted.line(), paid);
          }
        }
      }
    }
    assertThat(paid)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2020-21 TRUST HOUSE LANCASHIRE", tally(2, "35395.04"),
                "2020-21 BIRCHALL TRUST", tally(2, "16739.92"),
                "2022-23 TRUST HOUSE LANCASHIRE", tally(2, "48143.82"),
                "2022-23 BIRCHALL TRUST", tally(3, "46624.84"),
                "2023-24 TRUST HOUSE LANCASHIRE", tally(4, "176191.76"),
                "2023-24 BIRCHALL TRUST", tally(2, "43024.84")));
  }

  private static void count(LedgerLine line, Map<String, Tally> paid) {
    String name = SupplierName.of(line.particulars().supplier()).normalised();
    if (name.equals("TRUST HOUSE LANCASHIRE") || name.equals("BIRCHALL TRUST")) {
      paid.merge(line.financialYear() + " " + name, new Tally(1, line.amount()), Tally::plus);
    }
  }

  private static Tally tally(long lines, String pounds) {
    return new Tally(lines, Money.parse(pounds));
  }
}
