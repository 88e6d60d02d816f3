package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;

class LedgerScanTest {

  @TempDir Path folder;

  private Path file;

  /** Ten thousand lines, every thousandth of the topic, one rejected. */
  @BeforeEach
  void writeLedger() throws IOException {
    StringBuilder text = new StringBuilder("Date,Supplier,Amount\n");
    for (int i = 1; i <= 10_000; i++) {
      text.append(i == 5_000 ? "x" : "25/04/2014").append(i % 1_000 == 0 ? ",Topic " : ",Other ");
      text.append(i).append(",1.00\n");
    }
    file = Files.writeString(folder.resolve("big.csv"), text);
  }

  private static Classification classify(Particulars particulars, LocalDate on) {
    return particulars.supplier().startsWith("Topic") && on.getYear() == 2014
        ? new Classification(new Answer.Of(Category.NOT_BROKEN_DOWN), List.of())
        : Classification.NOTHING_FOUND;
  }

  private List<ScannedBlock> scan(long resumeAfter) {
    List<ScannedBlock> blocks = new ArrayList<>();
    try (LedgerScan scan =
        LedgerScan.open(
            file, "big.csv", LedgerSettings.DEFAULT, LedgerScanTest::classify, resumeAfter)) {
      for (Optional<ScannedBlock> next = scan.next(); next.isPresent(); next = scan.next()) {
        blocks.add(next.get());
      }
    }
    return blocks;
  }

  @Test
  void accountsForEveryRecordInBlocks() {
    List<ScannedBlock> blocks = scan(0);
    assertThat(blocks).extracting(ScannedBlock::recordsRead).containsExactly(4096L, 8192L, 10001L);
    ControlTotals all =
        blocks.stream().map(ScannedBlock::totals).reduce(ControlTotals.NONE, ControlTotals::plus);
    assertThat(all.records()).isEqualTo(10_001);
    assertThat(all.accepted()).isEqualTo(9_999);
    assertThat(all.rejected()).isEqualTo(1);
    assertThat(all.amount()).isEqualTo(Money.parse("9999.00"));
    assertThat(blocks.stream().flatMap(block -> block.matches().stream()))
        .extracting(match -> match.line().at().line())
        .containsExactly(1001L, 2001L, 3001L, 4001L, 6001L, 7001L, 8001L, 9001L, 10001L);
    assertThat(blocks.get(1).rejected())
        .singleElement()
        .extracting(rejected -> rejected.at().line())
        .isEqualTo(5001L);
  }

  @Test
  void goesOnAfterAnyBlockAsIfItHadNeverStopped() {
    List<ScannedBlock> blocks = scan(0);
    assertThat(scan(blocks.get(0).recordsRead())).isEqualTo(blocks.subList(1, 3));
    assertThat(scan(blocks.get(1).recordsRead())).isEqualTo(blocks.subList(2, 3));
    assertThat(scan(blocks.get(2).recordsRead())).isEmpty();
  }
}
