package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is read as XML, which it is but for its first lines: every tag must have its end. */
class WebPageTest {

  private static final Return FILING = InventedReturn.of(7, 12);

  private static String html;
  private static Document page;

  @BeforeAll
  static void write() throws Exception {
    EditionMark edition = new EditionMark(3, OptionalInt.of(2));
    html =
        WebPage.of(
            ReadingCopy.of(FILING, edition, Wording.english()),
            Wording.english(),
            Publication.Look.USUAL);
    String xml = html.substring(html.indexOf("<main>"), html.indexOf("</body>"));
    page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void everyFigureIsInACell() {
    List<String> cells = texts("td");
    assertThat(FILING.figures())
        .extracting(Wording.english()::words)
        .allSatisfy(
            words ->
                assertThat(cells)
                    .anyMatch(
                        cell ->
                            cell.equals(words) || cell.equals(words + " in the years asked for")));
  }

  @Test
  void aDecisionLeadsToItsRecord() {
    assertThat(html)
        .contains(
            "<a href=\"https://nene.example/decisions/11\">decision Executive Order 3,"
                + " 11 March 2013</a>");
  }

  @Test
  void everyTableHasANameAndEveryHeaderItsScope() {
    NodeList tables = page.getElementsByTagName("table");
    assertThat(tables.getLength()).isGreaterThan(10);
    for (int index = 0; index < tables.getLength(); index++) {
      Element table = (Element) tables.item(index);
      boolean hasCaption = table.getElementsByTagName("caption").getLength() == 1;
      assertThat(hasCaption || !table.getAttribute("aria-label").isEmpty()).isTrue();
    }
    NodeList headers = page.getElementsByTagName("th");
    for (int index = 0; index < headers.getLength(); index++) {
      assertThat(((Element) headers.item(index)).getAttribute("scope"))
          .isIn("col", "row", "rowgroup");
    }
  }

  @Test
  void headingsDescendWithoutAGap() {
    assertThat(texts("h1")).containsExactly(FILING.heading().title());
    assertThat(texts("h2")).hasSize(10);
    assertThat(html.indexOf("<h3>")).isGreaterThan(html.indexOf("<h2>"));
  }

  @Test
  void ofRowsOnlyGroupsAndTotalsHaveALookOfTheirOwn() {
    Set<String> looks = new TreeSet<>();
    NodeList rows = page.getElementsByTagName("tr");
    for (int index = 0; index < rows.getLength(); index++) {
      String kind = ((Element) rows.item(index)).getAttribute("class");
      if (!kind.isEmpty() && html.contains("." + kind + " ")) {
        looks.add(kind);
      }
    }
    assertThat(looks).containsExactly("group", "total");
  }

  @Test
  void theMarkOfANoteIsNotBroken() {
    assertThat(html).contains("<span class=\"mark\">[note 1]</span>");
  }

  @Test
  void thePageNeedsNothingFromElsewhereAndRunsNothing() {
    assertThat(html)
        .doesNotContain("<script", "src=", "@import", "url(", "<link", "onclick", "onload");
  }

  private static List<String> texts(String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      texts.add(found.item(index).getTextContent());
    }
    return texts;
  }
}
