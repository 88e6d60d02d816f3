package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.LabelledLine;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

class LabelledLinesTest {

  private static final Path SHARED = Path.of("..", "shared", "data", "labelled");

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("labelled.csv"), text);
  }

  private Evaluation evaluate(Path file) {
    Classifier classifier = new Classifier(rulebook, Overlay.NONE);
    List<Evaluation.Judged> judged = new ArrayList<>();
    for (LabelledLine line : LabelledLines.lines(file, rulebook)) {
      judged.add(
          new Evaluation.Judged(
              line.at(),
              line.label(),
              classifier.forBody(Overlay.inRegion(line.body())).classify(line.particulars()),
              line.isDoubtful()));
    }
    return Evaluation.of(judged);
  }

  @Test
  void readsALineWithItsBodyAndLeavesOtherColumnsAside() throws IOException {
    Path file =
        file(
            """
            body,supplier,description,amount,label,doubtful
            Nene Vale,Oundle Rape Crisis,"counselling,
            two groups",£10,FACE_TO_FACE,
            ,Anybody,,,NOT_TOPIC,weak source
            """);
    assertThat(LabelledLines.lines(file, rulebook))
        .containsExactly(
            new LabelledLine(
                new SourceRef("labelled.csv", "", 2),
                "Nene Vale",
                Particulars.of("Oundle Rape Crisis", "counselling,\ntwo groups"),
                "FACE_TO_FACE",
                false),
            new LabelledLine(
                new SourceRef("labelled.csv", "", 4),
                "",
                Particulars.of("Anybody", ""),
                "NOT_TOPIC",
                true));
  }

  @Test
  void refusesLabelsThatAreNoAnswersAndNamesThemAll() throws IOException {
    Path file = file("supplier,description,label\na,b,TOPICAL\nc,d,NOT_TOPIC\ne,f,\n");
    assertThatThrownBy(() -> LabelledLines.lines(file, rulebook))
        .hasMessage(
            """
            labelled.csv:2: column label: 'TOPICAL' is none of ADVOCACY, FACE_TO_FACE, FORENSIC, \
            NOT_BROKEN_DOWN, NOT_TOPIC, FOR_REVIEW, TOPIC, NOT_TOPIC_OR_REVIEW
            labelled.csv:4: column label: '' is none of ADVOCACY, FACE_TO_FACE, FORENSIC, \
            NOT_BROKEN_DOWN, NOT_TOPIC, FOR_REVIEW, TOPIC, NOT_TOPIC_OR_REVIEW""");
  }

  @Test
  void refusesAFileWithoutTheColumn() throws IOException {
    Path file = file("supplier,label\na,NOT_TOPIC\n");
    assertThatThrownBy(() -> LabelledLines.lines(file, rulebook))
        .hasMessage(
            "labelled.csv:1: column description is missing; expected supplier, description, label");
  }

  @Test
  void readsPlacesInLedgersAndRefusesALineThatIsNoNumber() throws IOException {
    Path good = file("file,sheet,line,label\na/b.csv,,7,TOPIC\nc.xlsx,Apr,3,NOT_TOPIC_OR_REVIEW\n");
    assertThat(LabelledLines.places(good, rulebook))
        .containsExactly(
            new LabelledLines.Place("a/b.csv", "", 7, "TOPIC", false),
            new LabelledLines.Place("c.xlsx", "Apr", 3, "NOT_TOPIC_OR_REVIEW", false));
    Path bad = file("file,sheet,line,label\na/b.csv,,seven,TOPIC\n");
    assertThatThrownBy(() -> LabelledLines.places(bad, rulebook))
        .hasMessage("labelled.csv:2: column line: 'seven' is not a number from 1");
  }

  @Test
  void answersRealAwardsAsAnOfficerDid() {
    Path awards = SHARED.resolve("awards.csv");
    assumeTrue(Files.exists(awards), "../shared is not here: real awards are not measured");
    Evaluation evaluation = evaluate(awards);
    assertThat(evaluation.lines()).isGreaterThan(200);
    assertThat(evaluation.topicPrecision().orElseThrow()).isGreaterThanOrEqualTo(0.99);
    assertThat(evaluation.topicRecall().orElseThrow()).isGreaterThanOrEqualTo(0.97);
    assertThat(evaluation.topicRecallWithReview().orElseThrow()).isGreaterThanOrEqualTo(0.995);
    assertThat(evaluation.reviewShare().orElseThrow()).isLessThanOrEqualTo(0.05);
    assertThat(evaluation.categoryExact().orElseThrow()).isGreaterThanOrEqualTo(0.98);
    assertThat(evaluation.forcedCategories()).isZero();
  }

  @Test
  void classifiesNoneOfTheNamesThatOnlySoundLikeTheTopic() {
    Path confusers = SHARED.resolve("confusers.csv");
    assumeTrue(Files.exists(confusers), "../shared is not here: confusers are not measured");
    Evaluation evaluation = evaluate(confusers);
    assertThat(evaluation.lines()).isGreaterThan(100);
    assertThat(evaluation.counted()).noneMatch(line -> line.classification().answer().isOfTopic());
    assertThat(evaluation.reviewShare().orElseThrow()).isLessThanOrEqualTo(0.03);
  }
}
