package org.spendreturns.document;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works that do not touch each other, two at a time: as many as the smallest machine has room for.
 */
final class SideBySide {

  private static final int AT_A_TIME = 2;

  private SideBySide() {}

  /**
   * Does all of them, begun in their order.
   *
   * @return what each gave, in their order
   * @throws IOException of the first in their order that failed, when none is at work any more
   */
  static <T> List<T> all(List<Callable<T>> works) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<T> given = new ArrayList<>();
      for (Future<T> work : workers.invokeAll(works)) {
        given.add(work.get());
      }
      return given;
    } catch (ExecutionException fault) {
      if (fault.getCause() instanceof IOException cause) {
        throw cause;
      } else if (fault.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (fault.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped before all was done");
    } finally {
      workers.shutdownNow();
    }
  }
}
