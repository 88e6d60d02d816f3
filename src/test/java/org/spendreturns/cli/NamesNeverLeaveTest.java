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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred names are planted wherever a person may write one, and the night is run: no byte of
 * what leaves holds any of them, and what was printed and logged neither.
 */
class NamesNeverLeaveTest {

  private static final Clock NIGHT =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
  private static final String EDITION = "b/sexual-violence/2013-14/edition-0001";

  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();

  @Test
  void noPlantedNameStandsInAnythingThatLeavesOrIsPrintedOrLogged() throws IOException {
    plant("");

    assertThat(run("nightly")).as(printed::toString).isEqualTo(3);

    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : leaving()) {
      List<String> names = PlantedNames.in(EveryText.of(file));
      if (!names.isEmpty()) {
        found.put(String.valueOf(file.getFileName()), names);
      }
    }
    assertThat(found).isEmpty();
    assertThat(PlantedNames.in(printed.toString())).isEmpty();
    assertThat(folder.resolve("reports/returns").resolve(EDITION).resolve("return.html"))
        .content()
        .contains("The name may be an individual’s", "The register says that the name is withheld")
        .contains("Withheld (personal data)");
  }

  @Test
  void theSameSearchFindsTheNamesInEveryFormatIfTheBodyApprovesThem() throws IOException {
    plant(
        """
        redaction:
          rules:
            - free-text: [note]
              who: A. Officer
              when: 2026-11-02
              why: A mistake.
            - organisations: [%s]
              who: A. Officer
              when: 2026-11-02
              why: A mistake.
        """
            .formatted(
                IntStream.range(0, 200)
                    .mapToObj(number -> "\"" + PlantedNames.written(number) + "\"")
                    .collect(Collectors.joining(", "))));

    assertThat(run("nightly")).as(printed::toString).isEqualTo(3);

    Path edition = folder.resolve("reports/returns").resolve(EDITION);
    for (String file :
        List.of("return.pdf", "return.xlsx", "return.html", "return.json", "payments.csv")) {
      assertThat(PlantedNames.in(EveryText.of(edition.resolve(file))))
          .as(file)
          .containsAll(paidByApproval());
    }
  }

  /** Who is paid for the service in {@link #ledger}, but those whom {@link #register} withholds. */
  private static List<String> paidByApproval() {
    return IntStream.range(0, 200)
        .filter(number -> (number % 8 == 0 || number % 8 == 7) && number % 7 != 1)
        .mapToObj(PlantedNames::surname)
        .toList();
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(
        List.of(
            "--input",
            folder.resolve("input").toString(),
            "--reports",
            folder.resolve("reports").toString(),
            "--home",
            folder.resolve("home").toString()));
    PrintWriter out = new PrintWriter(printed);
    return SpendReturnsCommand.run(NIGHT, out, out, all.toArray(new String[0]));
  }

  /** The finished editions, and whatever log there is. */
  private List<Path> leaving() throws IOException {
    try (Stream<Path> finished = Files.walk(folder.resolve("reports/returns"));
        Stream<Path> logs = Files.walk(folder.resolve("home"))) {
      List<Path> files =
          Stream.concat(
                  finished.filter(Files::isRegularFile),
                  logs.filter(file -> file.toString().endsWith(".log"))
                      .filter(file -> !file.startsWith(folder.resolve("home/database"))))
              .toList();
      assertThat(files).hasSizeGreaterThan(8);
      return files;
    }
  }

  /** A body, its request, ledger and register, with names in every place of them. */
  private void plant(String redaction) throws IOException {
    write("bodies/b.yaml", "id: b\nname: The Body\nkind: pcc\n" + redaction);
    write(
        "requests/r.yaml",
        """
        reference: R-1
        body: b
        topic: sexual-violence
        title: Services
        years: 2013-14
        questions:
          - number: "1"
            asks: organisations
            text: Which organisations were paid?
        """);
    Path rulebooks = Path.of("input/rulebooks/sexual-violence");
    Files.createDirectories(folder.resolve("input/rulebooks/sexual-violence"));
    try (Stream<Path> files = Files.list(rulebooks)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, folder.resolve("input/rulebooks/sexual-violence").resolve(file.getFileName()));
      }
    }
    write("ledgers/b/l.csv", ledger());
    write("contracts/b/r.csv", register());
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String ledger() {
    StringBuilder csv = new StringBuilder();
    csv.append("Prepared by ").append(PlantedNames.written(0)).append(",,,,,,\n");
    csv.append("Payment Date,Supplier Name,Purpose of Spend,Expense Type,Expense Area,")
        .append("Contract Reference,Net Amount\n");
    for (int number = 0; number < 200; number++) {
      csv.append(line(number, PlantedNames.written(number))).append('\n');
    }
    return csv.toString();
  }

  private static String line(int number, String name) {
    String date = "%02d/%02d/2013".formatted(1 + number % 28, 4 + number % 9);
    String service = "Counselling after sexual violence";
    String training = "Sexual violence training for officers";
    return switch (number % 8) {
      case 0 -> cells(date, name, service, "Services", "Victims", "", "100.00");
      case 1 -> cells(date, name, training, "Training", "Victims", "", "50.00");
      case 2 -> cells(date, "Safeline", service + " of " + name, name, name, name, "10.00");
      case 3 -> cells(name, "Acme Ltd", service, "Services", "Victims", "", "5.00");
      case 4 -> cells(date, name, service, "Services", "Victims", "", name);
      case 5 -> "\"" + name + "\",\"" + service + "\"";
      case 6 -> cells(date, name, "Locks", "Security", "Estates", "", "7.00");
      default -> cells(date, name, name + ", " + service, "Services", "Victims", "A-7", "3.00");
    };
  }

  private static String register() {
    StringBuilder csv = new StringBuilder();
    csv.append("reference,kind,organisation,service,category,withhold,value,")
        .append("no value because,start,end,note\n");
    for (int number = 0; number < 200; number++) {
      csv.append(row(number)).append('\n');
    }
    return csv.toString();
  }

  private static String row(int number) {
    String name = PlantedNames.written(number);
    String titled = PlantedNames.titled(number);
    String id = "A-" + number;
    return switch (number % 7) {
      case 0 -> cells(id, "contract", "Willow Trust", "Advice", "", "", "10", "", D1, D2, name);
      case 1 -> cells(id, "grant", name, "Advice", "ADVOCACY", "name", "10", "", D1, D2, "");
      case 2 ->
          cells(id, "grant", titled, "Advice for " + titled, "FORENSIC", "", "5", "", D1, D2, "");
      case 3 -> cells(id, "contract", "Larch Trust", "Advice", name, "", "10", "", D1, D2, "");
      case 4 -> cells(id, "contract", "Larch Trust", "Advice", "", "", name, "", D1, D2, "");
      case 5 ->
          cells(
              id,
              "contract",
              "Elm Refuge",
              "Refuge at 12 " + PlantedNames.surname(number) + " Street",
              "FACE_TO_FACE",
              "address",
              "",
              "not on file: ask " + titled,
              D1,
              D2,
              "Ask for " + name);
      default -> cells(id, "pool", "", "Fund of " + titled, "", "", "9", "", D1, D2, name);
    };
  }

  private static final String D1 = "2013-04-01";
  private static final String D2 = "2014-03-31";

  private static String cells(String... cells) {
    return Stream.of(cells).map(cell -> "\"" + cell + "\"").collect(Collectors.joining(","));
  }
}
