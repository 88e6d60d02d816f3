package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.HeldOut;
import org.spendreturns.rulebook.LabelledLine;
import org.spendreturns.rulebook.Measure;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

/** Every line of the published ledgers, read and answered; they are not part of the project. */
class RealLedgerAnswersTest {

  private static final Path SHARED = Path.of("..", "shared", "data");
  private static final Path LABELS = SHARED.resolve("labelled").resolve("ledger-lines.csv");
  private static final Path LEDGERS = SHARED.resolve("ledgers");

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));
  private final Classifier classifier = new Classifier(rulebook, Overlay.NONE);

  private final List<LabelledLine> labelled = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private long lines;
  private long forReview;

  @Test
  void findsTheTopicsLinesAndNoOthers() throws IOException {
    assumeTrue(Files.exists(LABELS), "../shared is not here: real ledgers are not measured");
    readAll();
    Evaluation here =
        Evaluation.of(
            labelled.stream()
                .map(
                    line ->
                        new Evaluation.Judged(
                            line.at(),
                            line.label(),
                            classifier.classify(line.particulars()),
                            line.isDoubtful()))
                .toList());
    assertThat(here.topicPrecision().orElseThrow()).isGreaterThanOrEqualTo(0.99);
    assertThat(here.topicRecall().orElseThrow()).isGreaterThanOrEqualTo(0.98);
    assertThat(here.topicRecallWithReview().orElseThrow()).isGreaterThanOrEqualTo(0.995);
    assertThat(lines).isGreaterThan(300_000);
    assertThat((double) forReview / lines).isLessThanOrEqualTo(0.0002);
    assertThat(found).as("lines found that no person has labelled as of the topic").isEmpty();
    Evaluation unseen = new HeldOut(rulebook, labelled).evaluate(HeldOut.Names.LISTED);
    assertThat(unseen.topicPrecision().orElseThrow()).isGreaterThanOrEqualTo(0.99);
    assertThat(unseen.topicRecall().orElseThrow()).isGreaterThanOrEqualTo(0.96);
    assertThat(unseen.topicRecallWithReview().orElseThrow()).isGreaterThanOrEqualTo(0.98);
    assertThat(rulebook.measured())
        .filteredOn(each -> each.what().contains("ledgers") && each.how().contains("held out"))
        .singleElement()
        .satisfies(
            told ->
                assertThat(Measure.of(unseen, told.on(), told.what(), told.how())).isEqualTo(told));
  }

  private void readAll() throws IOException {
    Map<String, LabelledLines.Place> places = new HashMap<>();
    LabelledLines.places(LABELS, rulebook)
        .forEach(place -> places.put(key(place.file(), place.sheet(), place.line()), place));
    List<Path> files;
    try (Stream<Path> all = Files.walk(LEDGERS)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = LEDGERS.relativize(file).toString();
      try (LedgerFile ledger = LedgerFile.open(file, name, LedgerSettings.DEFAULT)) {
        for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
          Outcome outcome = next.get();
          particulars(outcome).ifPresent(each -> judge(name, outcome.at(), each, places));
        }
      } catch (SetAsideException fault) {
        assertThat(fault.getMessage()).startsWith(name); // set aside whole, with its reason
      }
    }
  }

  /** A line rejected for its date or amount has words all the same, and labels are on some. */
  private static Optional<Particulars> particulars(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      return Optional.of(accepted.line().particulars());
    }
    return outcome instanceof Outcome.Rejected rejected
        ? Optional.of(rejected.particulars())
        : Optional.empty();
  }

  private void judge(
      String file, SourceRef at, Particulars line, Map<String, LabelledLines.Place> places) {
    lines++;
    Classification answer = classifier.classify(line);
    Optional<LabelledLines.Place> label =
        Optional.ofNullable(places.get(key(file, at.sheet(), at.line())))
            .or(() -> Optional.ofNullable(places.get(key(file, "", at.line()))));
    label.ifPresent(
        place ->
            labelled.add(
                new LabelledLine(
                    new SourceRef(file, at.sheet(), at.line()),
                    file.replaceFirst("/.*", ""),
                    line,
                    place.label(),
                    place.isDoubtful())));
    boolean topic = label.map(place -> place.label().equals(Evaluation.TOPIC)).orElse(false);
    if (answer.answer().isOfTopic() && !topic) {
      found.add(at + " " + answer.evidence());
    } else if (answer.answer().label().equals(Evaluation.FOR_REVIEW)) {
      forReview++;
    }
  }

  private static String key(String file, String sheet, long line) {
    return file + "|" + sheet + "|" + line;
  }
}
