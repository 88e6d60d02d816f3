package org.spendreturns.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Classifier;

/**
 * One pass over an export: read, account, classify; in blocks, so that a scan that was stopped can
 * go on at the end of the last block that was kept.
 *
 * <p>The rest of a large text is read in stretches on all processors, all else record by record.
 * Both ways give the same account, the same lines and the same order.
 */
public final class LedgerScan implements Closeable {

  /** Records in a block that was read record by record, at most. */
  public static final int RECORDS_PER_BLOCK = 4_096;

  private final String name;
  private final LedgerFile ledger;
  private final Classifier classifier;
  private final QuickScan.Pace pace;
  private @Nullable QuickScan quick;
  private @Nullable Consumer<LedgerLine> observer;
  private long recordsRead;

  private LedgerScan(String name, LedgerFile ledger, Classifier classifier, QuickScan.Pace pace) {
    this.name = name;
    this.ledger = ledger;
    this.classifier = classifier;
    this.pace = pace;
  }

  /**
   * Opens an export for scanning.
   *
   * @param classifier answers for a line's words on the line's date
   * @param resumeAfterRecords records that an earlier scan has accounted for, 0 at first: they are
   *     read again, because what they say decides how later ones are read, but neither counted nor
   *     classified
   * @throws SetAsideException if the export cannot be read as a whole
   */
  public static LedgerScan open(
      Path file,
      String name,
      LedgerSettings settings,
      Classifier classifier,
      long resumeAfterRecords) {
    return open(file, name, settings, classifier, resumeAfterRecords, QuickScan.Pace.USUAL);
  }

  /** The same in stretches of another size. */
  static LedgerScan open(
      Path file,
      String name,
      LedgerSettings settings,
      Classifier classifier,
      long resumeAfterRecords,
      QuickScan.Pace pace) {
    LedgerScan scan = new LedgerScan(name, LedgerFile.open(file, name, settings), classifier, pace);
    try {
      scan.pass(resumeAfterRecords);
    } catch (IOException fault) {
      scan.close();
      throw LedgerFile.notReadable(name);
    } catch (RuntimeException fault) {
      scan.close();
      throw fault;
    }
    return scan;
  }

  /** Also shows each accepted line of the blocks to come to an observer, in file order. */
  public void observe(Consumer<LedgerLine> lines) {
    observer = lines;
  }

  /**
   * The next block, or empty at the end of the export; a block holds at least one record.
   *
   * @throws SetAsideException if the export turns out to be damaged, or at its end does not bear
   *     out how its dates were read
   */
  public Optional<ScannedBlock> next() {
    Block block = new Block();
    try {
      while (!block.isFull() && addNext(block)) {
        // each call adds what comes next
      }
    } catch (IOException fault) {
      throw LedgerFile.notReadable(name);
    } catch (ArithmeticException tooLarge) {
      throw new SetAsideException(
          SetAsideException.Kind.CORRUPT,
          name + ": its sums come to more than 92 thousand million million pounds; correct them");
    }
    recordsRead += block.records;
    if (block.records == 0) {
      ledger.end();
    }
    return block.records == 0 ? Optional.empty() : Optional.of(block.build(recordsRead));
  }

  private boolean addNext(Block block) throws IOException {
    @Nullable QuickScan stretches = stretches();
    if (stretches == null) {
      Optional<Outcome> outcome = ledger.nextOutcome();
      outcome.ifPresent(block::add);
      return outcome.isPresent();
    }
    Optional<QuickScan.Next> next = stretches.next(Long.MAX_VALUE);
    if (next.isPresent()) {
      take(next.get(), block::add);
      if (next.get() instanceof QuickScan.Next.Taken taken) {
        block.add(taken.stretch().plain());
      }
    }
    return next.isPresent();
  }

