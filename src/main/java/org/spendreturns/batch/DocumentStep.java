package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Documents;
import org.spendreturns.returns.Changes;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Return;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Entry;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Writes the documents of each edition about to be issued, aside from the shelf. */
@Component
class DocumentStep implements Tasklet {

  private final Filings filings;
  private final IssuedReturns issued;
  private final Editions editions;
  private final Shelf shelf;
  private final Documents documents;

  DocumentStep(
      Filings filings, IssuedReturns issued, Editions editions, Shelf shelf, Documents documents) {
    this.filings = filings;
    this.issued = issued;
    this.editions = editions;
    this.shelf = shelf;
    this.documents = documents;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) throws IOException {
    for (Entry draft : editions.drafts(RunParameters.runId(step))) {
      Return filing = filings.make(draft.address(), draft.asKnownAt());
      Publication publication = filings.publication(draft.address(), draft.asKnownAt());
      if (!Filings.contentDigest(filing, publication).equals(draft.contentDigest())) {
        throw new IllegalStateException(
            "%s: made again, it says something else; nothing was written; report this as a fault"
                .formatted(draft.address()));
      }
      Path folder = shelf.aside(draft.address().toString(), draft.number());
      documents.write(filing, mark(draft, filing), publication, folder);
      contribution.incrementWriteCount(1);
    }
    return RepeatStatus.FINISHED;
  }

  private EditionMark mark(Entry draft, Return filing) {
    if (draft.number() == 1) {
      return new EditionMark(1, OptionalInt.empty());
    }
    int before = draft.number() - 1;
    return new EditionMark(
        draft.number(),
        OptionalInt.of(before),
        issued
            .again(draft.address(), before, draft.asKnownAt())
            .map(earlier -> Changes.between(before, earlier, filing)));
  }
}
