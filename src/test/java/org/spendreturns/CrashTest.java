package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, killed while it scans many exports and inside a long one, and run again. */
class CrashTest {

  private static final int EXPORTS = 40;
  private static final int LINES = 1_500; // of each of these exports
  private static final int LAST_KILL = 32; // exports begun when it is killed among them at last
  private static final int LINES_OF_THE_LONG_ONE = 75_000; // of 1,500 bytes: two commits
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String LONG = "long.csv";

  /** The first month of a reading as the database logs it when it commits; its id begins it. */
  private static final Pattern MONTH = Pattern.compile("INSERT INTO SCAN_MONTH VALUES\\((\\d+),");

  /** The long one alone has payments of 2014. */
  private static final Pattern MONTH_OF_THE_LONG_ONE =
      Pattern.compile("INSERT INTO SCAN_MONTH VALUES\\(\\d+,'2014-");

  private static final Pattern READING =
      Pattern.compile("scan: (\\d+) accepted READING long\\.csv .*");

  @TempDir Path folder;

  @Test
  void killedAtThreePointsOfTheScanItEndsWithTheRowsOfAnUndisturbedRun() throws Exception {
    endsWithTheRowsOfAnUndisturbedRunAfter(2);
  }

  @Test
  @Tag("campaign")
  void killedAtTwentyPointsItDoesSoToo() throws Exception {
    endsWithTheRowsOfAnUndisturbedRunAfter(19);
  }

  /** After so many kills among its exports, and one inside a long export. */
  private void endsWithTheRowsOfAnUndisturbedRunAfter(int kills) throws Exception {
    layIn();
    Kills killed = new Kills("killed");
    for (int kill = 1; kill <= kills; kill++) {
      killed.at(LAST_KILL * kill / kills);
    }
    killed.insideTheLongOne();
    assertThat(killed.points)
        .as("exports begun at each kill of a run that said '%s'", said("killed"))
        .hasSize(kills)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(begun -> begun > 0 && begun <= EXPORTS);
    assertThat(killed.committed)
        .as("lines of the long export that were committed when it was killed inside it")
        .isGreaterThan(0)
        .isLessThan(LINES_OF_THE_LONG_ONE - 2);
    endWell(List.of("undisturbed", "killed"));
    List<String> expected = rows("undisturbed");
    assertThat(expected.stream().filter(row -> row.startsWith("scan: 1499 accepted BALANCED")))
        .hasSize(EXPORTS);
    assertThat(expected)
        .contains("scan: %d accepted BALANCED long.csv 0 1".formatted(LINES_OF_THE_LONG_ONE - 2))
        .anyMatch(row -> row.startsWith("match: "))
        .anyMatch(row -> row.startsWith("rejected: "));
    assertThat(rows("killed")).isEqualTo(expected);
  }

  /** Runs on each home to its end, all at a time. */
  private void endWell(List<String> homes) throws Exception {
    Map<String, Process> nights = new LinkedHashMap<>();
    for (String home : homes) {
      nights.put(home, start(home));
    }
    for (Map.Entry<String, Process> night : nights.entrySet()) {
      int code = night.getValue().waitFor();
      assertThat(code)
          .as("exit code of the run of %s, that said '%s'", night.getKey(), said(night.getKey()))
          .isEqualTo(3);
    }
  }

  private String said(String home) throws IOException {
    return Files.readString(folder.resolve(home + ".out"));
  }

  /** Kills a home's runs, at points that are spread over the whole scan. */
  private final class Kills {
    private final String home;
    private final Random delay;
    private final Set<String> begun = new HashSet<>();
    private final List<Integer> points = new ArrayList<>(); // exports begun at each kill
    private int committed; // lines of the long export, when it was killed inside it

    Kills(String home) {
      this.home = home;
      this.delay = new Random(home.hashCode());
    }

    /** Kills it when so many exports are begun; also inside the long one, if its turn comes. */
    void at(int enough) throws Exception {
      int kills = points.size();
      while (points.size() == kills) {
        kill(Math.max(enough, begun.size() + 1));
      }
    }

    /** Kills it inside the long one, if that was not done. */
    void insideTheLongOne() throws Exception {
      if (committed == 0) {
        kill(Integer.MAX_VALUE);
      }
    }

