package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Outcome;

class LedgerSettingsTest {

  private static final LedgerSettings OF_TWO_LAYOUTS =
      settings(
          """
          columns: {date: When, supplier: Who, amount: How much}
          files:
            - match: '2012-*.csv'
              date-order: m/d
              columns: {date: Bought, supplier: Firm, amount: Sum}
            - match: 'gross-??.csv'
              amounts: gross
          """);

  @TempDir Path folder;
  private List<String> doubts = List.of();

  private static LedgerSettings settings(String text) {
    return LedgerSettings.read(YamlNode.parse("body.yaml", text));
  }

  private List<String> read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("any"), text);
    List<String> lines = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, name, OF_TWO_LAYOUTS)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        if (next.get() instanceof Outcome.Accepted accepted) {
          lines.add(accepted.line().date() + " " + accepted.line().amount());
        }
      }
      doubts = ledger.doubts();
    }
    return lines;
  }

  @Test
  void holdForTheFilesOfANameOnly() throws IOException {
    assertThat(read("ledgers/nene-vale/2012-04.csv", "Bought,Firm,Sum\n04/05/2012,Acme,1.00\n"))
        .containsExactly("2012-04-05 1.00");
    assertThat(read("all.zip!2012-05.csv", "Bought,Firm,Sum\n04/05/2012,Acme,1.00\n"))
        .containsExactly("2012-04-05 1.00");
    assertThat(read("2013-04.csv", "When,Who,How much\n04/05/2013,Acme,1.00\n"))
        .containsExactly("2013-05-04 1.00");
    assertThat(doubts).isEmpty();
    assertThat(
            read("gross-14.csv", "Date,Supplier,Net Amount,Gross Amount\n1/5/2014,A,1.00,1.20\n"))
        .containsExactly("2014-05-01 1.20");
  }

  @Test
  void giveWayToKnownNamesWhereAFileHasNoneOfTheirsAndAPersonIsTold() throws IOException {
    assertThat(read("2014-04.csv", "Date,Supplier,Amount\n04/05/2014,Acme,1.00\n"))
        .containsExactly("2014-05-04 1.00");
    assertThat(doubts)
        .containsExactly(
            "2014-04.csv: has none of the columns that the body's file names (date 'When', amount"
                + " 'How much', supplier 'Who'); read by known names: date 'Date', amount 'Amount',"
                + " supplier 'Supplier'; check them, and say under files: what holds for this one");
    assertThatThrownBy(() -> read("2012-05.csv", "Date,Supplier,Amount\n04/05/2012,Acme,1.00\n"))
        .as("said of this very file")
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining("has the columns that the body's file names (date 'Bought'");
  }

  @Test
  void refuseAMatchThatIsNone() {
    assertThatThrownBy(() -> settings("files:\n  - match: '['\n"))
        .hasMessage("body.yaml:2: '[' matches no name; write it like 2012-*.csv");
    assertThatThrownBy(() -> settings("files:\n  - columns: {date: A, supplier: B, amount: C}\n"))
        .hasMessageContaining("match");
  }
}
