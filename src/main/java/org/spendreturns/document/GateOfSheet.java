package org.spendreturns.document;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.helpers.HeaderFooterHelper;

/** Opens the sheets of an Excel workbook, cell after cell: there may be a million rows. */
final class GateOfSheet {

  private static final int FAR_AWAY = 100; // rows or columns beyond the others
  private static final double SMALLEST_HEIGHT = 0.05; // points: a lower row is not there

  private final XSSFWorkbook workbook;
  private final Gate.Faults faults;
  private final Map<Integer, List<String>> faultsOfStyles = new HashMap<>();
  private final BitSet shownTexts = new BitSet();

  private String sheet = "";
  private final Map<String, String> sharedFormulas = new HashMap<>();
  private boolean hasRules; // for entering data
  private double usualHeight = 1; // points, of rows that have no height of their own
  private int row; // from 1
  private int column; // from 1
  private String kind = ""; // of the cell: a number, a text, the number of a text
  private int style;
  private boolean isFormula;
  private String sharedBy = ""; // the formula's number, if other cells have it too
  private boolean isReadingAid; // how signs of a text are pronounced: no part of the text
  private final StringBuilder formula = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder margin = new StringBuilder(); // a header or footer of the page
  private final StringBuilder elsewhere = new StringBuilder();
  private StringBuilder taken = elsewhere; // what the text that comes next belongs to

  /** Sheets of a workbook of which all but the sheets has been read. */
  GateOfSheet(XSSFWorkbook workbook, Gate.Faults faults) {
    this.workbook = workbook;
    this.faults = faults;
  }

  /** How many texts of the workbook's list of texts the cells opened so far have shown. */
  int textsShown() {
    return shownTexts.cardinality();
  }

  /**
   * Opens a sheet.
   *
   * @throws XMLStreamException if it is no sheet
   */
  void open(String name, InputStream in) throws XMLStreamException {
    sheet = name;
    row = 0;
    sharedFormulas.clear();
    hasRules = false;
    XMLStreamReader xml = OpenDocumentRows.reader(in);
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        begin(xml.getLocalName(), xml);
      } else if (xml.isEndElement()) {
        end(xml.getLocalName());
      } else if (xml.isCharacters() && taken != elsewhere) {
        taken.append(xml.getText());
      }
    }
  }

  private void begin(String element, XMLStreamReader xml) {
    switch (element) {
      case "sheetFormatPr" -> usualHeight = number(xml, "defaultRowHeight", 1);
      case "col" -> beginColumn(xml);
      case "row" -> beginRow(xml);
      case "c" -> beginCell(xml);
      case "f" -> {
        isFormula = true;
        sharedBy = OpenDocumentRows.attribute(xml, "si");
        taken = formula;
      }
      case "v" -> taken = value;
      case "t" -> taken = isReadingAid ? elsewhere : value;
      case "rPh" -> isReadingAid = true;
      case "dataValidation" -> hasRules = true;
      case "oddHeader", "oddFooter" -> {
        margin.setLength(0);
        taken = margin;
      }
      default -> {}
    }
  }

  private void end(String element) {
    taken = elsewhere;
    switch (element) {
      case "c" -> openCell();
      case "rPh" -> isReadingAid = false;
      case "dataValidations" -> {
        if (hasRules) {
          faults.add(sheet, "holds lists or rules for entering data; leave them out");
        }
      }
      case "oddHeader", "oddFooter" -> {
        if (!new HeaderFooterHelper().getCenterSection(margin.toString()).isEmpty()) {
          faults.add(sheet, "has a header or footer, which no reader of the screen sees");
        }
      }
      default -> {}
    }
  }

  private void beginColumn(XMLStreamReader xml) {
    if (is(xml, "hidden") || number(xml, "width", 1) == 0) {
      faults.add(
          sheet + ", column " + OpenDocumentRows.attribute(xml, "min"),
          "the column is hidden; show it or leave it out");
    }
  }

  private void beginRow(XMLStreamReader xml) {
    String number = OpenDocumentRows.attribute(xml, "r");
    int above = row;
    row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
    column = 0;
    if (above > 0 && row - above > FAR_AWAY) {
      faults.add(
          sheet + ", row " + row, "stands far below the others; move it to them or leave it out");
    }
    if (is(xml, "hidden") || number(xml, "ht", usualHeight) < SMALLEST_HEIGHT) {
      faults.add(sheet + ", row " + row, "the row is hidden; show it or leave it out");
    }
  }

  private void beginCell(XMLStreamReader xml) {
    String at = OpenDocumentRows.attribute(xml, "r");
    int left = column;
    column = at.isEmpty() ? column + 1 : new CellReference(at).getCol() + 1;
    if (column - left > FAR_AWAY) {
      faults.add(place(), "stands far right of the others; move it to them or leave it out");
    }
    kind = OpenDocumentRows.attribute(xml, "t");
    style = (int) number(xml, "s", 0);
    isFormula = false;
    formula.setLength(0);
    value.setLength(0);
  }

  private String place() {
    return sheet + "!" + CellReference.convertNumToColString(column - 1) + row;
  }

  private void openCell() {
    if (isFormula) {
      openFormula();
      return;
    }
    if (value.isEmpty()) {
      return;
    }
    String text = text();
    if (GateOfTable.isFormula(text) && !style().getQuotePrefixed()) {
      faults.add(
          place(),
          "'%s' begins like a formula; mark it as text".formatted(GateOfTable.brief(text)));
    }
    for (String fault : faultsOfStyles.computeIfAbsent(style, unread -> faultsOf(style()))) {
      faults.add(place(), fault);
    }
  }

  private void openFormula() {
    String written = formula.toString();
    if (!written.isEmpty() && !sharedBy.isEmpty()) {
      sharedFormulas.put(sharedBy, written);
    }
    String formulaOfCell =
        written.isEmpty() ? sharedFormulas.getOrDefault(sharedBy, written) : written;
    faults.add(place(), "holds the formula '%s'; write its value".formatted(formulaOfCell));
  }

  /** The text of a cell of texts; empty for any other. */
  private String text() {
    if (kind.equals("s")) {
      int number = Integer.parseInt(value.toString().strip());
      shownTexts.set(number);
      return workbook.getSharedStringSource().getItemAt(number).getString();
    }
    return kind.equals("inlineStr") || kind.equals("str") ? value.toString() : "";
  }

  private XSSFCellStyle style() {
    return workbook.getStylesSource().getStyleAt(style);
  }

  private static List<String> faultsOf(XSSFCellStyle style) {
    List<String> found = new ArrayList<>();
    if (style.getDataFormatString().matches(";+")) {
      found.add("its number format hides it; give it another");
    }
    XSSFColor colour = style.getFont().getXSSFColor();
    String argb = colour == null ? null : colour.getARGBHex();
    if (argb != null && argb.endsWith("FFFFFF")) {
      found.add("is written in white, and cannot be seen on white");
    }
    return found;
  }

  private static boolean is(XMLStreamReader xml, String attribute) {
    return OpenDocumentRows.attribute(xml, attribute).matches("1|true");
  }

  private static double number(XMLStreamReader xml, String attribute, double otherwise) {
    String written = OpenDocumentRows.attribute(xml, attribute);
    return written.isEmpty() ? otherwise : Double.parseDouble(written);
  }
}
