package org.spendreturns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;

/** Decisions on how exports count, by command. */
class ExportCommandTest {

  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String ISVA = "01/04/2014,Kingfisher,ISVA service,1250.00\n";
  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void takesShowsAndWithdrawsADecision() throws IOException {
    layIn("april.csv", HEADER + ISVA);
    layIn("late.csv", HEADER + ISVA.replace("1250", "1200"));
    layIn("odd.csv", "When,To,What\n1,2,3\n");
    run("return", "--body=nene-vale", "--topic=sexual-violence", "--years=2014-15");

    assertThat(export("list")).isZero();
    assertThat(out.toString())
        .contains("SET_ASIDE  ledgers/nene-vale/odd.csv  not read  odd.csv: no column is known");
    assertThat(export("show", "odd.csv")).isZero();
    assertThat(out.toString()).contains("not read\n").doesNotContain(" 0 ", "0.00");

    assertThat(export("decide", "late.csv", "--replaces", "april.csv", "--who", "A. Officer"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: '--why=TEXT'");
    assertThat(
            export(
                "decide",
                "late.csv",
                "--replaces",
                "april.csv",
                "--who=A. Officer",
                "--why=It corrects April",
                "--source=E-mail of 3 May"))
        .isZero();
    String decided =
        "E-0001  2026-11-23T02:00:00Z  A. Officer: ledgers/nene-vale/late.csv replaces"
            + " ledgers/nene-vale/april.csv; 1 line of £1,250.00 (It corrects April; E-mail of 3"
            + " May)\n";
    assertThat(out.toString()).isEqualTo(decided);
    assertThat(export("show", "april.csv")).isZero();
    assertThat(out.toString()).contains("  decision: " + decided);

    assertThat(export("withdraw", "E-0001", "--who=B. Officer", "--why=It was another April"))
        .isZero();
    assertThat(out.toString())
        .isEqualTo(
            "E-0002  2026-11-23T02:00:00Z  B. Officer: takes back E-0001 (It was another April)\n");
  }

  @Test
  void refusesADecisionThatDoesNotSayWhatItIsAbout() throws IOException {
    layIn("april.csv", HEADER + ISVA);
    run("return", "--body=nene-vale", "--topic=sexual-violence", "--years=2014-15");

    assertThat(export("decide", "april.csv", "--who=A", "--why=B")).isEqualTo(2);
    assertThat(export("decide", "april.csv", "--two-payments", "--who=A", "--why=B")).isEqualTo(2);
    assertThat(err.toString()).contains("--two-payments needs --line.");
    assertThat(
            export("decide", "april.csv", "--beside", "may.csv", "--line=2", "--who=A", "--why=B"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--line goes with --two-payments or --one-payment.");
    assertThat(export("decide", "april.csv", "--one-payment", "--line=2", "--who=A", "--why=B"))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("ledgers/nene-vale/april.csv:2: no line above it is identical to it");
  }

  private void layIn(String name, String text) throws IOException {
    Path input = folder.resolve("input");
    if (!Files.exists(input)) {
      Folders.copy(Path.of("input/rulebooks"), input.resolve("rulebooks"));
      Files.createDirectories(input.resolve("bodies"));
      Files.createDirectories(input.resolve("ledgers/nene-vale"));
      Files.writeString(
          input.resolve("bodies/nene-vale.yaml"),
          "id: nene-vale\nname: Nene Vale\nkind: pcc\npublication: {formats: [html]}\n");
    }
    Files.writeString(input.resolve("ledgers/nene-vale").resolve(name), text);
  }

  private int export(String... words) {
    List<String> all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--home=" + folder.resolve("home"));
    if (words[0].equals("return")) {
      all.add("--input=" + folder.resolve("input"));
      all.add("--reports=" + folder.resolve("reports"));
    }
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return SpendReturnsCommand.run(
        Clock.fixed(NIGHT, ZoneOffset.UTC),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        all.toArray(String[]::new));
  }
}
