package org.spendreturns.batch;

import java.util.List;
import java.util.Optional;
import org.spendreturns.archive.Archive;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.PrintedTotal;
import org.spendreturns.intake.ScannedBlock;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.RepeatedLines;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality.Identical;
import org.spendreturns.returns.DataQuality.Printed;
import org.spendreturns.returns.Wording;
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

  private static final int TOTALS_KEPT = 1_000; // of each export; a ledger prints a few dozen

  private final Archive archive;
  private final ExportsToScan exports;
  private final Scans scans;
  private final Seen seen;
  private final Accounts accounts;
  private final Wording wording;

  ReconcileStep(
      Archive archive,
      ExportsToScan exports,
      Scans scans,
      Seen seen,
      Accounts accounts,
      Wording wording) {
    this.archive = archive;
    this.exports = exports;
    this.scans = scans;
    this.seen = seen;
    this.accounts = accounts;
    this.wording = wording;
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

  /** An account, what a person should know of lines said twice, and what stands beside. */
  private record Counted(
      Account account,
      Identical identical,
      List<Scans.Note> notes,
      HiddenParts hidden,
      List<PrintedTotal> printed) {}

  private void judge(ExportsToScan.Export export, Scans.Scan scan) {
    Account stored =
        new Account(
            scans.totals(scan.id()), scans.countMatches(scan.id()), scans.countRejected(scan.id()));
    Counted again = count(export, stored.totals().accepted());
    Account counted = again.account();
    seen.add(
        scan.id(),
        again.hidden(),
        Optional.of(again.identical()),
        again.printed().stream().limit(TOTALS_KEPT).map(ReconcileStep::printed).toList());
    if (stored.equals(counted)) {
      scans.addNotes(scan.id(), again.notes());
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

  /**
   * Counts an export anew.
   *
   * @param accepted how many accepted lines are expected: over so many files they are spread, so
   *     that those which say the same are found in memory that does not grow with them
   */
  private Counted count(ExportsToScan.Export export, long accepted) {
    ControlTotals all = ControlTotals.NONE;
    long matches = 0;
    long rejected = 0;
    try (Archive.Original original = archive.open(export.digest());
        SpreadLines lines = new SpreadLines(export.name(), SpreadLines.partsFor(accepted));
        LedgerScan scan =
            LedgerScan.open(
                original.file(), export.name(), export.settings(), export.classifier(), 0)) {
      scan.observe(lines::add);
      for (Optional<ScannedBlock> block = scan.next(); block.isPresent(); block = scan.next()) {
        all = all.plus(block.get().totals());
        matches += block.get().matches().size();
        rejected += block.get().rejected().size();
      }
      RepeatedLines repeated = lines.repeated();
      return new Counted(
          new Account(all, matches, rejected),
          new Identical(repeated.groups(), repeated.lines()),
          new RepeatedNotes(wording).of(export, lines, repeated),
          scan.hidden(),
          scan.printedTotals());
    }
  }
}
