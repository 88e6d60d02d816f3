package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
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
  private static final Map<COSDictionary, Map<Integer, String>> TEXTS = new HashMap<>();

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    document = Loader.loadPDF(WrittenReturn.of(FILING, folder).bytes("return.pdf"));
    for (PDPage page : document.getPages()) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.processPage(page);
      Map<Integer, String> texts = new HashMap<>();
      for (PDMarkedContent content : extractor.getMarkedContents()) {
        texts.put(
            content.getMCID(),
            content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(glyph -> ((TextPosition) glyph).getUnicode())
                .collect(Collectors.joining()));
      }
      TEXTS.put(page.getCOSObject(), texts);
    }
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
    List<String> heard = new ArrayList<>();
    hear(root(), heard);
    assertThat(heard)
        .containsExactlyElementsOf(expected.stream().map(PdfStructureTest::plain).toList());
  }

  @Test
  void everyHeaderCellHasItsScopeAndEveryCellItsHeaders() {
    Map<String, COSDictionary> named = new HashMap<>();
    List<COSDictionary> cells = new ArrayList<>();
    collect(root(), "TH", cells);
    for (COSDictionary header : cells) {
      assertThat(attribute(header, "Scope")).isNotNull();
      named.put(header.getString(COSName.ID), header);
    }
    cells.clear();
    collect(root(), "TD", cells);
    assertThat(cells).hasSizeGreaterThan(1000);
    for (COSDictionary cell : cells) {
      COSArray headers = (COSArray) attribute(cell, "Headers");
      assertThat(headers).isNotNull();
      for (COSBase header : headers) {
        assertThat(named).containsKey(((COSString) header).getString());
      }
    }
  }

  @Test
  void anAmountsHeadersAreItsYearItsAgreementAndWhetherAwardedOrPaid() {
    List<COSDictionary> headers = new ArrayList<>();
    collect(root(), "TH", headers);
    Map<String, String> names = new HashMap<>();
    headers.forEach(header -> names.put(header.getString(COSName.ID), plain(text(header))));
    List<COSDictionary> cells = new ArrayList<>();
    collect(root(), "TD", cells);
    String sum =
        Wording.english().words(FILING.sections().get(0).rows().get(20).paidByYear().get(1));
    COSDictionary cell =
        cells.stream().filter(each -> plain(text(each)).equals(sum)).findFirst().orElseThrow();
    List<String> heard = new ArrayList<>();
    for (COSBase header : (COSArray) attribute(cell, "Headers")) {
      heard.add(names.get(((COSString) header).getString()));
    }
    assertThat(heard)
        .containsExactly(
            "2013-14",
            "Advocacy Trust number 21 Independent sexual violence adviser service, area 21 ·"
                + " reference YN-021 · 1 April 2013 to 31 March 2016 decision Executive Order 21,"
                + " 11 March 2013",
            "Paid");
  }

  @Test
  void aDecisionLeadsToItsRecord() throws IOException {
    List<COSDictionary> links = new ArrayList<>();
    collect(root(), "Link", links);
    long decisions =
        links.stream().filter(link -> plain(text(link)).startsWith("decision ")).count();
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
    List<COSDictionary> bodies = new ArrayList<>();
    collect(root(), "TBody", bodies);
    List<String> torn = new ArrayList<>();
    for (COSDictionary body : bodies) {
      List<COSDictionary> rows = kids(body);
      for (int row = 1; row < rows.size(); row++) {
        String first = plain(text(kids(rows.get(row)).get(0)));
        boolean belongsToRowAbove =
            List.of("Awarded", "Paid", "On file", "All awarded", "All paid", "Total identified")
                .contains(first);
        if (belongsToRowAbove && page(rows.get(row)) != page(rows.get(row - 1))) {
          torn.add(first + " below " + plain(text(rows.get(row - 1))));
        }
      }
    }
    assertThat(torn).isEmpty();
  }

  private static COSDictionary page(COSDictionary row) {
    COSDictionary cell = kids(row).get(0);
    COSDictionary page = cell.getCOSDictionary(COSName.PG);
    return page == null ? kids(cell).get(0).getCOSDictionary(COSName.PG) : page;
  }

  @Test
  void noElementIsEmptyAndNoneIsOfAnUnknownKind() {
    List<String> roles = new ArrayList<>();
    walk(
        root(),
        element -> {
          roles.add(role(element));
          assertThat(element.getDictionaryObject(COSName.K)).as(role(element)).isNotNull();
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

  private void hear(COSDictionary element, List<String> heard) {
    for (COSDictionary kid : kids(element)) {
      switch (role(kid)) {
        case "H1", "H2", "H3", "P", "Caption" -> heard.add(role(kid) + ": " + plain(text(kid)));
        case "Figure" -> heard.add("Figure: " + kid.getString(COSName.ALT));
        case "LI", "TR" -> {
          String parts = kids(kid).stream().map(PdfStructureTest::text).collect(joined());
          heard.add(role(kid) + ": " + plain(parts));
        }
        default -> {
          if (role(kid).equals("Table")) {
            heard.add("Table");
          }
          hear(kid, heard);
        }
      }
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static void walk(COSDictionary parent, Consumer<COSDictionary> visit) {
    for (COSDictionary kid : kids(parent)) {
      visit.accept(kid);
      walk(kid, visit);
    }
  }

  private static void collect(COSDictionary parent, String role, List<COSDictionary> found) {
    walk(
        parent,
        element -> {
          if (role(element).equals(role)) {
            found.add(element);
          }
        });
  }

  private static COSDictionary root() {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    return catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
  }

  private static String role(COSDictionary element) {
    return element.getNameAsString(COSName.S);
  }

  private static List<COSDictionary> kids(COSDictionary element) {
    return all(element).stream()
        .filter(kid -> kid instanceof COSDictionary each && each.containsKey(COSName.S))
        .map(COSDictionary.class::cast)
        .toList();
  }

  private static List<COSBase> all(COSDictionary element) {
    COSBase kids = element.getDictionaryObject(COSName.K);
    List<COSBase> all = new ArrayList<>();
    if (kids instanceof COSArray array) {
      for (int index = 0; index < array.size(); index++) {
        all.add(array.getObject(index));
      }
    } else if (kids != null) {
      all.add(kids);
    }
    return all;
  }

  private static String text(COSDictionary element) {
    List<String> parts = new ArrayList<>();
    for (COSBase kid : all(element)) {
      if (kid instanceof COSInteger number) {
        parts.add(
            TEXTS
                .getOrDefault(element.getCOSDictionary(COSName.PG), Map.of())
                .getOrDefault(number.intValue(), "(content that is not there)"));
      } else if (kid instanceof COSDictionary each && each.containsKey(COSName.S)) {
        parts.add(text(each));
      }
    }
    return String.join(" ", parts);
  }

  private static COSBase attribute(COSDictionary element, String name) {
    List<COSBase> attributes = new ArrayList<>();
    COSBase found = element.getDictionaryObject(COSName.A);
    if (found instanceof COSArray several) {
      several.forEach(attributes::add);
    } else {
      attributes.add(found);
    }
    return attributes.stream()
        .map(COSDictionary.class::cast)
        .filter(each -> each.containsKey(name))
        .map(each -> each.getDictionaryObject(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }
}
