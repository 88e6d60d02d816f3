package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.Folders;
import org.spendreturns.document.Gate;
import org.spendreturns.document.OdsChecklist;
import org.spendreturns.document.PdfFeet;
import org.spendreturns.document.VeraPdf;
import org.spendreturns.document.WorkbookChecklist;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Publication.Pdf;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions.Address;

/**
 * The return of an invented Welsh force, which publishes in both languages: the first edition in
 * the usual PDF; the second in the newer one, and with another sum.
 */
class WelshReturnTest {

  private static final Path FORCE = Path.of("src/test/resources/org/spendreturns/welsh-force");
  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Address ADDRESS =
      Address.parse("dyffryn-wennol/sexual-violence/2012-13..2014-15");
  private static final Pattern ENGLISH_PASSAGE =
      Pattern.compile("<span lang=\"en-GB\">(.*?)</span>", Pattern.DOTALL);

  private static Path first;
  private static Path second;

  @BeforeAll
  static void issue(@TempDir Path folder) throws IOException {
    Installation place = Installation.withTheRulebook(folder);
    for (String kind : List.of("bodies", "requests", "documents", "contracts", "ledgers")) {
      Folders.copy(FORCE.resolve(kind), folder.resolve("input").resolve(kind));
    }
    assertThat(place.night(NIGHT).failure()).isEmpty();
    place.replace("bodies/dyffryn-wennol.yaml", "[en, cy]", "[en, cy]\n  pdf: a-4f");
    place.replace("contracts/dyffryn-wennol/register.csv", "80000.00", "81000.00");
    assertThat(place.night(NIGHT.plusSeconds(86_400)).failure()).isEmpty();
    first = place.edition(ADDRESS, 1);
    second = place.edition(ADDRESS, 2);
  }

