package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Provider;
import org.spendreturns.rulebook.Rule;

/** A classifier remembers its answers; one that has none to remember gives the same. */
class AskedAgainTest {

  private static final Classifier SHIPPED =
      RulebookFile.ready(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));

  private static final int OFTEN = 4; // words of the list

  private static final Overlay CODES =
      new Overlay(
          "Avon and Somerset",
          Map.of("V100", "P-safeline"),
          Map.of("CT-7", "ADVOCACY"),
          Map.of(),
          Map.of("CC-9", "NOT_TOPIC"));

  @Test
  void answersAsOneThatWasNeverAskedBefore() {
    for (Overlay body : List.of(Overlay.NONE, CODES)) {
      Random random = new Random(7);
      List<String> words = words();
      Classifier asked = SHIPPED.forBody(body);
      Map<String, Integer> answers = new HashMap<>();
      for (int line = 0; line < 6_000; line++) {
        Particulars said = line(random, words);
        LocalDate on = LocalDate.of(2008 + random.nextInt(18), 1 + random.nextInt(12), 5);
        assertThat(asked.classify(said, on))
            .as("%s on %s", said, on)
            .isEqualTo(SHIPPED.forBody(body).classify(said, on));
        answers.merge(asked.classify(said, on).answer().label(), 1, Integer::sum);
      }
      assertThat(answers.values()).as("of each answer many").allMatch(many -> many > 20);
      assertThat(answers.size()).as("different answers").isGreaterThan(4);
    }
  }

  /** The day decides, not the answer that was given first. */
  @Test
  void answersByTheDayOnWhichANameWasInUse() {
    Classifier asked =
        RulebookFile.ready(Path.of("src/test/resources/rulebooks/domestic-abuse/2026-11.yaml"));
    Particulars line = Particulars.of("Oundle Shelter", ""); // in use from 2009 to 31 March 2014
    List<String> days =
        List.of("2009-03-31", "2009-04-01", "2012-08-01", "2014-03-31", "2014-04-01");

    assertThat(
            days.stream().map(day -> asked.classify(line, LocalDate.parse(day)).answer().label()))
        .containsExactly(
            "NOT_TOPIC", "NOT_BROKEN_DOWN", "NOT_BROKEN_DOWN", "NOT_BROKEN_DOWN", "NOT_TOPIC");
  }

  /** A few that come up again and again, then every name and phrase of the rulebook. */
  private static List<String> words() {
    List<String> words = new ArrayList<>(List.of("", "Locks", "Safeline", "ISVA service"));
    SHIPPED.rulebook().providers().stream()
        .flatMap(provider -> provider.names().stream())
        .map(Provider.Name::text)
        .forEach(words::add);
    SHIPPED.rulebook().rules().stream()
        .map(Rule::phrases)
        .flatMap(List::stream)
        .forEach(words::add);
    return words;
  }

  private static Particulars line(Random random, List<String> words) {
    return new Particulars(
        one(random, words),
        random.nextInt(20) == 0 ? "V100" : "V" + random.nextInt(1_000),
        "",
        one(random, words),
        random.nextInt(20) == 0 ? "CC-9" : one(random, words),
        "Supplies and Services",
        "",
        random.nextInt(20) == 0 ? "CT-7" : "CT-" + random.nextInt(10_000));
  }

  private static String one(Random random, List<String> words) {
    return words.get(random.nextInt(random.nextInt(4) > 0 ? OFTEN : words.size()));
  }
}
