package org.spendreturns.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasePatternTest {

  private static final Map<String, List<String>> LISTS = Map.of("isva", List.of("isva", "cisva"));

  private static List<String> phrases(String pattern) {
    return PhrasePattern.phrases(pattern, LISTS);
  }

  @Test
  void writesOutAlternativesOptionsAndLists() {
    assertThat(phrases("sexual (abuse|violence)"))
        .containsExactly("sexual abuse", "sexual violence");
    assertThat(phrases("counsel[l]or[s]"))
        .containsExactly("counsellors", "counsellor", "counselors", "counselor");
    assertThat(phrases("[child] <isva> service"))
        .containsExactly(
            "child isva service", "child cisva service", "isva service", "cisva service");
    assertThat(phrases("a (b [c]|d)")).containsExactly("a b c", "a b", "a d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sexual (abuse|'sexual (abuse': ')' has no partner",
        "sexual abuse]|'sexual abuse]': ']' has no partner",
        "<sarc> centre|'<sarc> centre': no word list is called 'sarc'",
        "[any] [word]|'[any] [word]' can be without any word, and would be found in every line",
      })
  void refusesAPatternThatCannotBeMeant(String pattern, String message) {
    assertThatThrownBy(() -> phrases(pattern)).hasMessage(message);
  }

  @Test
  void refusesAPatternThatStandsForThousands() {
    assertThatThrownBy(() -> phrases("[a] [b] [c] [d] [e] [f] [g] [h] [i] [j] [k] l"))
        .hasMessage(
            "'[a] [b] [c] [d] [e] [f] [g] [h] [i] [j] [k] l' stands for more than 2000 phrases;"
                + " split it");
  }
}
