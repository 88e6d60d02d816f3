package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spendreturns.archive.Manifest;
import org.spendreturns.archive.Sha256;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Gate;
import org.spendreturns.returns.NameDecision;
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
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Moves finished editions onto the shelf, each in one step, and records them. */
@Component
class PublishStep implements Tasklet {

  private static final int DIGITS = 12; // as digests are shown elsewhere

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
    for (Entry draft : editions.drafts(RunParameters.runId(step))) {
      String address = draft.address().toString();
      Return filing = filings.make(draft.address(), draft.asKnownAt());
      Path aside = shelf.unfinished(address, draft.number());
      refuseFaults(aside);
      Path place = shelf.publish(address, aside, manifest(draft, filing));
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

  /**
   * The files that were used. Those of exports and registers are called as the return calls them,
   * rulebooks and the file of the body's own id by their names; any other may be named after a
   * person, as a request after who asked, and is called by the first digits of its digest.
   */
  private List<Manifest.Input> inputsOf(Entry draft, Return filing) {
    Map<String, String> told = new HashMap<>(); // names of files, by digest
    filing.method().exports().forEach(each -> told.put(each.digest(), each.file()));
    filing.method().registers().forEach(each -> told.put(each.digest(), each.file()));
    filing.method().quality().exports().forEach(each -> told.put(each.digest(), each.file()));
    String body = draft.address().body();
    return inputs.asKnownAt(draft.asKnownAt()).usedFor(body, draft.address().topic()).stream()
        .map(
            file ->
                new Manifest.Input(
                    called(file, body, told.getOrDefault(file.digest(), "")), file.digest()))
        .toList();
  }

  private static String called(ReceivedFile file, String body, String told) {
    String path = file.path();
    String top = path.substring(0, path.indexOf('/') + 1);
    int dot = path.lastIndexOf('.');
    boolean isTold =
        path.startsWith("rulebooks/")
            || path.equals(top + body + path.substring(Math.max(dot, 0)))
            || path.equals(top + body + "/" + told);
    if (isTold) {
      return path;
    }
    String folder = file.owner().isEmpty() ? top : top + file.owner() + "/";
    return folder
        + (told.isEmpty() ? file.digest().substring(0, DIGITS) + path.substring(dot) : told);
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
