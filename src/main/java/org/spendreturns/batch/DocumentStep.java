package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Documents;
import org.spendreturns.document.Documents.Telling;
import org.spendreturns.returns.Changes;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
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

/** Writes the documents of each edition about to be issued, aside from the shelf. */
@Component
class DocumentStep implements Tasklet {

  private final Filings filings;
  private final IssuedReturns issued;
  private final Editions editions;
  private final Manifests manifests;
  private final Shelf shelf;
  private final Documents documents;
  private final Notices notices;

  DocumentStep(
      Filings filings,
      IssuedReturns issued,
      Editions editions,
      Manifests manifests,
      Shelf shelf,
      Documents documents,
      Notices notices) {
    this.filings = filings;
    this.issued = issued;
    this.editions = editions;
    this.manifests = manifests;
    this.shelf = shelf;
    this.documents = documents;
    this.notices = notices;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) throws IOException {
    List<Notice> told = new ArrayList<>();
    for (Entry draft : editions.drafts(RunParameters.runId(step))) {
      List<Filings.Told> tellings = filings.tellings(draft.address(), draft.asKnownAt());
      Publication publication = filings.publication(draft.address(), draft.asKnownAt());
      if (!Filings.contentDigest(tellings, publication).equals(draft.contentDigest())) {
        throw new IllegalStateException(
            "%s: made again, it says something else; nothing was written; report this as a fault"
                .formatted(draft.address()));
      }
      Path folder = shelf.aside(draft.address().toString(), draft.number());
      Path manifest = shelf.note(folder, manifests.of(draft, tellings.get(0).filing()));
      List<String> undrawn =
          documents
              .write(
                  tellings.stream().map(each -> telling(draft, each)).toList(),
                  publication,
                  List.of(manifest),
                  folder)
              .undrawn();
      if (!undrawn.isEmpty()) {
        told.add(
            new Notice(
                Kind.NEEDS_A_PERSON,
                "%s: no font has %s; the PDF shows the number instead, the other files the sign"
                    .formatted(draft.address(), String.join(", ", undrawn))));
      }
      contribution.incrementWriteCount(1);
    }
    notices.say(RunParameters.runId(step), "document", told);
    return RepeatStatus.FINISHED;
  }

  private Telling telling(Entry draft, Filings.Told told) {
    return new Telling(told.filing(), mark(draft, told), told.wording());
  }

  private EditionMark mark(Entry draft, Filings.Told told) {
    if (draft.number() == 1) {
      return new EditionMark(1, OptionalInt.empty());
    }
    int before = draft.number() - 1;
    return new EditionMark(
        draft.number(),
        OptionalInt.of(before),
        issued.asKnownAt(draft.address(), before),
        issued
            .again(draft.address(), before, draft.asKnownAt(), told.wording())
            .map(earlier -> Changes.between(before, earlier, told.filing(), told.wording())));
  }
}
