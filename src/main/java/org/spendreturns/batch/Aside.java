package org.spendreturns.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.util.ReflectionUtils;

/**
 * Does a work on one thing after another, in order, while its owner goes on: on a thread of its
 * own, once there are many. Few wait at a time, so memory does not grow. For one owner's thread.
 *
 * @param <T> what is worked on; must not change any more
 */
final class Aside<T> implements AutoCloseable {

  private static final int AT_ONCE = 1_024;
  private static final int UNDER_WAY = 4; // of so many each

  private final Consumer<T> work;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Deque<Future<?>> underWay = new ArrayDeque<>();
  private List<T> gathered = new ArrayList<>();

  Aside(Consumer<T> work) {
    this.work = work;
  }

  /**
   * Takes the next one.
   *
   * @throws RuntimeException that the work threw on one before
   */
  void add(T one) {
    gathered.add(one);
    if (gathered.size() == AT_ONCE) {
      List<T> full = gathered;
      gathered = new ArrayList<>(AT_ONCE);
      underWay.add(worker.submit(() -> full.forEach(work)));
      if (underWay.size() > UNDER_WAY) {
        await(underWay.remove());
      }
    }
  }

  /**
   * Waits until all that were taken are done.
   *
   * @throws RuntimeException that the work threw on one of them
   */
  void finish() {
    while (!underWay.isEmpty()) {
      await(underWay.remove());
    }
    gathered.forEach(work);
    gathered.clear();
  }

  private static void await(Future<?> batch) {
    try {
      batch.get();
    } catch (ExecutionException fault) {
      ReflectionUtils.rethrowRuntimeException(fault.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before all was done", stopped);
    }
  }

  /** Begins nothing more, and waits for what is at work. */
  @Override
  public void close() {
    underWay.forEach(batch -> batch.cancel(false)); // who interrupts a writer closes its file
    worker.shutdown();
    try {
      worker.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
