package org.spendreturns.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.spendreturns.batch.Home;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.intake.RulebookFile;
import org.spendreturns.intake.ScannedBlock;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.rulebook.Classifier;

/**
 * One contender in a process of its own: the product, also for one night alone with its classes
 * from an archive that such a night makes, its scan with nothing stored, FastCSV, or DuckDB with
 * one thread or two, over one file. Prints what it measured, one {@code name=value} a line.
 */
final class Contender {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** The same accounting: lines, their pence by month, those without a date, those of the topic. */
  private static final String ACCOUNT =
      """
      with lines as (
        select try_strptime("Payment Date", '%%d/%%m/%%Y') as dated,
          try_cast("Net Amount" as decimal(18, 2)) as amount,
          regexp_matches(lower(concat_ws(' | ', "Supplier Name", "Purpose", "Cost Centre",
            "Expense Type", "Contract Reference")), '%s') as hit
        from read_csv('%s', header = true, all_varchar = true, delim = ',', quote = '"'))
      select date_trunc('month', dated), count(*), cast(sum(amount * 100) as bigint),
        count(*) filter (hit), count(*) filter (dated is null or amount is null)
      from lines group by 1""";

  private Contender() {}

  public static void main(String[] args) throws Exception {
    PeakMemory memory = new PeakMemory();
    Path file = Path.of(args[1]);
    switch (args[0]) {
      case "product" -> product(Path.of(args[2]));
      case "archived" -> night(Path.of(args[2]).resolve("first"), "");
      case "unstored" -> unstored(file);
      case "fastcsv" -> fastCsv(file);
      case "duckdb-1" -> duckDb(file, 1);
      default -> duckDb(file, 2);
    }
    say("heapMiB", memory.heapMiB());
    say("memoryMiB", PeakMemory.ofProcessMiB());
  }

  private static void say(String name, long value) {
    OUT.println(name + "=" + value);
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** A night in a process that has done none, and the same in another installation after it. */
  private static void product(Path home) throws SQLException {
    night(home.resolve("first"), "");
    night(home.resolve("again"), ScanBench.AGAIN);
  }

  /** The nightly job over an input folder that holds the ledger; each step's own time. */
  private static void night(Path home, String which) throws SQLException {
    Home rooms = new Home(home.resolve("input"), Path.of("reports/templates"), home, home);
    NightSteps.of(rooms).forEach((step, millis) -> say(which + step + "Millis", millis));
    try (Connection database = NightSteps.database(rooms);
        Statement statement = database.createStatement()) {
      sayOne(statement, which + "accepted", "select sum(accepted) from scan");
      sayOne(statement, which + "rejected", "select sum(rejected_lines) from scan_rejection");
      sayOne(statement, which + "pence", "select sum(amount_pence) from scan_month");
      sayOne(statement, which + "months", "select count(*) from scan_month");
      sayOne(statement, which + "hits", "select count(*) from matched_line");
    }
  }

  private static void sayOne(Statement statement, String name, String sql) throws SQLException {
    try (ResultSet one = statement.executeQuery(sql)) {
      one.next();
      say(name, one.getLong(1));
    }
  }

  /** The product's scan alone: every line accounted for and classified, nothing stored. */
  private static void unstored(Path file) {
    Classifier classifier = RulebookFile.ready(Patterns.RULEBOOK);
    long before = System.nanoTime();
    ControlTotals totals = ControlTotals.NONE;
    long hits = 0;
    try (LedgerScan scan =
        LedgerScan.open(file, "ledger.csv", LedgerSettings.DEFAULT, classifier, 0)) {
      for (Optional<ScannedBlock> next = scan.next(); next.isPresent(); next = scan.next()) {
        totals = totals.plus(next.get().totals());
        hits += next.get().matches().size();
      }
    }
    say("scanMillis", millisSince(before));
    say("accepted", totals.accepted());
    say("rejected", totals.rejected());
    say("pence", totals.amount().pence());
    say("months", totals.byMonth().size());
    say("hits", hits);
  }

  /** Splits and decodes every record, and does nothing with it. */
  private static void fastCsv(Path file) throws IOException {
    long before = System.nanoTime();
    long records = 0;
    long cells = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord record : reader) {
        records++;
        cells += record.getFieldCount();
      }
    }
    say("scanMillis", millisSince(before));
    say("accepted", records - 1);
    say("cells", cells);
  }

  private static void duckDb(Path file, int threads) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set threads = " + threads);
      statement.execute("set preserve_insertion_order = false");
      long before = System.nanoTime();
      long months = 0;
      long lines = 0;
      long pence = 0;
      long hits = 0;
      long bad = 0;
      try (ResultSet month =
          statement.executeQuery(
              ACCOUNT.formatted(Patterns.expression(ScanBench.PATTERNS), file))) {
        while (month.next()) {
          boolean dated = month.getDate(1) != null;
          months += dated ? 1 : 0;
          lines += dated ? month.getLong(2) : 0;
          pence += dated ? month.getLong(3) : 0;
          hits += month.getLong(4);
          bad += month.getLong(5);
        }
      }
      say("scanMillis", millisSince(before));
      say("accepted", lines);
      say("rejected", bad);
      say("pence", pence);
      say("months", months);
      say("hits", hits);
    }
  }
}