    private void kill(int enough) throws Exception {
      DatabaseLog log = new DatabaseLog(folder.resolve(home));
      log.gained(); // passes over what the run before left
      boolean isInside = false;
      Process night = start(home);
      while (night.isAlive() && begun.size() < enough && !isInside) {
        Thread.sleep(2);
        String gained = log.gained();
        begun.addAll(begunIn(gained));
        isInside = committed == 0 && MONTH_OF_THE_LONG_ONE.matcher(gained).find();
      }
      Thread.sleep(isInside ? 0 : delay.nextInt(20));
      night.destroyForcibly().waitFor();
      begun.addAll(begunIn(log.gained()));
      if (isInside) {
        committed = committedOfTheLongOne(home);
      } else {
        points.add(begun.size());
      }
    }
  }

  private int committedOfTheLongOne(String home) throws IOException, SQLException {
    try (NightRows left = NightRows.of(folder.resolve(home))) {
      Matcher reading = READING.matcher("");
      return left.scans().stream()
          .filter(scan -> reading.reset(scan).matches())
          .mapToInt(scan -> Integer.parseInt(reading.group(1)))
          .sum();
    }
  }

  /** Readings that the database's log has gained lines of. */
  private static Set<String> begunIn(String gained) {
    Set<String> begun = new HashSet<>();
    Matcher month = MONTH.matcher(gained);
    while (month.find()) {
      begun.add(month.group(1));
    }
    return begun;
  }

  /** Of each export's lines one in 1,000 is of the topic, and one has a day that does not exist. */
  private void layIn() throws IOException {
    Path input = folder.resolve("input");
    Path ledgers = Files.createDirectories(input.resolve("ledgers/nene-vale"));
    Files.createDirectories(input.resolve("bodies"));
    Files.createDirectories(input.resolve("rulebooks/sexual-violence"));
    Files.writeString(
        input.resolve("bodies/nene-vale.yaml"), "id: nene-vale\nname: Nene Vale\nkind: pcc\n");
    Folders.copy(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    YearMonth month = YearMonth.of(2010, 4);
    for (int export = 0; export < EXPORTS; export++) {
      StringBuilder ledger = new StringBuilder(HEADER);
      for (int line = 0; line < LINES; line++) {
        String day = line == 7 ? "31/02/2015" : day(month, 1 + line % 28);
        String bought = line % 1_000 == 3 ? "Kingfisher,ISVA service" : "Acme Ltd,Locks";
        ledger.append("%s,%s,%d.%02d\n".formatted(day, bought, line, export));
      }
      Files.writeString(ledgers.resolve(month + ".csv"), ledger);
      month = month.plusMonths(1);
    }
    layInALongOne(ledgers.resolve(LONG));
    MinuteOld.make(input);
  }

  /** Of the lines one in 5,000 is of the topic, and two have a day that does not exist. */
  private static void layInALongOne(Path file) throws IOException {
    String locks = "Locks and keys of the offices at Oundle. ".repeat(35);
    try (BufferedWriter ledger = Files.newBufferedWriter(file)) {
      ledger.write(HEADER);
      for (int line = 0; line < LINES_OF_THE_LONG_ONE; line++) {
        YearMonth month = YearMonth.of(2014, 1 + line * 12 / LINES_OF_THE_LONG_ONE);
        String day = line % 50_000 == 20_000 ? "31/02/2015" : day(month, 1 + line % 28);
        String bought = line % 5_000 == 3 ? "Kingfisher,ISVA service" : "Acme Ltd," + locks;
        ledger.write("%s,%s,%d.%02d\n".formatted(day, bought, line, line % 100));
      }
    }
  }

  private static String day(YearMonth month, int day) {
    return "%02d/%02d/%d".formatted(day, month.getMonthValue(), month.getYear());
  }

  private Process start(String home) throws IOException {
    return Program.start(
        folder.resolve(home + ".out"),
        "nightly", // nothing is asked: it scans
        "--input=" + folder.resolve("input"),
        "--reports=" + folder.resolve(home + "-reports"),
        "--home=" + folder.resolve(home));
  }

  private List<String> rows(String home) throws IOException, SQLException {
    try (NightRows left = NightRows.of(folder.resolve(home))) {
      return left.all();
    }
  }
}
