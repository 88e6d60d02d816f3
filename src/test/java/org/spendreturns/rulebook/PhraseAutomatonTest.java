package org.spendreturns.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseAutomatonTest {

  private static final List<String> PHRASES =
      List.of("rape", "rape crisis", "isvas", "women and girls network", "face to face");

  private final PhraseAutomaton automaton = PhraseAutomaton.of(PHRASES);

  private List<String> found(String text) {
    return automaton.find(text).stream()
        .map(each -> text.substring(each.start(), each.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RAPE|RAPE",
        "Oundle Rape  Crisis Ltd|Rape,Rape  Crisis",
        "two ISVA’s|ISVA’s",
        "(Rape-Crisis)|Rape,Rape-Crisis",
        "WOMEN & GIRLS NETWORK#RB31|WOMEN & GIRLS NETWORK",
        "Women+Girls Network|Women+Girls Network",
        "FACE-TO-FACE|FACE-TO-FACE",
        "Räpe|Räpe",
        "rape/rape|rape,rape",
      })
  void findsWholeWordsAsTheLineHasThem(String text, String expected) {
    assertThat(String.join(",", found(text))).isEqualTo(expected);
    assertThat(automaton.touches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GRAPEVINE|",
        "therapeutic|",
        "Rapesco|",
        "rape4|",
        "crisis|",
        "VISVAS|",
        "raped|",
        "Дrape|",
        "women and girl network|",
        "''|"
      })
  void leavesWordsThatOnlyHoldThem(String text, String none) {
    assertThat(none).isNull();
    assertThat(automaton.find(text)).isEmpty();
    assertThat(automaton.touches(text)).isFalse();
  }

  @Test
  void refusesAPhraseThatWouldBeFoundEverywhere() {
    assertThatThrownBy(() -> PhraseAutomaton.of(List.of("rape", " - ")))
        .hasMessage("phrase ' - ' has no word: it would be found in every text");
  }

  @Test
  void isTouchedByATextCutOffInsideALongPhraseOnly() {
    PhraseAutomaton cut = PhraseAutomaton.of(List.of("worcestershire rape and sexual abuse"), 20);
    assertThat(cut.touches("WORCESTERSHIRE RAPE & SEX")).isTrue();
    assertThat(cut.touches("WORCESTERSHIRE RAP")).isFalse();
    assertThat(cut.touches("WORCESTERSHIRE RAPE AND SEAWEED")).isFalse();
  }

  @Test
  void findsWhatASlowSearchFinds() {
    Random random = new Random(20150703);
    String[] words = {
      "rape", "crisis", "isvas", "&", "and", "women", "girls", "network", "to", "x"
    };
    for (int round = 0; round < 2_000; round++) {
      List<String> text = new ArrayList<>();
      for (int word = random.nextInt(9); word >= 0; word--) {
        text.add(words[random.nextInt(words.length)]);
      }
      String line = String.join(" ", text);
      String levelled = " " + Letters.levelled(line) + " ";
      List<Integer> expected = new ArrayList<>();
      for (int phrase = 0; phrase < PHRASES.size(); phrase++) {
        String wanted = " " + PHRASES.get(phrase) + " ";
        for (int at = levelled.indexOf(wanted); at >= 0; at = levelled.indexOf(wanted, at + 1)) {
          expected.add(phrase);
        }
      }
      assertThat(automaton.find(line).stream().map(PhraseAutomaton.Found::phrase))
          .as(line)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(automaton.touches(line)).as(line).isEqualTo(!expected.isEmpty());
      byte[] bytes = ("rape " + line + " rape").getBytes(StandardCharsets.US_ASCII);
      assertThat(automaton.touches(bytes, 5, bytes.length - 5))
          .as(line)
          .isEqualTo(!expected.isEmpty());
    }
  }
}
