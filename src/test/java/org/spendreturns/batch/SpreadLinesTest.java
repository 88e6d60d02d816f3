package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RepeatedLines;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;

class SpreadLinesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void findsIdenticalLinesOverHoweverManyFilesTheyAreSpread(int parts) {
    try (SpreadLines lines = new SpreadLines("april.csv", parts)) {
      for (int number = 0; number < 3_000; number++) {
        int says = number % 1_000; // each payment stands there three times, far apart
        lines.add(
            new LedgerLine(
                new SourceRef("april.csv", "", number + 2L),
                LocalDate.of(2014, 4, 1).plusDays(says % 30),
                new Money(100L * says),
                "T" + says,
                Particulars.of("Supplier " + says % 40, "Locks")));
      }
      RepeatedLines repeated = lines.repeated();

      assertThat(repeated.groups()).isEqualTo(1_000);
      assertThat(repeated.lines()).isEqualTo(3_000);
      assertThat(repeated.first()).contains(new SourceRef("april.csv", "", 2));
    }
  }
}
