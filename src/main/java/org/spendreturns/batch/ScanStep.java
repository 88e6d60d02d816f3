package org.spendreturns.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.spendreturns.archive.Archive;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.ScannedBlock;
import org.spendreturns.intake.SetAsideException;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.store.Scans;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The scan: one pass over each export that reads, validates, sums and classifies every line.
 *
 * <p>An item is a block of lines. A restart needs no position of its own: the account stored with
 * the last committed block says how many records are done.
 */
final class ScanStep {

  private static final String EXPORT = "export";

  private ScanStep() {}

  /** What the reader hands on: a block of lines, the end of the file, or why it was set aside. */
  sealed interface Item {
    /** A block of lines. */
    record Block(ScannedBlock block) implements Item {}

    /** The file's last record was read, and this should be known of how. */
    record End(List<Scans.Note> notes) implements Item {}

    /** The file as a whole cannot be read. */
    record SetAside(SetAsideException why) implements Item {}
  }

  /** One partition for each export that is not read to its end; all found once. */
  @Component
  @JobScope
  static class PendingExports implements Partitioner {
    private final ExportsToScan exports;
    private final Instant asKnownAt;
    private final Map<Long, ExportsToScan.Export> pending = new ConcurrentHashMap<>();

    PendingExports(
        ExportsToScan exports, @Value("#{jobParameters['asKnownAt']}") String asKnownAt) {
      this.exports = exports;
      this.asKnownAt = Instant.parse(asKnownAt);
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
      Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
      for (ExportsToScan.Export export : exports.eachForItself(asKnownAt)) {
        Scans.Scan scan = exports.scanOf(export);
        if (scan.state() == Scans.State.READING) {
          ExecutionContext context = new ExecutionContext();
          context.putLong(EXPORT, scan.id());
          partitions.put("scan-%d".formatted(scan.id()), context);
          pending.put(scan.id(), export);
        }
      }
      return partitions;
    }

    /** The export that a reading is of. */
    ExportsToScan.Export export(long scanId) {
      return Objects.requireNonNull(pending.get(scanId), "a reading is begun for its export");
    }
  }

  /** Reads one export in blocks, from where its stored account ends. */
  @Component
  @StepScope
  static class Reader implements ItemStreamReader<Item> {
    private final Archive archive;
    private final Scans scans;
    private final long scanId;
    private final Wording wording;
    private final ExportsToScan.Export export;
    private Archive.@Nullable Original reading;
    private @Nullable LedgerScan open;
    private @Nullable Item last;

    Reader(
        Archive archive,
        Scans scans,
        PendingExports exports,
        Wording wording,
        @Value("#{stepExecutionContext['export']}") long scanId) {
      this.archive = archive;
      this.scans = scans;
      this.wording = wording;
      this.scanId = scanId;
      this.export = exports.export(scanId);
    }

    @Override
    public void open(ExecutionContext context) {
      Classifier classifier = export.classifier();
      Archive.Original original = archive.open(export.digest());
      reading = original;
      try {
        open =
            LedgerScan.open(
                original.file(),
                export.name(),
                export.settings(),
                classifier,
                scans.totals(scanId).records());
      } catch (SetAsideException refused) {
        last = new Item.SetAside(refused);
      }
    }

    @Override
    public @Nullable Item read() {
      if (open != null) {
        try {
          Optional<ScannedBlock> block = open.next();
          if (block.isPresent()) {
            return new Item.Block(block.get());
          }
          last = new Item.End(new ReadingNotes(wording).of(open));
        } catch (SetAsideException refused) {
          last = new Item.SetAside(refused);
        }
        close();
      }
      Item end = last;
      last = null;
      return end;
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
        open = null;
      }
      if (reading != null) {
        reading.close();
        reading = null;
      }
    }
  }

  /** Stores blocks with their account, in the chunk's transaction. */
  @Component
  @StepScope
  static class Writer implements ItemWriter<Item> {
    private final Scans scans;
    private final long scanId;

    Writer(Scans scans, @Value("#{stepExecutionContext['export']}") long scanId) {
      this.scans = scans;
      this.scanId = scanId;
    }

    @Override
    public void write(Chunk<? extends Item> items) {
      ControlTotals totals = ControlTotals.NONE; // of all blocks: a month's row is written once
      List<ClassifiedLine> matches = new ArrayList<>();
      List<Outcome.Rejected> rejected = new ArrayList<>();
      for (Item item : items) {
        if (item instanceof Item.Block block) {
          totals = totals.plus(block.block().totals());
          matches.addAll(block.block().matches());
          rejected.addAll(block.block().rejected());
        }
      }
      scans.add(scanId, totals, matches, rejected);
      for (Item item : items) {
        if (item instanceof Item.SetAside refused) {
          scans.setAside(
              scanId, refused.why().kind().name(), String.valueOf(refused.why().getMessage()));
        } else if (item instanceof Item.End end) {
          scans.addNotes(scanId, end.notes());
          scans.move(scanId, Scans.State.READ, "");
        }
      }
    }
  }
}