  @Test
  void anEditionHoldsWhatPeopleReadInBothLanguagesAndWhatMachinesReadOnce() throws IOException {
    try (Stream<Path> files = Files.list(first)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "SHA256SUMS",
              "body-tables.csv",
              "contracts-by-year.csv",
              "contracts.csv",
              "csv-metadata.json",
              "grants-360giving.csv",
              "grants-360giving.json",
              "manifest.json",
              "ocds-releases.json",
              "payments.csv",
              "return-cy.html",
              "return-cy.ods",
              "return-cy.pdf",
              "return-cy.xlsx",
              "return.html",
              "return.json",
              "return.ods",
              "return.pdf",
              "return.schema.json",
              "return.xlsx",
              "summary.csv");
    }
    assertThat(Files.readString(first.resolve("SHA256SUMS")))
        .contains("return-cy.pdf", "return-cy.html", "return-cy.xlsx", "return-cy.ods");
  }

  @Test
  void theWelshPdfKeepsWhatItClaimsInBothModes() throws Exception {
    assertThat(VeraPdf.faults(Files.readAllBytes(first.resolve("return-cy.pdf")), Pdf.A_3A))
        .isEmpty();
    assertThat(VeraPdf.faults(Files.readAllBytes(second.resolve("return-cy.pdf")), Pdf.A_4F))
        .isEmpty();
  }

  @Test
  void theWelshWorkbooksKeepTheChecklistAndTheWelshPagesSayTheirNumber() throws IOException {
    Wording welsh = Wording.in(Language.CY, Map.of());
    assertThat(WorkbookChecklist.faults(first.resolve("return-cy.xlsx"), welsh)).isEmpty();
    assertThat(OdsChecklist.faults(first.resolve("return-cy.ods"), welsh)).isEmpty();
    for (Path edition : List.of(first, second)) {
      assertThat(
              PdfFeet.faults(
                  edition.resolve("return-cy.pdf"), edition.resolve("return-cy.html"), welsh))
          .isEmpty();
    }
  }

  @Test
  void theWelshPdfSaysThatItIsWelshAndHoldsTheSameData() throws IOException {
    try (PDDocument welsh = Loader.loadPDF(first.resolve("return-cy.pdf").toFile());
        PDDocument english = Loader.loadPDF(first.resolve("return.pdf").toFile())) {
      assertThat(welsh.getDocumentCatalog().getLanguage()).isEqualTo("cy-GB");
      assertThat(english.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(welsh.getDocumentInformation().getTitle())
          .isEqualTo("Gwasanaethau trais a cham-drin rhywiol, 2012-13 i 2014-15");
      assertThat(welsh.getDocumentInformation().getAuthor())
          .isEqualTo("Comisiynydd yr Heddlu a Throseddu Dyffryn Wennol");
      assertThat(
              welsh
                  .getDocumentCatalog()
                  .getDocumentOutline()
                  .getFirstChild()
                  .getFirstChild()
                  .getTitle())
          .isEqualTo("Yr ateb yn fyr");
      assertThat(attachments(welsh))
          .isEqualTo(attachments(english))
          .hasSize(8)
          .containsKey("manifest.json");
    }
  }

  @Test
  void welshLettersWholeYearsAndWholeWordsAreReadFromThePdf() throws IOException {
    String text = WelshWords.text(first.resolve("return-cy.pdf"));
    assertThat(text)
        .contains(
            "Gwasanaethau trais a cham-drin rhywiol,",
            "Cwnsela Glan Ŵyr",
            "grŵp",
            "â’u hadio",
            "tudalen 1 o ");
    assertThat(text.lines()).noneMatch(line -> line.matches(".*\\b20\\d\\d-"));
    assertThat(text.lines()).noneMatch(line -> line.matches(".*\\p{L}\u2019"));
    assertThat(text).doesNotContain("\u2011", "\u02BC");
  }

  @Test
  void whatIsNotGivenInWelshStandsInEnglishAndSaysSo() throws IOException {
    assertThat(Files.readString(first.resolve("return-cy.html")))
        .contains(
            "<html lang=\"cy-GB\">",
            "<p>Daeth y gyllideb gyfun i ben eleni.</p>",
            "<p><span lang=\"en-GB\">This paragraph was never put into Welsh.</span></p>",
            "<h3>Adolygiad mewnol</h3>",
            "<h3><span lang=\"en-GB\">Re-use</span></h3>",
            "DW-2: <span lang=\"en-GB\">Paid each quarter.</span>");
  }

  /**
   * What the program itself says has no word that its English has and its Welsh has not; texts of
   * the body are marked as English or given in Welsh, and its names are Welsh.
   */
  @Test
  void theWelshDocumentsHoldNoEnglishOfTheProgram() throws IOException {
    String html = Files.readString(first.resolve("return-cy.html"));
    List<String> given = new ArrayList<>();
    ENGLISH_PASSAGE
        .matcher(html)
        .results()
        .forEach(found -> given.add(WelshWords.plain(found.group(1))));
    given.addAll(WelshWords.fileNamesAndTheLike());
    given.sort(Comparator.comparing(String::length).reversed());
    Set<String> english = WelshWords.onlyEnglish();
    assertThat(english).contains("the", "of", "payments", "agreement").hasSizeGreaterThan(400);

    List<String> texts = new ArrayList<>();
    Arrays.stream(
            ENGLISH_PASSAGE
                .matcher(html.replaceAll("(?s)<style.*?</style>", "<head>"))
                .replaceAll("")
                .split("<[^>]*>"))
        .map(WelshWords::plain)
        .forEach(texts::add);
    texts.addAll(WelshWords.cells(second.resolve("return-cy.xlsx")));
    assertThat(texts).hasSizeGreaterThan(1000);
    for (String text : texts) {
      String ours = text;
      for (String passage : given) {
        ours = ours.replace(passage, "");
      }
      assertThat(WelshWords.words(ours)).as(text).doesNotContainAnyElementsOf(english);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "pdf", "xlsx", "ods"})
  void theGateRefusesAWelshDocumentWithAnotherSumThanTheEnglishOne(
      String kind, @TempDir Path folder) throws IOException {
    Path edition = folder.resolve("edition");
    Folders.copy(second, edition);
    String name = "return-cy." + kind;
    Files.copy(first.resolve(name), edition.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    String found =
        switch (kind) {
          case "html", "pdf" ->
              "£40,500\\.00 stands here 0 times, and in return\\.%s \\d+ times".formatted(kind);
          default ->
              "Contractau fesul blwyddyn!\\d+: says '.*, DW-1, 2014-15, £?40,?000\\.00, .*', and"
                  + " return\\.%s '.*, DW-1, 2014-15, £?40,?500\\.00, .*'".formatted(kind);
        };
    assertThat(new Gate().openEdition(edition).stream().map(Gate.Fault::toString))
        .anyMatch(fault -> fault.matches(Pattern.quote(name) + ": " + found + "; write both anew"))
        .allMatch(fault -> fault.startsWith(name + ": "));
  }

  @Test
  void theGateRefusesAWelshPageThatSaysNoneOfWhatIsNotKnown(@TempDir Path folder)
      throws IOException {
    Path edition = folder.resolve("edition");
    Folders.copy(first, edition);
    Path page = edition.resolve("return-cy.html");
    String html = Files.readString(page);
    int at = html.indexOf(">ataliwyd – s.43");
    Files.writeString(
        page, html.substring(0, at) + ">dim" + html.substring(at + ">ataliwyd – s.43".length()));
    assertThat(new Gate().openEdition(edition)).hasSize(1);
    assertThat(new Gate().openEdition(edition).get(0).found())
        .startsWith("says '(iii) Fforensig, gan gynnwys SARC, ")
        .contains("dim [nodyn 5]")
        .endsWith("not on file – no sum'; write both anew");
  }

  @Test
  void aScreenReaderIsToldWhatOfTheWelshPdfIsEnglish() throws IOException {
    try (PDDocument welsh = Loader.loadPDF(first.resolve("return-cy.pdf").toFile())) {
      assertThat(languages(welsh)).containsExactly("cy-GB", "en-GB");
    }
    try (PDDocument english = Loader.loadPDF(first.resolve("return.pdf").toFile())) {
      assertThat(languages(english)).containsExactly("en-GB");
    }
  }

  /** What the elements of the structure say of their language. */
  private static Set<String> languages(PDDocument pdf) {
    Set<String> languages = new TreeSet<>();
    for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
      if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary element
          && element.containsKey(COSName.S)
          && element.containsKey(COSName.LANG)) {
        languages.add(element.getString(COSName.LANG));
      }
    }
    return languages;
  }

  private static Map<String, byte[]> raw(PDDocument pdf) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, PDComplexFileSpecification> each :
        pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().entrySet()) {
      files.put(each.getKey(), each.getValue().getEmbeddedFile().toByteArray());
    }
    return files;
  }

  private static Map<String, Integer> attachments(PDDocument pdf) throws IOException {
    return raw(pdf).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> Arrays.hashCode(each.getValue())));
  }
}
