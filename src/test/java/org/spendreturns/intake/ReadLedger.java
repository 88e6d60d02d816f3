package org.spendreturns.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;

/**
 * A small ledger called april.csv, read to its end, as a test wants to see it.
 *
 * @param outcomes one a record: {@code 2 2014-04-01 Acme 12.00}, or line and kind, or reason and
 *     message
 * @param notes what a person should know of how it was read
 */
record ReadLedger(List<String> outcomes, List<String> notes) {

  /** A usual row of column names, with its line end. */
  static final String HEADER = "Payment Date,Supplier Name,Net Amount,Description\n";

  static ReadLedger of(Path folder, byte[] bytes, LedgerSettings settings) throws IOException {
    Path file = Files.write(folder.resolve("april.csv"), bytes);
    List<String> outcomes = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, "april.csv", settings)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        outcomes.add(written(next.get()));
      }
      return new ReadLedger(outcomes, ledger.notes());
    }
  }

  static ReadLedger of(Path folder, String text) throws IOException {
    return of(folder, text.getBytes(StandardCharsets.UTF_8), LedgerSettings.DEFAULT);
  }

  private static String written(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      LedgerLine line = accepted.line();
      return "%d %s %s %s"
          .formatted(line.at().line(), line.date(), line.particulars().supplier(), line.amount());
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.reason() + " " + rejected.message();
    }
    return outcome instanceof Outcome.Furniture furniture
        ? outcome.at().line() + " " + furniture.kind()
        : outcome.at().line() + " blank";
  }
}
