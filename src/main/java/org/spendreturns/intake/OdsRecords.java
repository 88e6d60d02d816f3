package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/**
 * The rows of all sheets of an OpenDocument spreadsheet, streamed.
 *
 * <p>The format writes equal rows once with a count: they are as many records. Empty rows are blank
 * records only if content follows, because programs fill a sheet up with them.
 */
final class OdsRecords extends WorkbookRecords {

  private static final int COLUMNS_AT_MOST = 16_384;
  private static final long ROWS_AT_MOST = 1_048_576; // what spreadsheet programs allow

  private final ZipFile zip;
  private final XMLStreamReader xml;
  private final Set<String> hidingStyles = new HashSet<>();
  private final Deque<Run> ready = new ArrayDeque<>();
  private final Deque<Run> blanks = new ArrayDeque<>();
  private String style = "";
  private String sheet = "";
  private long row;
  private int column;

  /** Equal rows in a sequence. */
  private record Run(String sheet, long first, long count, List<String> cells) {
    Run rest() {
      return new Run(sheet, first + 1, count - 1, cells);
    }
  }

  /** Opens the spreadsheet; the caller has seen that it is one. */
  OdsRecords(Path path, String file) throws IOException {
    super(file, "OpenDocument spreadsheet");
    zip = OpenedZip.of(path, file);
    try {
      InputStream content = new UnpackedStream(zip, zip.getEntry("content.xml"), file);
      xml = SafeXml.reader(content);
    } catch (XMLStreamException fault) {
      zip.close();
      throw damaged(fault);
    }
  }

  @Override
  public Optional<Found> next() {
    try {
      while (ready.isEmpty() && xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          start();
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table")) {
          blanks.clear();
        }
      }
    } catch (XMLStreamException | RuntimeException fault) {
      throw damaged(fault);
    }
    Run run = ready.poll();
    if (run == null) {
      return Optional.empty();
    }
    if (run.count() > 1) {
      ready.addFirst(run.rest());
    }
    SourceRef at = new SourceRef(file, run.sheet(), run.first());
    return Optional.of(Found.of(new SourceLine(at, run.cells())));
  }

  private void start() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "style" -> style = SafeXml.attribute(xml, "name");
      case "table-properties" -> {
        if (SafeXml.attribute(xml, "display").equals("false")) {
          hidingStyles.add(style);
        }
      }
      case "table" -> {
        sheet = SafeXml.attribute(xml, "name");
        row = 0;
        column = 0;
        merged.startSheet();
        hidden.startSheet(sheet, hidingStyles.contains(SafeXml.attribute(xml, "style-name")));
      }
      case "table-column" -> {
        int count = (int) repeated("number-columns-repeated", COLUMNS_AT_MOST);
        if (isHidden()) {
          hidden.hideColumns(column, column + count - 1);
        }
        column += count;
      }
      case "table-row" -> takeRow();
      default -> {}
    }
  }

  private void takeRow() throws XMLStreamException {
    long count = repeated("number-rows-repeated", ROWS_AT_MOST);
    boolean isHidden = isHidden();
    List<String> cells = cells();
    hidden.rows(isHidden, cells, count);
    Run run = new Run(sheet, row + 1, count, merged.rows(row + 1, row + count, cells));
    row += count;
    if (cells.isEmpty()) {
      blanks.add(run);
    } else {
      if (row > ROWS_AT_MOST) {
        throw new IllegalStateException("more rows than a sheet can have");
      }
      ready.addAll(blanks);
      blanks.clear();
      ready.add(run);
    }
  }

  /** By a person, or by a filter. */
  private boolean isHidden() {
    String visibility = SafeXml.attribute(xml, "visibility");
    return visibility.equals("collapse") || visibility.equals("filter");
  }

  private List<String> cells() throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    int empty = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table-row")) {
        return cells;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().endsWith("table-cell")) {
        long count = repeated("number-columns-repeated", COLUMNS_AT_MOST);
        long down = repeated("number-rows-spanned", ROWS_AT_MOST);
        String text = cell(xml.getLocalName());
        if (text.isEmpty()) {
          empty += (int) count;
          continue;
        }
        if (cells.size() + empty + count > COLUMNS_AT_MOST) {
          throw new IllegalStateException("more columns than a sheet can have");
        }
        for (; empty > 0; empty--) {
          cells.add("");
        }
        merged.start(new MergedCells.Range(cells.size(), row + 1, row + down), text);
        for (long i = 0; i < count; i++) {
          cells.add(text);
        }
      }
    }
  }

  private long repeated(String attribute, long most) {
    String count = SafeXml.attribute(xml, attribute);
    return count.isEmpty() ? 1 : Math.max(1, Math.min(Long.parseLong(count), most));
  }

  /** The text of the cell that the reader stands in; leaves it at the cell's end. */
  private String cell(String element) throws XMLStreamException {
    String type = SafeXml.attribute(xml, "value-type");
    String value = SafeXml.attribute(xml, "value");
    String date = SafeXml.attribute(xml, "date-value");
    String text = text(element);
    return switch (type) {
      case "float", "currency", "percentage" ->
          value.isEmpty() ? text : WorkbookText.number(Double.parseDouble(value), false, false);
      case "date" -> WorkbookText.withoutMidnight(date);
      default -> text;
    };
  }

  private String text(String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int paragraphs = 0;
    int inNote = 0;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          inNote += name.equals("annotation") ? 1 : 0;
          if (inNote == 0) {
            text.append(name.equals("p") && paragraphs++ > 0 ? "\n" : "");
            text.append(name.equals("s") ? " ".repeat((int) repeated("c", 1_000)) : "");
            text.append(name.equals("tab") ? "\t" : name.equals("line-break") ? "\n" : "");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals(element)) {
            return text.toString();
          }
          inNote -= xml.getLocalName().equals("annotation") ? 1 : 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inNote == 0 && paragraphs > 0) {
            SafeXml.append(text, xml, file);
          }
        }
        default -> {}
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
