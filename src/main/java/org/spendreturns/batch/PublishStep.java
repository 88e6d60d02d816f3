package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Gate;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Entry;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
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
    for (Entry draft : editions.drafts(RunParameters.runId(step))) {
      String address = draft.address().toString();
      Return filing = filings.make(draft.address(), draft.asKnownAt());
      Path aside = shelf.unfinished(address, draft.number());
      refuseFaults(aside);
      Path place = shelf.publish(address, aside, manifests.of(draft, filing));
      editions.record(draft, clock.instant(), Issued.figures(filing, wording));
      contribution.incrementWriteCount(1);
      told.add(
          new Notice(
              Kind.TOLD, "%s: edition %d issued in %s".formatted(address, draft.number(), place)));
    }
    notices.say(RunParameters.runId(step), "publish", told);
    return RepeatStatus.FINISHED;
  }

  /** Re-opens what was written, by readers that did not write it, and compares the formats. */
  private static void refuseFaults(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return; // it stands on the shelf already: the run ended between the move and its record
    }
    List<String> faults =
        new Gate().openEdition(folder).stream().map(Gate.Fault::toString).toList();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "the gate found what was not approved, and nothing was published:\n"
              + String.join("\n", faults));
    }
  }
}
