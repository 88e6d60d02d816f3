package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.rulebook.Measure;

class MeasuredBlockTest {

  private static final String RULEBOOK =
      """
      topic: roads
      title: Roads
      edition: one # the first
      in-force-from: 2026-11-01
      categories:
        - {id: TAR, numeral: (i), title: Tar}
      rules: []
      """;

  @TempDir Path folder;

  private static Measure measure(String what, String recall) {
    return new Measure(
        LocalDate.of(2026, 11, 24),
        what,
        "the town's own",
        12,
        "1.000",
        recall,
        "0.999",
        "0.001",
        "none");
  }

  private Path file(String more) throws IOException {
    return Files.writeString(folder.resolve("roads.yaml"), RULEBOOK + more);
  }

  @Test
  void isReadAsItWasWrittenAndLeavesTheRulesAsTheyStand() throws IOException {
    Path file = file("");
    List<Measure> measures = List.of(measure("12 lines: \"roads\"", "0.500"));

    MeasuredBlock.write(file, RulebookFile.read(file), measures);

    assertThat(Files.readString(file)).startsWith(RULEBOOK);
    assertThat(RulebookFile.read(file).measured()).isEqualTo(measures);
  }

  @Test
  void replacesAMeasurementOfTheSameLinesAndKeepsTheOthers() throws IOException {
    Path file = file("");
    MeasuredBlock.write(
        file, RulebookFile.read(file), List.of(measure("a", "0.100"), measure("b", "0.200")));
    MeasuredBlock.write(file, RulebookFile.read(file), List.of(measure("a", "0.300")));

    assertThat(RulebookFile.read(file).measured())
        .containsExactly(measure("b", "0.200"), measure("a", "0.300"));
  }

  @Test
  void refusesABlockThatIsNotTheLast() throws IOException {
    Path file = file("measured:\n  []\nlists: []\n");
    assertThatThrownBy(
            () -> MeasuredBlock.write(file, RulebookFile.read(file), List.of(measure("a", "none"))))
        .hasMessage(
            "roads.yaml:8: key 'measured' must be the last of the file to be written anew; move it"
                + " there");
  }

  @Test
  void refusesFiguresThatAreNoShares() throws IOException {
    Path file =
        file(
            """
            measured:
              - {on: 2026-11-24, what: a, how: b, lines: none, precision: 1.000, recall: 1.000,
                 with-review: 1.000, for-review: 0.000, right-category: 1.000}
              - {on: 2026-11-24, what: a, how: b, lines: 12, precision: 99%, recall: 1.000,
                 with-review: 1.000, for-review: 0.000, right-category: 1.000}
            """);
    assertThatThrownBy(() -> RulebookFile.read(file))
        .hasMessage(
            """
            roads.yaml:9: 'none' is not a number of lines from 1
            roads.yaml:11: precision: '99%' is not a share written like 0.991, or none""");
  }
}
