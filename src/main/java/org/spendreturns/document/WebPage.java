package org.spendreturns.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Link;
import org.spendreturns.document.Block.Notice;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Wording;

/**
 * Writes a reading copy as one HTML page that needs nothing beside it: no script, no picture and no
 * font from elsewhere. It can be read on a telephone, by a screen reader, and printed.
 */
final class WebPage {

  private static final String STYLE =
      """
      body { font: 1rem/1.5 "Source Sans 3", Arial, sans-serif; color: #111; background: #fff;
        max-width: 60rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
      h2 { font-size: 1.4rem; color: {headings}; margin: 2rem 0 .5rem; }
      h3 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
      .logo { max-height: 5rem; max-width: 100%; }
      .publisher { color: {headings}; font-weight: 600; margin: 0; }
      .notice { background: #fbeded; border-left: .3rem solid #7a1414; color: #7a1414;
        font-weight: 600; padding: .5rem .75rem; }
      dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .25rem 1rem; }
      dt { color: {headings}; font-weight: 600; }
      dd { margin: 0; }
      .key { display: flex; flex-wrap: wrap; }
      .key div { flex: 1 1 12rem; background: {shade}; padding: .5rem .75rem; }
      .key dt { color: #111; font-weight: 400; }
      .key dd { font-size: 1.4rem; font-weight: 600; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .9rem; }
      caption { text-align: left; font-weight: 600; padding: .25rem 0; }
      th, td { text-align: left; vertical-align: top; padding: .3rem .4rem;
        border-bottom: 1px solid #8c959c; white-space: pre-line; }
      thead th { border-bottom: 2px solid #111; vertical-align: bottom; }
      .mark { white-space: nowrap; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      .group th { background: {shade}; font-weight: 400; }
      .group th::first-line { font-weight: 600; }
      .total th, .total td { font-weight: 600; border-bottom: 2px solid #111; }
      a { color: #0b4f8a; overflow-wrap: anywhere; }
      @media print {
        body { max-width: none; font-size: 10pt; padding: 0; }
        .group a::after { content: " (" attr(href) ")"; }
        tr { break-inside: avoid; } h2, h3 { break-after: avoid; } .wide { overflow: visible; }
      }
      """;

  /** The mark of a note, {@code [note 10]}, in any language. */
  private static final Pattern MARK = Pattern.compile("\\[\\p{L}+ \\d+]");

  private final StringBuilder html = new StringBuilder();

  private WebPage() {}

  /** The page, whole. */
  static String of(ReadingCopy copy, Wording wording, Look look) {
    WebPage page = new WebPage();
    page.line("<!DOCTYPE html>");
    page.line("<html lang=\"" + wording.language() + "\">");
    page.line("<head>");
    page.line("<meta charset=\"utf-8\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<title>" + escaped(copy.title() + " – " + copy.body()) + "</title>");
    String style =
        STYLE
            .replace("{headings}", look.headings().toString())
            .replace("{shade}", look.shade().toString());
    page.line("<style>\n" + style + "</style>");
    page.line("</head>");
    page.line("<body>");
    page.line("<main>");
    look.logo().ifPresent(logo -> page.logo(logo, wording));
    page.line("<p class=\"publisher\">" + html(copy.body()) + "</p>");
    page.line("<h1>" + html(copy.title()) + "</h1>");
    page.blocks(copy.blocks());
    page.line("</main>");
    page.line("</body>");
    page.line("</html>");
    return page.html.toString();
  }

  private void logo(Logo logo, Wording wording) {
    line(
        "<p><img class=\"logo\" alt=\"%s\" src=\"data:image/png;base64,%s\"></p>"
            .formatted(escaped(wording.own(logo.says())), logo.png()));
  }

