package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;

class LedgerScanTest {

  @TempDir Path folder;

  private Path file;

  /** Ten thousand lines, every thousandth of the topic, one rejected. */
  @BeforeEach
  void writeLedger() throws IOException {
    StringBuilder text = new StringBuilder("Date,Supplier,Amount\n");
    for (int i = 1; i <= 10_000; i++) {
      text.append(i == 5_000 ? "x" : "25/04/2014")
          .append(i % 1_000 == 0 ? ",Rape Crisis Nene Valley," : ",Other,");
      text.append("1.00\n");
    }
    file = Files.writeString(folder.resolve("big.csv"), text);
  }

  private static final Classifier CLASSIFIER =
      new Classifier(
          RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml")), Overlay.NONE);

  private List<ScannedBlock> scan(long resumeAfter) {
    return scan(resumeAfter, QuickScan.Pace.USUAL);
  }

  private List<ScannedBlock> scan(long resumeAfter, QuickScan.Pace pace) {
    List<ScannedBlock> blocks = new ArrayList<>();
    try (LedgerScan scan =
        LedgerScan.open(file, "big.csv", LedgerSettings.DEFAULT, CLASSIFIER, resumeAfter, pace)) {
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

  @Test
  void goesOnAfterAnyRecordOfALargeText() {
    QuickScan.Pace pace = new QuickScan.Pace(20_000, 2);
    List<ScannedBlock> blocks = scan(0, pace);
    assertThat(blocks).hasSizeGreaterThan(10);
    ControlTotals all = totals(blocks);
    for (long done : List.of(1L, 61L, 700L, 5_000L, 9_999L, 10_001L)) {
      ControlTotals rest = totals(scan(done, pace));
      assertThat(rest.records()).as("after %d", done).isEqualTo(10_001 - done);
      assertThat(all.accepted() - rest.accepted())
          .as("after %d", done)
          .isEqualTo(done - 1 - (done > 5_000 ? 1 : 0));
    }
    for (int block = 0; block < blocks.size(); block++) {
      List<ScannedBlock> rest = scan(blocks.get(block).recordsRead(), pace);
      assertThat(rest).isEqualTo(blocks.subList(block + 1, blocks.size()));
    }
  }

  private static ControlTotals totals(List<ScannedBlock> blocks) {
    return blocks.stream()
        .map(ScannedBlock::totals)
        .reduce(ControlTotals.NONE, ControlTotals::plus);
  }

  @Test
  void setsAsideSumsBeyondAllCounting() throws IOException {
    Files.writeString(
        file, "Date,Supplier,Amount\n" + "25/04/2014,A,999999999999999.99\n".repeat(100));
    assertThatThrownBy(() -> scan(0))
        .hasMessage(
            "big.csv: its sums come to more than 92 thousand million million pounds; correct them");
  }
}
