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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;
import org.spendreturns.MinuteOld;

/** What a person decides of a payee's name holds in the next edition; a body is no individual. */
class NamesCommandTest {

  private static final Instant FIRST_NIGHT_IS_OVER = Instant.parse("2026-11-23T02:01:01Z");

  private static final String LEDGER =
      """
      Payment Date,Supplier Name,Purpose of Spend,Expense Type,Expense Area,Net Amount
      02/05/2022,THE CITY,Counselling after sexual violence,Services,Victims,40.00
      02/06/2022,Jane Doe Counselling,Counselling after sexual violence,Services,Victims,90.00
      04/07/2022,Jane Doe Counselling,Counselling after sexual violence,Services,Victims,10.00
      """;
  private static final String CITY_WITHHELD =
      "THE CITY  MAY_BE_A_PERSON  1 line, £40.00  (the rule for every body)\n"
          + "Septimus Oglethorpe  MAY_BE_A_PERSON  1 row of the register  (the rule for every"
          + " body)\n";

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
          layTwoBodiesIn();
          nightly();
        });
    now = FIRST_NIGHT_IS_OVER;
  }

  private void layTwoBodiesIn() throws IOException {
    Folders.copy(Path.of("input/rulebooks"), folder.resolve("input/rulebooks"));
    body("commissioner", "name: The Commissioner\nkind: pcc\n");
    body("city", "name: The City\nkind: council\n");
    write("ledgers/commissioner/l.csv", LEDGER);
    write(
        "contracts/commissioner/r.csv",
        "reference,kind,organisation,service,value,start,end\n"
            + "C-1,grant,Septimus Oglethorpe,Counselling after sexual violence,10,2022-04-01,"
            + "2023-03-31\n");
    write(
        "requests/r.yaml",
        """
        reference: R-1
        body: commissioner
        topic: sexual-violence
        title: Services
        years: 2022-23
        questions:
          - {number: "1", asks: amounts, text: "How much?"}
        """);
  }

  /** It publishes no workbook. */
  private void body(String id, String says) throws IOException {
    write(
        "bodies/%s.yaml".formatted(id),
        "id: %s\n%spublication: {formats: [html]}\n".formatted(id, says));
  }

  @Test
  void aDecisionTellsANameInTheNextEditionAndANewerOneWithholdsItAgain() throws IOException {
    assertThat(payments(1)).doesNotContain("Doe");
    assertThat(edition(1, "contracts.csv")).doesNotContain("Oglethorpe");
    assertThat(names("list")).isZero();
    assertThat(out)
        .hasToString(
            "Jane Doe Counselling  MAY_BE_A_PERSON  2 lines, £100.00  (the rule for every body)\n"
                + CITY_WITHHELD);

    assertThat(decide("Jane Doe Counselling", "TELL", "A practice of six")).isZero();
    String told =
        "N-0001  2026-11-23T02:01:03Z  A. Officer: the name JANE DOE COUNSELLING is told"
            + " (A practice of six)\n";
    assertThat(out).hasToString(told);
    assertThat(names("list")).isZero();
    assertThat(out).hasToString(CITY_WITHHELD + told);
    assertThat(decide("Septimus Oglethorpe", "TELL", "A company's name")).isZero();
    nightly();
    assertThat(payments(2)).contains("Jane Doe Counselling");
    assertThat(edition(2, "contracts.csv")).contains("Septimus Oglethorpe");

    assertThat(decide("DOE COUNSELLING, Jane", "WITHHOLD", "Another name")).isZero();
    assertThat(decide("Jane Doe Counselling Ltd", "WITHHOLD", "It is one person")).isZero();
    assertThat(names("list")).isZero();
    assertThat(out.toString())
        .startsWith(
            "Jane Doe Counselling  DECIDED  2 lines, £100.00  (decision N-0004 of"
                + " 23 November 2026)\n")
        .contains("the name JANE DOE COUNSELLING is withheld (It is one person)\n");
    nightly();
    assertThat(payments(3)).doesNotContain("Doe");
  }

  @Test
  void refusesWhatIsNoNameNoBodyAndNoAnswer() {
    assertThat(decide("…", "TELL", "None")).isEqualTo(1);
    assertThat(err.toString()).contains("'…' is no name");
    assertThat(decide("Jane Doe", "PERHAPS", "None")).isEqualTo(2);
    assertThat(err.toString()).contains("WITHHOLD, TELL");
    assertThat(run("names", "list", "--home", home(), "--body", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("no body 'nobody' is on file");
    assertThat(run("names")).isEqualTo(2);
    assertThat(err.toString()).contains("Say names list or names decide.");
  }

  @Test
  void returnsAddedTellWhatOneBodyPaidToAnotherWhoseNameAnEditionWithholds() throws IOException {
    assertThat(payments(1)).doesNotContain("CITY");

    int code =
        run(
            "joint",
            "--home",
            home(),
            "--topic",
            "sexual-violence",
            "--years",
            "2022-23",
            "--body",
            "commissioner,city");

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "The Commissioner paid £40 to THE CITY, whose own return tells what it paid on: taken"
                + " out once, and the sum is “at least”.");
  }

  private String payments(int number) throws IOException {
    return edition(number, "payments.csv");
  }

  private String edition(int number, String file) throws IOException {
    return Files.readString(
        folder.resolve(
            "reports/returns/commissioner/sexual-violence/2022-23/edition-%04d/%s"
                .formatted(number, file)));
  }

  private void nightly() {
    now = now.plusSeconds(60);
    run(
        "nightly",
        "--home",
        home(),
        "--input",
        folder.resolve("input").toString(),
        "--reports",
        folder.resolve("reports").toString());
  }

  private int decide(String supplier, String answer, String why) {
    return names(
        "decide", "--supplier", supplier, "--answer", answer, "--who", "A. Officer", "--why", why);
  }

  private int names(String... words) {
    List<String> all = new ArrayList<>(List.of("names"));
    all.addAll(List.of(words));
    all.addAll(List.of("--home", home(), "--body", "commissioner"));
    return run(all.toArray(new String[0]));
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    MinuteOld.make(file);
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    now = now.plusSeconds(1);
    return SpendReturnsCommand.run(
        Clock.fixed(now, ZoneOffset.UTC),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        words);
  }
}
