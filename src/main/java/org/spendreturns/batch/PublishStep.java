package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.archive.Manifest;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Gate;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Entry;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Moves finished editions onto the shelf, each in one step, and records them. */
@Component
class PublishStep implements Tasklet {

  private final Filings filings;
  private final Manifests manifests;
  private final Editions editions;
  private final Shelf shelf;
  private final Notices notices;
  private final Wording wording;
  private final Clock clock;

  PublishStep(
      Filings filings,
      Manifests manifests,
      Editions editions,
      Shelf shelf,
      Notices notices,
      Wording wording,
      Clock clock) {
    this.filings = filings;
    this.manifests = manifests;
    this.editions = editions;
    this.shelf = shelf;
    this.notices = notices;
    this.wording = wording;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) throws IOException {
    List<Notice> told = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Entry draft : editions.drafts(RunParameters.runId(step))) {
      String address = draft.address().toString();
      Path aside = shelf.unfinished(address, draft.number());
      Return filing = filings.make(draft.address(), draft.asKnownAt());
      Manifest manifest = manifests.of(draft, filing);
      List<String> faults = faults(draft, aside, manifest);
      if (faults.isEmpty()) {
        Path place = shelf.publish(address, aside, manifest);
        editions.record(draft, clock.instant(), Issued.figures(filing, wording));
        contribution.incrementWriteCount(1);
        told.add(
            new Notice(
                Kind.TOLD,
                "%s: edition %d issued in %s".formatted(address, draft.number(), place)));
      } else {
        refused.add(
            "%s: the gate found what was not approved; edition %d was not published:"
                .formatted(address, draft.number()));
        faults.forEach(fault -> refused.add("%s: %s".formatted(address, fault)));
      }
    }
    notices.say(RunParameters.runId(step), "publish", told);
    if (!refused.isEmpty()) {
      fail(contribution.getStepExecution(), String.join("\n", refused));
    }
    return RepeatStatus.FINISHED;
  }

  /** The step has failed, and what it published stays: an exception would undo its record. */
  private static void fail(StepExecution step, String message) {
    step.upgradeStatus(BatchStatus.FAILED);
    step.setExitStatus(ExitStatus.FAILED);
    step.addFailureException(new IllegalStateException(message));
  }

  /**
   * Re-opens what was written, with its manifest, by readers that did not write it, and compares
   * the formats.
   */
  private List<String> faults(Entry draft, Path folder, Manifest manifest) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of(); // it stands on the shelf: the run ended between the move and its record
    }
    shelf.describe(folder, manifest);
    Optional<String> logo =
        filings.publication(draft.address(), draft.asKnownAt()).look().logo().map(Logo::png);
    return new Gate()
        .openEdition(folder, Gate.Pictures.of(logo)).stream().map(Gate.Fault::toString).toList();
  }
}
