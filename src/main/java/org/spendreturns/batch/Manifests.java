package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spendreturns.archive.Manifest;
import org.spendreturns.archive.Sha256;
import org.spendreturns.returns.NameDecision;
import org.spendreturns.returns.Return;
import org.spendreturns.store.Decisions;
import org.spendreturns.store.Editions.Entry;
import org.spendreturns.store.ExportDecisions;
import org.spendreturns.store.NameDecisions;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.springframework.stereotype.Component;

/**
 * Makes the manifest of an edition: all that determines its figures, before a document is written.
 */
@Component
class Manifests {

  private static final int DIGITS = 12; // as digests are shown elsewhere

  private final Home home;
  private final InputsOnFile inputs;
  private final Decisions decisions;
  private final ExportDecisions ofExports;
  private final NameDecisions nameDecisions;

  Manifests(
      Home home,
      InputsOnFile inputs,
      Decisions decisions,
      ExportDecisions ofExports,
      NameDecisions nameDecisions) {
    this.home = home;
    this.inputs = inputs;
    this.decisions = decisions;
    this.ofExports = ofExports;
    this.nameDecisions = nameDecisions;
  }

  /** Of an edition about to be issued, and the return that it tells. */
  Manifest of(Entry draft, Return filing) throws IOException {
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
    int dot = file.name().lastIndexOf('.');
    String ending = dot < 0 ? "" : file.name().substring(dot);
    boolean isTold =
        path.startsWith("rulebooks/")
            || path.equals(top + body + ending)
            || path.equals(top + body + "/" + told);
    if (isTold) {
      return path;
    }
    String folder = file.owner().isEmpty() ? top : top + file.owner() + "/";
    return folder + (told.isEmpty() ? file.digest().substring(0, DIGITS) + ending : told);
  }

  private List<Manifest.Input> templates() throws IOException {
    if (!Files.isDirectory(home.templates())) {
      throw new IllegalStateException(
          "%s: expected a folder of templates and fonts, found none; put it back"
              .formatted(home.templates()));
    }
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
