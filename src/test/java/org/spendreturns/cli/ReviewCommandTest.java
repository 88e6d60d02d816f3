package org.spendreturns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;
import org.spendreturns.MinuteOld;

/** What a person decides goes into the next edition, and can be taken back. */
class ReviewCommandTest {

  private static final Instant NEXT_NIGHT = Instant.parse("2026-11-24T02:00:00Z");

  @TempDir static Path once;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Instant now = Instant.parse("2026-11-23T02:00:00Z");

  @BeforeEach
  void doTheFirstNight() throws IOException {
    Folders.fill(
        folder,
        once,
        () -> {
          layIn();
          assertThat(nightly()).isEqualTo(3);
        });
    now = NEXT_NIGHT;
  }

  /** The sample, of which only the invented body is asked; it publishes no workbook. */
  private void layIn() throws IOException {
    Folders.copy(Path.of("input"), folder.resolve("input"));
    Files.writeString(
        folder.resolve("input/bodies/nene-vale.yaml"),
        "publication: {formats: [html]}\n",
        StandardOpenOption.APPEND);
    Files.delete(folder.resolve("input/requests/northamptonshire-pcc-03072015-2.yaml"));
    MinuteOld.make(folder.resolve("input"));
  }

  @Test
  void aDecisionSettlesAGroupInTheNextEditionAndItsWithdrawalOpensItAgain() {
    assertThat(review("list")).isEqualTo(3);
    assertThat(out.toString())
        .contains("Peakirk Training Associates", "1 line, 2013-11-21 to 2013-11-21, £2,150.00");
    String before = figure(1);
    assertThat(before).startsWith("paid.NOT_BROKEN_DOWN.2013-14 = at least £10,950.00");

    assertThat(decide("Peakirk Training Associates", "NOT_BROKEN_DOWN")).isZero();
    assertThat(out.toString()).startsWith("D-0001  ").contains("A. Officer");
    assertThat(review("list")).isZero();
    nightly();

    assertThat(figure(2))
        .startsWith("paid.NOT_BROKEN_DOWN.2013-14 = £13,100.00")
        .contains("Peakirk Training Associates", "D-0001 supplier");

    assertThat(
            review(
                "withdraw", "D-0001", "--who", "B. Officer", "--why", "It trained officers only"))
        .isZero();
    nightly();

    assertThat(figure(3)).isEqualTo(before);
    assertThat(review("list")).isEqualTo(3);
    assertThat(out.toString()).contains("D-0001  ", "D-0002  ");
  }

  @Test
  void refusesWhatIsNotOpenAndAnswersThatAreNone() {
    assertThat(decide("Nobody", "NOT_TOPIC")).isEqualTo(1);
    assertThat(err.toString())
        .contains("'Nobody' is not open for review; review list shows what is");
    assertThat(decide("Peakirk Training Associates", "PERHAPS")).isEqualTo(1);
    assertThat(err.toString()).contains("'PERHAPS' is none of ADVOCACY, FACE_TO_FACE, FORENSIC");
    assertThat(decide("Peakirk Training Associates", "ADVOCACY 60; FACE_TO_FACE 40")).isEqualTo(1);
    assertThat(err.toString()).contains("apportions, and names no source");
  }

  @Test
  void takesDecisionsInFromASpreadsheetRowByRow() throws IOException {
    Path list = folder.resolve("review.csv");
    assertThat(review("export", list.toString())).isZero();
    List<String> rows = Files.readAllLines(list);
    assertThat(rows).hasSize(2);
    String filled =
        rows.get(1).replaceFirst(",,,,$", ",NOT_TOPIC,A. Officer,Training of officers,");
    Files.write(list, List.of(rows.get(0), filled, filled.replace("Peakirk", "Unknown")));

    assertThat(review("import", list.toString())).isEqualTo(3);

    assertThat(out.toString())
        .contains("D-0001  ", "is NOT_TOPIC (Training of officers)")
        .contains("refused: review.csv:3: 'Unknown Training Associates' is not open");
    assertThat(review("list")).isZero();
  }

  private int nightly() {
    now = now.plusSeconds(60);
    return run(
        "nightly",
        "--input",
        folder.resolve("input").toString(),
        "--home",
        home(),
        "--reports",
        folder.resolve("reports").toString());
  }

  private int decide(String supplier, String answer) {
    return review(
        "decide",
        "--supplier",
        supplier,
        "--answer",
        answer,
        "--who",
        "A. Officer",
        "--why",
        "Part of the service");
  }

  private int review(String... words) {
    String[] all = new String[words.length + 5];
    all[0] = "review";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--body";
    all[words.length + 2] = "nene-vale";
    all[words.length + 3] = "--home";
    all[words.length + 4] = home();
    return run(all);
  }

  private String figure(int edition) {
    run(
        "trace",
        "--home",
        home(),
        "--edition",
        "nene-vale/sexual-violence/2012-13..2014-15/" + edition,
        "--figure",
        "paid.NOT_BROKEN_DOWN.2013-14");
    return out.toString();
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    now = now.plusSeconds(1);
    return SpendReturnsCommand.run(
        Clock.fixed(now, ZoneOffset.UTC),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        words);
  }
}
