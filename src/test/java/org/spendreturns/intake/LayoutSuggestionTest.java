package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Outcome;

class LayoutSuggestionTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("odd.csv"), text, StandardCharsets.UTF_8);
  }

  @Test
  void proposesColumnsByNameAndByContent() throws IOException {
    Path file =
        file(
            """
            Nene Vale: what we spent,,,,
            Bought on the,What,Directorate,Firm's name,£ (net)
            01/04/2014,Locks,Estates,Acme Ltd,12.50
            02/04/2014,Keys,Estates,Bravo Ltd,2.00
            """);
    String proposal = LayoutSuggestion.of(file, "odd.csv");
    assertThat(proposal)
        .isEqualTo(
            """
            # Proposed for odd.csv. Check each line, then put this into the body's file.
            # Its columns:
            #   column A 'Bought on the', like 01/04/2014
            #   column B 'What', like Locks
            #   column C 'Directorate', like Estates
            #   column D 'Firm''s name', like Acme Ltd
            #   column E '£ (net)', like 12.50
            # Score: 2 of the 2 records below the names have a date, a sum and a supplier there.
            ledger:
              files:
                - match: 'odd.csv'
                  columns:
                    date: 'Bought on the'
                    amount: '£ (net)'
                    supplier: 'Firm''s name'
                    cost-centre: 'Directorate'
            """);
    LedgerSettings settings =
        LedgerSettings.read(YamlNode.parse("body.yaml", proposal).get("ledger"));
    try (LedgerFile ledger = LedgerFile.open(file, "odd.csv", settings)) {
      ledger.next();
      ledger.next();
      assertThat(ledger.next()).containsInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void proposesNoColumnWhoseNameSpeaksAgainstIt() throws IOException {
    Path file = file("Date,Supplier,Budget\n01/04/2014,Acme Ltd,12.50\n");
    assertThat(LayoutSuggestion.of(file, "odd.csv"))
        .contains("#   column C 'Budget', like 12.50\n", "        amount: '?' # not found");
  }

  @Test
  void leavesOpenWhatItCannotFindAndABodysFileRefusesIt() throws IOException {
    Path file = file("Supplier Name,Sum of Invoice Nett Amount\nAcme,1.00\n");
    String proposal = LayoutSuggestion.of(file, "odd.csv");
    assertThat(proposal)
        .contains(
            "date: '?' # not found: a name, or 'column A'; if there are no dates, leave this out"
                + " and write month: 2014-04 below match\n");
    LedgerSettings settings =
        LedgerSettings.read(YamlNode.parse("body.yaml", proposal).get("ledger"));
    assertThatThrownBy(() -> LedgerFile.open(file, "odd.csv", settings))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "odd.csv: none of the first 60 records has the columns that the body's file names"
                + " (date '?', amount 'Sum of Invoice Nett Amount', supplier 'Supplier Name');"
                + " correct the body's file");
  }

  @Test
  void proposesPlacesWhereThereAreNoNames() throws IOException {
    Path file = file("01/04/2014,Locks,Acme Ltd,12.50\n02/04/2014,Keys,Bravo Ltd,2.00\n");
    String proposal = LayoutSuggestion.of(file, "odd.csv");
    assertThat(proposal)
        .endsWith(
            """
            # Score: 2 of the 2 records below the names have a date, a sum and a supplier there.
            ledger:
              files:
                - match: 'odd.csv'
                  columns:
                    date: column A
                    amount: column D
                    supplier: column C
            """);
    LedgerSettings settings =
        LedgerSettings.read(YamlNode.parse("body.yaml", proposal).get("ledger"));
    try (LedgerFile ledger = LedgerFile.open(file, "odd.csv", settings)) {
      Optional<Outcome> first = ledger.next();
      assertThat(first).containsInstanceOf(Outcome.Accepted.class);
    }
  }
}
