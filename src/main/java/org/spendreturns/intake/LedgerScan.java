package org.spendreturns.intake;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;

/**
 * One pass over an export: read, account, classify; in blocks, so that a scan that was stopped can
 * go on at the end of the last block that was kept.
 */
public final class LedgerScan implements Closeable {

  /** Records in a block, at most: what a crash repeats. */
  public static final int RECORDS_PER_BLOCK = 4_096;

  private final LedgerFile ledger;
  private final BiFunction<Particulars, LocalDate, Classification> classifier;
  private Consumer<LedgerLine> observer = line -> {};
  private long recordsRead;

  private LedgerScan(
      LedgerFile ledger, BiFunction<Particulars, LocalDate, Classification> classifier) {
    this.ledger = ledger;
    this.classifier = classifier;
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
      BiFunction<Particulars, LocalDate, Classification> classifier,
      long resumeAfterRecords) {
    LedgerScan scan = new LedgerScan(LedgerFile.open(file, name, settings), classifier);
    while (scan.recordsRead < resumeAfterRecords && scan.ledger.next().isPresent()) {
      scan.recordsRead++;
    }
    return scan;
  }

  /** Also shows each accepted line of the blocks to come to an observer, in file order. */
  public void observe(Consumer<LedgerLine> lines) {
    observer = lines;
  }

  /** The next block, or empty at the end of the export; a block holds at least one record. */
  public Optional<ScannedBlock> next() {
    ControlTotals.Builder totals = new ControlTotals.Builder();
    List<ClassifiedLine> matches = new ArrayList<>();
    List<Outcome.Rejected> rejected = new ArrayList<>();
    int read = 0;
    while (read < RECORDS_PER_BLOCK) {
      Optional<Outcome> next = ledger.next();
      if (next.isEmpty()) {
        break;
      }
      read++;
      totals.add(next.get());
      if (next.get() instanceof Outcome.Accepted accepted) {
        LedgerLine line = accepted.line();
        observer.accept(line);
        Classification answer = classifier.apply(line.particulars(), line.date());
        if (!(answer.answer() instanceof Answer.NotTopic)) {
          matches.add(new ClassifiedLine(line, answer));
        }
      } else if (next.get() instanceof Outcome.Rejected fault) {
        rejected.add(fault);
      }
    }
    recordsRead += read;
    return read == 0
        ? Optional.empty()
        : Optional.of(new ScannedBlock(recordsRead, totals.build(), matches, rejected));
  }

  /** The totals that the export prints of itself, as far as it has been scanned. */
  public List<PrintedTotal> printedTotals() {
    return ledger.printedTotals();
  }

  /** What a person should know of how the export was read; complete at its end. */
  public List<String> notes() {
    return ledger.notes();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
