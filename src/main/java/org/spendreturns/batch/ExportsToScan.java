package org.spendreturns.batch;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.archive.Sha256;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.intake.Replacements;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.store.Comparisons;
import org.spendreturns.store.ExportDecisions;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.spendreturns.store.Scans;
import org.springframework.stereotype.Component;

/**
 * The exports on file, each with the rulebook and the body's settings it is read under.
 *
 * <p>An export is first read for itself. Where exports of one body have lines in common, a second
 * reading of it is kept that leaves out what others give: it is known by those others as well, so
 * that what counted at an instant can always be told again.
 */
@Component
class ExportsToScan {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final InputsOnFile inputs;
  private final Scans scans;
  private final Comparisons comparisons;
  private final ExportDecisions decisions;

  ExportsToScan(
      InputsOnFile inputs, Scans scans, Comparisons comparisons, ExportDecisions decisions) {
    this.inputs = inputs;
    this.scans = scans;
    this.comparisons = comparisons;
    this.decisions = decisions;
  }

  /**
   * An export to be read for one topic.
   *
   * @param path below the input folder
   * @param name as its lines are cited
   * @param knownFrom the instant from which a run may use it
   * @param classifier judges its lines, by the topic's rulebook and what the body says of its codes
   * @param settings what the body's file says of its ledgers, and the day this one was received
   * @param settingsDigest by which a reading is known, with the export's digest and name
   */
  record Export(
      String digest,
      String path,
      String name,
      Instant knownFrom,
      Body body,
      Classifier classifier,
      LedgerSettings settings,
      Replacements replacements,
      String settingsDigest) {

    Rulebook rulebook() {
      return classifier.rulebook();
    }

    Export readUnder(String otherSettings) {
      return new Export(
          digest, path, name, knownFrom, body, classifier, settings, replacements, otherSettings);
    }
  }

  /** Every export of a body whose file is on file, once for each topic, as it counts. */
  List<Export> asKnownAt(Instant asKnownAt) {
    List<Export> exports = eachForItself(asKnownAt);
    Map<String, Standing> standings = new HashMap<>();
    for (List<Export> group : groups(exports)) {
      standings.put(groupOf(group.get(0)), standing(group, asKnownAt));
    }
    return exports.stream().map(each -> counted(each, standings)).toList();
  }

  private static Export counted(Export export, Map<String, Standing> standings) {
    Standing standing = standings.get(groupOf(export));
    return standing == null ? export : standing.counted(export);
  }

  /** The exports of each body and topic together, by known-from and path. */
  static Collection<List<Export>> groups(List<Export> exports) {
    return exports.stream()
        .sorted(Comparator.comparing(Export::knownFrom).thenComparing(Export::path))
        .collect(
            Collectors.groupingBy(ExportsToScan::groupOf, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static String groupOf(Export export) {
    return export.body().id() + "\n" + export.rulebook().topic();
  }

  /**
   * How those of a group that are balanced stand to each other, as far as they were compared, by
   * what people had decided at an instant.
   */
  Standing standing(List<Export> group, Instant asKnownAt) {
    List<Export> balanced = balanced(group);
    String body = group.get(0).body().id();
    return Standing.of(balanced, compared(balanced), this::stated, rulings(body, asKnownAt));
  }

  /** Which of two exports the body's file says the other stands for. */
  private Optional<Export> stated(Export one, Export other) {
    Replacements says = one.replacements();
    String first = nameOf(one);
    String second = nameOf(other);
    if (says.isCorrected(second, first)) {
      return Optional.of(one);
    }
    if (says.isCorrected(first, second)) {
      return Optional.of(other);
    }
    if (!says.areYearsToDate(first, second)) {
      return Optional.empty();
    }
    ControlTotals here = scans.totals(scanOf(one).id());
    ControlTotals there = scans.totals(scanOf(other).id());
    if (!here.byYear().keySet().equals(there.byYear().keySet()) || here.byMonth().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(lastMonth(here).isAfter(lastMonth(there)) ? other : one);
  }

  private static YearMonth lastMonth(ControlTotals totals) {
    return Collections.max(totals.byMonth().keySet());
  }

  /** Its name in its folder or zip. */
  private static String nameOf(Export export) {
    String name = export.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
  }

  /** What people had decided about a body's exports by an instant, and is in force. */
  List<ExportDecision.Rules> rulings(String body, Instant asKnownAt) {
    return ExportDecision.inForce(decisions.of(body), asKnownAt);
  }

  /** Those that were read for themselves and reconciled, in order. */
  List<Export> balanced(List<Export> group) {
    return group.stream()
        .filter(each -> find(each).filter(ExportsToScan::isBalanced).isPresent())
        .toList();
  }

  private static boolean isBalanced(Scans.Scan scan) {
    return scan.state() == Scans.State.BALANCED;
  }

  /** What is known of how exports compare; the same bytes compare without being read. */
  Standing.Compared compared(List<Export> balanced) {
    Map<String, Long> ids = new HashMap<>();
    Map<String, Map<Long, Overlap>> known = new HashMap<>();
    for (Export export : balanced) {
      long id = find(export).orElseThrow().id();
      ids.put(export.path(), id);
      known.put(export.path(), comparisons.before(id));
    }
    return (earlier, later) -> {
      if (earlier.digest().equals(later.digest())) {
        ControlTotals both = scans.totals(ids.getOrDefault(later.path(), -1L));
        return Optional.of(Overlap.ofTheSame(both));
      }
      return Optional.ofNullable(
          known.getOrDefault(later.path(), Map.of()).get(ids.getOrDefault(earlier.path(), -1L)));
    };
  }

  /** Every export of a body whose file is on file, once for each topic, read for itself. */
  List<Export> eachForItself(Instant asKnownAt) {
    Inputs onFile = inputs.asKnownAt(asKnownAt);
    List<Export> exports = new ArrayList<>();
    for (ReceivedFile ledger : onFile.ledgers()) {
      Optional<Inputs.Read<Inputs.BodyOnFile>> body =
          Optional.ofNullable(onFile.bodies().get(ledger.owner()));
      for (String topic : onFile.topicsOf(ledger.owner())) {
        Optional<Classifier> ready = onFile.ready(topic, asKnownAt);
        if (body.isPresent() && ready.isPresent()) {
          exports.add(export(ledger, body.get(), ready.get()));
        }
      }
    }
    return exports;
  }

  private static Export export(
      ReceivedFile ledger, Inputs.Read<Inputs.BodyOnFile> body, Classifier ready) {
    String settings =
        Sha256.of(
            String.join("\n", Software.NAME, ready.rulebook().digest(), body.file().digest()));
    return new Export(
        ledger.digest(),
        ledger.path(),
        ledger.pathOfOwn(),
        ledger.knownFrom(),
        body.value().body(),
        BodyClassifier.of(body.value().body(), ready),
        body.value().ledgers().receivedOn(ledger.knownFrom().atZone(LONDON).toLocalDate()),
        body.value().replacements(),
        settings);
  }

  /** The reading of an export, begun if there is none. */
  Scans.Scan scanOf(Export export) {
    Optional<Scans.Scan> known = find(export);
    if (known.isEmpty()) {
      scans.begin(export.digest(), export.name(), export.settingsDigest());
    }
    return known.or(() -> find(export)).orElseThrow();
  }

  private Optional<Scans.Scan> find(Export export) {
    return scans.find(export.digest(), export.name(), export.settingsDigest());
  }
}
