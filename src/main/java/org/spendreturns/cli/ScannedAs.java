package org.spendreturns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.batch.BodyClassifier;
import org.spendreturns.intake.BodyFile;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;

/**
 * How a ledger that a command line names is read: as the night reads it, if it lies in an input
 * folder with its body's file; else without what a body could say.
 *
 * @param notes what a person should know of that
 */
record ScannedAs(LedgerSettings settings, Classifier classifier, List<String> notes) {

  /**
   * Of a file.
   *
   * @param ofNoBody the rulebook
   * @param today the day that it counts as received on
   * @throws org.spendreturns.intake.FaultyInputException if its body's file is faulty
   */
  static ScannedAs of(Path file, Classifier ofNoBody, LocalDate today) throws IOException {
    Optional<Path> said = bodyFile(file.toAbsolutePath().normalize());
    if (said.isEmpty()) {
      return new ScannedAs(
          LedgerSettings.DEFAULT.receivedOn(today),
          ofNoBody.forBody(Overlay.inRegion(ScanCommand.bodyOf(file))),
          List.of());
    }
    return new ScannedAs(
        LedgerSettings.ofBody(said.get()).receivedOn(today),
        BodyClassifier.of(BodyFile.read(said.get()), ofNoBody),
        List.of("read as bodies/%s says".formatted(said.get().getFileName())));
  }

  /** For a file {@code …/ledgers/BODY/…} the file {@code …/bodies/BODY.yaml}, if there is one. */
  private static Optional<Path> bodyFile(Path ledger) {
    Path folder = ledger.getParent();
    while (folder != null && folder.getParent() != null) {
      Path above = folder.getParent();
      if (above.endsWith("ledgers")) {
        Path body = above.resolveSibling("bodies").resolve(folder.getFileName() + ".yaml");
        return Optional.of(body).filter(Files::isRegularFile);
      }
      folder = above;
    }
    return Optional.empty();
  }
}
