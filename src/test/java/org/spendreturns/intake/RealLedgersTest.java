package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.ComparedLine;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.ExportLines;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.ledger.RepeatedLines;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.money.Money;

/**
 * Published ledgers; they are not part of the project, so the tests run only beside them.
 *
 * <p>The numbers of {@code real-ledgers.tsv} agree with an independent reading, made once in
 * November 2026, in lines and pence for all 141 exports that are read: 125 texts with Python's
 * {@code csv} and {@code decimal} (columns picked by name, or for the one without names by place),
 * and 16 workbooks turned into CSV by LibreOffice and added up the same way. Neither shares code
 * with this program.
 */
class RealLedgersTest {

  private static final Path LEDGERS = Path.of("..", "shared", "data", "ledgers");
  private static final Path LABELLED =
      Path.of("..", "shared", "data", "labelled", "ledger-lines.csv");

  private static final List<String> ACCOUNTS = new ArrayList<>();
  private static final Map<String, String> SUPPLIERS = new TreeMap<>(); // of labelled lines

  private static Map<String, String> labelled = Map.of();

  @Test
  void agreesWithASecondReaderOnWhatLancashirePaidTwoSuppliers() {
    assumeTrue(Files.isDirectory(LEDGERS), "the published ledgers are not at " + LEDGERS);
    Map<String, Tally> paid = new TreeMap<>();
    for (String year : new String[] {"2018-19", "2020-21", "2022-23", "2023-24"}) {
      Path file = LEDGERS.resolve("lancashire-pcc/pcc-%s.xlsx".formatted(year));
      try (LedgerFile ledger = LedgerFile.open(file, "pcc.xlsx", LedgerSettings.DEFAULT)) {
        for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
          if (next.get() instanceof Outcome.Accepted accepted) {
            count(accepted.line(), paid);
          }
        }
      }
    }
    assertThat(paid)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2020-21 TRUST HOUSE LANCASHIRE", tally(2, "35395.04"),
                "2020-21 BIRCHALL TRUST", tally(2, "16739.92"),
                "2022-23 TRUST HOUSE LANCASHIRE", tally(2, "48143.82"),
                "2022-23 BIRCHALL TRUST", tally(3, "46624.84"),
                "2023-24 TRUST HOUSE LANCASHIRE", tally(4, "176191.76"),
                "2023-24 BIRCHALL TRUST", tally(2, "43024.84")));
  }

  /** What one reading of all of them says. */
  @BeforeAll
  static void readAll(@TempDir Path folder) throws IOException {
    if (!Files.isDirectory(LEDGERS)) {
      return; // each test says so
    }
    labelled = Files.isRegularFile(LABELLED) ? labelled() : Map.of();
    try (Stream<Path> files = Files.walk(LEDGERS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = LEDGERS.relativize(file).toString();
        if (name.endsWith(".zip")) {
          ACCOUNTS.add(account(file, name));
          for (ZippedLedgers.Unpacked inner : ZippedLedgers.unpack(file, name, folder)) {
            ACCOUNTS.add(account(inner.file(), inner.name()));
          }
        } else if (!name.equals("MANIFEST.tsv")) {
          ACCOUNTS.add(account(file, name));
        }
      }
    }
  }

  @Test
  void accountsForEveryLineOfEveryPublishedLedger() throws IOException {
    assumeTrue(Files.isDirectory(LEDGERS), "the published ledgers are not at " + LEDGERS);
    assertThat(ACCOUNTS).containsExactlyElementsOf(expected());
  }

  private static List<String> expected() throws IOException {
    try (InputStream in = RealLedgersTest.class.getResourceAsStream("real-ledgers.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static String account(Path file, String name) {
    ControlTotals.Builder totals = new ControlTotals.Builder();
    long records = 0;
    try (LedgerFile ledger = LedgerFile.open(file, name, LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        totals.add(next.get());
        keepIfLabelled(name, next.get());
        records++;
      }
    } catch (SetAsideException fault) {
      return String.join("\t", name, fault.kind().name(), "0", "0", "0", "0");
    }
    ControlTotals all = totals.build();
    assertThat(all.records()).as(name).isEqualTo(records);
    return "%s\tread\t%d\t%d\t%d\t%d"
        .formatted(name, all.lines(), all.accepted(), all.rejected(), all.amount().pence());
  }

  @Test
  void tellsRestatedSystemsAndFormatsOfOneBodyApart() {
    assumeTrue(Files.isDirectory(LEDGERS), "the published ledgers are not at " + LEDGERS);
    ExportLines first = lines("warwickshire-cc/all-aug-2013.csv");
    ExportLines corrected = lines("warwickshire-cc/all-august-2013-corrected.csv");
    Overlap restated = first.comparedWith(corrected);
    assertThat(restated.numbered()).isEqualTo(tally(4_414, "25541610.09"));
    assertThat(restated.reworded()).as("of these, in other words").isEqualTo(268);
    assertThat(restated.onlyEarlier()).isEqualTo(6_560);
    assertThat(restated.onlyLater()).isEqualTo(1_057);
    assertThat(repeated("warwickshire-cc/all-aug-2013.csv").groups())
        .as("nearly every line stands there twice")
        .isEqualTo(5_477);
    ExportLines oldSystem = lines("warwickshire-cc/old-april-2012.csv");
    ExportLines newSystem = lines("warwickshire-cc/new-april-2012.csv");
    assertThat(oldSystem.comparedWith(newSystem).relation()).isEqualTo(Overlap.Relation.ADDS);
    ExportLines text = lines("warwickshire-grants/grants-2015-to-2016.csv");
    ExportLines workbook = lines("warwickshire-grants/grants-2015-to-2016.xlsm");
    assertThat(text.comparedWith(workbook).relation()).isEqualTo(Overlap.Relation.REPEATS);
  }

  private static ExportLines lines(String name) {
    ExportLines lines = new ExportLines();
    accepted(name).forEach(lines::add);
    return lines;
  }

  private static RepeatedLines repeated(String name) {
    RepeatedLines repeated = new RepeatedLines();
    ComparedLine.Maker maker = new ComparedLine.Maker();
    accepted(name).forEach(line -> repeated.add(maker.of(line)));
    repeated.endPart();
    return repeated;
  }

  private static List<LedgerLine> accepted(String name) {
    List<LedgerLine> lines = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(LEDGERS.resolve(name), name, LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        if (next.get() instanceof Outcome.Accepted accepted) {
          lines.add(accepted.line());
        }
      }
    }
    return lines;
  }

  @Test
  void findsEveryLabelledLineAtThePlaceThatItsLabelNames() {
    assumeTrue(Files.isRegularFile(LABELLED), "the labelled lines are not at " + LABELLED);
    SUPPLIERS.forEach(
        (place, supplier) -> assertThat(labelled.get(place)).as(place).contains(supplier));
    assertThat(SUPPLIERS).as("the others stand in ledgers that are set aside").hasSize(440);
  }

  /** The texts of the labelled lines, by place. */
  private static Map<String, String> labelled() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(LABELLED)) {
      lines.forEach(
          line ->
              texts.put(
                  place(line.getField("file"), line.getField("sheet"), line.getField("line")),
                  line.getField("text")));
    }
    return texts;
  }

  /** Keeps the supplier of a labelled line, accepted or rejected. */
  private static void keepIfLabelled(String file, Outcome outcome) {
    SourceRef at = outcome.at();
    String place = place(file, at.sheet(), String.valueOf(at.line()));
    if (!labelled.containsKey(place)) {
      return;
    }
    if (outcome instanceof Outcome.Accepted accepted) {
      SUPPLIERS.put(place, accepted.line().particulars().supplier());
    } else if (outcome instanceof Outcome.Rejected rejected) {
      SUPPLIERS.put(place, rejected.particulars().supplier());
    }
  }

  private static String place(String file, String sheet, String line) {
    return file + ":" + sheet + ":" + line;
  }

  private static void count(LedgerLine line, Map<String, Tally> paid) {
    String name = SupplierName.of(line.particulars().supplier()).normalised();
    if (name.equals("TRUST HOUSE LANCASHIRE") || name.equals("BIRCHALL TRUST")) {
      paid.merge(line.financialYear() + " " + name, new Tally(1, line.amount()), Tally::plus);
    }
  }

  private static Tally tally(long lines, String pounds) {
    return new Tally(lines, Money.parse(pounds));
  }
}
