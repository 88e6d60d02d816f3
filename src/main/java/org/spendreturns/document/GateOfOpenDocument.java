package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.spendreturns.ledger.Unseen;

/** Opens an OpenDocument spreadsheet. */
final class GateOfOpenDocument {

  private static final Pattern KNOWN_PARTS =
      Pattern.compile(
          "mimetype|META-INF/manifest\\.xml|(content|styles|meta|settings)\\.xml|manifest\\.rdf|.*/");

  /** Elements that nobody sees in a sheet, or that do something. */
  private static final Map<String, String> UNSEEN =
      Map.ofEntries(
          Map.entry("annotation", "a comment"),
          Map.entry("object", "an embedded object"),
          Map.entry("object-ole", "an embedded object"),
          Map.entry("plugin", "an embedded object"),
          Map.entry("applet", "an embedded object"),
          Map.entry("image", "a picture"),
          Map.entry("named-range", "a name"),
          Map.entry("named-expression", "a name"),
          Map.entry("data-pilot-table", "a pivot table, with its source"),
          Map.entry("tracked-changes", "a history of changes"),
          Map.entry("event-listener", "a macro"),
          Map.entry("script", "a macro"),
          Map.entry("content-validation", "lists or rules for entering data"),
          Map.entry("table-source", "a link to another file"),
          Map.entry("cell-range-source", "a link to another file"),
          Map.entry("dde-link", "a link to another program"),
          Map.entry("database-source-sql", "a query of a source of data"),
          Map.entry("database-source-table", "a query of a source of data"),
          Map.entry("database-source-query", "a query of a source of data"),
          Map.entry("scenario", "a scenario"),
          Map.entry("frame", "a text box or a shape, which is in no cell"),
          Map.entry("custom-shape", "a text box or a shape, which is in no cell"),
          Map.entry("form", "a form"),
          Map.entry("hidden-text", "hidden text"),
          Map.entry("hidden-paragraph", "hidden text"));

  private final Gate.Faults faults;
  private final Set<String> hidingStyles = new HashSet<>();
  private final OpenDocumentLooks looks = new OpenDocumentLooks();
  private String style = "";
  private String sheet = "";
  private int row;
  private String property = "";
  private String setting = "";
  private String margin = ""; // the header or footer that is open
  private boolean isCovered; // by the merged cell that is open

