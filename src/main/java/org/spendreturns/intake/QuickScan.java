package org.spendreturns.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.rulebook.Classifier;

/**
 * Reads the rest of a large text in stretches, several at once, and hands them on in file order.
 *
 * <p>The file is cut every so many bytes. Where the first record after a cut starts is guessed, and
 * a stretch counts only if it starts where the one before it was found to end; else it is taken
 * again from there. So a guess can cost time and nothing else. A stretch in which the layout
 * changes, or of which many records are no plain lines, is read record by record, the general way.
 */
final class QuickScan implements Closeable {

  /**
   * So many stretches may wait to be handed on, so that reading goes on while others are stored.
   */
  private static final int AHEAD = 32;

  private final LedgerFile ledger;
  private final LedgerFile.Rest rest;
  private final String name;
  private final Classifier classifier;
  private final int stretchBytes;
  private final int threads;
  private final FileChannel file;
  private final long size;
  private final ExecutorService workers;
  private final Deque<Future<Stretch>> ahead = new ArrayDeque<>();
  private Queue<StretchReader> readers = new ConcurrentLinkedQueue<>();
  private Layout layout;
  private long firstCut;
  private long submitted; // stretches, since the layout last changed
  private long offset;
  private long line;
  private @Nullable TextRecords general;
  private long generalUntil;

  /** How a file is read: in stretches of so many bytes, so many at once. */
  record Pace(int stretchBytes, int threads) {
    private static final long MEMORY_OF_A_THREAD = 1 << 25;

    /** As the product reads: 1 MiB each, on all processors for which there is memory. */
    static final Pace USUAL =
        new Pace(
            1 << 20,
            (int)
                Math.max(
                    1,
                    Math.min(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() / MEMORY_OF_A_THREAD)));
  }

  QuickScan(LedgerFile ledger, LedgerFile.Rest rest, String name, Classifier classifier, Pace pace)
      throws IOException {
    this.ledger = ledger;
    this.rest = rest;
    this.name = name;
    this.classifier = classifier;
    this.stretchBytes = pace.stretchBytes();
    this.threads = pace.threads();
    this.file = FileChannel.open(rest.file());
    this.size = file.size();
    this.layout = rest.layout();
    this.offset = rest.offset();
    this.firstCut = offset;
    this.line = rest.line();
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "scan-stretch");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Whether a rest is worth it: lines may be plain, and there are two stretches of them or more.
   */
  static boolean isWorthIt(LedgerFile.Rest rest, Pace pace) throws IOException {
    return StretchReader.canRead(rest.layout())
        && java.nio.file.Files.size(rest.file()) - rest.offset() > 2L * pace.stretchBytes();
  }

  /** What comes next: a stretch, or one record, whichever is read. */
  sealed interface Next {
    /** A stretch, whose first record stands on a line of the file. */
    record Taken(Stretch stretch, long line) implements Next {}

    /** A record that was read the general way. */
    record Single(Found found) implements Next {}
  }

  /**
   * The next stretch or record, or empty at the end of the file.
   *
   * @param atMost a stretch of more records is read record by record
   */
  Optional<Next> next(long atMost) throws IOException {
    while (true) {
      if (general != null) {
        Optional<Next> single = nextSingle(general);
        if (single.isPresent()) {
          return single;
        }
      } else if (offset == size) {
        return Optional.empty();
      } else {
        Optional<Stretch> stretch = nextStretch(atMost);
        if (stretch.isPresent()) {
          Next taken = new Next.Taken(stretch.get(), line);
          offset = stretch.get().end();
          line += stretch.get().lines();
          ledger.count(stretch.get().encodings());
          return Optional.of(taken);
        }
      }
    }
  }

  /** A stretch that starts where the last one ended; empty if there is none, or is read singly. */
  private Optional<Stretch> nextStretch(long atMost) throws IOException {
    if (!ledger.layout().equals(Optional.of(layout))) {
      beginAnew(ledger.layout().orElseThrow());
    }
    submit();
    if (ahead.isEmpty()) {
      throw new SetAsideException(
          SetAsideException.Kind.NOT_READABLE,
          "%s: had %,d bytes when reading began, and ends at %,d; it was changed while it was read"
              .formatted(name, size, offset));
    }
    long cut = cutAfter(submitted - ahead.size());
    Stretch stretch = ended(ahead.remove());
    if (offset >= cut) {
      return Optional.empty(); // a long record went over all of it
    }
    if (stretch.start() != offset) {
      stretch = ended(workers.submit(taking(reader -> reader.take(offset, cut))));
    }
    if (stretch.records() > atMost || !stretch.isWhole() || changesLayout(stretch)) {
      readSingly(cut);
      return Optional.empty();
    }
    return Optional.of(stretch);
  }

  private boolean changesLayout(Stretch stretch) {
    return stretch.odd().stream().anyMatch(odd -> ledger.isOfNames(odd.found()));
  }

  private void beginAnew(Layout other) {
    ahead.forEach(each -> each.cancel(false));
    ahead.clear();
    readers = new ConcurrentLinkedQueue<>();
    layout = other;
    firstCut = offset;
    submitted = 0;
  }

  private long cutAfter(long stretch) {
    return Math.min(size, firstCut + (stretch + 1) * stretchBytes);
  }

  private void submit() {
    while (ahead.size() < threads + AHEAD && firstCut + submitted * stretchBytes < size) {
      long from = firstCut + submitted * stretchBytes;
      long cut = cutAfter(submitted);
      boolean isStart = submitted == 0;
      ahead.add(
          workers.submit(
              taking(
                  reader -> isStart ? reader.take(from, cut) : reader.takeFromGuess(from, cut))));
      submitted++;
    }
  }

  private interface Taking {
    Stretch by(StretchReader reader) throws IOException;
  }

  /** Work for a reader of the layout that now holds, whichever holds when the work is done. */
  private Callable<Stretch> taking(Taking work) {
    Queue<StretchReader> pool = readers;
    Layout known = layout;
    return () -> {
      @Nullable StretchReader free = pool.poll();
      StretchReader reader =
          free == null ? new StretchReader(file, rest, known, name, classifier) : free;
      try {
        return work.by(reader);
      } finally {
        pool.add(reader);
      }
    };
  }

  private static Stretch ended(Future<Stretch> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException fault) {
        throw fault;
      }
      if (failed.getCause() instanceof ArithmeticException tooLarge) {
        throw tooLarge;
      }
      throw new IllegalStateException("a stretch could not be read", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was stopped", stopped);
    }
  }

  private void readSingly(long until) throws IOException {
    FileChannel own = FileChannel.open(rest.file());
    own.position(offset);
    TextRecord record = new TextRecord(name, rest.delimiter(), rest.encoding());
    general = new TextRecords(Channels.newInputStream(own), record, offset, line);
    generalUntil = until;
  }

  private Optional<Next> nextSingle(TextRecords records) throws IOException {
    Optional<Found> found = records.offset() < generalUntil ? records.next() : Optional.empty();
    if (found.isEmpty()) {
      offset = records.offset();
      line = records.line();
      ledger.count(records.record().takeCounts());
      records.close();
      general = null;
    }
    return found.map(Next.Single::new);
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    if (general != null) {
      general.close();
    }
    file.close();
  }
}
