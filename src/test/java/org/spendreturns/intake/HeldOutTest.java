package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.HeldOut;
import org.spendreturns.rulebook.Rulebook;

/** What a body's own lines taught is not used on them; what others published is. */
class HeldOutTest {

  @TempDir Path folder;
  private Rulebook rulebook;

  @BeforeEach
  void aRulebookWithAListedNameAndOneMetInALedger() throws IOException {
    rulebook =
        RulebookFile.read(
            Files.writeString(
                folder.resolve("roads.yaml"),
                """
                topic: roads
                title: Roads
                edition: one
                in-force-from: 2026-11-01
                lists: [Register of Pavers]
                categories:
                  - {id: TAR, numeral: (i), title: Tar}
                rules:
                  - {id: R-1, says: topic, phrases: [macadam, kerbs], source: s, because: b}
                providers:
                  - id: P-1
                    name: Oundle Paving
                    names: [{name: Big Roller, source: "Oakham Town Council, ledger"}]
                    source: Register of Pavers 17
                """));
  }

  private List<String> answers(HeldOut.Names names, String lines) throws IOException {
    Path file =
        Files.writeString(folder.resolve("lines.csv"), "body,supplier,description,label\n" + lines);
    return new HeldOut(rulebook, LabelledLines.lines(file, rulebook))
        .evaluate(names).counted().stream().map(Evaluation.Judged::answer).toList();
  }

  @Test
  void aPhraseOrNameSeenOnlyInTheBodysOwnLinesIsNotUsedOnThem() throws IOException {
    assertThat(
            answers(
                HeldOut.Names.LISTED,
                """
                Oakham,,macadam,TOPIC
                Oakham,,kerbs,TOPIC
                Oakham,Big Roller,,TOPIC
                Wisbech,,kerbs,TOPIC
                """))
        .containsExactly("NOT_TOPIC", "NOT_BROKEN_DOWN", "NOT_TOPIC", "NOT_BROKEN_DOWN");
  }

  @Test
  void aNameOnAPublishedListIsUsedAndCanBeLeftOutTo() throws IOException {
    String lines =
        """
        Oakham,Oundle Paving,,TOPIC
        Wisbech,,kerbs,TOPIC
        """;
    assertThat(answers(HeldOut.Names.LISTED, lines))
        .containsExactly("NOT_BROKEN_DOWN", "NOT_TOPIC");
    assertThat(answers(HeldOut.Names.NONE, lines)).containsExactly("NOT_TOPIC", "NOT_TOPIC");
  }
}
