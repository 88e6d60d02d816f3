package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellMemoTest {

  private final CellMemo memo = new CellMemo();

  @Test
  void knowsACellThatWasKeptWhereverItStands() {
    keep("Oundle Coaches Ltd", 3);

    assertThat(knows("Oundle Coaches Ltd", 3)).isTrue();
    byte[] elsewhere = padded("7.10,Oundle Coaches Ltd,Nene");
    assertThat(memo.knows(elsewhere, 5, 23, 3)).isTrue();
  }

  @Test
  void knowsNoCellThatDiffersInOneByteOrInItsLengthOrKind() {
    String kept = "Directorate of Nene and Oundle, Corby and Thrapston Highways Maintenance";
    keep(kept, 3);

    for (int at = 0; at < kept.length(); at++) {
      byte[] other = padded(kept);
      other[at] ^= (byte) (at % 2 == 0 ? 1 : 0x80);
      assertThat(memo.knows(other, 0, kept.length(), 3)).as("byte %d differs", at).isFalse();
    }
    assertThat(knows(kept.substring(1), 3)).isFalse();
    assertThat(knows(kept.substring(0, kept.length() - 1), 3)).isFalse();
    assertThat(knows(kept + " ", 3)).isFalse();
    assertThat(knows(kept, 2)).isFalse();
    assertThat(knows(kept, 3)).isTrue();
  }

  /** So many cells that places are taken by others: it may forget, and never make anything up. */
  @Test
  void ofManyCellsKnowsOnlyWhatItWasToldAndMostOfWhatItWasToldLast() {
    Random random = new Random(11);
    Set<String> told = new HashSet<>();
    for (int round = 0; round < 50_000; round++) {
      String cell = "Payment %d to Nene".formatted(random.nextInt(40_000));
      boolean known = knows(cell, 5);
      assertThat(known && !told.contains(cell)).as("%s, never told", cell).isFalse();
      if (!known) {
        keep(cell, 5);
        told.add(cell);
      }
    }
    int lately = 0;
    for (int cell = 0; cell < 1_000; cell++) {
      keep("Of late %d to Nene".formatted(cell), 5);
    }
    for (int cell = 0; cell < 1_000; cell++) {
      lately += knows("Of late %d to Nene".formatted(cell), 5) ? 1 : 0;
    }
    assertThat(lately).isGreaterThan(900);
  }

  private boolean knows(String cell, int kind) {
    return memo.knows(padded(cell), 0, cell.length(), kind);
  }

  private void keep(String cell, int kind) {
    byte[] bytes = padded(cell);
    memo.knows(bytes, 0, cell.length(), kind);
    memo.keep(bytes, 0, cell.length(), kind);
  }

  /** What stands behind a cell is of other cells. */
  private static byte[] padded(String cell) {
    byte[] bytes = cell.getBytes(StandardCharsets.US_ASCII);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + PlainSplit.PADDING);
    Arrays.fill(padded, bytes.length, padded.length, (byte) (31 + cell.length()));
    return padded;
  }
}
