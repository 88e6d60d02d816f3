package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.Term;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;

class OcdsRegisterTest {

  @TempDir Path folder;

  @Test
  void readsAContractWithTheSupplierOfItsAward() throws IOException {
    Contract contract =
        read("""
                {"ocid": "ocds-1", "date": "2026-01-05T00:00:00Z",
                 "parties": [{"id": "P-1", "name": "Lake Trust",
                   "identifier": {"scheme": "GB-PPON", "id": "ABC"},
                   "additionalIdentifiers": [{"scheme": "GB-CHC", "id": "123"}]}],
                 "tender": {"title": "Aftercare"},
                 "awards": [{"id": "1", "status": "active", "date": "2026-01-02T10:00:00Z",
                   "suppliers": [{"id": "P-1", "name": "Lake Trust"}]}],
                 "contracts": [{"id": "7", "awardID": "1",
                   "value": {"amount": 525000, "amountGross": 630000, "currency": "GBP"},
                   "period": {"startDate": "2026-04-01T00:00:00+01:00",
                     "endDate": "2027-03-31T23:59:59+01:00",
                     "maxExtentDate": "2028-03-31T23:59:59+01:00"}}]}
                """)
            .contracts()
            .get(0);
    assertThat(contract.at()).hasToString("notices.json:ocds-1:1");
    assertThat(contract.reference()).isEqualTo("ocds-1/7");
    assertThat(contract.kind()).isEqualTo(Kind.CONTRACT);
    assertThat(contract.organisation())
        .isEqualTo(new Contract.Organisation("Lake Trust", "GB-CHC-123"));
    assertThat(contract.service()).isEqualTo("Aftercare");
    assertThat(contract.price().firm()).contains(Money.parse("525000"));
    assertThat(contract.price().vat()).isEqualTo(VatBasis.NET);
    assertThat(contract.term().firm())
        .contains(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
    assertThat(contract.term().options())
        .extracting(Term.Option::period)
        .containsExactly(new Period(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31)));
  }

  @Test
  void takesADayInLondonAndNotInGreenwich() throws IOException {
    Contract contract =
        read("""
                {"releases": [{"ocid": "ocds-1", "awards": [{"id": "1",
                  "suppliers": [{"name": "Lake Trust"}],
                  "contractPeriod": {"startDate": "2026-03-31T23:00:00Z",
                    "endDate": "2027-03-31"}}]}]}
                """)
            .contracts()
            .get(0);
    assertThat(contract.term().start()).contains(LocalDate.of(2026, 4, 1));
    assertThat(contract.price().value())
        .isEqualTo(new AgreedSum.NotOnFile("the notice gives no value"));
  }

  @Test
  void takesTheLatestReleaseOfAProcess() throws IOException {
    ContractRegister register =
        read(
            """
            {"releases": [
              {"ocid": "ocds-1", "date": "2026-02-01T00:00:00Z", "awards": [{"id": "1",
                "suppliers": [{"name": "Lake Trust"}], "value": {"amount": 2.5}}]},
              {"ocid": "ocds-1", "date": "2026-01-01T00:00:00Z", "tender": {"title": "Advice"}},
              {"ocid": "ocds-2", "tender": {"title": "Talk", "value": {"amount": 9}}}]}
            """);
    assertThat(register.contracts())
        .extracting(Contract::kind)
        .containsExactly(Kind.CONTRACT, Kind.TENDER);
    assertThat(register.contracts().get(0).price().firm()).contains(Money.parse("2.50"));
    assertThat(register.contracts().get(1).price().firm()).contains(Money.parse("9"));
  }

  @Test
  void doesNotTakeACancelledAwardForOne() throws IOException {
    Contract contract =
        read("""
                {"ocid": "ocds-1", "awards": [{"id": "1", "status": "cancelled",
                  "suppliers": [{"name": "Lake Trust"}], "value": {"amount": 9}}]}
                """)
            .contracts()
            .get(0);
    assertThat(contract.kind()).isEqualTo(Kind.TENDER);
    assertThat(contract.note()).isEqualTo("The notice says: cancelled.");
  }

  @Test
  void rejectsARowWithItsReason() throws IOException {
    ContractRegister register =
        read(
            """
            {"releases": [
              {"ocid": "o-1", "awards": [{"id": "1", "value": {"amount": 9}}]},
              {"ocid": "o-2", "awards": [{"id": "1", "suppliers": [{"name": "A"}],
                "value": {"amount": 9, "currency": "EUR"}}]},
              {"ocid": "o-3", "awards": [{"id": "1", "suppliers": [{"name": "A"}],
                "value": {"amount": 9.005}}]},
              {"ocid": "o-4", "awards": [{"id": "1", "suppliers": [{"name": "A"}],
                "contractPeriod": {"startDate": "2026-04-02", "endDate": "2026-04-01"}}]},
              {"ocid": "o-5", "awards": [{"id": "1", "suppliers": [{"name": "A"}],
                "contractPeriod": {"startDate": "April 2026"}}]},
              {"ocid": "o-6", "awards": [{"id": "1", "suppliers": [{"name": "A"}]}]}]}
            """);
    assertThat(register.rejected())
        .extracting(row -> row.line().message())
        .containsExactly(
            "notices.json:o-1:1: the award names no supplier",
            "notices.json:o-2:1: currency 'EUR' is not GBP",
            "notices.json:o-3:1: value '9.005' is not a sum of pounds and pence",
            "notices.json:o-4:1: endDate: '2026-04-01' is before the startDate, '2026-04-02'",
            "notices.json:o-5:1: startDate: 'April 2026' is not a date written like"
                + " 2026-04-01T00:00:00+01:00");
    assertThat(register.contracts()).hasSize(1);
  }

  @Test
  void refusesAFileWithoutReleases() {
    assertThatThrownBy(() -> read("{\n\"releases\": [\n"))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage("notices.json:3: from here the text is not JSON");
    assertThatThrownBy(() -> read("{}"))
        .hasMessage(
            "notices.json:1: no release with an 'ocid' found; expected an OCDS release or a"
                + " package");
  }

  private ContractRegister read(String json) throws IOException {
    return RegisterFile.read(Files.writeString(folder.resolve("notices.json"), json));
  }
}
