package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The program, killed while it scans, and run again. */
class CrashTest {

  private static final int LINES = 200_000;
  private static final int KILLS = 5;

  /** A reading's row as the database logs it when it commits; its account begins after the name. */
  private static final Pattern READING =
      Pattern.compile("INSERT INTO SCAN VALUES\\([^\\n]*?'READING','',(\\d+),");

  @TempDir Path folder;

  @Test
  void killedAtSeveralPointsOfTheScanItEndsWithTheRowsOfAnUndisturbedRun() throws Exception {
    layIn();
    assertThat(start("undisturbed").waitFor()).as("exit code").isEqualTo(3);
    List<String> expected = rows("undisturbed");
    assertThat(expected).anyMatch(row -> row.startsWith("scan: 199900 accepted"));
    Random delay = new Random(20141123);
    List<Long> committed = new ArrayList<>();
    long before = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Process night = start("killed");
      awaitCommitAfter(before, night);
      Thread.sleep(delay.nextInt(40));
      night.destroyForcibly().waitFor();
      before = accepted("killed");
      committed.add(before);
    }
    assertThat(committed).as("each goes on where the one before was killed").isSorted();
    assertThat(committed.get(0)).isBetween(1L, 100_000L);
    assertThat(committed.get(2)).isLessThan(199_900L);

    assertThat(start("killed").waitFor()).as("exit code").isEqualTo(3);

    assertThat(rows("killed")).isEqualTo(expected);
  }

  /** One line in 1,000 is of the topic, one in 2,000 has a day that does not exist. */
  private void layIn() throws IOException {
    Path input = folder.resolve("input");
    Path ledgers = Files.createDirectories(input.resolve("ledgers/nene-vale"));
    Files.createDirectories(input.resolve("bodies"));
    Files.createDirectories(input.resolve("rulebooks/sexual-violence"));
    Files.writeString(
        input.resolve("bodies/nene-vale.yaml"), "id: nene-vale\nname: Nene Vale\nkind: pcc\n");
    FileSystemUtils.copyRecursively(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    try (Writer ledger = Files.newBufferedWriter(ledgers.resolve("ledger.csv"))) {
      ledger.write("Payment Date,Supplier Name,Purpose of Spend,Net Amount\n");
      for (int line = 0; line < LINES; line++) {
        String day = line % 2_000 == 7 ? "31/02/2015" : "%02d/04/2014".formatted(1 + line % 30);
        String bought = line % 1_000 == 3 ? "Kingfisher,ISVA service" : "Acme Ltd,Locks";
        ledger.write("%s,%s,%d.%02d\n".formatted(day, bought, line % 977, line % 100));
      }
    }
  }

  private Process start(String home) throws IOException {
    return Program.start(
        folder.resolve(home + ".out"),
        "return",
        "--body=nene-vale",
        "--topic=sexual-violence",
        "--years=2014-15",
        "--input=" + folder.resolve("input"),
        "--reports=" + folder.resolve(home + "-reports"),
        "--home=" + folder.resolve(home));
  }

  /** Returns once the process has committed more of the scan than was committed before. */
  private void awaitCommitAfter(long before, Process night) throws Exception {
    Path log = folder.resolve("killed/database/spend-returns.log");
    while (night.isAlive()) {
      long accepted = 0;
      try {
        Matcher row = READING.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        while (row.find()) {
          accepted = Long.parseLong(row.group(1));
        }
      } catch (NoSuchFileException notYet) { // the database is being opened
        accepted = 0;
      }
      if (accepted > before) {
        return;
      }
      Thread.sleep(5);
    }
  }

  private long accepted(String home) throws IOException, SQLException {
    try (Connection database = copyOf(home)) {
      return Long.parseLong(
          query(database, "", "select coalesce(max(accepted), 0) from scan").get(0));
    }
  }

  /** All that a run leaves of its export and its return, numbers of rows and instants apart. */
  private List<String> rows(String home) throws IOException, SQLException {
    try (Connection database = copyOf(home)) {
      List<String> rows = new ArrayList<>();
      rows.addAll(
          query(
              database,
              "scan: ",
              "select accepted || ' accepted ' || state || ' ' || file_name || ' ' || blank || ' '"
                  + " || headers from scan order by id"));
      rows.addAll(
          query(
              database,
              "month: ",
              "select month_start || ' ' || accepted_lines || ' ' || amount_pence from scan_month"
                  + " order by scan_id, month_start"));
      rows.addAll(
          query(
              database,
              "match: ",
              "select line_number || ' ' || dated || ' ' || amount_pence || ' ' || supplier || ' '"
                  + " || answer from matched_line order by scan_id, line_number"));
      rows.addAll(
          query(
              database,
              "rejected: ",
              "select line_number || ' ' || message from rejected_line order by scan_id,"
                  + " line_number"));
      rows.addAll(
          query(
              database,
              "figure: ",
              "select figure_id || ' ' || words from edition_figure order by edition_id, ordinal"));
      return rows;
    }
  }

  /** The database's files are opened as a copy, so that the program finds them as it left them. */
  private Connection copyOf(String home) throws IOException, SQLException {
    Path copy = Files.createTempDirectory(folder, "copy");
    try (Stream<Path> files = Files.list(folder.resolve(home).resolve("database"))) {
      for (Path file : files.filter(each -> !each.toString().endsWith(".lck")).toList()) {
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    return DriverManager.getConnection(
        "jdbc:hsqldb:file:" + copy.resolve("spend-returns") + ";shutdown=true", "SA", "");
  }

  private static List<String> query(Connection database, String name, String sql)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = database.createStatement().executeQuery(sql)) {
      while (found.next()) {
        rows.add(name + found.getString(1));
      }
    }
    return rows;
  }
}
