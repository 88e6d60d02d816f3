package org.spendreturns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.intake.RulebookFile;
import org.spendreturns.rulebook.Measure;

class EvaluateCommandTest {

  private static final Clock JUST_AFTER_MIDNIGHT_IN_LONDON =
      Clock.fixed(Instant.parse("2026-07-14T23:30:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private Path rulebook;
  private Path labelled;

  @BeforeEach
  void aRulebookAndLabelledLines() throws IOException {
    rulebook =
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
              - {id: R-1, says: topic, category: TAR, phrases: [macadam], source: s, because: b}
            providers:
              - {id: P-1, name: Oundle Paving, source: Register of Pavers 17}
            """);
    labelled =
        Files.writeString(
            folder.resolve("lines.csv"),
            """
            body,supplier,description,label
            Oakham,,macadam,TAR
            Oakham,,grit,NOT_TOPIC
            Wisbech,Oundle Paving,,NOT_BROKEN_DOWN
            """);
  }

  private void evaluate(String... more) {
    String[] words = {"evaluate", "--rulebook", rulebook.toString(), "--labelled", "" + labelled};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    PrintWriter writer = new PrintWriter(out, true);
    assertThat(SpendReturnsCommand.run(JUST_AFTER_MIDNIGHT_IN_LONDON, writer, writer, all))
        .isZero();
  }

  @Test
  void printsTheFiguresAtHandBesideThoseWithEachBodyHeldOut() {
    evaluate();
    assertThat(out.toString())
        .startsWith(
            """
                                     at hand   held out  listed names out too
            lines                    3         3         3
            topic precision          1.0000    1.0000    none
            topic recall             1.0000    0.5000    0.0000
              with review            1.0000    0.5000    0.0000
            for review               0.0000    0.0000    0.0000
            category exact           1.0000    1.0000    none
            forced into a category   0         0         0
            """)
        .contains(
            """
            misses, held out (1):
              lines.csv:2  label TAR  answer NOT_TOPIC \s
            """);
  }

  @Test
  void recordsThemInTheRulebookWithTheDayInLondon() {
    evaluate("--record", "3 lines of 2 towns");
    LocalDate day = LocalDate.of(2026, 7, 15);
    String none = "0.000";
    assertThat(RulebookFile.read(rulebook).measured())
        .containsExactly(
            new Measure(
                day,
                "3 lines of 2 towns",
                "the rules were written with these lines at hand",
                3,
                "1.000",
                "1.000",
                "1.000",
                none,
                "1.000"),
            new Measure(
                day,
                "3 lines of 2 towns",
                "each body held out: without the phrases, and the names on no published list, that"
                    + " only its own lines have",
                3,
                "1.000",
                "0.500",
                "0.500",
                none,
                "1.000"));
  }
}