  GateOfOpenDocument(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!KNOWN_PARTS.matcher(entry.getName()).matches()) {
          faults.add(entry.getName(), "a part that no sheet needs; leave it out");
        }
      }
      for (String part : new String[] {"styles.xml", "content.xml", "meta.xml", "settings.xml"}) {
        read(zip, part);
      }
    } catch (ZipException | XMLStreamException fault) {
      faults.add("", "not a workbook that can be opened, so nothing vouches for it");
      return;
    }
    Map<String, ShownSums> sums = new HashMap<>();
    OpenDocumentRows.read(
        file,
        (table, number, cells) ->
            sums.computeIfAbsent(table, none -> new ShownSums(faults))
                .add(table + ", row " + number, cells));
  }

  private void read(ZipFile zip, String part) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = OpenDocumentRows.reader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin(part, xml.getLocalName(), xml);
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text(part, xml.getText().strip());
        } else if (event == XMLStreamConstants.COMMENT) {
          faults.add(part, "holds a comment in its XML; leave it out");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          property = "";
          end(xml.getLocalName());
        }
      }
    }
  }

  private void begin(String part, String element, XMLStreamReader xml) {
    if (part.equals("meta.xml")) {
      property = element;
      if (element.equals("user-defined")) {
        faults.add("properties", "has one of its own, '%s'; leave it out".formatted(named(xml)));
      } else if (element.equals("template")) {
        faults.add("properties", "name the template it was made from; leave it out");
      }
      return;
    }
    if (part.equals("settings.xml")) {
      setting = element.equals("config-item") ? named(xml) : "";
      return;
    }
    styles(element, xml);
    if (part.equals("content.xml")) {
      sheets(element, xml);
    }
  }

  private void end(String element) {
    if (element.equals("covered-table-cell")) {
      isCovered = false;
    } else if (element.equals(margin)) {
      margin = "";
    }
  }

  private void styles(String element, XMLStreamReader xml) {
    looks.begin(element, xml);
    switch (element) {
      case "style" -> style = named(xml);
      case "table-properties", "text-properties" -> {
        if (OpenDocumentRows.attribute(xml, "display").matches("false|none")) {
          hidingStyles.add(style);
        }
      }
      case "header", "footer", "header-left", "footer-left", "header-first", "footer-first" ->
          margin = element;
      default -> {}
    }
  }

  private void sheets(String element, XMLStreamReader xml) {
    String styled = OpenDocumentRows.attribute(xml, "style-name");
    switch (element) {
      case "table" -> {
        sheet = named(xml);
        row = 0;
        if (hidingStyles.contains(styled)) {
          faults.add(sheet, "the sheet is hidden; show it or leave it out");
        }
      }
      case "table-row" -> {
        row++;
        hidden(sheet + ", row " + row, "the row", xml);
      }
      case "table-column" -> hidden(sheet, "a column", xml);
      case "table-column-group", "table-row-group" -> {
        if (OpenDocumentRows.attribute(xml, "display").equals("false")) {
          faults.add(place(), "rows or columns are folded away; show them or leave them out");
        }
      }
      case "table-cell" -> cell(styled, xml);
      case "covered-table-cell" -> isCovered = true;
      case "span" -> looks.faults(styled).forEach(fault -> faults.add(place(), fault));
      case "a" -> link(OpenDocumentRows.attribute(xml, "href"));
      default -> {}
    }
    String unseen = UNSEEN.get(element);
    if (unseen != null) {
      faults.add(place(), "holds %s; leave it out".formatted(unseen));
    }
  }

  private void hidden(String place, String what, XMLStreamReader xml) {
    String visibility = OpenDocumentRows.attribute(xml, "visibility");
    boolean isFlat = looks.isFlat(OpenDocumentRows.attribute(xml, "style-name"));
    if (isFlat || visibility.equals("collapse") || visibility.equals("filter")) {
      faults.add(place, what + " is hidden; show it or leave it out");
    }
  }

  private void cell(String styled, XMLStreamReader xml) {
    String formula = OpenDocumentRows.attribute(xml, "formula");
    if (!formula.isEmpty()) {
      faults.add(
          place(), "holds the formula '%s'; write its value".formatted(GateOfTable.brief(formula)));
    }
    looks.faults(styled).forEach(fault -> faults.add(place(), fault));
    if (hidingStyles.contains(styled)) {
      faults.add(place(), "its style hides it; give it another");
    }
  }

  private void link(String target) {
    if (!target.matches("(?i)(https?:|mailto:|#).*")) {
      faults.add(
          place(),
          "leads to '%s', in the house; leave it out".formatted(GateOfTable.brief(target)));
    }
  }

  private void text(String part, String text) {
    if (part.equals("meta.xml") && !text.isEmpty()) {
      switch (property) {
        case "initial-creator", "creator", "printed-by" ->
            GateOfArchive.person(property, text, faults);
        case "description", "keyword", "subject" ->
            faults.add(
                "properties",
                "the %s is '%s', which no sheet shows; leave it out"
                    .formatted(property, GateOfTable.brief(text)));
        default -> {}
      }
    } else if (part.equals("settings.xml") && !text.isEmpty() && setting.startsWith("Printer")) {
      faults.add("settings", "name a printer; leave it out");
      setting = "";
    } else if (isCovered && !text.isEmpty()) {
      faults.add(place(), "lies under a merged cell, which hides it; leave it out");
      isCovered = false;
    } else if (!margin.isEmpty() && part.equals("styles.xml") && !text.isEmpty() && isWords(text)) {
      faults.add("styles", "has a header or footer, which no reader of the screen sees");
      margin = "";
    } else if (part.equals("content.xml") && Unseen.isIn(text)) {
      faults.add(
          place(),
          "'%s' holds what nobody sees; write it without".formatted(GateOfTable.brief(text)));
    }
  }

  /** The page's number and the sheet's name, which programs put there by themselves, are none. */
  private static boolean isWords(String text) {
    return !text.matches("(?i)(?:page|of|sheet|\\?\\?\\?|[\\d\\s()/.-])*");
  }

  private String place() {
    return row == 0 ? sheet : sheet + ", row " + row;
  }

  private static String named(XMLStreamReader xml) {
    return OpenDocumentRows.attribute(xml, "name");
  }
}
