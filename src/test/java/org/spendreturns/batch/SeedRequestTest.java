package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.store.Editions.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks request 03072015-2, question by question, through the documents issued in answer to it: in
 * each of them every question is answered, or it says why not.
 */
class SeedRequestTest {

  private static final List<String> DOCUMENTS =
      List.of("return.pdf", "return.html", "return.xlsx", "return.json");

  private static final List<String> FILES =
      List.of(
          "bodies/northamptonshire-pcc.yaml",
          "contracts/northamptonshire-pcc/answer-03072015-2.csv",
          "documents/northamptonshire-pcc.yaml",
          "requests/northamptonshire-pcc-03072015-2.yaml");

  /** What each question asks, by its number, and what the answer must say of each year. */
  private static final Map<String, List<String>> ANSWERS =
      Map.of(
          "1",
          List.of(
              "We hold records of 1 contract or grant for these services in 2012-13 to 2014-15",
              "The records of 2012-13 are held by Northamptonshire Police Authority."),
          "1.1",
          List.of("Contracts and grants on file are with Northamptonshire Rape Crisis."),
          "1.2",
          List.of(
              "not held – Northamptonshire Police Authority (2012-13)",
              "not separable – Interpersonal violence services pooled budget (2013-14)",
              "its sum stands in Executive Order 44 (2014-15)",
              "No sum can be given for EO-44"),
          "1.3",
          List.of(
              "Start, end and the amount of each financial year stand beside each contract",
              "The start or end of EO-44 is not on file."),
          "1 (i)-(iii)",
          List.of("(i) Advocacy", "(ii) Face to face", "(iii) Forensic", "not broken down"),
          "2",
          List.of(
              "Northamptonshire Interpersonal Violence Strategy 2015-2018",
              "Refreshed Police and Crime Plan",
              "Online Safety Report",
              "Ten Point Pledge"));

  private static final Map<String, String> TEXTS = new LinkedHashMap<>();
  private static Path edition = Path.of("");

  @BeforeAll
  static void issue(@TempDir Path folder) throws IOException {
    Installation place = Installation.withTheRulebook(folder);
    for (String file : FILES) {
      place.write(file, Files.readString(Path.of("input").resolve(file)));
    }
    place.night(Instant.parse("2026-11-23T02:00:00Z"));
    edition =
        place.edition(Address.parse("northamptonshire-pcc/sexual-violence/2012-13..2014-15"), 1);
    for (String name : DOCUMENTS) {
      TEXTS.put(name, text(edition.resolve(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.html", "return.xlsx", "return.json"})
  void everyQuestionIsAnsweredInEveryDocument(String name) {
    ANSWERS.forEach((number, sayings) -> assertThat(TEXTS.get(name)).as(number).contains(sayings));
  }

  @Test
  void noQuestionOfTheRequestIsLeftOut() throws IOException {
    Map<String, String> answers = new TreeMap<>();
    json()
        .get("answers")
        .forEach(each -> answers.put(each.get("number").asString(), each.get("answer").asString()));
    assertThat(answers.keySet()).isEqualTo(new TreeMap<>(ANSWERS).keySet());
    ANSWERS.forEach(
        (number, sayings) -> assertThat(answers.get(number)).as(number).contains(sayings));
  }

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.html", "return.xlsx", "return.json"})
  void everyDocumentOfQuestionTwoHasItsAddress(String name) {
    assertThat(TEXTS.getOrDefault(name, "").replace(" ", ""))
        .contains(
            "Draft%20Interpersonal%20Violence%20%20Strategy.pdf",
            "http://www.northantspcc.org.uk/docs/report/Police%20and%20Crime%20Plan.pdf",
            "http://www.northantspcc.org.uk/docs/priorities/Online-safety-full-report.pdf",
            "http://www.northantspcc.org.uk/docs/priorities/PCC_10_point_pledge.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.html", "return.xlsx", "return.json"})
  void theAnswersOwnTablesStandInEveryDocumentAndInNoTotal(String name) {
    assertThat(TEXTS.get(name))
        .contains("Contributions of the county council")
        .contains("Annual change")
        .contains("From the commissioning budget, for borough and district councils")
        .containsPattern("£420,920.00|420920|420,920|42092000")
        .containsPattern("-£200,000.00|-200000|-200,000|-20000000");
  }

  @Test
  void thePagesSayWhatOfTheFundIsNotDivided() {
    assertThat(TEXTS.get("return.pdf"))
        .contains(
            "the parts that have a sum make up £150,000 of £420,920; £270,920 is not divided.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.html", "return.xlsx"})
  void theFactsOfTheRequestStandInEveryDocument(String name) {
    assertThat(TEXTS.get(name))
        .contains("03072015-2")
        .contains("cannot be told: the day of receipt is not on file")
        .contains(
            "We hold information of the kind asked for: 1 contract or grant, 5 pooled budgets and"
                + " funds and 4 documents.")
        .contains("Internal review")
        .contains("Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.html", "return.xlsx", "return.json"})
  void theLawInForceStandsWithItsDates(String name) {
    assertThat(TEXTS.get(name))
        .contains("as amended in 2012", "as amended in 2012 and 2013", "SI 2012/2479")
        .containsPattern("22 November 2012|2012-11-22")
        .doesNotContain("Local Government Transparency Code 2015");
  }

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.html", "return.xlsx", "return.json"})
  void noSumOfAFundIsShownAsSpendOnTheTopic(String name) throws IOException {
    JsonNode root = json();
    for (String basis : List.of("awarded", "paid")) {
      root.get(basis).get("rows").forEach(SeedRequestTest::hasNoSum);
      hasNoSum(root.get(basis).get("total"));
    }
    assertThat(TEXTS.get(name)).contains("Community Safety Fund", "Local Solutions Fund");
  }

  @Test
  void theTablesAreAFileOfTheirOwn() throws IOException {
    assertThat(Files.readString(edition.resolve("body-tables.csv")).lines())
        .contains(
            "Table,Row,What it is,Financial year,Sum given,Source",
            "Contributions of the county council,Annual change,the change from the year before,"
                + "2013-14,-200000.00,Printed in thousands of pounds",
            "Local Solutions Fund,Second home funding,a part of the total below,2014-15,,"
                + "\"Printed as a total, with the sum of one of its parts\"");
  }

  private static void hasNoSum(JsonNode row) {
    row.get("byYear").forEach(figure -> assertThat(figure.has("pence")).isFalse());
    assertThat(row.get("inAll").has("pence")).isFalse();
  }

  private static JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(edition.resolve("return.json")));
  }

  private static String text(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".pdf")) {
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        return levelled(new PDFTextStripper().getText(document));
      }
    }
    if (name.endsWith(".xlsx")) {
      return levelled(cells(file));
    }
    return levelled(Files.readString(file).replaceAll("<[^>]+>", " ").replace("&amp;", "&"));
  }

  private static String cells(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    DataFormatter formatter = new DataFormatter();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell -> text.append(formatter.formatCellValue(cell)).append(' '))));
    }
    return text.toString();
  }

  private static String levelled(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
