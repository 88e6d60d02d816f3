package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;

/** A text read in stretches gives what it gives read record by record, to the letter. */
class BothWaysTest {

  private static final QuickScan.Pace RECORD_BY_RECORD = new QuickScan.Pace(1 << 30, 1);

  private static final Classifier CLASSIFIER =
      new Classifier(
          RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml")), Overlay.NONE);

  /** Of a body that gives months alone, and of a ledger that came soon after most of its dates. */
  private static final LedgerSettings SAYING_MORE =
      LedgerSettings.read(YamlNode.parse("body.yaml", "month: of-each-line"))
          .receivedOn(LocalDate.of(2014, 4, 10));

  @TempDir Path folder;

  /** All that a reading says. */
  private record Reading(
      ControlTotals totals,
      List<ClassifiedLine> matches,
      List<Outcome.Rejected> rejected,
      List<String> notes,
      List<PrintedTotal> printed,
      String setAside) {}

  private static Reading read(Path file, LedgerSettings settings, QuickScan.Pace pace) {
    ControlTotals totals = ControlTotals.NONE;
    List<ClassifiedLine> matches = new ArrayList<>();
    List<Outcome.Rejected> rejected = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    try (LedgerScan scan = LedgerScan.open(file, name, settings, CLASSIFIER, 0, pace)) {
      for (Optional<ScannedBlock> next = scan.next(); next.isPresent(); next = scan.next()) {
        totals = totals.plus(next.get().totals());
        matches.addAll(next.get().matches());
        rejected.addAll(next.get().rejected());
      }
      return new Reading(totals, matches, rejected, scan.notes(), scan.printedTotals(), "");
    } catch (SetAsideException refused) {
      return new Reading(
          totals, matches, rejected, List.of(), List.of(), String.valueOf(refused.getMessage()));
    }
  }

  @Test
  void giveTheSameOfEveryRealText() throws IOException {
    giveTheSameOfEveryRealTextIn(3_000);
  }

  @Test
  @Tag("campaign")
  void giveTheSameOfEveryRealTextInLongerStretches() throws IOException {
    giveTheSameOfEveryRealTextIn(20_000);
    giveTheSameOfEveryRealTextIn(100_000);
  }

  private static void giveTheSameOfEveryRealTextIn(int bytes) throws IOException {
    Path ledgers = Path.of("..", "shared", "data", "ledgers");
    assumeThat(Files.isDirectory(ledgers)).as("the real ledgers stand beside the project").isTrue();
    List<Path> files;
    try (Stream<Path> all = Files.walk(ledgers)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    int inStretches = 0;
    for (Path file : files) {
      if (isText(file)) {
        Reading singly = read(file, LedgerSettings.DEFAULT, RECORD_BY_RECORD);
        assertThat(read(file, LedgerSettings.DEFAULT, new QuickScan.Pace(bytes, 2)))
            .as("%s in stretches of %,d bytes", file, bytes)
            .isEqualTo(singly);
        inStretches += singly.setAside().isEmpty() ? 1 : 0;
      }
    }
    assertThat(inStretches).isGreaterThan(90);
  }

  private static boolean isText(Path file) {
    try {
      return FileKind.of(file, String.valueOf(file.getFileName())) == FileKind.TEXT;
    } catch (SetAsideException noLedger) {
      return false;
    }
  }

  @Test
  void giveTheSameOfHostileTexts() throws IOException {
    giveTheSameOfHostileTexts(0, 50);
  }

  @Test
  @Tag("campaign")
  void giveTheSameOfManyMoreHostileTexts() throws IOException {
    giveTheSameOfHostileTexts(50, 1_000);
  }

  private void giveTheSameOfHostileTexts(int first, int end) throws IOException {
    for (int seed = first; seed < end; seed++) {
      Random random = new Random(seed);
      Path file = Files.write(folder.resolve("hostile.csv"), hostile(random));
      LedgerSettings settings = seed % 2 == 0 ? LedgerSettings.DEFAULT : SAYING_MORE;
      Reading singly = read(file, settings, RECORD_BY_RECORD);
      for (int round = 0; round < 3; round++) {
        int bytes = 300 + random.nextInt(6_000);
        assertThat(read(file, settings, new QuickScan.Pace(bytes, 3)))
            .as("seed %d in stretches of %d bytes", seed, bytes)
            .isEqualTo(singly);
      }
    }
  }

  private static final String[] DATES = {
    "25/04/2014",
    "1/5/2014",
    "31/12/2013",
    "2014-04-03",
    "15-Mar-11",
    "31/02/2014",
    "00:00:00",
    "31/03/98",
    "11/05/2014",
    "Apr-14",
    "",
    "soon",
    "41752",
    " 07/Oct/2013 ",
    "\"03/04/2014\"",
    "\u00a003/04/2014"
  };
  private static final String[] SUMS = {
    "12.00",
    "-3.5",
    "\"1,234.56\"",
    "£7.10",
    "1.234",
    "(5.00)",
    "0",
    "-0.00",
    "9 000.00",
    "",
    "nil",
    "515.82000000000005",
    "\"2\"\"3\"",
    "1,000",
    "12.",
    ".5",
    "7.",
    "--1",
    "100000000000"
  };
  private static final String[] TEXTS = {
    "Acme Ltd",
    "Rape Crisis Tyneside",
    "\"Smith, Jones & Co\"",
    "ISVA service",
    "caf\u00e9",
    "\"say \"\"no\"\"\"",
    "5\" pipe",
    "\"5\" pipe",
    "\"two\nlines\"",
    "\"a\r\nb\" ",
    "#N/A",
    " #REF! ",
    "Total",
    "Grand Total",
    "Acme Ltd Total",
    "\"x\n25/04/2014,Acme,12.00,y\"",
    "5,12.00",
    "",
    "  ",
    "sexual violence",
    "Victims\u2019 support",
    "\"unclosed",
    "\"x\" y,z\"",
    "Survivors Network\u00a0",
    "\u2603 snow",
    "a\u0001b",
    "\"\"",
    "Amount",
    "Supplier"
  };

  /** Some usual lines, and everything that a reader could trip over. */
  private static byte[] hostile(Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Charset charset =
        random.nextInt(3) == 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    int oddity = 2 + random.nextInt(60);
    out.write(("Date,Supplier,Amount,Description,Narrative" + end).getBytes(charset));
    int lines = 200 + random.nextInt(600);
    for (int line = 0; line < lines; line++) {
      String text =
          String.join(
              ",",
              of(DATES, random, oddity),
              of(TEXTS, random, oddity),
              of(SUMS, random, oddity),
              of(TEXTS, random, oddity),
              of(TEXTS, random, oddity));
      out.write(text.getBytes(random.nextInt(oddity) == 0 ? StandardCharsets.UTF_8 : charset));
      switch (random.nextInt(20 * oddity)) {
        case 0 -> out.write(",,,,".getBytes(charset));
        case 1 -> out.write(0);
        case 2 -> out.write(0x81);
        case 3 -> out.write("\nSupplier,Date,Amount,Description".getBytes(charset));
        case 4 ->
            out.write(("\n\"" + "25/04/2014,A,1.00,B,C\n".repeat(9) + "\",1").getBytes(charset));
        case 5 -> out.write("\n,,Total,99.00".getBytes(charset));
        case 6 -> out.write(",".repeat(200).getBytes(charset));
        default -> {}
      }
      boolean isLast = line == lines - 1 && random.nextBoolean();
      out.write((isLast ? "" : random.nextInt(5 * oddity) == 0 ? "\n" : end).getBytes(charset));
    }
    return out.toByteArray();
  }

  private static String of(String[] all, Random random, int oddity) {
    return all[random.nextInt(oddity) == 0 ? random.nextInt(all.length) : 0];
  }
}
