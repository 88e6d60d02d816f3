package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

class DocumentsTest {

  private static final Wording ENGLISH = Wording.english();

  @TempDir Path folder;

  @Test
  void everyFigureIsInTheTextOfThePdf() throws IOException {
    Return filing = InventedReturn.of(7, 45);
    String text = WrittenReturn.of(filing, folder).pdfTextTight();
    assertThat(filing.figures())
        .extracting(ENGLISH::words)
        .map(WrittenReturn::tight)
        .allSatisfy(words -> assertThat(text).contains(words));
  }

  @Test
  void everyFigureIsANumberOrItsWordsInACellOfTheWorkbook() throws IOException {
    Return filing = InventedReturn.of(7, 45);
    Set<BigDecimal> numbers = new HashSet<>();
    Set<String> words = new HashSet<>();
    DataFormatter formatter = new DataFormatter(Locale.UK);
    try (XSSFWorkbook workbook = WrittenReturn.of(filing, folder).workbook()) {
      for (Cell cell : WrittenReturn.cells(workbook)) {
        if (cell.getCellType() == CellType.NUMERIC) {
          numbers.add(BigDecimal.valueOf(cell.getNumericCellValue()).setScale(2));
        }
        words.add(formatter.formatCellValue(cell));
      }
    }
    for (Figure figure : filing.figures()) {
      if (figure.value() instanceof Value.Amount amount) {
        assertThat(numbers).contains(BigDecimal.valueOf(amount.money().pence(), 2));
      } else {
        String sign = figure.value() instanceof Value.Withheld ? "[c] " : "";
        assertThat(words).contains(sign + ENGLISH.words(figure.value()));
      }
    }
  }

  @Test
  void noSumIsBrokenBetweenLinesHoweverManyYearsAndMillions() throws IOException {
    for (int years : List.of(4, 5, 6, 9)) {
      Return filing = InventedReturn.withSumsFrom(9_876_543_210L, years);
      String text = WrittenReturn.of(filing, folder).pdfText();
      assertThat(filing.figures())
          .filteredOn(figure -> figure.value() instanceof Value.Amount)
          .extracting(figure -> ENGLISH.words(figure.value()))
          .allSatisfy(sum -> assertThat(text).contains(sum));
    }
  }

  @Test
  void noTextOfTheReadingCopyIsCutOrLostInThePdf() throws IOException {
    Return filing = InventedReturn.of(6, 12);
    EditionMark edition = new EditionMark(3, OptionalInt.of(2));
    String text = WrittenReturn.of(filing, folder).pdfTextTight();
    ReadingCopy copy = ReadingCopy.of(filing, edition, ENGLISH);
    assertThat(copy.blocks())
        .flatMap(DocumentsTest::texts)
        .map(WrittenReturn::tight)
        .allSatisfy(each -> assertThat(text).contains(each));
  }

  private static List<String> texts(Block block) {
    if (block instanceof Block.Heading heading) {
      return List.of(heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      return List.of(paragraph.text());
    } else if (block instanceof Block.Notice notice) {
      return List.of(notice.text());
    } else if (block instanceof Block.Item item) {
      return List.of(item.label(), item.text());
    } else if (block instanceof Block.Key key) {
      return key.figures().stream().flatMap(figure -> texts(figure).stream()).toList();
    } else if (block instanceof Block.Chart chart) {
      return List.of(chart.title());
    }
    Block.Table table = (Block.Table) block;
    return table.rows().stream().flatMap(row -> row.cells().stream()).toList();
  }

  @Test
  void sameReturnGivesSameBytesInAnotherTimeZoneAndLanguage(@TempDir Path second)
      throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Return filing = InventedReturn.usual();
    WrittenReturn here = WrittenReturn.of(filing, folder);
    WrittenReturn there;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      there = WrittenReturn.of(filing, second);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(here.files()).hasSizeGreaterThan(5).isEqualTo(there.files());
    for (String file : here.files()) {
      assertThat(there.digest(file)).as(file).isEqualTo(here.digest(file));
    }
  }

  @Test
  void freeTextOfALedgerLineIsInNoDocument() throws IOException {
    WrittenReturn written = WrittenReturn.of(InventedReturn.usual(), folder);
    assertThat(written.pdfTextTight()).doesNotContain("Quillfeather", "Bartholomew");
    try (XSSFWorkbook workbook = written.workbook()) {
      assertThat(WrittenReturn.cells(workbook))
          .filteredOn(cell -> cell.getCellType() == CellType.STRING)
          .extracting(Cell::getStringCellValue)
          .noneMatch(text -> text.contains("Quillfeather") || text.contains("Bartholomew"));
    }
  }

