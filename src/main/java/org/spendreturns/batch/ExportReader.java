package org.spendreturns.batch;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.archive.Archive;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.intake.LedgerFile;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome;
import org.springframework.stereotype.Component;

/** Reads lines of exports again, to compare what they say. */
@Component
class ExportReader {

  private final Archive archive;

  ExportReader(Archive archive) {
    this.archive = archive;
  }

  /** The accepted lines of some months, spread over so many files; to be closed after use. */
  SpreadLines spread(Export export, Set<YearMonth> months, int parts) {
    SpreadLines lines = new SpreadLines(export.name(), parts);
    try (Archive.Original original = archive.open(export.digest());
        LedgerFile file = LedgerFile.open(original.file(), export.name(), export.settings())) {
      for (Optional<Outcome> next = file.next(); next.isPresent(); next = file.next()) {
        if (next.get() instanceof Outcome.Accepted accepted
            && months.contains(YearMonth.from(accepted.line().date()))) {
          lines.add(accepted.line());
        }
      }
    } catch (RuntimeException fault) {
      lines.close();
      throw fault;
    }
    return lines;
  }

  /** The months in which both have accepted lines. */
  static Set<YearMonth> shared(ControlTotals one, ControlTotals other) {
    Set<YearMonth> months = new HashSet<>(one.byMonth().keySet());
    months.retainAll(other.byMonth().keySet());
    return months;
  }
}
