package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.rulebook.Rulebook;

class RulebookFileTest {

  private static final String HEAD =
      """
      topic: roads
      title: Roads
      edition: one
      in-force-from: 2026-11-01
      categories:
        - {id: TAR, numeral: (i), title: Tar}
      """; // six lines: rules begin at line 7

  @TempDir Path folder;

  private Path file(String rest) throws IOException {
    return Files.writeString(folder.resolve("roads.yaml"), HEAD + rest);
  }

  private void assertRefused(String rest, String message) throws IOException {
    Path file = file(rest);
    assertThatThrownBy(() -> RulebookFile.read(file))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage(message.strip());
  }

  private static String rule(String id, String more) {
    return "  - {id: " + id + ", says: topic, source: s, because: b, " + more + "}\n";
  }

  @Test
  void readsARulebookAndKnowsItsBytes() throws IOException {
    Rulebook one = RulebookFile.read(file("rules:\n" + rule("R-1", "phrases: [tar]")));
    Rulebook other = RulebookFile.read(file("rules:\n" + rule("R-1", "phrases: [tars]")));
    assertThat(one.rules()).extracting("id").containsExactly("R-1");
    assertThat(one.digest()).hasSize(64).isNotEqualTo(other.digest());
  }

  @Test
  void namesEveryFaultAtOnce() throws IOException {
    assertRefused(
        """
        rules:
          - {id: R-1, says: topic, phrase: [tar], source: s, because: b}
          - {id: R-2, says: perhaps, phrases: [tar], source: s, because: b}
          - {id: R-3, says: topic, category: GRAVEL, phrases: [tar], source: s, because: b}
          - {id: R-4, says: topic, in: [payee], phrases: [tar], source: s, because: b}
          - {id: R-5, says: review, phrases: [tar], source: s, because: b}
          - {id: R-6, says: topic, phrases: ["[hot] [cold]"], source: s, because: b}
        """,
        """
        roads.yaml:8: key 'phrase' is not known here; known are id, says, category, in, phrases, \
        as-spelled, then, then-within, beside, unless, outweighs, question, source, because, finds, leaves
        roads.yaml:9: 'perhaps' is none of topic, activity, other, part, detail, place, \
        doubt, review, ignore
        roads.yaml:10: category 'GRAVEL' is none of TAR, NOT_BROKEN_DOWN
        roads.yaml:11: 'payee' is no field whose words count; such are supplier, description, \
        cost-centre, expense-type, heading, contract
        roads.yaml:12: rule 'R-5' says review: a rule that says review or doubt, and no other, has \
        a 'question'
        roads.yaml:13: phrases: '[hot] [cold]' can be without any word, and would be found in \
        every line
        """);
  }

  @Test
  void refusesRulesThatOutweighEachOtherInACircle() throws IOException {
    assertRefused(
        "rules:\n"
            + rule("R-1", "phrases: [tar], outweighs: [R-3]")
            + rule("R-2", "phrases: [sand], outweighs: [R-1]")
            + rule("R-3", "phrases: [grit], outweighs: [R-2]"),
        """
        roads.yaml:8: rules outweigh each other in a circle: R-1 (roads.yaml:8) > \
        R-3 (roads.yaml:10) > R-2 (roads.yaml:9) > R-1 (roads.yaml:8); take one 'outweighs' away
        """);
  }

  @Test
  void refusesARuleThatOutweighsItselfOrNobody() throws IOException {
    assertRefused(
        "rules:\n" + rule("R-1", "phrases: [tar], outweighs: [R-1]"),
        """
        roads.yaml:8: rules outweigh each other in a circle: R-1 (roads.yaml:8) > \
        R-1 (roads.yaml:8); take one 'outweighs' away
        """);
    assertRefused(
        "rules:\n" + rule("R-1", "phrases: [tar], outweighs: [S-*]"),
        "roads.yaml:8: outweighs: no rule is called 'S-*'");
  }

  @Test
  void refusesANameThatTwoProvidersClaimAndNamesBothPlaces() throws IOException {
    assertRefused(
        """
        rules: []
        providers:
          - {id: P-1, name: Oundle Tar, names: [O.T.], source: s}
          - {id: P-2, name: Oakham Tar, names: ["OT Ltd"], source: s}
        """,
        """
        roads.yaml:10: 'OT Ltd' is claimed by 'P-2', and at roads.yaml:9 by 'P-1'; take one \
        away, or mark both 'shared: yes'
        """);
  }

  @Test
  void takesANameThatBothProvidersDeclareShared() throws IOException {
    Rulebook rulebook =
        RulebookFile.read(
            file(
                """
                rules: []
                providers:
                  - {id: P-1, name: Oundle Tar, names: [{name: OT, shared: yes}], source: s}
                  - {id: P-2, name: Oakham Tar, names: [{name: OT, shared: yes}], source: s}
                """));
    assertThat(rulebook.providers()).extracting("id").containsExactly("P-1", "P-2");
  }

  @Test
  void refusesAnIdThatStandsTwice() throws IOException {
    assertRefused(
        "rules:\n" + rule("R-1", "phrases: [tar]") + rule("R-1", "phrases: [sand]"),
        "roads.yaml:9: id 'R-1' stands already at roads.yaml:8");
  }

  @Test
  void triesTheExamplesOfRulesAndOfTheWhole() throws IOException {
    assertRefused(
        """
        rules:
          - id: R-1
            says: topic
            phrases: [tar]
            source: s
            because: b
            finds: [hot tar, asphalt]
            leaves: [tarmac, "wet tar"]
        examples:
          - {description: tar, answer: TAR}
        """,
        """
        roads.yaml:13: rule 'R-1' must find something in this example, and does not
        roads.yaml:14: rule 'R-1' must leave this example alone, and does not
        roads.yaml:16: the example's answer must be 'TAR', and is 'NOT_BROKEN_DOWN'
        """);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> RulebookFile.read(folder.resolve("none.yaml")))
        .hasMessage("none.yaml: cannot be read (NoSuchFileException); put the file there");
  }

  @Test
  void refusesAProvidersFileThatIsNotThere() throws IOException {
    assertRefused(
        "rules: []\nproviders-file: who.yaml\n",
        "who.yaml: cannot be read (NoSuchFileException); put the file there");
  }

  @Test
  void refusesAKeyThatItDoesNotKnow() throws IOException {
    assertRefused(
        "rules: []\nprovider: none\n",
        """
        roads.yaml:8: key 'provider' is not known here; known are topic, title, edition, \
        in-force-from, categories, regions, word-lists, providers-file, rules, lists, providers, \
        examples, measured
        """);
  }
}
