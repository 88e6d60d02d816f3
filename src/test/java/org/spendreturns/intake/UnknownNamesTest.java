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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.ledger.Outcome;

/** Ledgers above whose lines something stands that is not known, or speaks against them. */
class UnknownNamesTest {

  @TempDir Path folder;

  /** Lines that a layout could be told from, if no names stood above them. */
  private static String lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 24; i++) {
      text.append("Acme %d Ltd,%d/04/2014,%d.50\n".formatted(i, i, i));
    }
    return text.toString();
  }

  private LedgerFile open(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("april.csv"), text);
    return LedgerFile.open(file, "april.csv", LedgerSettings.DEFAULT);
  }

  private List<Outcome> read(LedgerFile ledger) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
      outcomes.add(next.get());
    }
    return outcomes;
  }

  @ParameterizedTest
  @CsvSource({
    "Amount £000,000",
    "Spend (£'000s),000s",
    "£k,k",
    "£000,000",
    "Amount USD,usd",
    "Amount (€),eur",
    "YTD Amount,ytd",
    "Budget,budget",
    "PO Value,po",
    "Outstanding balance,outstanding"
  })
  void sumsThatAreNoneOfPaymentsAreNotReadAsSuch(String name, String word) {
    assertThatThrownBy(() -> open("Supplier,Date,%s\n%s".formatted(name, lines())))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "april.csv: no column is known to hold amount; the record nearest to column names is"
                + " 'Supplier,Date,%s'; '%s' is not taken for one, because of '%s'; name the columns in the body's file ('layout suggest' proposes them)",
            name, name, word);
  }

  @ParameterizedTest
  @CsvSource({
    "all figures in £000,£000",
    "(£'000s),£'000s",
    "Expressed in thousands of pounds,in thousands",
    "£k,£k"
  })
  void soAreThousandsThatAreSaidAboveTheNames(String preamble, String said) throws IOException {
    String ledger = preamble + "\nSupplier,Date,Amount\n" + lines();
    assertThatThrownBy(() -> open(ledger))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "april.csv:1: says '%s', and what is wanted are payments in pounds and pence; lay in an export of these, or if it is one, name its columns in the body's file ('layout suggest' proposes them)",
            said);
    assertThatThrownBy(() -> open(preamble + "\n" + lines()))
        .as("the same without names")
        .isInstanceOf(SetAsideException.class)
        .hasMessageStartingWith("april.csv:1: says '%s', and what is wanted", said);
    try (LedgerFile over = open(ledger.replace(preamble, "Payments over £500 and £25000"))) {
      assertThat(read(over)).filteredOn(Outcome.Accepted.class::isInstance).hasSize(24);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"£000", "(£'000)", "'000s", "£k"})
  void soAreThousandsThatAreSaidBelowTheNames(String unit) {
    assertThatThrownBy(() -> open("Supplier,Date,Amount\n,,%s\n%s".formatted(unit, lines())))
        .isInstanceOf(SetAsideException.class)
        .hasMessageStartingWith("april.csv:2: says '%s', and what is wanted", unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Supplier,,£000", ",Day,Budget", "Supplier,,Liabilities"})
  void namesOfWhichOneIsMissingAreNotPassedOver(String names) {
    assertThatThrownBy(() -> open(names + "\n" + lines()))
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining("the record nearest to column names is '%s'", names);
  }

  @Test
  void namesOfWhichNoneIsKnownAreShown() {
    assertThatThrownBy(() -> open("Payments of the year\n\nLiferant,Dag,Beløb\n" + lines()))
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining(
            "no column is known to hold date, amount or supplier; the record nearest to column names is 'Liferant,Dag,Beløb'");
  }

  @Test
  void theSameLinesWithoutNamesAreRead() throws IOException {
    try (LedgerFile ledger = open("Payments of the year\n\n" + lines())) {
      assertThat(read(ledger)).filteredOn(Outcome.Accepted.class::isInstance).hasSize(24);
    }
  }

  @Test
  void aSupplierWhoseColumnAloneIsNotKnownIsToldByItsContent() throws IOException {
    String names = "Firm,Date,Amount\n";
    try (LedgerFile ledger = open("Payments of the year\n" + names + lines() + names + lines())) {
      List<Outcome> read = read(ledger);
      assertThat(read).filteredOn(Outcome.Accepted.class::isInstance).hasSize(48);
      assertThat(read).noneMatch(Outcome.Rejected.class::isInstance);
      assertThat(((Outcome.Accepted) read.get(2)).line().particulars().supplier())
          .isEqualTo("Acme 1 Ltd");
      assertThat(ledger.notes()).containsExactly("supplier: column 'Firm', by what it holds");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Customer", "Debtor", "Donor's name", "Supplier no"})
  void whoPaysOrIsANumberIsNoSupplier(String name) {
    assertThatThrownBy(() -> open("%s,Date,Amount\n%s".formatted(name, lines())))
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining("no column is known to hold supplier");
  }

  @Test
  void theBodysOwnNameIsNoSupplier() {
    String ofOne = lines().replaceAll("Acme \\d+ Ltd", "Welland Vale County Council");
    assertThatThrownBy(() -> open("Reporting entity label,Date,Amount\n" + ofOne))
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining("no column is known to hold supplier");
    assertThatThrownBy(() -> open(ofOne))
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining("the content alone does not decide");
  }

  @Test
  void twoColumnsOfOrganisationsLeaveADoubt() {
    String ofTwo = lines().replaceAll("(?m)^(Acme \\d+ Ltd)", "$1,$1");
    assertThatThrownBy(() -> open("Firm,Sold through,Date,Amount\n" + ofTwo))
        .isInstanceOf(SetAsideException.class)
        .hasMessageContaining("no column is known to hold supplier");
  }

  @ParameterizedTest
  @CsvSource({"Supplier,Name", "Vendor,Supplier description", "Payee,Supplier desc"})
  void ofNumbersAndNamesThatAreBothCalledTheSuppliersTheNamesAreTaken(String number, String name)
      throws IOException {
    String numbered = lines().replaceAll("(?m)^(Acme (\\d+) Ltd)", "V00$2,$1");
    String ledger = "%s,%s,Date,Amount\n%s".formatted(number, name, numbered);
    try (LedgerFile opened = open(ledger)) {
      assertThat(((Outcome.Accepted) read(opened).get(1)).line().particulars().supplier())
          .isEqualTo("Acme 1 Ltd");
      assertThat(opened.notes())
          .containsExactly("supplier: column '%s', by what it holds".formatted(name));
    }
    assertThat(LayoutSuggestion.of(folder.resolve("april.csv"), "april.csv"))
        .contains("supplier: '%s'".formatted(name));
  }

  @Test
  void numbersAloneAreNoSuppliers() {
    String numbered = lines().replaceAll("Acme (\\d+) Ltd", "20540$1");
    assertThatThrownBy(() -> open("Supplier,Date,Amount\n" + numbered))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "april.csv: column 'Supplier' holds numbers of suppliers, and no names, in 24 of the first 24 lines; name the column of their names as supplier in the body's file ('layout suggest' proposes the rest)");
  }

  @Test
  void someNamesThatLookLikeNumbersAreSuppliers() throws IOException {
    try (LedgerFile ledger =
        open("Supplier,Date,Amount\n3M,1/04/2014,1.00\nO2,1/04/2014,1.00\n" + lines())) {
      assertThat(read(ledger)).filteredOn(Outcome.Accepted.class::isInstance).hasSize(26);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#N/A", "#REF!", "#NAME?", " #VALUE! ", "Err:502"})
  void whatASpreadsheetShowsInPlaceOfAValueIsNoSupplier(String error) throws IOException {
    try (LedgerFile ledger =
        open("Supplier,Date,Amount\n%s,1/04/2014,7.00\n%s".formatted(error, lines()))) {
      assertThat(((Outcome.Rejected) read(ledger).get(1)).message())
          .isEqualTo(
              "april.csv:2: column Supplier: '%s' is what a spreadsheet shows in place of a value, where a supplier is expected"
                  .formatted(error.strip()));
      assertThat(ledger.notes())
          .contains(
              "april.csv: rejected for want of a supplier alone: 1 line of £7.00 in all, which no total has");
    }
  }
}
