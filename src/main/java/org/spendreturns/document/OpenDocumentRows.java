package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows of an OpenDocument spreadsheet as its cells show them, one at a time. */
final class OpenDocumentRows {

  private static final int REPEATED_AT_MOST = 1_000; // programs fill sheets up with empty cells

  /** As “at least”, which stands before a sum. */
  private static final Pattern WORDS_BEFORE = Pattern.compile("\\p{L}[\\p{L} ]* (?=-?\u00a3)");

  private final WorkbookRows.Taker taker;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String sheet = "";
  private int row;
  private int cellsLeft;
  private String value = "";
  private boolean isInCell;

  private OpenDocumentRows(WorkbookRows.Taker taker) {
    this.taker = taker;
  }

  /**
   * Reads every row.
   *
   * @throws IOException if it is no spreadsheet that can be read
   */
  static void read(Path file, WorkbookRows.Taker taker) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry content = zip.getEntry("content.xml");
      if (content == null) {
        throw new IOException(file.getFileName() + ": holds no content.xml");
      }
      OpenDocumentRows rows = new OpenDocumentRows(taker);
      try (InputStream in = zip.getInputStream(content)) {
        XMLStreamReader xml = reader(in);
        while (xml.hasNext()) {
          rows.take(xml.next(), xml);
        }
      }
    } catch (XMLStreamException fault) {
      throw new IOException(file.getFileName() + ": no spreadsheet that can be read", fault);
    }
  }

  /** A reader that follows no reference out of the file. */
  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(in);
  }

  /** The attribute by its local name, in whatever namespace; empty if absent. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      if (xml.getAttributeLocalName(at).equals(name)) {
        return xml.getAttributeValue(at);
      }
    }
    return "";
  }

  private void take(int event, XMLStreamReader xml) {
    if (event == XMLStreamConstants.CHARACTERS && isInCell) {
      text.append(xml.getText());
    } else if (event == XMLStreamConstants.START_ELEMENT) {
      begin(xml.getLocalName(), xml);
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      end(xml.getLocalName());
    }
  }

  private void begin(String element, XMLStreamReader xml) {
    switch (element) {
      case "table" -> {
        sheet = attribute(xml, "name");
        row = 0;
      }
      case "table-row" -> {
        row++;
        cells.clear();
      }
      case "table-cell", "covered-table-cell" -> {
        String repeated = attribute(xml, "number-columns-repeated");
        cellsLeft = repeated.isEmpty() ? 1 : Integer.parseInt(repeated);
        value = attribute(xml, "value");
        text.setLength(0);
        isInCell = true;
      }
      default -> {}
    }
  }

  private void end(String element) {
    if (element.equals("table-cell") || element.equals("covered-table-cell")) {
      isInCell = false;
      String shown = text.toString();
      for (int left = Math.min(cellsLeft, REPEATED_AT_MOST); left > 0; left--) {
        cells.add(shown.isEmpty() ? value : exact(shown));
      }
    } else if (element.equals("table-row")) {
      taker.take(sheet, row, List.copyOf(cells));
    } else if (element.equals("p") && isInCell) {
      text.append(' ');
    }
  }

  /** What the cell shows; a number that shows fewer pence than it has is shown with them. */
  private String exact(String shown) {
    boolean isNumber = value.matches("-?\\d+\\.\\d+") && isRounded(shown);
    if (!isNumber) {
      return shown.strip();
    }
    BigDecimal sum = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
    Matcher words = WORDS_BEFORE.matcher(shown.strip());
    return words.lookingAt()
        ? words.group() + ToldFigures.pounds(sum.movePointRight(2).longValueExact())
        : sum.toPlainString();
  }

  /** Whether a text is the value, rounded to whole pounds or to pence: another is what it says. */
  private boolean isRounded(String shown) {
    return ShownSums.sum(shown)
        .filter(sum -> new BigDecimal(value).subtract(sum).abs().compareTo(BigDecimal.ONE) < 0)
        .isPresent();
  }
}
