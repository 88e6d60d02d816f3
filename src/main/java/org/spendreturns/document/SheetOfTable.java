package org.spendreturns.document;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;
import org.spendreturns.document.CellWords.Breadth;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.document.WorkbookPlan.Sheet;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

/** Writes a table as a sheet: its title, a sentence, then the table and nothing else. */
final class SheetOfTable {

  private static final float LINE = 14.5f; // points, of the 11-point font
  static final float TITLE_LINE = 26; // points
  private static final float TALLEST = 409; // points: a row cannot be higher
  private static final int HEAD = 2; // the row of a table’s head
  static final int CHARACTER = 256; // a width is told in 256ths of one
  private static final String TEXT_IF_AT_START = "=+-@\t\r";

  private final SXSSFWorkbook workbook;
  private final CellStyles styles;
  private final CellWords words;
  private final String language;
  private final Colour first; // of the chart's parts

  SheetOfTable(SXSSFWorkbook workbook, CellStyles styles, Wording wording, Colour first) {
    this.workbook = workbook;
    this.styles = styles;
    this.words = new CellWords(wording);
    this.language = wording.language();
    this.first = first;
  }

  /** Writes one sheet. */
  void write(Sheet planned) {
    List<Column> columns = planned.table().columns();
    SXSSFSheet sheet = workbook.createSheet(planned.name());
    List<Breadth> breadths = planned.extent().columns();
    setUp(sheet, CellWords.isUpright(breadths));
    for (int column = 0; column < columns.size(); column++) {
      sheet.setColumnWidth(column, breadths.get(column).width() * CHARACTER);
    }
    Row top = sheet.createRow(0);
    top.setHeightInPoints(TITLE_LINE);
    cell(top, 0, planned.title(), styles.title);
    cell(sheet.createRow(1), 0, planned.sentence(), styles.plain);
    Row head = sheet.createRow(HEAD);
    for (int column = 0; column < columns.size(); column++) {
      boolean isNumeric = breadths.get(column).isNumeric();
      String text = columns.get(column).title();
      cell(head, column, text, isNumeric ? styles.headOfNumbers : styles.head);
    }
    int last = HEAD;
    for (List<Datum> cells : planned.rows()) {
      last++;
      Row written = sheet.createRow(last);
      int lines = 1;
      for (int column = 0; column < cells.size(); column++) {
        write(written.createCell(column), cells.get(column));
        int width = breadths.get(column).characters();
        lines = Math.max(lines, CellWords.lines(words.shown(cells.get(column)), width));
      }
      setHeight(written, lines);
    }
    sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
    mark(planned, last);
    planned
        .chart()
        .ifPresent(
            chart ->
                new SheetChart(workbook.getXSSFWorkbook().getSheet(planned.name()), HEAD, first)
                    .draw(chart, language));
  }

  /** Not every reader makes room for lines by itself. */
  static void setHeight(Row row, int lines) {
    if (lines > 1) {
      row.setHeightInPoints(Math.min(TALLEST, lines * LINE));
    }
  }

  /** Paper and margins are the same on all sheets; a narrow one is printed upright. */
  static void setUp(SXSSFSheet sheet, boolean isUpright) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(!isUpright);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
  }

  /** A cell of words. */
  Cell cell(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(words.fitting(text));
    cell.setCellStyle(style);
    return cell;
  }

  private void write(Cell cell, Datum datum) {
    if (datum instanceof Text text) {
      cell.setCellValue(words.shown(datum));
      cell.setCellStyle(looksLikeFormula(text.text()) ? styles.quoted : styles.text);
    } else if (datum instanceof Link link) {
      cell.setCellValue(words.shown(datum));
      cell.setCellStyle(styles.link);
      cell.setHyperlink(hyperlink(link.target()));
    } else if (datum instanceof Worth worth && worth.value() instanceof Value.Amount amount) {
      sum(cell, amount.money(), styles.sum);
    } else if (datum instanceof Worth worth && worth.value() instanceof Value.AtLeast atLeast) {
      sum(cell, atLeast.money(), styles.atLeast);
    } else if (datum instanceof Worth) {
      cell.setCellValue(words.shown(datum));
      cell.setCellStyle(styles.worth);
    } else if (datum instanceof Sum sum) {
      sum(cell, sum.amount(), styles.sum);
    } else if (datum instanceof Count count) {
      cell.setCellValue((double) count.number());
      cell.setCellStyle(styles.count);
    } else if (datum instanceof Day day) {
      cell.setCellValue(day.day());
      cell.setCellStyle(styles.day);
    }
  }

  private static void sum(Cell cell, Money money, CellStyle style) {
    // a workbook knows no other number; its shortest decimal is the exact sum up to £90 million
    cell.setCellValue(BigDecimal.valueOf(money.pence(), 2).doubleValue());
    cell.setCellStyle(style);
  }

  private Hyperlink hyperlink(String target) {
    boolean isWithin = target.startsWith("#");
    Hyperlink link =
        workbook
            .getCreationHelper()
            .createHyperlink(isWithin ? HyperlinkType.DOCUMENT : HyperlinkType.URL);
    link.setAddress(isWithin ? "'%s'!A1".formatted(target.substring(1)) : target);
    return link;
  }

  private static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && TEXT_IF_AT_START.indexOf(text.charAt(0)) >= 0;
  }

  /** Tells readers of the file that this is a table, and its name. */
  private void mark(Sheet planned, int lastRow) {
    List<Column> columns = planned.table().columns();
    AreaReference area =
        new AreaReference(
            new CellReference(HEAD, 0),
            new CellReference(lastRow, columns.size() - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = workbook.getXSSFWorkbook().getSheet(planned.name()).createTable(area);
    CTTable definition = table.getCTTable();
    definition.setName(planned.tableName());
    definition.setDisplayName(planned.tableName());
    for (int column = 0; column < columns.size(); column++) {
      definition.getTableColumns().getTableColumnArray(column).setName(columns.get(column).title());
    }
    CTTableStyleInfo style = definition.addNewTableStyleInfo();
    style.setName("TableStyleLight1");
    style.setShowRowStripes(false);
  }
}
