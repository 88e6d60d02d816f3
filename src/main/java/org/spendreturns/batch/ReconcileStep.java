package org.spendreturns.batch;

import java.util.List;
import java.util.Optional;
import org.spendreturns.archive.Archive;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.PrintedTotal;
import org.spendreturns.intake.ScannedBlock;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ExportLines;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality.Identical;
import org.spendreturns.returns.DataQuality.Printed;
import org.spendreturns.store.Scans;
import org.spendreturns.store.Seen;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Counts each newly read export anew and compares: every line stored once, every penny, or the
 * export is quarantined with the difference shown.
 */
@Component
class ReconcileStep implements Tasklet {

  /** Identical lines are looked for in exports of fewer lines: to hold so many takes 60 MB. */
  private static final int LINES_HELD = 300_000;

  private static final int TOTALS_KEPT = 1_000; // of each export; a ledger prints a few dozen

  private final Archive archive;
  private final ExportsToScan exports;
  private final Scans scans;
  private final Seen seen;
  private final Accounts accounts;

  ReconcileStep(Archive archive, ExportsToScan exports, Scans scans, Seen seen, Accounts accounts) {
    this.archive = archive;
    this.exports = exports;
    this.scans = scans;
    this.seen = seen;
    this.accounts = accounts;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) {
    for (ExportsToScan.Export export : exports.eachForItself(RunParameters.of(step).asKnownAt())) {
      Scans.Scan scan = exports.scanOf(export);
      if (scan.state() == Scans.State.READ) {
        contribution.incrementReadCount();
        judge(export, scan);
      }
    }
    return RepeatStatus.FINISHED;
  }

  /** What an export says: its account, and how many of its lines are kept as rows. */
  private record Account(ControlTotals totals, long matches, long rejected) {}

  /** An account, the lines it was counted from, as many as can be held, and what stands beside. */
  private record Counted(
      Account account, ExportLines lines, HiddenParts hidden, List<PrintedTotal> printed) {

    /** Empty if the lines are too many to be looked through. */
    Optional<Identical> identical() {
      List<List<SourceRef>> groups = lines.repeated();
      return lines.lines() == LINES_HELD
          ? Optional.empty()
          : Optional.of(new Identical(groups.size(), groups.stream().mapToLong(List::size).sum()));
    }
  }

  private void judge(ExportsToScan.Export export, Scans.Scan scan) {
    Account stored =
        new Account(
            scans.totals(scan.id()), scans.countMatches(scan.id()), scans.countRejected(scan.id()));
    Counted again = count(export);
    Account counted = again.account();
    seen.add(
        scan.id(),
        again.hidden(),
        again.identical(),
        again.printed().stream().limit(TOTALS_KEPT).map(ReconcileStep::printed).toList());
    if (stored.equals(counted)) {
      scans.addNotes(scan.id(), List.of(identicalLines(export.name(), again.lines())));
      scans.move(scan.id(), Scans.State.BALANCED, "");
    } else {
      scans.move(
          scan.id(),
          Scans.State.QUARANTINED,
          "%s: counted anew %s, %,d of them found; stored %s, %,d found; kept out of every figure"
              .formatted(
                  export.name(),
                  accounts.words(counted.totals()),
                  counted.matches(),
                  accounts.words(stored.totals()),
                  stored.matches()));
    }
  }

  private static Printed printed(PrintedTotal total) {
    Money read = total.agrees() ? total.printed() : total.sinceStart();
    return new Printed(total.at(), total.printed(), read);
  }

  private static Scans.Note identicalLines(String name, ExportLines lines) {
    if (lines.lines() == LINES_HELD) {
      return new Scans.Note(
          Scans.Note.Kind.SHOWN,
          "%s: too long to look for identical lines; each line counts".formatted(name));
    }
    List<List<SourceRef>> groups = lines.repeated();
    return new Scans.Note(
        Scans.Note.Kind.SHOWN,
        groups.isEmpty()
            ? name + ": no two lines are identical"
            : "%s: %,d groups of identical lines, %,d lines in all, each counted; the first stands at line %,d"
                .formatted(
                    name,
                    groups.size(),
                    groups.stream().mapToLong(List::size).sum(),
                    groups.get(0).get(0).line()));
  }

  private Counted count(ExportsToScan.Export export) {
    ControlTotals all = ControlTotals.NONE;
    long matches = 0;
    long rejected = 0;
    ExportLines lines = new ExportLines();
    try (Archive.Original original = archive.open(export.digest());
        LedgerScan scan =
            LedgerScan.open(
                original.file(), export.name(), export.settings(), export.classifier(), 0)) {
      scan.observe(
          line -> {
            if (lines.lines() < LINES_HELD) {
              lines.add(line);
            }
          });
      for (Optional<ScannedBlock> block = scan.next(); block.isPresent(); block = scan.next()) {
        all = all.plus(block.get().totals());
        matches += block.get().matches().size();
        rejected += block.get().rejected().size();
      }
      return new Counted(
          new Account(all, matches, rejected), lines, scan.hidden(), scan.printedTotals());
    }
  }
}