  /** Reads what was accounted for before. */
  private void pass(long records) throws IOException {
    while (recordsRead < records) {
      @Nullable QuickScan stretches = stretches();
      if (stretches == null) {
        if (ledger.nextOutcome().isEmpty()) {
          return;
        }
        recordsRead++;
      } else {
        Optional<QuickScan.Next> next = stretches.next(records - recordsRead);
        if (next.isEmpty()) {
          return;
        }
        recordsRead += take(next.get(), outcome -> {});
      }
    }
  }

  /** Reading in stretches, once and if the rest of the file allows it; null if not. */
  private @Nullable QuickScan stretches() throws IOException {
    if (quick == null && observer == null) {
      Optional<LedgerFile.Rest> rest = ledger.rest();
      if (rest.isPresent() && QuickScan.isWorthIt(rest.get(), pace)) {
        quick = new QuickScan(ledger, rest.get(), name, classifier, pace);
      }
    }
    return quick;
  }

  /** Has all that needs a judge judged, in file order; returns how many records there are. */
  private long take(QuickScan.Next next, Consumer<Outcome> outcomes) {
    if (next instanceof QuickScan.Next.Single single) {
      outcomes.accept(ledger.judge(single.found()));
      return 1;
    }
    QuickScan.Next.Taken taken = (QuickScan.Next.Taken) next;
    Stretch stretch = taken.stretch();
    long lines = 0;
    Money sum = Money.ZERO;
    for (Stretch.Odd odd : stretch.odd()) {
      ledger.pass(odd.plainBefore() - lines, odd.sumBefore().minus(sum), stretch.narrowest());
      lines = odd.plainBefore();
      sum = odd.sumBefore();
      outcomes.accept(ledger.judge(odd.onLine(taken.line() + odd.line())));
    }
    ledger.pass(
        stretch.plain().accepted() - lines,
        stretch.plain().amount().minus(sum),
        stretch.narrowest());
    return stretch.records();
  }

  /** A block in the making. */
  private final class Block {
    private final ControlTotals.Builder totals = new ControlTotals.Builder();
    private final List<ClassifiedLine> matches = new ArrayList<>();
    private final List<Outcome.Rejected> rejected = new ArrayList<>();
    private ControlTotals plain = ControlTotals.NONE;
    private long records;

    boolean isFull() {
      return records >= RECORDS_PER_BLOCK || plain.accepted() > 0;
    }

    void add(ControlTotals plainLines) {
      plain = plain.plus(plainLines);
      records += plainLines.accepted();
    }

    void add(Outcome outcome) {
      records++;
      totals.add(outcome);
      if (outcome instanceof Outcome.Accepted accepted) {
        LedgerLine line = accepted.line();
        if (observer != null) {
          observer.accept(line);
        }
        Classification answer = classifier.classify(line.particulars(), line.date());
        if (!(answer.answer() instanceof Answer.NotTopic)) {
          matches.add(new ClassifiedLine(line, answer));
        }
      } else if (outcome instanceof Outcome.Rejected fault) {
        rejected.add(fault);
      }
    }

    ScannedBlock build(long recordsSoFar) {
      return new ScannedBlock(recordsSoFar, totals.build().plus(plain), matches, rejected);
    }
  }

  /** The totals that the export prints of itself, as far as it has been scanned. */
  public List<PrintedTotal> printedTotals() {
    return ledger.printedTotals();
  }

  /** What no total has for want of a supplier's name alone, as far as it has been scanned. */
  public Optional<String> withoutSupplier() {
    return ledger.withoutSupplier();
  }

  /** What the export hides and was read all the same; complete at its end. */
  public HiddenParts hidden() {
    return ledger.hidden();
  }

  /** What a person should know of how the export was read; complete at its end. */
  public List<String> notes() {
    return ledger.notes();
  }

  /** What a person must decide of how the export was read; complete at its end. */
  public List<String> doubts() {
    return ledger.doubts();
  }

  @Override
  public void close() {
    try (ledger) {
      if (quick != null) {
        quick.close();
      }
    } catch (IOException fault) {
      throw LedgerFile.notReadable(name);
    }
  }
}
