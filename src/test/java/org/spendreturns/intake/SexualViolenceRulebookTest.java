package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evidence;
import org.spendreturns.rulebook.Evidence.Role;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

/** The published rulebook on invented lines: each wording, each exclusion, both sides. */
class SexualViolenceRulebookTest {

  private static final Rulebook RULEBOOK =
      RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));

  private final Classifier classifier = new Classifier(RULEBOOK, Overlay.NONE);

  @TestFactory
  List<DynamicTest> answersAsAnOfficerWould() {
    Path folder = Path.of("src/test/resources/rulebooks/sexual-violence");
    return Stream.of("lines.csv", "other-bodies.csv")
        .flatMap(file -> LabelledLines.lines(folder.resolve(file), RULEBOOK).stream())
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.at() + " is " + line.label(),
                    () ->
                        assertThat(
                                classifier
                                    .forBody(Overlay.inRegion(line.body()))
                                    .classify(line.particulars())
                                    .answer()
                                    .label())
                            .isEqualTo(line.label())))
        .toList();
  }

  private Classification classify(String supplier, String description) {
    return classifier.classify(Particulars.of(supplier, description));
  }

  @Test
  void saysWhichRuleAndWhichWordsDecidedAndWhatSpokeAgainst() {
    assertThat(classify("Safeline", "two ISVAs; (IDVA is another contract)").evidence())
        .containsExactly(
            new Evidence("SV-201", Field.DESCRIPTION, "ISVAs", Role.DECIDED),
            new Evidence("SV-501", Field.DESCRIPTION, "IDVA", Role.DECIDED),
            new Evidence("P-safeline", Field.SUPPLIER, "Safeline", Role.SUPPORTED));
    assertThat(classify("", "winter oilseed rape").evidence())
        .containsExactly(new Evidence("SV-901", Field.DESCRIPTION, "oilseed rape", Role.AGAINST));
  }

  @Test
  void asksAQuestionThatAPersonCanAnswer() {
    assertThat(classify("Safeline", "Training - External").answer())
        .hasFieldOrPropertyWithValue(
            "question",
            "The words speak of training, research or events: was a service to victims bought, or"
                + " something else?");
    assertThat(classify("Oundle Rape Crisis", "domestic abuse outreach").answer())
        .hasFieldOrPropertyWithValue(
            "question",
            "The payee offers services of the topic, but the line says 'domestic abuse': what was"
                + " bought?");
  }

  @Test
  void knowsAProviderByItsNumberWhateverItsName() {
    Particulars renamed =
        new Particulars("Croydon Project", "", "GB-CHC-1085104", "", "", "", "", "");
    Particulars bare = new Particulars("Croydon Project", "", "1085104", "", "", "", "", "");
    assertThat(classifier.classify(renamed).answer().label()).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(classifier.classify(bare).rules()).containsExactly("P-rape-crisis-south-london");
  }

  @Test
  void givesTheSameAnswerFromManyThreads() {
    Particulars line = Particulars.of("EKRCC and Family Matters", "male rape support extended");
    Classification once = classifier.classify(line, LocalDate.of(2020, 4, 1));
    Set<Classification> all =
        new HashSet<>(
            IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(each -> classifier.classify(line, LocalDate.of(2020, 4, 1)))
                .toList());
    assertThat(all).containsExactly(once);
  }
}
