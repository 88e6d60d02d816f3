package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spendreturns.document.WrittenOds.OdsCell;
import org.spendreturns.returns.Wording;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The Analysis Function's checklist for spreadsheets, applied to an OpenDocument workbook. */
public final class OdsChecklist {

  /** Names of elements and attributes that no workbook may hold. */
  static final Set<String> FORBIDDEN =
      Set.of(
          "table:number-columns-spanned",
          "table:number-rows-spanned",
          "table:covered-table-cell",
          "table:visibility",
          "table:filter",
          "office:annotation",
          "table:formula",
          "table:named-expressions",
          "table:content-validations",
          "draw:frame",
          "table:shapes");

  private final WrittenOds ods;
  private final Document styles;
  private final Wording wording;
  private final List<String> faults = new ArrayList<>();

  private OdsChecklist(WrittenOds ods, Document styles, Wording wording) {
    this.ods = ods;
    this.styles = styles;
    this.wording = wording;
  }

  /** What it does not keep, each with its place; none if it keeps all. */
  public static List<String> faults(Path file, Wording wording) throws IOException {
    OdsChecklist checklist =
        new OdsChecklist(WrittenOds.of(file), WrittenOds.part(file, "styles.xml"), wording);
    checklist.order();
    checklist.ods.sheets().forEach(checklist::sheet);
    checklist.marks();
    checklist.links();
    checklist.prints();
    checklist.ods.names().stream()
        .filter(FORBIDDEN::contains)
        .distinct()
        .forEach(name -> checklist.faults.add("holds " + name));
    return checklist.faults;
  }

  private void check(String place, boolean isKept, String fault) {
    if (!isKept) {
      faults.add(place + ": " + fault);
    }
  }

  private void order() {
    List<String> names = List.copyOf(ods.sheets().keySet());
    String notes = wording.say("sheet.notes");
    check("sheets", names.indexOf(wording.say("sheet.cover")) == 0, "do not begin with the cover");
    check("sheets", names.indexOf(wording.say("sheet.contents")) == 1, "have no contents second");
    check("sheets", !names.contains(notes) || names.indexOf(notes) == 2, "have their notes late");
  }

  private void sheet(String name, List<List<OdsCell>> rows) {
    if (name.equals(wording.say("sheet.cover"))) {
      return;
    }
    Set<String> head = new HashSet<>();
    rows.get(2).forEach(cell -> head.add(cell.shown()));
    check(name, rows.get(0).size() == 1 && rows.get(1).size() == 1, "has more above its table");
    check(name, head.size() == rows.get(2).size(), "has two columns of one name");
    for (int row = 2; row < rows.size(); row++) {
      check(name, rows.get(row).size() == head.size(), "row %d is shorter".formatted(row + 1));
      for (OdsCell cell : rows.get(row)) {
        check(name, !cell.shown().isBlank(), "row %d has an empty cell".formatted(row + 1));
        check(
            name,
            !cell.type().equals("string") || wraps(cell.style()),
            "row %d: '%s' does not wrap".formatted(row + 1, cell.shown()));
      }
    }
  }

  private boolean wraps(String style) {
    Element found = style(style);
    NodeList wrapping = found.getElementsByTagName("style:table-cell-properties");
    for (int at = 0; at < wrapping.getLength(); at++) {
      if (((Element) wrapping.item(at)).getAttribute("fo:wrap-option").equals("wrap")) {
        return true;
      }
    }
    String parent = found.getAttribute("style:parent-style-name");
    return !parent.isEmpty() && wraps(parent);
  }

  private Element style(String name) {
    for (Element style : WrittenOds.elements(styles, "style:style")) {
      if (style.getAttribute("style:name").equals(name)) {
        return style;
      }
    }
    throw new AssertionError("no style " + name);
  }

  /** Every sheet but the cover is marked as one table, which begins at its head. */
  private void marks() {
    Map<String, String> byArea = new HashMap<>();
    ods.tables().forEach((name, area) -> byArea.put(area.substring(0, area.indexOf(':')), name));
    ods.sheets()
        .forEach(
            (name, rows) -> {
              String mark = byArea.getOrDefault("'" + name.replace("'", "''") + "'.A3", "");
              boolean isCover = name.equals(wording.say("sheet.cover"));
              String expected = isCover ? "" : name.replaceAll("[^\\p{L}\\p{N}]+", "_");
              check(name, mark.equals(expected), "names its table '%s'".formatted(mark));
            });
  }

  private void links() {
    Set<String> reached = new HashSet<>();
    for (Element link : WrittenOds.elements(ods.content(), "text:a")) {
      String to = link.getAttribute("xlink:href");
      if (to.startsWith("#")) {
        String sheet = to.replaceFirst("^#'(.*)'\\.A1$", "$1").replace("''", "'");
        check(
            "contents",
            ods.sheets().containsKey(sheet),
            "lead to %s, which is not there".formatted(to));
        check(
            "contents",
            link.getTextContent().equals(sheet),
            "call %s '%s'".formatted(to, link.getTextContent()));
        reached.add(sheet);
      }
    }
    List.copyOf(ods.sheets().keySet()).stream()
        .skip(2)
        .forEach(name -> check(name, reached.contains(name), "does not stand in the contents"));
  }

  private void prints() {
    for (Element table : WrittenOds.elements(ods.content(), "table:table")) {
      String name = table.getAttribute("table:name");
      boolean isCover = name.equals(wording.say("sheet.cover"));
      int heads = table.getElementsByTagName("table:table-header-rows").getLength();
      check(name, heads == (isCover ? 0 : 1), "repeats %d heads on each page".formatted(heads));
    }
    for (Element page : WrittenOds.elements(styles, "style:page-layout-properties")) {
      boolean isUpright = page.getAttribute("style:print-orientation").equals("portrait");
      check(
          "page",
          page.getAttribute("fo:page-width").equals(isUpright ? "21cm" : "29.7cm")
              && page.getAttribute("fo:page-height").equals(isUpright ? "29.7cm" : "21cm")
              && page.getAttribute("style:scale-to-X").equals("1"),
          "is not A4, one page wide");
    }
    for (String part : List.of("style:header", "style:footer")) {
      for (Element each : WrittenOds.elements(styles, part)) {
        check(
            part,
            each.getAttribute("style:display").equals("false") && !each.hasChildNodes(),
            "is there");
      }
    }
    for (Element style : WrittenOds.elements(ods.content(), "style:table-row-properties")) {
      boolean isOptimal = style.getAttribute("style:use-optimal-row-height").equals("true");
      check(
          "rows", isOptimal || !style.getAttribute("style:row-height").isEmpty(), "have no height");
    }
    for (Element row : WrittenOds.elements(ods.content(), "table:table-row")) {
      String style = row.getAttribute("table:style-name");
      boolean isTitle = style.equals("row-of-title");
      check("rows", isTitle || style.equals("row"), "have the height of '%s'".formatted(style));
    }
  }
}
