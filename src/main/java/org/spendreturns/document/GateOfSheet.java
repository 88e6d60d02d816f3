package org.spendreturns.document;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRElt;
import org.spendreturns.ledger.Unseen;

/** Opens the sheets of an Excel workbook, cell after cell: there may be a million rows. */
final class GateOfSheet {

  private static final int FAR_AWAY = 100; // rows or columns beyond the others
  private static final double SMALLEST_WIDTH = 0.5; // signs: a narrower column is not there

  /** A margin with the page's number, the sheet's name and looks in it, and nothing else. */
  private static final Pattern ONLY_PAGES =
      Pattern.compile("(?i)(?:&[LCRPNABIUESXY]|&\\d+|&\"[^\"]*\"|&K[0-9A-F]{6}|page|of|[\\s/.-])*");

  private static final double SMALLEST_HEIGHT = 0.05; // points: a lower row is not there

  private final XSSFWorkbook workbook;
  private final Gate.Faults faults;
  private final ChartCopies charts;
  private final SheetLooks looks;
  private final FilledCells filled = new FilledCells();
  private final InlineText inline = new InlineText();
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
  private boolean hasReadingAid;
  private boolean isReadingAid; // how signs of a text are pronounced: no part of the text
  private CTRElt[] runs = {};
  private final StringBuilder formula = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder margin = new StringBuilder(); // a header or footer of the page
  private final StringBuilder elsewhere = new StringBuilder();
  private StringBuilder taken = elsewhere; // what the text that comes next belongs to

  /** Sheets of a workbook of which all but the sheets has been read. */
  GateOfSheet(XSSFWorkbook workbook, ChartCopies charts, Gate.Faults faults) {
    this.charts = charts;
    this.workbook = workbook;
    this.faults = faults;
    this.looks = new SheetLooks(workbook);
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
    filled.clear();
    hasRules = false;
    XMLStreamReader xml = OpenDocumentRows.reader(in);
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        begin(xml.getLocalName(), xml);
      } else if (xml.isEndElement()) {
        end(xml.getLocalName());
      } else if (xml.isCharacters() && taken != elsewhere) {
        take(xml.getText());
      }
    }
  }

  private void take(String text) {
    taken.append(text);
    if (taken == value) {
      inline.text(text);
    }
  }

  private void begin(String element, XMLStreamReader xml) {
    switch (element) {
      case "sheetFormatPr" -> beginSheet(xml);
      case "mergeCell" ->
          openMerged(CellRangeAddress.valueOf(OpenDocumentRows.attribute(xml, "ref")));
      case "cfRule" -> openRule((int) number(xml, "dxfId", -1));
      case "scenario" -> faults.add(sheet, "holds a scenario; leave it out");
      case "hyperlink" -> openTip(OpenDocumentRows.attribute(xml, "tooltip"));
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
      case "rPh" -> {
        isReadingAid = true;
        hasReadingAid = true;
      }
      case "r", "color", "sz" -> inline.begin(element, xml);
      case "dataValidation" -> hasRules = true;
      case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" -> {
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
      case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" -> {
        if (!ONLY_PAGES.matcher(margin).matches()) {
          faults.add(sheet, "has a header or footer, which no reader of the screen sees");
        }
      }
      default -> {}
    }
  }

  private void beginSheet(XMLStreamReader xml) {
    usualHeight = number(xml, "defaultRowHeight", 1);
    if (number(xml, "defaultColWidth", 1) < SMALLEST_WIDTH) {
      faults.add(sheet, "columns without a width of their own are hidden; show them");
    }
  }

  /** Cells under a merged one keep what they held, and nobody sees it. */
  private void openMerged(CellRangeAddress merged) {
    int bottom = Math.min(merged.getLastRow(), row); // no row of the sheet lies below
    int right = Math.min(merged.getLastColumn(), merged.getFirstColumn() + FAR_AWAY);
    for (int at = merged.getFirstRow(); at <= bottom; at++) {
      for (int side = merged.getFirstColumn(); side <= right; side++) {
        boolean isShown = at == merged.getFirstRow() && side == merged.getFirstColumn();
        if (!isShown && filled.has(at, side)) {
          faults.add(
              sheet + "!" + new CellReference(at, side, false, false).formatAsString(),
              "lies under a merged cell, which hides it; leave it out");
        }
      }
    }
  }

  private void openRule(int number) {
    if (looks.ruleHides(number)) {
      faults.add(sheet, "a conditional format hides what is in its cells; leave it out");
    }
  }

  private void openTip(String tip) {
    if (!tip.isBlank()) {
      faults.add(
          sheet,
          "a link says '%s' only under a pointer; leave it out".formatted(GateOfTable.brief(tip)));
    }
  }

  private void beginColumn(XMLStreamReader xml) {
    if (is(xml, "hidden") || number(xml, "width", 1) < SMALLEST_WIDTH) {
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
    hasReadingAid = false;
    inline.clear();
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
    filled.add(row - 1, column - 1);
    String text = text();
    if (GateOfTable.isFormula(text) && !looks.style(style).getQuotePrefixed()) {
      faults.add(
          place(),
          "'%s' begins like a formula; mark it as text".formatted(GateOfTable.brief(text)));
    }
    if (Unseen.isIn(text.strip())) {
      faults.add(
          place(),
          "'%s' holds what nobody sees; write it without"
              .formatted(GateOfTable.brief(text.strip())));
    }
    if (hasReadingAid && text.codePoints().noneMatch(Character::isIdeographic)) {
      faults.add(place(), "says how it is spoken, which nobody sees; leave it out");
    }
    charts
        .other(sheet, row - 1, column - 1, text.isEmpty() ? value.toString() : text)
        .ifPresent(
            drawn ->
                faults.add(
                    place(),
                    "is drawn in a chart as '%s'; write it anew"
                        .formatted(GateOfTable.brief(drawn))));
    looks.faults(style).forEach(fault -> faults.add(place(), fault));
    looks.faults(runs, style).forEach(fault -> faults.add(place(), fault));
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
    runs = inline.runs();
    if (kind.equals("s")) {
      int number = Integer.parseInt(value.toString().strip());
      shownTexts.set(number);
      XSSFRichTextString shared =
          (XSSFRichTextString) workbook.getSharedStringSource().getItemAt(number);
      runs = shared.getCTRst().getRArray();
      hasReadingAid = shared.getCTRst().sizeOfRPhArray() > 0;
      return shared.getString();
    }
    return kind.equals("inlineStr") || kind.equals("str") ? value.toString() : "";
  }

  private static boolean is(XMLStreamReader xml, String attribute) {
    return OpenDocumentRows.attribute(xml, attribute).matches("1|true");
  }

  private static double number(XMLStreamReader xml, String attribute, double otherwise) {
    String written = OpenDocumentRows.attribute(xml, attribute);
    return written.isEmpty() ? otherwise : Double.parseDouble(written);
  }
}