  private void blocks(List<Block> blocks) {
    boolean isInList = false;
    String heading = "";
    for (Block block : blocks) {
      if (isInList != block instanceof Item) {
        isInList = !isInList;
        line(isInList ? "<dl>" : "</dl>");
      }
      if (block instanceof Heading each) {
        heading = each.text();
        line("<h%s>%s</h%s>".formatted(each.level(), html(each.text()), each.level()));
      } else if (block instanceof Paragraph each) {
        line("<p>" + html(each.text()) + "</p>");
      } else if (block instanceof Notice each) {
        line("<p class=\"notice\">" + html(each.text()) + "</p>");
      } else if (block instanceof Item each) {
        line("<dt>" + html(each.label()) + "</dt><dd>" + html(each.text()) + "</dd>");
      } else if (block instanceof Block.Key each) {
        key(each);
      } else if (block instanceof Chart each) {
        line("<p>" + html(each.says()) + "</p>"); // a page for all: the chart in words
        line("<p>" + html(each.below()) + "</p>");
      } else if (block instanceof Table each) {
        table(each, heading);
      }
    }
    if (isInList) {
      line("</dl>");
    }
  }

  private void key(Block.Key key) {
    line("<dl class=\"key\">");
    for (Item figure : key.figures()) {
      String label = html(figure.label());
      line("<div><dt>" + label + "</dt><dd>" + html(figure.text()) + "</dd></div>");
    }
    line("</dl>");
  }

  private void table(Table table, String heading) {
    String name = escaped(table.caption().isEmpty() ? heading : table.caption());
    // what can be scrolled must be reachable without a mouse, and have a name
    line("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\">");
    line("<table" + (table.caption().isEmpty() ? " aria-label=\"" + name + "\">" : ">"));
    if (!table.caption().isEmpty()) {
      line("<caption>" + html(table.caption()) + "</caption>");
    }
    if (table.hasHead()) {
      line("<thead><tr>");
      for (Column column : table.columns()) {
        line("<th scope=\"col\"" + numeric(column) + ">" + html(column.title()) + "</th>");
      }
      line("</tr></thead>");
    }
    boolean hasGroups = table.rows().stream().anyMatch(row -> row.kind() == RowKind.GROUP);
    if (!hasGroups) {
      line("<tbody>");
    }
    boolean isOpen = !hasGroups;
    for (Row row : table.rows()) {
      boolean begins = hasGroups && (row.kind() == RowKind.GROUP || !isOpen);
      if (begins) {
        line(isOpen ? "</tbody><tbody>" : "<tbody>");
        isOpen = true;
      }
      row(row, table.columns());
    }
    line("</tbody></table></div>");
  }

  private void row(Row row, List<Column> columns) {
    String kind = row.kind().name().toLowerCase(Locale.ROOT);
    if (row.kind() == RowKind.GROUP) {
      String link = row.link().map(each -> "\n" + link(each)).orElse("");
      line(
          "<tr class=\"%s\"><th scope=\"rowgroup\" colspan=\"%s\">%s</th></tr>"
              .formatted(kind, columns.size(), html(row.cells().get(0)) + link));
      return;
    }
    line("<tr class=\"" + kind + "\">");
    for (int column = 0; column < columns.size(); column++) {
      String text = html(row.cells().get(column));
      if (columns.get(column).kind() == ColumnKind.ROW_HEADER) {
        line("<th scope=\"row\">" + text + "</th>");
      } else if (columns.get(column).kind() == ColumnKind.LINK
          && BlockSource.isAddress(BlockSource.lastLine(text))) {
        String target = BlockSource.lastLine(text);
        String words = text.substring(0, text.length() - target.length());
        line("<td><a href=\"" + target + "\">" + words.strip() + "</a>\n" + target + "</td>");
      } else {
        line("<td" + numeric(columns.get(column)) + ">" + text + "</td>");
      }
    }
    line("</tr>");
  }

  private static String link(Link link) {
    return "<a href=\"" + escaped(link.address()) + "\">" + html(link.words()) + "</a>";
  }

  private static String numeric(Column column) {
    return column.kind() == ColumnKind.NUMBER ? " class=\"number\"" : "";
  }

  private void line(String text) {
    html.append(text).append('\n');
  }

  /**
   * As it stands in the page; what is in English within another language says so, and no mark of a
   * note is broken between lines.
   */
  private static String html(String text) {
    StringBuilder html = new StringBuilder();
    for (Passage passage : Passage.of(text)) {
      String escaped =
          MARK.matcher(escaped(passage.text())).replaceAll("<span class=\"mark\">$0</span>");
      html.append(passage.isInEnglish() ? "<span lang=\"en-GB\">" + escaped + "</span>" : escaped);
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return Passage.plain(text)
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ") // not allowed in a page
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
