package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/** The rows of all sheets of an XML workbook of Excel 2003 ("SpreadsheetML"), streamed. */
final class SpreadsheetMlRecords extends WorkbookRecords {

  private static final int COLUMNS_AT_MOST = 16_384;

  private final InputStream in;
  private final XMLStreamReader xml;
  private String sheet = "";
  private long row;
  private int column;

  /** Opens the workbook; the caller has seen that it is one. */
  SpreadsheetMlRecords(Path path, String file) throws IOException {
    super(file, "XML workbook");
    in = Files.newInputStream(path);
    try {
      xml = SafeXml.reader(in);
    } catch (XMLStreamException fault) {
      in.close();
      throw damaged(fault);
    }
  }

  @Override
  public Optional<Found> next() {
    try {
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "Worksheet" -> {
            sheet = SafeXml.attribute(xml, "Name");
            row = 0;
            column = 0;
            merged.startSheet();
            hidden.startSheet(sheet, false);
          }
          case "Column" -> takeColumn();
          case "Date1904" -> countFrom1904();
          case "Visible" -> noteIfHidden(xml.getElementText());
          case "Row" -> {
            return Optional.of(nextRow());
          }
          default -> {}
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException fault) {
      throw damaged(fault);
    }
  }

  private void noteIfHidden(String visible) {
    if (!sheet.isEmpty() && visible.endsWith("Hidden")) {
      hidden.hideSheet();
    }
  }

  private void takeColumn() {
    String index = SafeXml.attribute(xml, "Index");
    String span = SafeXml.attribute(xml, "Span");
    int first = index.isEmpty() ? column : Integer.parseInt(index) - 1;
    column = first + 1 + (span.isEmpty() ? 0 : Integer.parseInt(span));
    if (SafeXml.attribute(xml, "Hidden").equals("1")) {
      hidden.hideColumns(first, column - 1);
    }
  }

  private Found nextRow() throws XMLStreamException {
    String index = SafeXml.attribute(xml, "Index");
    row = index.isEmpty() ? row + 1 : Long.parseLong(index);
    boolean isHidden = SafeXml.attribute(xml, "Hidden").equals("1");
    List<String> cells = new ArrayList<>();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Row")) {
        hidden.rows(isHidden, cells, 1);
        List<String> all = merged.rows(row, row, cells);
        return Found.of(new SourceLine(new SourceRef(file, sheet, row), all));
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Cell")) {
        String column = SafeXml.attribute(xml, "Index");
        String across = SafeXml.attribute(xml, "MergeAcross");
        String down = SafeXml.attribute(xml, "MergeDown");
        int at = column.isEmpty() ? cells.size() : Integer.parseInt(column) - 1;
        if (at > COLUMNS_AT_MOST) {
          throw new IllegalStateException("a cell in column " + column);
        }
        while (cells.size() < at) {
          cells.add("");
        }
        String text = cell();
        if (!down.isEmpty()) {
          merged.start(new MergedCells.Range(at, row, row + Long.parseLong(down)), text);
        }
        cells.add(text);
        for (int i = across.isEmpty() ? 0 : Integer.parseInt(across);
            i > 0 && cells.size() < COLUMNS_AT_MOST;
            i--) {
          cells.add("");
        }
      }
    }
  }

  /** The text of the cell that the reader stands in; leaves it at the cell's end. */
  private String cell() throws XMLStreamException {
    String type = "";
    boolean inData = false;
    int inComment = 0;
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inComment += xml.getLocalName().equals("Comment") ? 1 : 0;
          if (xml.getLocalName().equals("Data") && inComment == 0) {
            type = SafeXml.attribute(xml, "Type");
            inData = true;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals("Cell")) {
            return written(type, text.toString());
          }
          inComment -= xml.getLocalName().equals("Comment") ? 1 : 0;
          inData &= !xml.getLocalName().equals("Data");
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inData) {
            SafeXml.append(text, xml, file);
          }
        }
        default -> {}
      }
    }
  }

  private static String written(String type, String text) {
    if (CellText.isBlank(text)) {
      return "";
    }
    return switch (type) {
      case "Number" -> WorkbookText.number(Double.parseDouble(text), false, false);
      case "DateTime" -> WorkbookText.withoutMidnight(text);
      default -> text;
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