  @Test
  void aCharacterThatNoFontHasIsToldByItsNumberAndNeverLost() throws IOException {
    String name = "\u4e2d\ud83d\ude80 Centre\u0007";
    WrittenReturn written = WrittenReturn.of(InventedReturn.withOrganisation(name), folder);
    assertThat(written.pdfTextTight()).contains("[U+4E2D][U+1F680]Centre");
    assertThat(Files.readString(folder.resolve("return.html")))
        .contains("\u4e2d\ud83d\ude80 Centre");
    assertThat(Files.readString(folder.resolve("return.json")))
        .contains("\u4e2d\ud83d\ude80 Centre");
    assertThat(written.undrawn()).containsExactly("\u4e2d U+4E2D", "\ud83d\ude80 U+1F680");
  }

  @Test
  void aNameInAnotherScriptIsDrawnAndSaidAsItIsSpelled() throws IOException {
    String name = "\u0645\u0631\u0643\u0632 Centre \u05e9\u05dc\u05d5\u05dd";
    WrittenReturn written = WrittenReturn.of(InventedReturn.withOrganisation(name), folder);
    List<String> said = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(written.bytes("return.pdf"))) {
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        extractor.getMarkedContents().stream()
            .map(PDMarkedContent::getActualText)
            .filter(Objects::nonNull)
            .forEach(said::add);
      }
    }
    assertThat(said)
        .as("in its row, and among the agreements without a payment")
        .containsExactly(name, name);
    assertThat(written.pdfTextTight()).doesNotContain("[U+").contains("\u05e9\u05dc\u05d5\u05dd");
  }

  @Test
  void aBodyWithNothingOnFileSaysSoInEveryPart() throws IOException {
    String text = WrittenReturn.of(InventedReturn.bare(), folder).pdfText();
    assertThat(text)
        .contains(
            "no records on file",
            "No organisation is on file in this category.",
            "No document is on file.",
            "No ledger export that could be read is on file.",
            "No contract register that could be read is on file.",
            "No rule decided a line in the tables.",
            "No ledger export that could be read is on file, so there was no line to read.",
            "No line waits for a person’s decision.")
        .doesNotContain("£");
  }

  @Test
  void aMissingFontIsNamed() {
    Path templates = folder.resolve("none");
    assertThatThrownBy(() -> WrittenReturn.failing(templates, folder))
        .isInstanceOf(BrokenTemplateException.class)
        .hasMessage(
            "%s: expected a font, found no file; put it back",
            templates.resolve("fonts").resolve("SourceSans3-Regular.ttf"));
  }

  @Test
  void aTemplateWithoutACellItNeedsIsNamed() throws IOException {
    Path templates = folder.resolve("templates");
    Folders.copy(WrittenReturn.TEMPLATES, templates);
    Path table = templates.resolve("table.jrxml");
    Files.writeString(
        table, Files.readString(table).replace("key=\"row-header\"", "key=\"first\""));
    assertThatThrownBy(() -> WrittenReturn.failing(templates, folder))
        .isInstanceOf(BrokenTemplateException.class)
        .hasMessage(
            "%s: expected a text field with key 'row-header' in the frame 'head', found none",
            table);
  }

  @Test
  void aTemplateWithoutTheGroupOfHeadingsIsNamed() throws IOException {
    Path templates = folder.resolve("templates");
    Folders.copy(WrittenReturn.TEMPLATES, templates);
    Path pages = templates.resolve("return.jrxml");
    Files.writeString(pages, Files.readString(pages).replace("name=\"Part\"", "name=\"Chapter\""));
    assertThatThrownBy(() -> WrittenReturn.failing(templates, folder))
        .isInstanceOf(BrokenTemplateException.class)
        .hasMessage("%s: expected a group 'Part', found none; put it back", pages);
  }

  @Test
  void aMissingTemplateIsNamed() throws IOException {
    Path templates = folder.resolve("templates");
    Folders.copy(WrittenReturn.TEMPLATES, templates);
    Files.delete(templates.resolve("table.jrxml"));
    assertThatThrownBy(() -> WrittenReturn.failing(templates, folder))
        .isInstanceOf(BrokenTemplateException.class)
        .hasMessage(
            "%s: expected a template, found no file; put it back",
            templates.resolve("table.jrxml"));
  }

  @Test
  void aTemplateThatCannotBeReadIsNamedWithTheRemedy() throws IOException {
    Path templates = folder.resolve("templates");
    Folders.copy(WrittenReturn.TEMPLATES, templates);
    Path pages = templates.resolve("return.jrxml");
    String sound = Files.readString(pages);
    for (String broken :
        List.of(
            sound.substring(0, sound.length() / 2),
            sound.replace("$F{isPart}", "$F{isNoField}"),
            sound.replace("$F{chapter}", "$F{chapter} / 0"))) {
      Files.writeString(pages, broken);
      assertThatThrownBy(() -> WrittenReturn.failing(templates, folder))
          .isInstanceOf(BrokenTemplateException.class)
          .hasMessageStartingWith(pages.toString())
          .hasMessageContaining(
              ": not a template that can be used; mend it, or put the one of the release back: ");
    }
  }
}
