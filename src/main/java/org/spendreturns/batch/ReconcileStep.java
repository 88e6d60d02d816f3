package org.spendreturns.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.archive.Archive;
import org.spendreturns.document.Wording;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.ScannedBlock;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.spendreturns.store.Scans;
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

  private static final int REJECTED_SHOWN = 10; // of each export; all are stored

  private final Archive archive;
  private final ExportsToScan exports;
  private final Scans scans;
  private final Notices notices;
  private final Wording wording;

  ReconcileStep(
      Archive archive, ExportsToScan exports, Scans scans, Notices notices, Wording wording) {
    this.archive = archive;
    this.exports = exports;
    this.scans = scans;
    this.notices = notices;
    this.wording = wording;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) {
    List<Notice> told = new ArrayList<>();
    for (ExportsToScan.Export export : exports.asKnownAt(RunParameters.of(step).asKnownAt())) {
      Scans.Scan scan = exports.scanOf(export);
      if (scan.state() == Scans.State.READ) {
        contribution.incrementReadCount();
        judge(export, scan);
      }
      tell(exports.scanOf(export), told);
    }
    notices.say(RunParameters.runId(step), "reconcile", told);
    return RepeatStatus.FINISHED;
  }

  /** What an export says: its account, and how many of its lines are kept as rows. */
  private record Account(ControlTotals totals, long matches, long rejected) {}

  private void judge(ExportsToScan.Export export, Scans.Scan scan) {
    Account stored =
        new Account(
            scans.totals(scan.id()), scans.countMatches(scan.id()), scans.countRejected(scan.id()));
    Account counted = count(export);
    if (stored.equals(counted)) {
      scans.move(scan.id(), Scans.State.BALANCED, "");
    } else {
      scans.move(
          scan.id(),
          Scans.State.QUARANTINED,
          "%s: counted anew %s, %,d of them found; stored %s, %,d found; kept out of every figure"
              .formatted(
                  export.name(),
                  words(counted.totals()),
                  counted.matches(),
                  words(stored.totals()),
                  stored.matches()));
    }
  }

  private Account count(ExportsToScan.Export export) {
    ControlTotals all = ControlTotals.NONE;
    long matches = 0;
    long rejected = 0;
    try (LedgerScan scan =
        LedgerScan.open(
            archive.verified(export.digest()),
            export.name(),
            export.settings(),
            export.classifier()::classify,
            0)) {
      for (Optional<ScannedBlock> block = scan.next(); block.isPresent(); block = scan.next()) {
        all = all.plus(block.get().totals());
        matches += block.get().matches().size();
        rejected += block.get().rejected().size();
      }
    }
    return new Account(all, matches, rejected);
  }

  private void tell(Scans.Scan scan, List<Notice> told) {
    ControlTotals totals = scans.totals(scan.id());
    if (scan.state() == Scans.State.SET_ASIDE || scan.state() == Scans.State.QUARANTINED) {
      told.add(new Notice(Kind.NEEDS_A_PERSON, scan.message()));
    }
    List<Rejected> rejected = scans.rejected(scan.id());
    rejected.stream()
        .limit(REJECTED_SHOWN)
        .forEach(line -> told.add(new Notice(Kind.NEEDS_A_PERSON, line.message())));
    if (rejected.size() > REJECTED_SHOWN) {
      told.add(
          new Notice(
              Kind.NEEDS_A_PERSON,
              "%s: %,d more lines were rejected; scan %s shows them all"
                  .formatted(scan.fileName(), rejected.size() - REJECTED_SHOWN, scan.fileName())));
    }
    told.add(new Notice(Kind.TOLD, scan.fileName() + ": " + words(totals)));
  }

  private String words(ControlTotals totals) {
    return "%,d lines = %,d accepted + %,d rejected + %,d duplicate + %,d blank; %s"
        .formatted(
            totals.lines(),
            totals.accepted(),
            totals.rejected(),
            totals.duplicates(),
            totals.blank(),
            wording.money(totals.amount()));
  }
}
