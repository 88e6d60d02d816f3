package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** What a screen reader hears: the structure tree of a PDF with tables over many pages. */
class PdfStructureTest {

  private static final Return FILING = InventedReturn.of(7, 45);

  private static PDDocument document;
  private static HeardPdf heard;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    document = Loader.loadPDF(WrittenReturn.of(FILING, folder).bytes("return.pdf"));
    heard = new HeardPdf(document);
  }

  @AfterAll
  static void close() throws IOException {
    document.close();
  }

  @Test
  void whatIsHeardIsTheReadingCopyWordForWordInItsOrder() {
    ReadingCopy copy =
        ReadingCopy.of(FILING, new EditionMark(3, OptionalInt.of(2)), Wording.english());
    List<String> expected = new ArrayList<>();
    expected.add("P: " + copy.body());
    expected.add("H1: " + copy.title());
    copy.blocks().forEach(block -> expected.addAll(spoken(block)));
    assertThat(heard.all())
        .containsExactlyElementsOf(expected.stream().map(HeardPdf::plain).toList());
  }

  @Test
  void everyHeaderCellHasItsScopeAndEveryCellItsHeaders() {
    Map<String, COSDictionary> named = new HashMap<>();
    for (COSDictionary header : heard.of("TH")) {
      assertThat(HeardPdf.attribute(header, "Scope")).isNotNull();
      named.put(header.getString(COSName.ID), header);
    }
    List<COSDictionary> cells = heard.of("TD");
    assertThat(cells).hasSizeGreaterThan(1000);
    for (COSDictionary cell : cells) {
      COSArray headers = (COSArray) HeardPdf.attribute(cell, "Headers");
      assertThat(headers).isNotNull();
      for (COSBase header : headers) {
        assertThat(named).containsKey(((COSString) header).getString());
      }
    }
  }

  @Test
  void anAmountsHeadersAreItsYearItsAgreementAndWhetherAwardedOrPaid() {
    List<COSDictionary> headers = heard.of("TH");
    Map<String, String> names = new HashMap<>();
    headers.forEach(
        header -> names.put(header.getString(COSName.ID), HeardPdf.plain(heard.text(header))));
    List<COSDictionary> cells = heard.of("TD");
    String sum =
        Wording.english().words(FILING.sections().get(0).rows().get(20).paidByYear().get(1));
    COSDictionary cell =
        cells.stream()
            .filter(each -> HeardPdf.plain(heard.text(each)).equals(sum))
            .findFirst()
            .orElseThrow();
    List<String> spoken = new ArrayList<>();
    for (COSBase header : (COSArray) HeardPdf.attribute(cell, "Headers")) {
      spoken.add(names.get(((COSString) header).getString()));
    }
    assertThat(spoken)
        .containsExactly(
            "2013-14",
            "Advocacy Trust number 21 Independent sexual violence adviser service, area 21 ·"
                + " reference YN-021 · 1 April 2013 to 31 March 2016 decision Executive Order 21,"
                + " 11 March 2013",
            "Paid");
  }

  @Test
  void aDecisionLeadsToItsRecord() throws IOException {
    long decisions =
        heard.of("Link").stream()
            .filter(link -> HeardPdf.plain(heard.text(link)).startsWith("decision "))
            .count();
    List<String> targets = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getAction() instanceof PDActionURI action) {
          targets.add(link.getContents() + " -> " + action.getURI());
        }
      }
    }
    assertThat(decisions).isEqualTo(32); // of every third of 45 and one more, in two tables
    assertThat(targets)
        .contains(
            "decision Executive Order 21, 11 March 2013 -> https://nene.example/decisions/11");
  }

  @Test
  void anAgreementAndItsSumsAreNeverTornAndTotalsNeverStandAlone() {
    List<COSDictionary> bodies = heard.of("TBody");
    List<String> torn = new ArrayList<>();
    for (COSDictionary body : bodies) {
      List<COSDictionary> rows = HeardPdf.kids(body);
      for (int row = 1; row < rows.size(); row++) {
        String first = HeardPdf.plain(heard.text(HeardPdf.kids(rows.get(row)).get(0)));
        boolean belongsToRowAbove =
            List.of("Awarded", "Paid", "On file", "All awarded", "All paid", "Total identified")
                .contains(first);
        if (belongsToRowAbove && HeardPdf.page(rows.get(row)) != HeardPdf.page(rows.get(row - 1))) {
          torn.add(first + " below " + HeardPdf.plain(heard.text(rows.get(row - 1))));
        }
      }
    }
    assertThat(torn).isEmpty();
  }

  @Test
  void noElementIsEmptyAndNoneIsOfAnUnknownKind() {
    List<String> roles = new ArrayList<>();
    heard.walk(
        element -> {
          roles.add(HeardPdf.role(element));
          assertThat(element.getDictionaryObject(COSName.K)).as(HeardPdf.role(element)).isNotNull();
        });
    assertThat(roles.stream().distinct())
        .containsExactlyInAnyOrder(
            "Document",
            "P",
            "H1",
            "H2",
            "H3",
            "L",
            "LI",
            "Lbl",
            "LBody",
            "Table",
            "Caption",
            "THead",
            "TBody",
            "TR",
            "TH",
            "TD",
            "Link",
            "Figure");
  }

  @Test
  void bookmarksAreTheHeadings() {
    List<String> bookmarks = new ArrayList<>();
    PDOutlineItem title = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
    assertThat(title.getTitle()).isEqualTo(FILING.heading().title());
    title.children().forEach(item -> bookmarks.add(item.getTitle()));
    assertThat(bookmarks)
        .containsExactly(
            "The answer in short",
            "What was awarded and what was paid",
            "Notes",
            "Contracts and grants",
            "Plans, strategies and other documents",
            "Year by year",
            "How this return was made",
            "Data quality",
            "Changes since edition 2",
            "Your rights");
  }

  private static List<String> spoken(Block block) {
    if (block instanceof Block.Heading heading) {
      return List.of("H" + heading.level() + ": " + heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      return List.of("P: " + paragraph.text());
    } else if (block instanceof Block.Notice notice) {
      return List.of("P: " + notice.text());
    } else if (block instanceof Block.Item item) {
      return List.of("LI: " + item.label() + " | " + item.text());
    } else if (block instanceof Block.Key key) {
      return key.figures().stream().flatMap(figure -> spoken(figure).stream()).toList();
    } else if (block instanceof Block.Chart chart) {
      return List.of("P: " + chart.title(), "Figure: " + chart.says(), "P: " + chart.below());
    }
    Block.Table table = (Block.Table) block;
    List<String> lines = new ArrayList<>(List.of("Table"));
    if (!table.caption().isEmpty()) {
      lines.add("Caption: " + table.caption());
    }
    lines.add("TR: " + table.columns().stream().map(Block.Column::title).collect(joined()));
    for (Block.Row row : table.rows()) {
      String link = row.link().map(each -> " " + each.words()).orElse("");
      lines.add("TR: " + row.cells().stream().collect(joined()) + link);
    }
    return lines;
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" | ");
  }
}
