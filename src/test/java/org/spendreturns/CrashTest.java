package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.util.FileSystemUtils;

/** The program, killed while it scans, and run again. */
class CrashTest {

  private static final int EXPORTS = 40;
  private static final int LINES = 1_500; // of each export
  private static final int LAST_KILL = 32; // exports begun when it is killed for the last time

  /** The first month of a reading as the database logs it when it commits; its id begins it. */
  private static final Pattern MONTH = Pattern.compile("INSERT INTO SCAN_MONTH VALUES\\((\\d+),");

  @TempDir Path folder;

  @Test
  void killedAtFourPointsOfTheScanItEndsWithTheRowsOfAnUndisturbedRun() throws Exception {
    endsWithTheRowsOfAnUndisturbedRunAfter(4);
  }

  @Test
  @Tag("campaign")
  void killedAtTwentyPointsItDoesSoToo() throws Exception {
    endsWithTheRowsOfAnUndisturbedRunAfter(20);
  }

  private void endsWithTheRowsOfAnUndisturbedRunAfter(int kills) throws Exception {
    layIn();
    assertThat(killAgainAndAgain("killed", kills))
        .as("exports begun at each kill of a run that said '%s'", said("killed"))
        .hasSize(kills)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(begun -> begun > 0 && begun < EXPORTS);
    endWell(List.of("undisturbed", "killed"));
    List<String> expected = rows("undisturbed");
    assertThat(expected.stream().filter(row -> row.startsWith("scan: 1499 accepted BALANCED")))
        .hasSize(EXPORTS);
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

  /** How many exports were begun at each kill: the kills are spread over the whole scan. */
  private List<Integer> killAgainAndAgain(String home, int kills) throws Exception {
    Random delay = new Random(home.hashCode());
    Set<String> begun = new HashSet<>();
    List<Integer> points = new ArrayList<>();
    for (int kill = 1; kill <= kills; kill++) {
      int enough = Math.max(LAST_KILL * kill / kills, begun.size() + 1);
      DatabaseLog log = new DatabaseLog(folder.resolve(home));
      Process night = start(home);
      while (night.isAlive() && begun.size() < enough) {
        Thread.sleep(2);
        begun.addAll(begunIn(log));
      }
      Thread.sleep(delay.nextInt(20));
      night.destroyForcibly().waitFor();
      begun.addAll(begunIn(log));
      points.add(begun.size());
    }
    return points;
  }

  /** Readings that the database's log has gained lines of. */
  private static Set<String> begunIn(DatabaseLog log) throws IOException {
    Set<String> begun = new HashSet<>();
    Matcher month = MONTH.matcher(log.gained());
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
    FileSystemUtils.copyRecursively(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    YearMonth month = YearMonth.of(2010, 4);
    for (int export = 0; export < EXPORTS; export++) {
      StringBuilder ledger =
          new StringBuilder("Payment Date,Supplier Name,Purpose of Spend,Net Amount\n");
      for (int line = 0; line < LINES; line++) {
        String day = line == 7 ? "31/02/2015" : day(month, 1 + line % 28);
        String bought = line % 1_000 == 3 ? "Kingfisher,ISVA service" : "Acme Ltd,Locks";
        ledger.append("%s,%s,%d.%02d\n".formatted(day, bought, line, export));
      }
      Files.writeString(ledgers.resolve(month + ".csv"), ledger);
      month = month.plusMonths(1);
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
