package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spendreturns.archive.Manifest;
import org.spendreturns.archive.Sha256;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Gate;
import org.spendreturns.returns.NameDecision;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Decisions;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Entry;
import org.spendreturns.store.ExportDecisions;
import org.spendreturns.store.NameDecisions;
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

  private final Home home;
  private final Filings filings;
  private final InputsOnFile inputs;
  private final Editions editions;
  private final Decisions decisions;
  private final ExportDecisions ofExports;
  private final NameDecisions nameDecisions;
  private final Shelf shelf;
  private final Notices notices;
  private final Wording wording;
  private final Clock clock;

  PublishStep(
      Home home,
      Filings filings,
      InputsOnFile inputs,
      Editions editions,
      Decisions decisions,
      ExportDecisions ofExports,
      NameDecisions nameDecisions,
      Shelf shelf,
      Notices notices,
      Wording wording,
      Clock clock) {
    this.home = home;
    this.filings = filings;
    this.inputs = inputs;
    this.editions = editions;
    this.decisions = decisions;
    this.ofExports = ofExports;
    this.nameDecisions = nameDecisions;
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
      Manifest manifest = manifest(draft, filing);
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

  private Manifest manifest(Entry draft, Return filing) throws IOException {
    return new Manifest(
        draft.address().body(),
        draft.address().topic(),
        draft.address().years(),
        draft.number(),
        draft.number() - 1,
        draft.contentDigest(),
        draft.asKnownAt(),
        Software.NAME,
        filing.method().rulebook().name(),
        decisionIds(draft),
        inputsOf(draft, filing),
        templates());
  }

  private List<String> decisionIds(Entry draft) {
    String body = draft.address().body();
    return Stream.of(
            decisions.idsAsKnownAt(body, draft.asKnownAt()).stream(),
            ofExports.idsAsKnownAt(body, draft.asKnownAt()).stream(),
            nameDecisions.asKnownAt(body, draft.asKnownAt()).stream().map(NameDecision::id))
        .flatMap(Function.identity())
        .toList();
  }

  /** A file whose own name names a person is called as the return calls it. */
  private List<Manifest.Input> inputsOf(Entry draft, Return filing) {
    Map<String, String> told = new HashMap<>(); // names of files, by digest
    filing.method().exports().forEach(each -> told.put(each.digest(), each.file()));
    filing.method().registers().forEach(each -> told.put(each.digest(), each.file()));
    filing.method().quality().exports().forEach(each -> told.put(each.digest(), each.file()));
    return inputs
        .asKnownAt(draft.asKnownAt())
        .usedFor(draft.address().body(), draft.address().topic())
        .stream()
        .map(
            file ->
                new Manifest.Input(
                    called(file.path(), told.getOrDefault(file.digest(), "")), file.digest()))
        .toList();
  }

  private static String called(String path, String told) {
    return told.isEmpty() || path.endsWith(told)
        ? path
        : path.substring(0, path.lastIndexOf('/') + 1) + told;
  }

  private List<Manifest.Input> templates() throws IOException {
    List<Manifest.Input> templates = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home.templates())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        templates.add(
            new Manifest.Input(
                home.templates().relativize(file).toString().replace('\\', '/'), Sha256.of(file)));
      }
    }
    return templates;
  }
}
