package org.spendreturns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;
import org.spendreturns.MinuteOld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two bodies that pay one service together: what commands and documents say of their editions. */
class EditionCommandsTest {

  private static final String HEAD =
      "reference,kind,organisation,service,category,start,end,value,co-funders,whole value\n";
  private static final String COMMISSIONER =
      "H-1,contract,The Provider,support after sexual violence,NOT_BROKEN_DOWN,2022-04-01,"
          + "2023-03-31,146000,The City: 344000,490000\n";
  private static final String CITY =
      "H-1,contract,The Provider,support after sexual violence,NOT_BROKEN_DOWN,2022-04-01,"
          + "2023-03-31,344000,The Commissioner: 146000,490000\n";
  private static final String LATER =
      "H-2,grant,Harbour ISVA Service,advisers,ADVOCACY,2022-04-01,2023-03-31,21000,,\n";

  @TempDir static Path once;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void doTheFirstNight() throws IOException {
    Folders.fill(
        folder,
        once,
        () -> {
          layTwoBodiesIn();
          assertThat(night("2026-11-23T02:00:00Z")).as(err.toString()).isZero();
        });
    out.getBuffer().setLength(0);
  }

  private void layTwoBodiesIn() throws IOException {
    Folders.copy(Path.of("input/rulebooks"), folder.resolve("input/rulebooks"));
    body("commissioner", "The Commissioner", "pcc", COMMISSIONER);
    body("city", "The City", "council", CITY);
  }

  @Test
  void saysWhatChangedSinceTheEditionBefore() throws IOException {
    assertThat(Files.readString(edition(1).resolve("return.html")))
        .contains("<h2>Changes</h2>", "<p>This is the first edition of this return.</p>");
    assertThat(json(1).has("changes")).isFalse();
    assertThat(sheet(1)).containsExactly("This is the first edition of this return.");

    write("contracts/commissioner/register.csv", HEAD + COMMISSIONER + LATER);
    assertThat(night("2026-11-24T02:00:00Z")).as(err.toString()).isZero();

    assertThat(Files.readString(edition(2).resolve("return.html")))
        .contains(
            "<h2>Changes since edition 1</h2>",
            "Contract register exchanged: register.csv (2 rows accepted; before, 1 row accepted).",
            "£21,000.00: agreement H-2, not counted before");
    JsonNode change = json(2).get("changes").get("figures").get(0);
    assertThat(change.get("id").asString()).isEqualTo("awarded.ADVOCACY.2022-23");
    assertThat(change.get("before").asString()).isEqualTo("not broken down");
    assertThat(change.get("after").asString()).isEqualTo("£21,000.00");
    assertThat(change.get("changePence").asLong()).isEqualTo(2_100_000);
    assertThat(sheet(2)).contains("Awarded, (i) Advocacy, including ISVA, 2022-23");
  }

  @Test
  void explainsATotalAsATree() {
    assertThat(explain("--figure", "awarded.NOT_BROKEN_DOWN.total")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "awarded.NOT_BROKEN_DOWN.total: £146,000 = sum of the years",
            "  awarded.NOT_BROKEN_DOWN.2022-23: £146,000 = sum of 1 share of an agreement that"
                + " falls in 2022-23, as registered",
            "    H-1 £146,000, the whole term lies in 2022-23 (register.csv:2)");

    out.getBuffer().setLength(0);
    assertThat(explain()).isZero();
    assertThat(out.toString()).contains("awarded.ALL.total: ", "paid.ALL.total: ");

    assertThat(explain("--figure", "paid.NOTHING")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("'paid.NOTHING' is no figure of this edition; trace lists them\n");
  }

  @Test
  void namesTheEditionsOnRecordWhereOneIsNot() {
    assertThat(
            run(
                "explain-total",
                "--home",
                home(),
                "--edition",
                "city/sexual-violence/2022-23/edition-0007"))
        .isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "city/sexual-violence/2022-23: edition 7 is not on record here; on record are"
                + " city/sexual-violence/2022-23/1, commissioner/sexual-violence/2022-23/1\n");
    assertThat(run("explain-total", "--home", home(), "--edition", "somewhere")).isEqualTo(2);
  }

  @Test
  void addsTheReturnsOfBothWithoutCountingTheirServiceTwice() {
    assertThat(joint("--body", "commissioner,city")).isZero();
    assertThat(out.toString())
        .contains(
            "Awarded, 2022-23 | in all\n",
            """
            Total identified: £490,000.00 | £490,000.00
              The Commissioner: £146,000.00 | £146,000.00
              The City: £344,000.00 | £344,000.00
            """,
            "  H-1: The Commissioner £146,000.00, The City £344,000.00; shares together"
                + " £490,000.00\n");

    assertThat(joint("--body", "commissioner")).isEqualTo(2);
    assertThat(err.toString()).contains("--body: two bodies at least are added");
  }

  private void body(String id, String name, String kind, String register) throws IOException {
    write(
        "bodies/%s.yaml".formatted(id),
        "id: %s\nname: %s\nkind: %s\ncomplete:\n  register: 2022-23\n".formatted(id, name, kind));
    write("contracts/%s/register.csv".formatted(id), HEAD + register);
    write(
        "requests/%s.yaml".formatted(id),
        """
        reference: R-1
        body: %s
        topic: sexual-violence
        title: Services
        received: 2023-05-02
        years: 2022-23
        questions:
          - {number: "1", asks: amounts, text: "How much?"}
        """
            .formatted(id));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    MinuteOld.make(file);
  }

  private Path edition(int number) {
    return folder.resolve(
        "reports/returns/commissioner/sexual-violence/2022-23/edition-%04d".formatted(number));
  }

  private JsonNode json(int number) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(edition(number).resolve("return.json")));
  }

  /** The first cells of the sheet of changes, below its head. */
  private List<String> sheet(int number) throws IOException {
    List<String> cells = new ArrayList<>();
    DataFormatter formatter = new DataFormatter();
    try (InputStream in = Files.newInputStream(edition(number).resolve("return.xlsx"));
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      workbook
          .getSheet("Changes")
          .forEach(row -> cells.add(formatter.formatCellValue(row.getCell(0))));
    }
    return cells.subList(3, cells.size());
  }

  private int night(String instant) {
    return SpendReturnsCommand.run(
        Clock.fixed(Instant.parse(instant), ZoneOffset.UTC),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "nightly",
        "--home",
        home(),
        "--input",
        folder.resolve("input").toString(),
        "--reports",
        folder.resolve("reports").toString());
  }

  private int explain(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "explain-total",
                "--home",
                home(),
                "--edition",
                "commissioner/sexual-violence/2022-23/edition-0001"));
    words.addAll(List.of(more));
    return run(words.toArray(new String[0]));
  }

  private int joint(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("joint", "--home", home(), "--topic", "sexual-violence", "--years", "2022-23"));
    words.addAll(List.of(more));
    return run(words.toArray(new String[0]));
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private int run(String... words) {
    return SpendReturnsCommand.run(
        Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        words);
  }
}
