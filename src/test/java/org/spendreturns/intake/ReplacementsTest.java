package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementsTest {

  @TempDir Path folder;

  @Test
  void letsAStarStandForTheSameTextInBothNames() throws IOException {
    Replacements says =
        says("replaces:\n  - {file: '*-v2 (*).csv', in-place-of: '*-v1 (*).csv'}\n");
    assertThat(says.isCorrected("april-v2 (a).csv", "april-v1 (a).csv")).isTrue();
    assertThat(says.isCorrected("april-v2 (a).csv", "may-v1 (a).csv")).isFalse();
    assertThat(says.isCorrected("april-v2 (a).csv", "april-v1 (b).csv")).isFalse();
    assertThat(says.isCorrected("april-v1 (a).csv", "april-v2 (a).csv")).isFalse();
    assertThat(says.areYearsToDate("april-v2 (a).csv", "april-v1 (a).csv")).isFalse();
  }

  @Test
  void takesYearsToDateOfOnePatternTogether() throws IOException {
    Replacements says = says("year-to-date: [spend-2014-*.csv, cards-*.csv]\n");
    assertThat(says.areYearsToDate("spend-2014-05.csv", "spend-2014-06.csv")).isTrue();
    assertThat(says.areYearsToDate("spend-2014-05.csv", "cards-06.csv")).isFalse();
  }

  @Test
  void saysNothingWhereTheBodyDoesNot() throws IOException {
    assertThat(says("")).isEqualTo(Replacements.NONE);
  }

  @Test
  void refusesNamesWithUnequalStars() {
    assertThatThrownBy(() -> says("replaces:\n  - file: '*-new.csv'\n    in-place-of: april.csv\n"))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage(
            "body.yaml:4: 'april.csv' has not as many stars as '*-new.csv'; each stands for the"
                + " same text in both");
  }

  private Replacements says(String text) throws IOException {
    Path file = folder.resolve("body.yaml");
    Files.writeString(file, "id: nene-vale\n" + text);
    return Replacements.ofBody(file);
  }
}
