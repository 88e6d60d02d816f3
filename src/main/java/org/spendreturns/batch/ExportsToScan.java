package org.spendreturns.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.archive.Sha256;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.returns.Body;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.spendreturns.store.Scans;
import org.springframework.stereotype.Component;

/** The exports on file, each with the rulebook and the body's settings it is read under. */
@Component
class ExportsToScan {

  private final InputsOnFile inputs;
  private final Scans scans;

  ExportsToScan(InputsOnFile inputs, Scans scans) {
    this.inputs = inputs;
    this.scans = scans;
  }

  /**
   * An export to be read for one topic.
   *
   * @param path below the input folder
   * @param name as its lines are cited
   * @param settingsDigest by which a reading is known, with the export's digest and name
   */
  record Export(
      String digest,
      String path,
      String name,
      Body body,
      Rulebook rulebook,
      LedgerSettings settings,
      String settingsDigest) {

    Classifier classifier() {
      return classifierOf(body, rulebook);
    }
  }

  /** A rulebook with what the body itself says of its codes. */
  static Classifier classifierOf(Body body, Rulebook rulebook) {
    return new Classifier(
        rulebook,
        new Overlay(
            body.region().isEmpty() ? body.name() : body.region(),
            body.codes().providers(),
            body.codes().contracts(),
            body.codes().headings(),
            body.codes().costCentres()));
  }

  /** Every export of a body whose file is on file, once for each topic. */
  List<Export> asKnownAt(Instant asKnownAt) {
    Inputs onFile = inputs.asKnownAt(asKnownAt);
    List<Export> exports = new ArrayList<>();
    for (ReceivedFile ledger : onFile.ledgers()) {
      Optional<Inputs.Read<Inputs.BodyOnFile>> body =
          Optional.ofNullable(onFile.bodies().get(ledger.owner()));
      for (String topic : onFile.topicsOf(ledger.owner())) {
        Optional<Rulebook> rulebook = onFile.rulebook(topic, asKnownAt);
        if (body.isPresent() && rulebook.isPresent()) {
          exports.add(export(ledger, body.get(), rulebook.get()));
        }
      }
    }
    return exports;
  }

  private static Export export(
      ReceivedFile ledger, Inputs.Read<Inputs.BodyOnFile> body, Rulebook rulebook) {
    String settings =
        Sha256.of(String.join("\n", Software.NAME, rulebook.digest(), body.file().digest()));
    return new Export(
        ledger.digest(),
        ledger.path(),
        ledger.name(),
        body.value().body(),
        rulebook,
        body.value().ledgers(),
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
