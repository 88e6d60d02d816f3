package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.archive.Manifest;
import org.spendreturns.archive.Shelf;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Address;
import org.spendreturns.store.Editions.Entry;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Makes each return that was asked for, and decides whether it must be issued: the newest edition
 * stands if it says the same.
 */
@Component
class FigureStep implements Tasklet {

  private final Filings filings;
  private final Editions editions;
  private final Shelf shelf;
  private final Notices notices;
  private final Wording wording;
  private final Clock clock;

  FigureStep(
      Filings filings,
      Editions editions,
      Shelf shelf,
      Notices notices,
      Wording wording,
      Clock clock) {
    this.filings = filings;
    this.editions = editions;
    this.shelf = shelf;
    this.notices = notices;
    this.wording = wording;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) throws IOException {
    RunParameters run = RunParameters.of(step);
    List<Notice> told = new ArrayList<>();
    List<Entry> drafts = new ArrayList<>();
    for (Address address :
        run.only().map(List::of).orElseGet(() -> filings.asked(run.asKnownAt()))) {
      try {
        List<Filings.Told> tellings = filings.tellings(address, run.asKnownAt());
        Return filing = tellings.get(0).filing();
        contribution.incrementReadCount();
        tellOpenMatters(address, filing, told);
        decide(address, tellings, run, told).ifPresent(drafts::add);
      } catch (IllegalArgumentException missing) {
        if (run.only().isPresent()) {
          throw missing;
        }
        told.add(new Notice(Kind.NEEDS_A_PERSON, String.valueOf(missing.getMessage())));
      }
    }
    editions.draft(RunParameters.runId(step), drafts);
    notices.say(RunParameters.runId(step), "figure", told);
    return RepeatStatus.FINISHED;
  }

  private void tellOpenMatters(Address address, Return filing, List<Notice> told) {
    List<Method.ForReview> open = filing.method().forReview();
    if (!open.isEmpty()) {
      Money sum = Money.sum(open.stream().map(Method.ForReview::amount).toList());
      told.add(
          new Notice(
              Kind.NEEDS_A_PERSON,
              "%s: for review: %s of %s in all; listed in the return, in no total"
                  .formatted(
                      address,
                      open.size() == 1 ? "1 line" : open.size() + " lines",
                      wording.money(sum))));
    }
    filing
        .method()
        .warnings()
        .forEach(warning -> told.add(new Notice(Kind.NEEDS_A_PERSON, address + ": " + warning)));
  }

  private Optional<Entry> decide(
      Address address, List<Filings.Told> tellings, RunParameters run, List<Notice> told)
      throws IOException {
    Return filing = tellings.get(0).filing();
    String content = Filings.contentDigest(tellings, filings.publication(address, run.asKnownAt()));
    Optional<Manifest> onShelf = shelf.latest(address.toString());
    Optional<Entry> recorded = editions.latest(address);
    Optional<Entry> newest =
        onShelf
            .map(manifest -> entry(address, manifest))
            .filter(entry -> recorded.isEmpty() || entry.number() >= recorded.get().number())
            .or(() -> recorded);
    if (newest.isEmpty() || !newest.get().contentDigest().equals(content)) {
      int number = newest.map(Entry::number).orElse(0) + 1;
      return Optional.of(new Entry(address, number, content, run.asKnownAt()));
    }
    Entry standing = newest.get();
    if (!Files.exists(shelf.place(address.toString(), standing.number()))) {
      return newest;
    }
    editions.record(
        standing, clock.instant(), Issued.figures(filing.asKnownAt(standing.asKnownAt()), wording));
    told.add(
        new Notice(
            Kind.TOLD,
            "%s: edition %d stands, nothing it says has changed"
                .formatted(address, standing.number())));
    return Optional.empty();
  }

  private static Entry entry(Address address, Manifest manifest) {
    return new Entry(address, manifest.edition(), manifest.contentDigest(), manifest.asKnownAt());
  }
}
