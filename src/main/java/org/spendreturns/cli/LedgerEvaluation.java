package org.spendreturns.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.intake.LabelledLines;
import org.spendreturns.intake.LedgerFile;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.intake.SetAsideException;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.Evaluation.Judged;
import org.spendreturns.rulebook.LabelledLine;
import org.spendreturns.rulebook.Overlay;

/**
 * Labelled lines, read out of the ledgers themselves.
 *
 * @param evaluation of the labelled lines
 * @param lines those of them that were found in the ledgers, with what they say
 * @param scannedLines lines of all the ledgers named
 * @param reviewLines those of them for review
 * @param setAside ledgers that could not be read, each with why
 */
record LedgerEvaluation(
    Evaluation evaluation,
    List<LabelledLine> lines,
    long scannedLines,
    long reviewLines,
    List<String> setAside) {

  /** Reads every ledger that the labelled lines name, whole. */
  static LedgerEvaluation of(Path labelled, Path folder, Classifier classifier) {
    Map<String, List<LabelledLines.Place>> byFile =
        LabelledLines.places(labelled, classifier.rulebook()).stream()
            .collect(
                Collectors.groupingBy(
                    LabelledLines.Place::file, LinkedHashMap::new, Collectors.toList()));
    Reading reading = new Reading();
    byFile.forEach((file, places) -> reading.read(folder, file, places, classifier));
    return new LedgerEvaluation(
        Evaluation.of(reading.judged),
        reading.labelled,
        reading.lines,
        reading.review,
        reading.setAside);
  }

  /** The ledgers being read. */
  private static final class Reading {
    private final List<Judged> judged = new ArrayList<>();
    private final List<LabelledLine> labelled = new ArrayList<>();
    private final Map<String, Particulars> said = new HashMap<>();
    private final List<String> setAside = new ArrayList<>();
    private long lines;
    private long review;

    private void read(
        Path folder, String file, List<LabelledLines.Place> places, Classifier classifier) {
      Path path = folder.resolve(file.split("!", 2)[0]);
      Classifier ofBody = classifier.forBody(Overlay.inRegion(ScanCommand.bodyOf(path)));
      Map<String, Classification> answers = new LinkedHashMap<>();
      said.clear();
      for (LabelledLines.Place place : places) {
        answers.put(key(place.sheet(), place.line()), Classification.NOTHING_FOUND);
      }
      try {
        readWhole(path, file, ofBody, answers);
      } catch (SetAsideException refused) {
        setAside.add(String.valueOf(refused.getMessage()));
      }
      for (LabelledLines.Place place : places) {
        SourceRef at = new SourceRef(file, place.sheet(), place.line());
        String key = key(place.sheet(), place.line());
        judged.add(
            new Judged(
                at,
                place.label(),
                answers.getOrDefault(key, Classification.NOTHING_FOUND),
                place.isDoubtful()));
        Optional.ofNullable(said.get(key))
            .map(
                line ->
                    new LabelledLine(
                        at, ScanCommand.bodyOf(path), line, place.label(), place.isDoubtful()))
            .ifPresent(labelled::add);
      }
    }

    /** A ledger; of a zip, the file that {@code a.zip!b.csv} names, or all if it names none. */
    private void readWhole(
        Path path, String file, Classifier classifier, Map<String, Classification> answers) {
      try {
        NamedExport.each(
            path,
            export -> {
              String entry = export.name().replaceFirst("^[^!]*", "");
              if (file.endsWith(entry) || !file.contains("!")) {
                readWhole(export, classifier, answers);
              }
            });
      } catch (IOException noRoom) {
        throw new UncheckedIOException(noRoom);
      }
    }

    private void readWhole(
        NamedExport export, Classifier classifier, Map<String, Classification> answers) {
      try (LedgerFile ledger =
          LedgerFile.open(export.file(), export.name(), LedgerSettings.DEFAULT)) {
        for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
          count(next.get(), classifier, answers);
        }
      }
    }

    private void count(
        Outcome outcome, Classifier classifier, Map<String, Classification> answers) {
      if (!(outcome instanceof Outcome.Furniture)) {
        lines++;
      }
      Optional<Classification> answer = classify(outcome, classifier);
      if (answer.isPresent()) {
        if (answer.get().answer() instanceof Answer.ForReview) {
          review++;
        }
        String key = key(outcome.at().sheet(), outcome.at().line());
        if (answers.replace(key, answer.get()) != null) {
          said.put(key, particulars(outcome));
        }
      }
    }

    private static Particulars particulars(Outcome outcome) {
      return outcome instanceof Outcome.Accepted accepted
          ? accepted.line().particulars()
          : ((Outcome.Rejected) outcome).particulars();
    }

    /** A rejected line is answered too: what its words say does not hang on its date. */
    private static Optional<Classification> classify(Outcome outcome, Classifier classifier) {
      if (outcome instanceof Outcome.Accepted accepted) {
        LedgerLine line = accepted.line();
        return Optional.of(classifier.classify(line.particulars(), line.date()));
      }
      if (outcome instanceof Outcome.Rejected rejected) {
        Particulars said = rejected.particulars();
        return Optional.of(classifier.classify(said));
      }
      return Optional.empty();
    }

    private static String key(String sheet, long line) {
      return sheet + "\n" + line;
    }
  }
}
