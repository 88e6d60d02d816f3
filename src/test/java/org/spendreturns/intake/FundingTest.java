package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.Price;
import org.spendreturns.money.Money;

/** Who pays an agreement together, and how much each. */
class FundingTest {

  private static final String HEAD =
      "reference,kind,organisation,service,start,end,value,co-funders,whole value\n";

  @TempDir Path folder;

  @Test
  void takesWhatTheOthersLeaveForTheBodysOwnShare() throws IOException {
    Price price = price("A,grant,P,S,2016-04-01,2017-03-31,,NHS: 50%; City: 10.5 %,1001.01");
    assertThat(price.coFunders())
        .containsExactly(
            new Price.CoFunder("NHS", Money.parse("500.51")),
            new Price.CoFunder("City", Money.parse("105.11")));
    assertThat(price.firm()).contains(Money.parse("395.39"));
    assertThat(price.whole()).contains(Money.parse("1001.01"));
  }

  @Test
  void countsASumAYearForEachWholeYearOfTheTerm() throws IOException {
    Price price = price("A,grant,P,S,2022-04-01,2027-03-31,,City: 344000 a year,490000 a year");
    assertThat(price.firm()).contains(Money.parse("730000"));
    assertThat(price.whole()).contains(Money.parse("2450000"));
  }

  @Test
  void givesNoShareWhereNothingSaysIt() throws IOException {
    assertThat(price("A,grant,P,S,2022-04-01,2023-03-31,,City: 344000,").firm()).isEmpty();
    assertThat(price("A,grant,P,S,2022-04-01,2023-03-31,,,490000").firm()).isEmpty();
  }

  @Test
  void rejectsSharesThatCannotBeReckoned() throws IOException {
    ContractRegister register =
        read(
            "r.csv",
            HEAD
                + """
                A,grant,P,S,2022-04-01,2023-03-31,10,City: 50%,
                B,grant,P,S,2022-04-01,2023-02-28,10,City: 5 a year,
                C,grant,P,S,2022-04-01,2023-03-31,10,City: half,20
                """);
    assertThat(register.rejected())
        .extracting(row -> row.line().message())
        .containsExactly(
            "r.csv:2: column co-funders: '50%' is a share of a whole value that the row does not"
                + " give",
            "r.csv:3: column co-funders: '5 a year', but start to end is not a number of whole"
                + " years; give the sum of the whole term",
            "r.csv:4: column co-funders: 'half' is not a sum written like 1250 or -12.30");
  }

  @Test
  void readsTheBuyersShareAndItsYearsFromARelease() throws IOException {
    Price price = release("525000");
    assertThat(price.firm()).contains(Money.parse("425000"));
    assertThat(price.statedByYear())
        .isEqualTo(
            Map.of(
                FinancialYear.parse("2026-27"), Money.parse("200000"),
                FinancialYear.parse("2027-28"), Money.parse("225000")));
    assertThat(price.coFunders())
        .containsExactly(new Price.CoFunder("NHS England", Money.parse("100000")));
    assertThat(price.whole()).contains(Money.parse("525000"));
  }

  @Test
  void takesNoBudgetForSharesThatIsNotTheContractsValue() throws IOException {
    Price price = release("600000");
    assertThat(price.firm()).contains(Money.parse("600000"));
    assertThat(price.coFunders()).isEmpty();
    assertThat(price.statedByYear()).isEmpty();
  }

  @Test
  void takesAYearWithoutASumForNoDivisionAndNoFault() throws IOException {
    ContractRegister register =
        read(
            "notices.json",
            """
            {"ocid": "o-1", "planning": {"budget": {"budgetBreakdown": [
               {"id": "2026-27", "amount": {"amount": 10}},
               {"id": "2027-28", "description": "2027-28: not on file"}]}},
             "awards": [{"id": "1", "suppliers": [{"name": "P"}], "value": {"amount": 10}}]}
            """);
    assertThat(register.rejected()).isEmpty();
    Price price = register.contracts().get(0).price();
    assertThat(price.firm()).contains(Money.parse("10"));
    assertThat(price.statedByYear()).isEmpty();
  }

  @Test
  void refusesAgreementsThatIncludeEachOther() throws IOException {
    ContractRegister register =
        read(
            "r.csv",
            """
            reference,kind,organisation,service,value,parent
            A,grant,P,S,10,B
            B,grant,P,S,20,C
            C,grant,P,S,30,B
            D,grant,P,S,40,D
            E,grant,P,S,50,
            """);
    assertThat(register.rejected())
        .extracting(row -> row.line().message())
        .containsExactly(
            "r.csv:3: column parent: 'C' leads back to this agreement (B in C in B); name the"
                + " agreement whose value includes the others, and leave its own parent empty",
            "r.csv:4: column parent: 'B' leads back to this agreement (C in B in C); name the"
                + " agreement whose value includes the others, and leave its own parent empty",
            "r.csv:5: column parent: 'D' leads back to this agreement (D in D); name the agreement"
                + " whose value includes the others, and leave its own parent empty");
    assertThat(register.contracts()).extracting(each -> each.reference()).containsExactly("A", "E");
  }

  private Price release(String value) throws IOException {
    List<String> periods =
        List.of(
            "{\"startDate\": \"2026-04-01T00:00:00+01:00\","
                + " \"endDate\": \"2027-03-31T23:59:59+01:00\"}",
            "{\"startDate\": \"2027-04-01T00:00:00+01:00\","
                + " \"endDate\": \"2028-03-31T23:59:59+01:00\"}");
    String json =
        """
        {"ocid": "o-1", "buyer": {"id": "B-1", "name": "The Commissioner"},
         "planning": {"budget": {"budgetBreakdown": [
           {"amount": {"amount": 200000}, "period": %s, "sourceParty": {"id": "B-1"}},
           {"amount": {"amount": 225000}, "period": %s, "sourceParty": {"id": "B-1"}},
           {"amount": {"amount": 100000}, "sourceParty": {"id": "N-1", "name": "NHS England"}}]}},
         "awards": [{"id": "1", "suppliers": [{"name": "P"}], "value": {"amount": %s}}]}
        """
            .formatted(periods.get(0), periods.get(1), value);
    return read("notices.json", json).contracts().get(0).price();
  }

  private Price price(String row) throws IOException {
    return read("r.csv", HEAD + row + "\n").contracts().get(0).price();
  }

  private ContractRegister read(String name, String text) throws IOException {
    return RegisterFile.read(Files.writeString(folder.resolve(name), text));
  }
}
