package org.spendreturns.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as it is called: what it prints, and its exit code. */
class CommandLineTest {

  private static final Clock NIGHT =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nihtly",
        "nightly --as-known-at yesterday",
        "return --body x --topic y --years 2014-16",
        "trace --edition somewhere",
        "export",
        "layout",
        "evaluate --json",
        "scan"
      })
  void answersWrongUsageWithTwo(String words) {
    assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("spend-returns").doesNotContain("\tat ");
  }

  @Test
  void everyCommandHasHelpAndStandsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    new CommandLine(new SpendReturnsCommand(), new SpendReturnsCommand.Commands(NIGHT))
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(command.getUsageMessage())
                  .as(name)
                  .contains("Usage: spend-returns " + name);
              assertThat(readme).as("README.md").contains("spend-returns.jar " + name);
            });
  }

  @Test
  void runsTheNightThenTracesAFigureToItsLines() {
    int code = run("nightly", "--home", home(), "--reports", folder.resolve("reports").toString());

    assertThat(code).isEqualTo(3);
    assertThat(out.toString()).contains("edition 1 issued in", "Needs a person (");
    assertThat(err.toString()).isEmpty();

    out.getBuffer().setLength(0);
    assertThat(
            run(
                "nightly",
                "--home",
                home(),
                "--reports",
                folder.resolve("reports").toString(),
                "--attention-code",
                "0"))
        .isZero();
    assertThat(out.toString()).startsWith("Nothing new in the input folder");

    out.getBuffer().setLength(0);
    assertThat(trace("--figure", "paid.ADVOCACY.2013-14")).isZero();
    assertThat(out.toString())
        .startsWith("paid.ADVOCACY.2013-14 = at least £30,750.00\n")
        .contains("payments-2013-14.csv:", "Kingfisher ISVA Service", "-£1,250.00", "NV-101");

    out.getBuffer().setLength(0);
    assertThat(trace()).isZero();
    assertThat(out.toString()).contains("awarded.ALL.total");

    assertThat(trace("--figure", "paid.NOTHING")).isEqualTo(1);
    assertThat(err.toString())
        .contains("'paid.NOTHING' is no figure of this edition; list them by leaving --figure out");

    out.getBuffer().setLength(0);
    assertThat(run("export", "show", "payments-2013-14.csv", "--home", home())).isZero();
    assertThat(out.toString())
        .contains("BALANCED", "rejected, BAD_DATE: 1", "payments-2013-14.csv:1086:");
  }

  @Test
  void opensFilesAtTheGate() throws IOException {
    Path hidden = folder.resolve("payments.csv");
    Files.writeString(hidden, "Supplier,Amount\n=HYPERLINK(1),2.00\n");
    Path plain = folder.resolve("plain.csv");
    Files.writeString(plain, "Supplier,Amount\nOrchard,-2.00\n");

    assertThat(run("gate", plain.toString())).isZero();
    assertThat(out.toString()).isEqualTo("plain.csv: nothing that must not leave\n");
    assertThat(run("gate", hidden.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("payments.csv: ");
  }

  @Test
  void failsWithOneIfTheInputFolderIsMissing() {
    int code = run("nightly", "--home", home(), "--input", folder.resolve("nowhere").toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(folder.resolve("nowhere") + ": found no such folder; expected")
        .doesNotContain("at org.");
  }

  @Test
  void scansFilesForScriptsWithoutADatabase() throws IOException {
    Path ledger = folder.resolve("april.csv");
    Files.writeString(
        ledger,
        """
        Payment Date,Supplier Name,Purpose of Spend,Net Amount
        01/04/2014,Kingfisher,ISVA service,1250.00
        02/04/2014,Fenland Growers,Oilseed rape,99.00
        31/02/2014,Orchard,Shirts,12.00
        ,,,
        """);

    int code = run("scan", ledger.toString(), folder.resolve("gone.csv").toString(), "--json");

    assertThat(code).isEqualTo(3);
    JsonNode files = JsonMapper.shared().readTree(out.toString()).get("files");
    JsonNode april = files.get(0);
    assertThat(april.get("status").asString()).isEqualTo("READ");
    assertThat(numbers(april, "lines", "accepted", "rejected", "duplicates", "blank", "pence"))
        .containsExactly(4L, 2L, 1L, 0L, 1L, 134_900L);
    assertThat(april.get("digest").asString()).hasSize(64);
    assertThat(april.get("rejectedBy").get("BAD_DATE").asLong()).isEqualTo(1);
    assertThat(april.get("matches")).hasSize(1);
    JsonNode match = april.get("matches").get(0);
    assertThat(match.get("line").asLong()).isEqualTo(2);
    assertThat(match.get("date").asString()).isEqualTo("2014-04-01");
    assertThat(match.get("financialYear").asString()).isEqualTo("2014-15");
    assertThat(match.get("supplier").asString()).isEqualTo("Kingfisher");
    assertThat(match.get("pence").asLong()).isEqualTo(125_000);
    assertThat(match.get("answer").asString()).isEqualTo("ADVOCACY");
    assertThat(match.get("rules")).isNotEmpty();
    assertThat(files.get(1).get("status").asString()).isEqualTo("SET_ASIDE");
    assertThat(files.get(1).get("reason").asString()).startsWith("NOT_READABLE: gone.csv");
    assertThat(files.get(1).get("lines").isNull()).as("nobody knows them").isTrue();
    assertThat(files.get(1).get("pence").isNull()).isTrue();
  }

  @Test
  void scansALedgerAsItsBodysFileSays() throws IOException {
    Path ledger = folder.resolve("in/ledgers/nene-vale/2014/april.csv");
    Files.createDirectories(ledger.getParent());
    Files.writeString(ledger, "When,Who,Sum,Code\n04/05/2014,Acme,1.00,V9\n03/31/98,Acme,2.00,x\n");
    Path body = folder.resolve("in/bodies/nene-vale.yaml");
    Files.createDirectories(body.getParent());
    Files.writeString(
        body,
        """
        id: nene-vale
        name: Nene Vale
        kind: pcc
        ledger:
          date-order: m/d
          columns: {date: When, supplier: Who, amount: Sum, cost-centre: Code}
        codes:
          cost-centres: {V9: ADVOCACY}
        """);

    assertThat(run("scan", ledger.toString())).isEqualTo(3);

    assertThat(out.toString())
        .startsWith(
            """
            %s: 2 lines = 1 accepted + 1 rejected + 0 duplicate + 0 blank; £1.00
              note: read as bodies/nene-vale.yaml says
              note: dates are read m/d, as the body says
              rejected: april.csv:3: column When: '03/31/98' is 2098-03-31, more than a month after the export was received, on 2026-11-23; correct the date
              line 2  2014-04-05  £1.00  Acme  ADVOCACY"""
                .formatted(ledger));

    Files.writeString(body, "id: nene-vale\nledger: {dates: soon}\n");
    assertThat(run("scan", ledger.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("nene-vale.yaml:2: ");
  }

  @Test
  void scansEachFileOfAZipAsAFileOfItsOwn() throws IOException {
    Path zip = folder.resolve("year.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String month : List.of("april", "may")) {
        out.putNextEntry(new ZipEntry(month + ".csv"));
        out.write("Date,Supplier,Amount\n01/04/2014,Acme,1.00\n".getBytes(UTF_8));
      }
    }
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(zip), 100));

    assertThat(run("scan", zip.toString(), cut.toString())).isEqualTo(3);

    assertThat(out.toString())
        .isEqualTo(
            """
            %1$s!april.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank; £1.00
            %1$s!may.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank; £1.00
            %2$s: set aside: CORRUPT: cut.zip: a damaged zip or workbook; expected one that opens; export it anew
            """
                .formatted(zip, cut));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void proposesALayoutThatAPersonCanFinish() throws IOException {
    Path odd = folder.resolve("odd.csv");
    Files.writeString(
        odd, "Bought on the,Firm's name,Directorate,Sum\n01/04/2014,Acme Ltd,Estates,12.50\n");

    assertThat(run("scan", odd.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("UNKNOWN_LAYOUT", "'layout suggest' proposes them");

    out.getBuffer().setLength(0);
    assertThat(run("layout", "suggest", odd.toString())).isZero();
    assertThat(out.toString())
        .startsWith("# Proposed for odd.csv. Check each line, then put this into the body's file.")
        .contains("ledger:\n  files:\n", "        supplier: ");

    assertThat(run("layout", "suggest", folder.resolve("gone.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("gone.csv: no such file; expected an export\n");
  }

  @Test
  void evaluatesLabelledLinesForScripts() throws IOException {
    Path labelled = folder.resolve("labelled.csv");
    Files.writeString(
        labelled,
        """
        body,supplier,description,label,doubtful
        Nene Vale,Kingfisher,ISVA service,ADVOCACY,
        Nene Vale,Fenland Growers,Oilseed rape,NOT_TOPIC,
        Nene Vale,Orchard,Shirts,FORENSIC,
        Nene Vale,Orchard,Shirts,FORENSIC,who knows
        """);

    assertThat(run("evaluate", "--labelled", labelled.toString(), "--json")).isZero();

    JsonNode report = JsonMapper.shared().readTree(out.toString());
    assertThat(report.get("lines").asInt()).isEqualTo(3);
    assertThat(report.get("topicPrecision").asDouble()).isEqualTo(1.0);
    assertThat(report.get("topicRecall").asDouble()).isEqualTo(0.5);
    assertThat(report.get("topicRecallWithReview").asDouble()).isEqualTo(0.5);
    assertThat(report.get("reviewShare").asDouble()).isZero();
    assertThat(report.get("categoryExact").asDouble()).isEqualTo(1.0);
    assertThat(report.get("forcedCategories").asInt()).isZero();
    assertThat(report.get("misses")).hasSize(1);
    assertThat(report.get("misses").get(0).get("label").asString()).isEqualTo("FORENSIC");
    assertThat(report.get("misses").get(0).get("answer").asString()).isEqualTo("NOT_TOPIC");
    assertThat(report.get("doubtful")).hasSize(1);
  }

  @Test
  void evaluatesLinesReadOutOfTheLedgersThemselves() throws IOException {
    Files.createDirectories(folder.resolve("ledgers/nene-vale"));
    Files.writeString(
        folder.resolve("ledgers/nene-vale/april.csv"),
        """
        Payment Date,Supplier Name,Purpose of Spend,Net Amount
        01/04/2014,Kingfisher,ISVA service,1250.00
        02/04/2014,Fenland Growers,Oilseed rape,99.00
        """);
    Path labelled = folder.resolve("lines.csv");
    Files.writeString(
        labelled,
        """
        file,sheet,line,label
        nene-vale/april.csv,,2,TOPIC
        nene-vale/april.csv,,3,NOT_TOPIC_OR_REVIEW
        """);

    int code =
        run(
            "evaluate",
            "--ledger-lines",
            labelled.toString(),
            "--ledgers",
            folder.resolve("ledgers").toString(),
            "--json");

    assertThat(code).isZero();
    JsonNode report = JsonMapper.shared().readTree(out.toString());
    assertThat(numbers(report, "lines", "scannedLines", "reviewLines")).containsExactly(2L, 2L, 0L);
    assertThat(report.get("misses")).isEmpty();
  }

  private int trace(String... more) {
    String[] words = new String[5 + more.length];
    words[0] = "trace";
    words[1] = "--home";
    words[2] = home();
    words[3] = "--edition";
    words[4] = "nene-vale/sexual-violence/2012-13..2014-15/edition-0001";
    System.arraycopy(more, 0, words, 5, more.length);
    return run(words);
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private int run(String... words) {
    return SpendReturnsCommand.run(
        NIGHT, new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private static List<Long> numbers(JsonNode node, String... keys) {
    return StreamSupport.stream(List.of(keys).spliterator(), false)
        .map(key -> node.get(key).asLong())
        .toList();
  }
}
