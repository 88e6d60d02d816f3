package org.spendreturns.document;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.spendreturns.document.CellWords.Breadth;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.document.WorkbookPlan.Line;
import org.spendreturns.document.WorkbookPlan.Role;
import org.spendreturns.document.WorkbookPlan.Sheet;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

/** Writes the sheets of a workbook as the content of an OpenDocument spreadsheet. */
final class OdsSheets {

  private static final String URN = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String ACROSS = "across"; // pages, in ods-styles.xml
  private static final String UPRIGHT = "upright";
  private static final int CHARACTER = 6; // points, of the 11-point font
  private static final int ROWS_ABOVE_TABLE = 2;

  private final XMLStreamWriter xml;
  private final Wording wording;
  private final CellWords words;

  OdsSheets(XMLStreamWriter xml, Wording wording) {
    this.xml = xml;
    this.wording = wording;
    this.words = new CellWords(wording);
  }

  void write(Book book) throws XMLStreamException {
    xml.writeStartElement("office:document-content");
    for (String name : List.of("office", "style", "text", "table")) {
      xml.writeNamespace(name, URN + name + ":1.0");
    }
    xml.writeNamespace("xlink", "http://www.w3.org/1999/xlink");
    xml.writeAttribute("office:version", "1.3");
    layout(book);
    xml.writeStartElement("office:body");
    xml.writeStartElement("office:spreadsheet");
    cover(book);
    for (Sheet sheet : book.sheets()) {
      sheet(sheet);
    }
    marks(book);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** How wide columns are; rows but titles are as high as their texts, which a reader works out. */
  private void layout(Book book) throws XMLStreamException {
    xml.writeStartElement("office:automatic-styles");
    TreeSet<Integer> widths = new TreeSet<>();
    widths.add(Breadth.COVER.width());
    for (Sheet sheet : book.sheets()) {
      sheet.extent().columns().forEach(breadth -> widths.add(breadth.width()));
    }
    for (int width : widths) {
      style(column(width), "table-column");
      xml.writeEmptyElement("style:table-column-properties");
      xml.writeAttribute("style:column-width", width * CHARACTER + "pt");
      xml.writeEndElement();
    }
    style("row", "table-row");
    xml.writeEmptyElement("style:table-row-properties");
    xml.writeAttribute("style:use-optimal-row-height", "true");
    xml.writeEndElement();
    style("row-of-title", "table-row");
    xml.writeEmptyElement("style:table-row-properties");
    xml.writeAttribute("style:row-height", SheetOfTable.TITLE_LINE + "pt");
    xml.writeAttribute("style:use-optimal-row-height", "false");
    xml.writeEndElement();
    for (String page : List.of(ACROSS, UPRIGHT)) {
      style(page, "table");
      xml.writeAttribute("style:master-page-name", page);
      xml.writeEmptyElement("style:table-properties");
      xml.writeAttribute("table:display", "true");
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void style(String name, String family) throws XMLStreamException {
    xml.writeStartElement("style:style");
    xml.writeAttribute("style:name", name);
    xml.writeAttribute("style:family", family);
  }

  private static String column(int width) {
    return "column-" + width;
  }

  private void cover(Book book) throws XMLStreamException {
    start(wording.say("sheet.cover"), List.of(Breadth.COVER));
    for (Line line : book.cover()) {
      boolean isTitle = line.role() == Role.TITLE || line.role() == Role.HEADING;
      startRow(isTitle ? "row-of-title" : "row");
      text(line.role().name().toLowerCase(Locale.ROOT), words.fitting(line.text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void sheet(Sheet sheet) throws XMLStreamException {
    List<Breadth> breadths = sheet.extent().columns();
    start(sheet.name(), breadths);
    startRow("row-of-title");
    text(Role.TITLE.name().toLowerCase(Locale.ROOT), sheet.title());
    xml.writeEndElement();
    startRow("row");
    text("plain", sheet.sentence());
    xml.writeEndElement();
    xml.writeStartElement("table:table-header-rows");
    startRow("row");
    List<Column> columns = sheet.table().columns();
    for (int column = 0; column < columns.size(); column++) {
      boolean isNumeric = breadths.get(column).isNumeric();
      text(isNumeric ? "head-of-numbers" : "head", words.fitting(columns.get(column).title()));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    for (List<Datum> row : sheet.rows()) {
      startRow("row");
      for (Datum datum : row) {
        cell(datum);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(String name, List<Breadth> columns) throws XMLStreamException {
    xml.writeStartElement("table:table");
    xml.writeAttribute("table:name", name);
    xml.writeAttribute("table:style-name", CellWords.isUpright(columns) ? UPRIGHT : ACROSS);
    for (Breadth breadth : columns) {
      xml.writeEmptyElement("table:table-column");
      xml.writeAttribute("table:style-name", column(breadth.width()));
      xml.writeAttribute("table:default-cell-style-name", "Default");
    }
  }

  private void startRow(String style) throws XMLStreamException {
    xml.writeStartElement("table:table-row");
    xml.writeAttribute("table:style-name", style);
  }

  private void cell(Datum datum) throws XMLStreamException {
    if (datum instanceof Worth worth && worth.value() instanceof Value.Amount amount) {
      sum("sum", amount.money(), words.shown(datum));
    } else if (datum instanceof Worth worth && worth.value() instanceof Value.AtLeast atLeast) {
      sum("at-least", atLeast.money(), words.shown(datum));
    } else if (datum instanceof Sum sum) {
      sum("sum", sum.amount(), words.shown(datum));
    } else if (datum instanceof Worth) {
      text("worth", words.shown(datum));
    } else if (datum instanceof Count count) {
      startCell("count", "float");
      xml.writeAttribute("office:value", Long.toString(count.number()));
      endCell(words.shown(datum));
    } else if (datum instanceof Day day) {
      startCell("day", "date");
      xml.writeAttribute("office:date-value", day.day().toString());
      endCell(words.shown(datum));
    } else if (datum instanceof Link link) {
      link(link);
    } else {
      text("text", words.shown(datum));
    }
  }

  private void sum(String style, Money money, String shown) throws XMLStreamException {
    startCell(style, "currency");
    xml.writeAttribute("office:currency", "GBP");
    xml.writeAttribute("office:value", money.toString());
    endCell(shown);
  }

  private void text(String style, String text) throws XMLStreamException {
    startCell(style, "string");
    endCell(text);
  }

  private void link(Link link) throws XMLStreamException {
    startCell("link", "string");
    xml.writeStartElement("text:p");
    xml.writeStartElement("text:a");
    boolean isWithin = link.target().startsWith("#");
    String target = isWithin ? "#" + quoted(link.target().substring(1)) + ".A1" : link.target();
    xml.writeAttribute("xlink:type", "simple");
    xml.writeAttribute("xlink:href", target);
    characters(words.shown(link));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void startCell(String style, String type) throws XMLStreamException {
    xml.writeStartElement("table:table-cell");
    xml.writeAttribute("table:style-name", style);
    xml.writeAttribute("office:value-type", type);
  }

  private void endCell(String shown) throws XMLStreamException {
    for (String line : shown.split("\\R", -1)) {
      xml.writeStartElement("text:p");
      characters(line);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Text whose spaces all count: the format takes several for one. */
  private void characters(String text) throws XMLStreamException {
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == ' ' && (at == 0 || text.charAt(at - 1) == ' ')) {
        xml.writeCharacters(text.substring(from, at));
        xml.writeEmptyElement("text:s");
        from = at + 1;
      }
    }
    xml.writeCharacters(text.substring(from));
  }

  /** Tells readers of the file where on each sheet the table is, and its name. */
  private void marks(Book book) throws XMLStreamException {
    xml.writeStartElement("table:database-ranges");
    for (Sheet sheet : book.sheets()) {
      long last = ROWS_ABOVE_TABLE + 1 + sheet.extent().rows();
      String column = columnName(sheet.table().columns().size() - 1);
      String name = quoted(sheet.name());
      xml.writeEmptyElement("table:database-range");
      xml.writeAttribute("table:name", sheet.tableName());
      xml.writeAttribute(
          "table:target-range-address",
          name + ".A" + (ROWS_ABOVE_TABLE + 1) + ":" + name + "." + column + last);
      xml.writeAttribute("table:contains-header", "true");
      xml.writeAttribute("table:display-filter-buttons", "false");
    }
    xml.writeEndElement();
  }

  private static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'";
  }

  /** {@code A}, {@code B}, … {@code Z}, {@code AA}. */
  private static String columnName(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : columnName(column / 26 - 1) + last;
  }
}
