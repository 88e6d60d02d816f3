package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The program, killed inside an export of which a part is committed, and run again. */
class CrashInsideAnExportTest {

  private static final int LINES = 95_000; // of 1,500 bytes: three commits of 64 MiB at most

  /** What a commit of the scan adds to a month, as the database logs it. */
  private static final Pattern MONTH = Pattern.compile("INSERT INTO SCAN_MONTH VALUES");

  private static final Pattern READING = Pattern.compile("scan: (\\d+) accepted READING .*");

  @TempDir Path folder;

  @Test
  void goesOnBehindWhatWasCommittedAndEndsWithTheRowsOfAnUndisturbedRun() throws Exception {
    layIn();
    int committed = killedInsideTheExport("killed");
    assertThat(committed)
        .as("lines committed at the kill, of a run that said '%s'", said("killed"))
        .isGreaterThan(0)
        .isLessThan(LINES - 2);

    Process undisturbed = start("undisturbed");
    List<String> killed = endedWell("killed", start("killed"));
    assertThat(killed)
        .contains("scan: %d accepted BALANCED long.csv 0 1".formatted(LINES - 2))
        .anyMatch(row -> row.startsWith("match: "))
        .anyMatch(row -> row.startsWith("rejected: "));
    assertThat(killed).isEqualTo(endedWell("undisturbed", undisturbed));
  }

  /** How many lines were committed when it was killed. */
  private int killedInsideTheExport(String home) throws Exception {
    DatabaseLog log = new DatabaseLog(folder.resolve(home));
    Process night = start(home);
    while (night.isAlive() && !MONTH.matcher(log.gained()).find()) {
      Thread.sleep(1);
    }
    night.destroyForcibly().waitFor();
    try (NightRows left = NightRows.of(folder.resolve(home))) {
      Matcher reading = READING.matcher(String.join("\n", left.scans()));
      assertThat(reading.matches()).as("one export is being read: %s", left.scans()).isTrue();
      return Integer.parseInt(reading.group(1));
    }
  }

  private List<String> endedWell(String home, Process night) throws Exception {
    assertThat(night.waitFor()).as("exit code; it said '%s'", said(home)).isEqualTo(3);
    try (NightRows left = NightRows.of(folder.resolve(home))) {
      return left.all();
    }
  }

  private String said(String home) throws IOException {
    return Files.readString(folder.resolve(home + ".out"));
  }

  /** Of the lines one in 5,000 is of the topic, and two have a day that does not exist. */
  private void layIn() throws IOException {
    Path input = folder.resolve("input");
    Path ledgers = Files.createDirectories(input.resolve("ledgers/nene-vale"));
    Files.createDirectories(input.resolve("bodies"));
    FileSystemUtils.copyRecursively(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    Files.writeString(
        input.resolve("bodies/nene-vale.yaml"),
        "id: nene-vale\nname: Nene Vale\nkind: pcc\npublication: {formats: [html]}\n");
    String locks = "Locks and keys of the offices at Oundle. ".repeat(35);
    LocalDate first = LocalDate.of(2014, 4, 1);
    try (BufferedWriter ledger = Files.newBufferedWriter(ledgers.resolve("long.csv"))) {
      ledger.write("Payment Date,Supplier Name,Purpose of Spend,Net Amount\n");
      for (int line = 0; line < LINES; line++) {
        LocalDate day = first.plusDays(line * 360L / LINES);
        ledger.write(
            "%s,%s,%d.%02d\n"
                .formatted(
                    line % 50_000 == 20_000
                        ? "31/02/2015"
                        : "%02d/%02d/%d"
                            .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
                    line % 5_000 == 3 ? "Kingfisher,ISVA service" : "Acme Ltd," + locks,
                    line,
                    line % 100));
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
}
