package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/**
 * The rows of all sheets of an Office Open XML workbook, streamed; only its shared texts are held.
 *
 * <p>Rows the file does not store do not exist; a stored row without content is a blank record.
 * Hidden sheets are read as others are, and noted: what is hidden is published all the same.
 */
final class XlsxRecords extends WorkbookRecords {

  private final OPCPackage workbook;
  private final XSSFReader parts;
  private final SharedTexts texts;
  private final StylesTable styles;
  private final Map<Integer, Boolean> dateStyles = new HashMap<>();
  private final Set<String> hiddenSheets = new HashSet<>();
  private final XSSFReader.SheetIterator sheets;
  private String sheet = "";
  private long row;
  private long notComputed;
  private @Nullable XMLStreamReader xml;

  /** Opens the workbook; the caller has seen that it is one. */
  XlsxRecords(Path path, String file) throws IOException {
    super(file, "workbook");
    try {
      workbook = OPCPackage.open(path.toFile(), PackageAccess.READ);
      refuseStrict(workbook, file);
      parts = new XSSFReader(workbook);
      readWorkbook();
      InputStream shared = parts.getSharedStringsData();
      texts = shared == null ? new SharedTexts() : new SharedTexts(shared, file);
      styles = parts.getStylesTable();
      sheets = (XSSFReader.SheetIterator) parts.getSheetsData();
    } catch (OpenXML4JException | XMLStreamException | RuntimeException fault) {
      throw damaged(fault);
    }
  }

  /** The strict kind of the format has other names for its parts, and is rarely chosen. */
  private static void refuseStrict(OPCPackage workbook, String file) {
    if (!workbook.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
      workbook.revert();
      throw new SetAsideException(
          SetAsideException.Kind.NOT_A_LEDGER,
          file
              + ": a workbook saved as Strict Open XML; expected an Excel workbook; save it as"
              + " 'Excel Workbook (.xlsx)'");
    }
  }

  /** What the workbook says of its sheets and its dates. */
  private void readWorkbook() throws IOException, OpenXML4JException, XMLStreamException {
    try (InputStream in = parts.getWorkbookData()) {
      XMLStreamReader book = SafeXml.reader(in);
      while (book.hasNext()) {
        if (book.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (book.getLocalName().equals("workbookPr")) {
          String says = SafeXml.attribute(book, "date1904");
          if (says.equals("1") || says.equals("true")) {
            countFrom1904();
          }
        } else if (book.getLocalName().equals("sheet")) {
          String name = SafeXml.attribute(book, "name");
          if (SafeXml.attribute(book, "state").endsWith("idden")) { // hidden, veryHidden
            hiddenSheets.add(name);
          }
        }
      }
    }
  }

  @Override
  public Optional<Found> next() throws IOException {
    try {
      while (true) {
        if (xml == null && !openSheet()) {
          return Optional.empty();
        }
        Optional<Found> found = nextRow();
        if (found.isPresent()) {
          return found;
        }
        closeSheet();
      }
    } catch (XMLStreamException | RuntimeException fault) {
      throw damaged(fault);
    }
  }

  private boolean openSheet() throws IOException, XMLStreamException {
    if (!sheets.hasNext()) {
      return false;
    }
    xml = SafeXml.reader(sheets.next());
    sheet = sheets.getSheetName();
    try (InputStream again = sheets.getSheetPart().getInputStream()) {
      merged.startSheet(MergedCells.of(again));
    } catch (IOException fault) { // it is unpacked here first
      throw damaged(fault);
    }
    row = 0;
    hidden.startSheet(sheet, hiddenSheets.contains(sheet));
    return true;
  }

  private void closeSheet() throws IOException, XMLStreamException {
    if (xml != null) {
      xml.close();
      xml = null;
    }
  }

  private Optional<Found> nextRow() throws XMLStreamException {
    XMLStreamReader here = sheetXml();
    while (here.hasNext()) {
      if (here.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (here.getLocalName().equals("col") && isHidden(here)) {
        hidden.hideColumns(
            Integer.parseInt(SafeXml.attribute(here, "min")) - 1,
            Integer.parseInt(SafeXml.attribute(here, "max")) - 1);
      } else if (here.getLocalName().equals("row")) {
        String number = SafeXml.attribute(here, "r");
        boolean isHidden = isHidden(here);
        row = number.isEmpty() ? row + 1 : Long.parseLong(number);
        SourceRef at = new SourceRef(file, sheet, row);
        List<String> cells = cells();
        hidden.rows(isHidden, cells, 1);
        return Optional.of(Found.of(new SourceLine(at, merged.rows(row, row, cells))));
      }
    }
    return Optional.empty();
  }

  private static boolean isHidden(XMLStreamReader here) {
    String says = SafeXml.attribute(here, "hidden");
    return says.equals("1") || says.equals("true");
  }

  private XMLStreamReader sheetXml() {
    if (xml == null) {
      throw new IllegalStateException("no sheet is open");
    }
    return xml;
  }

  private List<String> cells() throws XMLStreamException {
    XMLStreamReader here = sheetXml();
    List<String> cells = new ArrayList<>();
    while (true) {
      int event = here.next();
      if (event == XMLStreamConstants.END_ELEMENT && here.getLocalName().equals("row")) {
        return cells;
      }
      if (event == XMLStreamConstants.START_ELEMENT && here.getLocalName().equals("c")) {
        String at = SafeXml.attribute(here, "r");
        int column = at.isEmpty() ? cells.size() : WorkbookText.column(at);
        while (cells.size() < column) {
          cells.add("");
        }
        String type = SafeXml.attribute(here, "t");
        String style = SafeXml.attribute(here, "s");
        String text = text(type, style);
        if (column < cells.size()) {
          throw new IllegalStateException("cells out of order at " + at);
        }
        cells.add(text);
      }
    }
  }

  /** The text of the cell that the reader stands in; leaves it at the cell's end. */
  private String text(String type, String style) throws XMLStreamException {
    XMLStreamReader here = sheetXml();
    StringBuilder value = new StringBuilder();
    boolean isFormula = false;
    String inside = "";
    while (true) {
      int event = here.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        isFormula |= here.getLocalName().equals("f");
        inside = inside.equals("rPh") ? inside : here.getLocalName();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (here.getLocalName().equals("c")) {
          return isFormula && value.isEmpty() && !type.equals("str")
              ? notComputed()
              : written(type, style, value.toString());
        }
        inside = "";
      } else if (SafeXml.isText(event) && (inside.equals("v") || inside.equals("t"))) {
        SafeXml.append(value, here, file);
      }
    }
  }

  private String notComputed() {
    notComputed++;
    return WorkbookText.NOT_COMPUTED;
  }

  private String written(String type, String style, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (type) {
      case "s" -> texts.get(Integer.parseInt(value));
      case "", "n" -> WorkbookText.number(Double.parseDouble(value), isDate(style), from1904());
      case "b" -> value.equals("1") ? "TRUE" : "FALSE";
      default -> value; // inlineStr, str, d, e
    };
  }

  private boolean isDate(String style) {
    return !style.isEmpty()
        && dateStyles.computeIfAbsent(
            Integer.valueOf(style),
            index -> {
              XSSFCellStyle found = styles.getStyleAt(index);
              return found != null
                  && DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
            });
  }

  @Override
  List<String> ownNotes() {
    return WorkbookText.noteOfFormulas(notComputed).stream().toList();
  }

  @Override
  public void close() {
    workbook.revert(); // read only: closes without writing
  }
}
