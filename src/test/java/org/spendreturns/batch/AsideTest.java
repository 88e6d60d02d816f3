package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsideTest {

  private static final int MANY = 20_000;

  private final List<Integer> done = new ArrayList<>();

  @Test
  void doesEachInOrderAndIsDoneWhenItSaysSo() {
    try (Aside<Integer> aside = new Aside<>(done::add)) {
      IntStream.range(0, MANY).forEach(aside::add);
      aside.finish();
      assertThat(done).hasSize(MANY).isSorted().doesNotHaveDuplicates();

      aside.add(MANY);
      aside.finish();
      assertThat(done).hasSize(MANY + 1);
    }
  }

  @Test
  void tellsWhatFailedInsteadOfBeingDone() {
    try (Aside<Integer> aside = new Aside<>(AsideTest::failAtTheSecond)) {
      assertThatThrownBy(
              () -> {
                IntStream.range(0, MANY).forEach(aside::add);
                aside.finish();
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no room");
    }
  }

  private static void failAtTheSecond(int one) {
    if (one == 1) {
      throw new IllegalStateException("no room");
    }
  }

  @Test
  void isAtWorkOnNothingOnceItIsClosed() {
    try (Aside<Integer> aside = new Aside<>(done::add)) {
      IntStream.range(0, MANY).forEach(aside::add);
    }
    int whenClosed = done.size();
    assertThat(whenClosed).isLessThan(MANY); // the last few wait for finish()
    assertThat(done).isSorted().hasSize(whenClosed);
  }
}
