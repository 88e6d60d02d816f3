package org.spendreturns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import org.spendreturns.Folders;
import org.spendreturns.MinuteOld;

/**
 * Two hundred names are planted wherever a person may write one, and the night is run: no byte of
 * what leaves holds any of them, and what was printed and logged neither.
 */
class NamesNeverLeaveTest {

  private static final String EDITION = "b/sexual-violence/2013-14/edition-0001";

  @TempDir Path folder;
  private Clock night = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
  private final StringWriter printed = new StringWriter();

  @Test
  void noPlantedNameStandsInAnythingThatLeavesOrIsPrintedOrLogged() throws IOException {
    plant("");

    assertThat(run("nightly")).as(printed::toString).isEqualTo(3);
    write("ledgers/b/later.csv", PlantedInput.later());
    night = Clock.offset(night, Duration.ofDays(1));
    assertThat(run("nightly")).as(printed::toString).isEqualTo(3);
    assertThat(shown("trace")).isZero();
    assertThat(shown("trace", "--figure", "paid.FACE_TO_FACE.2013-14")).isZero();
    assertThat(shown("explain-total")).isZero();
    assertThat(printed.toString()).contains("paid.FACE_TO_FACE.2013-14");

    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : leaving()) {
      List<String> names = PlantedNames.in(EveryText.of(file));
      if (!names.isEmpty()) {
        found.put(String.valueOf(folder.relativize(file)), names);
      }
    }
    assertThat(found).isEmpty();
    assertThat(PlantedNames.in(withoutPlaces())).as(printed::toString).isEmpty();
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
            - free-text: [note, decision, reason]
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
        List.of(
            "return.pdf",
            "return.xlsx",
            "return.ods",
            "return.html",
            "return.json",
            "return-cy.pdf",
            "payments.csv")) {
      assertThat(PlantedNames.in(EveryText.of(edition.resolve(file))))
          .as(file)
          .containsAll(paidByApproval());
    }
  }

  /**
   * Who is paid for the service in {@link PlantedInput#ledger}, but those whom {@link
   * PlantedInput#register} withholds.
   */
  private static List<String> paidByApproval() {
    return IntStream.range(0, 200)
        .filter(number -> (number % 8 == 0 || number % 8 == 7) && number % 7 != 1)
        .mapToObj(PlantedNames::surname)
        .toList();
  }

  private int run(String word) {
    return execute(
        word,
        "--input",
        folder.resolve("input").toString(),
        "--reports",
        folder.resolve("reports").toString(),
        "--home",
        folder.resolve("home").toString());
  }

  /** What a command shows of the first edition. */
  private int shown(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--edition", EDITION, "--home", folder.resolve("home").toString()));
    return execute(all.toArray(new String[0]));
  }

  private int execute(String... words) {
    PrintWriter out = new PrintWriter(printed, true);
    return SpendReturnsCommand.run(night, out, out, words);
  }

  /** What was printed, but for the files and sheets, which who runs the night has to find. */
  private String withoutPlaces() {
    return printed
        .toString()
        .replaceAll("(?:payments|grant)-to-[^.]*\\.csv|sheets\\.xlsx:[^:]*:", "");
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
      assertThat(files)
          .extracting(file -> String.valueOf(file.getFileName()))
          .contains("spend-returns.log", "return-cy.pdf", "manifest.json");
      assertThat(files).anyMatch(file -> file.toString().contains("edition-0002"));
      return files;
    }
  }

  /** A body, its request, ledger and register, with names in every place of them. */
  private void plant(String redaction) throws IOException {
    write(
        "bodies/b.yaml",
        "id: b\nname: The Body\nkind: pcc\npublication:\n  languages: [en, cy]\n" + redaction);
    write(
        "requests/from-%s.yaml".formatted(PlantedNames.plain(3)),
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
    Folders.copy(Path.of("input/rulebooks"), folder.resolve("input/rulebooks"));
    write("ledgers/b/payments-to-%s.csv".formatted(PlantedNames.plain(0)), PlantedInput.ledger());
    write("contracts/b/grant-to-%s.csv".formatted(PlantedNames.plain(48)), PlantedInput.register());
    write("contracts/b/notices.json", PlantedInput.NOTICES.formatted(PlantedNames.plain(11)));
    PlantedInput.workbook(
        folder.resolve("input/ledgers/b/sheets.xlsx"),
        PlantedNames.plain(56),
        PlantedNames.plain(88));
    MinuteOld.make(folder.resolve("input/ledgers/b/sheets.xlsx"));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    MinuteOld.make(file);
  }
}
