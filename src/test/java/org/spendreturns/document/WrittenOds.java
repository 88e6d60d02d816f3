package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An OpenDocument spreadsheet, read back by the JDK's parser. */
record WrittenOds(Document content) {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  /** A cell: its type, its value if it is no text, what a reader sees, and its style's name. */
  record OdsCell(String type, String value, String shown, String style) {}

  static WrittenOds of(Path file) throws IOException {
    return new WrittenOds(part(file, "content.xml"));
  }

  static Document part(Path file, String name) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return factory.newDocumentBuilder().parse(zip.getInputStream(zip.getEntry(name)));
    } catch (ParserConfigurationException | SAXException fault) {
      throw new IOException(name, fault);
    }
  }

  /** The rows of each sheet, by its name, in order. */
  Map<String, List<List<OdsCell>>> sheets() {
    Map<String, List<List<OdsCell>>> sheets = new LinkedHashMap<>();
    for (Element table : elements(content, TABLE, "table")) {
      List<List<OdsCell>> rows = new ArrayList<>();
      for (Element row : elements(table, "table-row")) {
        rows.add(elements(row, "table-cell").stream().map(WrittenOds::cell).toList());
      }
      sheets.put(table.getAttributeNS(TABLE, "name"), rows);
    }
    return sheets;
  }

  /** The addresses of the tables, by their names. */
  Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    for (Element range : elements(content, TABLE, "database-range")) {
      tables.put(
          range.getAttributeNS(TABLE, "name"), range.getAttributeNS(TABLE, "target-range-address"));
    }
    return tables;
  }

  /** Every name of an element or an attribute in the content. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Element element : elements(content, "*", "*")) {
      names.add(element.getNodeName());
      for (int index = 0; index < element.getAttributes().getLength(); index++) {
        names.add(element.getAttributes().item(index).getNodeName());
      }
    }
    return names;
  }

  private static OdsCell cell(Element cell) {
    String type = cell.getAttributeNS(OFFICE, "value-type");
    String value = cell.getAttributeNS(OFFICE, type.equals("date") ? "date-value" : "value");
    List<String> lines = elements(cell, TEXT, "p").stream().map(WrittenOds::text).toList();
    return new OdsCell(
        type, value, String.join("\n", lines), cell.getAttributeNS(TABLE, "style-name"));
  }

  /** The text as a reader of the format has it: {@code text:s} is a space. */
  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      switch (child.getNodeName()) {
        case "text:s" -> text.append(' ');
        case "#text" -> text.append(child.getNodeValue());
        default -> text.append(text(child));
      }
    }
    return text.toString();
  }

  /** The elements of a name as it is written, {@code text:a}, in order. */
  static List<Element> elements(Document part, String name) {
    return listed(part.getElementsByTagName(name));
  }

  private static List<Element> elements(Element parent, String name) {
    return elements(parent, TABLE, name);
  }

  private static List<Element> elements(Node parent, String space, String name) {
    NodeList found =
        parent instanceof Document document
            ? document.getElementsByTagNameNS(space, name)
            : ((Element) parent).getElementsByTagNameNS(space, name);
    return listed(found);
  }

  private static List<Element> listed(NodeList found) {
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      elements.add((Element) found.item(index));
    }
    return elements;
  }
}
