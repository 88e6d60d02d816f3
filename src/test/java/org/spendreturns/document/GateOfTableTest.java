package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted in a CSV file, each found and named. */
class GateOfTableTest {

  @TempDir Path folder;

  static List<Arguments> tables() {
    return List.of(
        arguments(
            "line 2, cell 1: '=cmd|x' begins like a formula; put an apostrophe before it",
            "a,b\r\n=cmd|x,1\r\n"),
        arguments(
            "line 2, cell 2: '-x' begins like a formula; put an apostrophe before it",
            "a,b\r\n1,-x\r\n"),
        arguments(
            "line 3: 1 cells, the head has 2; no cell may be lost or added",
            "a,b\r\n1,-2.50\r\n1\r\n"),
        arguments(
            "line 2, cell 1: 'x\u202Eyz' holds what nobody sees; write it without",
            "a,b\r\nx\u202Eyz,1\r\n"),
        arguments(
            "line 2, cell 1: 'x\u200Cy' holds what nobody sees; write it without",
            "a,b\r\nx\u200Cy,1\r\n"),
        arguments(
            "line 2, cell 1: 'x\uDB40\uDC44' holds what nobody sees; write it without",
            "a,b\r\nx\uDB40\uDC44,1\r\n"),
        arguments(
            "line 2, cell 1: ' =cmd|x' begins like a formula; put an apostrophe before it",
            "a,b\r\n =cmd|x,1\r\n"),
        arguments(
            "line 2, cell 1: '\uFF1Dcmd' begins like a formula; put an apostrophe before it",
            "a,b\r\n\uFF1Dcmd,1\r\n"),
        arguments(
            "line 2, cell 1: 'x;=cmd|x' begins like a formula; put an apostrophe before it",
            "a;b\r\nx;=cmd|x\r\n"),
        arguments("the file is empty", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aFaultPlantedInATableIsNamed(String message, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("payments.csv"), text);
    assertThat(gate(file)).containsExactly("payments.csv: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b;x,1.00;y,2.00;Total,4.00 | line 4, cell 2: shows a total of 4.00, and the rows above it as shown come to 3.00; show what adds up",
        "a,b;x,1.00;y,at least £2.00;Total identified,at least £3.50 | line 4, cell 2: shows a total of 3.50, and the rows above it as shown come to 3.00; show what adds up",
        "a,b;x\u200By,1 | line 2, cell 1: 'x\u200By' holds what nobody sees; write it without"
      })
  void aTotalAndSignsThatDoNotShowAreNamedInATable(String rows, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), rows.replace(";", "\r\n") + "\r\n");
    assertThat(gate(file)).containsExactly("t.csv: " + message);
  }

  @Test
  void aSupplierCalledTotalIsNoTotal() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.csv"), "a,b\r\nx,1.00\r\ny,2.00\r\nTotal Gas & Power,9.00\r\n");
    assertThat(gate(file)).isEmpty();
  }

  private static List<String> gate(Path file) throws IOException {
    return new Gate().open(file).stream().map(Gate.Fault::toString).toList();
  }

  @Test
  void bytesThatAreNotUtf8AreFoundAndTheSignOfADamagedCharacterIsNone() throws IOException {
    Path table = folder.resolve("table.csv");
    Files.writeString(table, "a,b\r\nCaf\uFFFD,1\r\n");
    assertThat(new Gate().open(table)).isEmpty();

    Files.writeString(table, "a,b\r\nCaf\u00E9,1\r\n", StandardCharsets.ISO_8859_1);
    assertThat(new Gate().open(table))
        .extracting(Gate.Fault::toString)
        .containsExactly("table.csv: line 2, cell 1: 'Caf\uFFFD' holds bytes that are not UTF-8");
  }
}
