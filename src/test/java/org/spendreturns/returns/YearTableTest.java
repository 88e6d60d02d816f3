package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.intake.DocumentListFile;
import org.spendreturns.intake.FaultyInputException;

class YearTableTest {

  @TempDir Path folder;

  @Test
  void agreesWithTheTablesOfTheSeedAnswer() throws IOException {
    List<YearTable> tables =
        DocumentListFile.read(Path.of("input/documents/northamptonshire-pcc.yaml")).tables();
    assertThat(tables)
        .extracting(YearTable::title)
        .containsExactly("Contributions of the county council", "Local Solutions Fund");
    assertThat(tables).allMatch(table -> table.disagreements(Wording.english()).isEmpty());
  }

  @Test
  void saysWhatOfTheLocalSolutionsFundIsNotDivided() throws IOException {
    List<YearTable> tables =
        DocumentListFile.read(Path.of("input/documents/northamptonshire-pcc.yaml")).tables();
    assertThat(tables.get(0).remainders(Wording.english())).isEmpty();
    assertThat(tables.get(1).remainders(Wording.english()))
        .containsExactly(
            "Local Solutions Fund, 2014-15: the parts that have a sum make up"
                + " £150,000 of £420,920; £270,920 is not divided");
  }

  @Test
  void saysNothingOfTheRestWhereEveryPartOrNoneHasASum() throws IOException {
    assertThat(
            table(
                    """
                    - {title: One, kind: part, sums: [300, "-", 50]}
                    - {title: Two, kind: part, sums: [100, "-", "-"]}
                    - {title: Both, kind: total, sums: [400, 70, 40]}
                    """)
                .remainders(Wording.english()))
        .isEmpty();
  }

  @Test
  void tellsAChangeThatIsNotTheDifferenceOfTheYears() throws IOException {
    assertThat(
            table(
                    """
                    - {title: Paid, kind: figure, sums: [300, 0, 50]}
                    - {title: Change, kind: change, sums: [-200, -300, 40]}
                    """)
                .disagreements(Wording.english()))
        .containsExactly("T, Change, 2015-16: the change of Paid is £50, printed is £40");
  }

  @Test
  void tellsPartsThatDoNotAddUpToTheirTotal() throws IOException {
    assertThat(
            table(
                    """
                    - {title: A, kind: part, sums: [1, 5, "-"]}
                    - {title: B, kind: part, sums: [2, "-", "-"]}
                    - {title: All, kind: total, sums: [4, 4, 4]}
                    - {title: C, kind: part, sums: [1, 1, 1]}
                    - {title: Rest, kind: total, sums: [1, 1, "-"]}
                    """)
                .disagreements(Wording.english()))
        .containsExactly(
            "T, All, 2013-14: the parts add up to £3, printed is £4; difference £1",
            "T, All, 2014-15: the parts add up to £5, printed is £4; difference -£1");
  }

  @Test
  void refusesARowWithoutACellForEachYear() {
    assertThatThrownBy(() -> table("- {title: A, kind: part, sums: [1]}\n"))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage("tables.yaml:4: row 'A' has 1 cells, the table 3 years");
  }

  @Test
  void warnsInTheReturn() throws IOException {
    YearTable table =
        table(
            """
            - {title: Paid, kind: figure, sums: [1, 1, 1]}
            - {title: Change, kind: change, sums: ["-", 1, 0]}
            """);
    Return filing = new Desk(folder).withTable(table).make("2013-14");
    assertThat(filing.tables()).containsExactly(table);
    assertThat(filing.method().warnings())
        .containsExactly("T, Change, 2014-15: the change of Paid is £0, printed is £1");
  }

  private YearTable table(String rows) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tables.yaml"),
            """
            body: b
            documents: []
            tables:
              - title: T
                years: 2013-14..2015-16
                rows:
            """
                + rows.indent(6));
    return DocumentListFile.read(file).tables().get(0);
  }
}
