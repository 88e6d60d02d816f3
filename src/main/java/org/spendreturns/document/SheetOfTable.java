package org.spendreturns.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
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
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Value;

/** Writes a table as a sheet: its title, a sentence, then the table and nothing else. */
final class SheetOfTable {

  private static final int WIDEST = 72; // characters; longer texts wrap
  private static final int LONG_TEXT = 300; // characters: from here a column may be wider
  private static final int WIDEST_OF_LONG_TEXT = 110;
  private static final float LINE = 14.5f; // points, of the 11-point font
  static final float TITLE_LINE = 26; // points
  private static final float TALLEST = 409; // points: a row cannot be higher
  private static final int MARGIN = 3; // characters, for the filter arrow of some readers
  private static final int CHARACTER = 256; // a width is told in 256ths of one
  private static final String TEXT_IF_AT_START = "=+-@\t\r";

  private final SXSSFWorkbook workbook;
  private final CellStyles styles;
  private final Wording wording;

  SheetOfTable(SXSSFWorkbook workbook, CellStyles styles, Wording wording) {
    this.workbook = workbook;
    this.styles = styles;
    this.wording = wording;
  }

  /**
   * What a table needs of a sheet.
   *
   * @param rows how many it has
   * @param columns what each needs
   */
  record Extent(long rows, List<Breadth> columns) {
    /** Keeps its own copy. */
    Extent {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What a column needs.
   *
   * @param characters how wide it is, without its margin; longer texts wrap
   * @param isNumeric whether it holds sums, counts or days, or words in their place
   */
  record Breadth(int characters, boolean isNumeric) {}

  /** Measures a table by going through its rows once. */
  Extent measure(DataTable table) {
    int[] longest = new int[table.columns().size()];
    for (int column = 0; column < longest.length; column++) {
      longest[column] = longestLine(table.columns().get(column).title());
    }
    long rows = 0;
    for (List<Datum> row : table.rows()) {
      rows++;
      for (int column = 0; column < longest.length; column++) {
        Datum datum = row.get(column);
        longest[column] = Math.max(longest[column], longestLine(shown(datum)));
      }
    }
    List<Breadth> columns = new ArrayList<>();
    for (int column = 0; column < longest.length; column++) {
      int most = longest[column] > LONG_TEXT ? WIDEST_OF_LONG_TEXT : WIDEST;
      columns.add(
          new Breadth(Math.min(longest[column], most), isNumeric(table.columns().get(column))));
    }
    return new Extent(rows, columns);
  }

  /**
   * Writes one sheet.
   *
   * @param name the sheet's name
   * @param title what stands above the table
   * @param columns of the table
   * @param rows whence the rows come; as many are taken as the sheet is to have
   * @param extent how many that is, and how wide the columns are
   */
  void write(
      String name, String title, List<Column> columns, Iterator<List<Datum>> rows, Extent extent) {
    SXSSFSheet sheet = workbook.createSheet(name);
    setUp(sheet);
    List<Breadth> breadths = extent.columns();
    for (int column = 0; column < columns.size(); column++) {
      sheet.setColumnWidth(column, (breadths.get(column).characters() + MARGIN) * CHARACTER);
    }
    Row top = sheet.createRow(0);
    top.setHeightInPoints(TITLE_LINE);
    cell(top, 0, title, styles.title);
    boolean hasNotes = columns.stream().anyMatch(column -> column.id().equals("notes"));
    String sentence = wording.say(hasNotes ? "cover.refersToNotes" : "cover.oneTable");
    cell(sheet.createRow(1), 0, sentence, styles.plain);
    Row head = sheet.createRow(2);
    for (int column = 0; column < columns.size(); column++) {
      boolean isNumeric = breadths.get(column).isNumeric();
      String text = columns.get(column).title();
      cell(head, column, text, isNumeric ? styles.headOfNumbers : styles.head);
    }
    int last = 2;
    for (long row = 0; row < extent.rows(); row++) {
      last++;
      List<Datum> cells = rows.next();
      Row written = sheet.createRow(last);
      int lines = 1;
      for (int column = 0; column < cells.size(); column++) {
        write(written.createCell(column), cells.get(column));
        int width = breadths.get(column).characters();
        lines = Math.max(lines, lines(shown(cells.get(column)), width));
      }
      setHeight(written, lines);
    }
    sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
    mark(name, columns, last);
  }

  private static boolean isNumeric(Column column) {
    return switch (column.kind()) {
      case WORTH, SUM, COUNT, DAY -> true;
      case TEXT -> false;
    };
  }

  /** Not every reader makes room for lines by itself. */
  static void setHeight(Row row, int lines) {
    if (lines > 1) {
      row.setHeightInPoints(Math.min(TALLEST, lines * LINE));
    }
  }

  /** How many lines a text takes in a column of so many characters. */
  static int lines(String text, int width) {
    return text.lines().mapToInt(line -> Math.max(1, (line.length() + width - 1) / width)).sum();
  }

  /** Paper, margins and language are the same on all sheets. */
  static void setUp(SXSSFSheet sheet) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
  }

  /** A cell of words. */
  Cell cell(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(fitting(text));
    cell.setCellStyle(style);
    return cell;
  }

  private void write(Cell cell, Datum datum) {
    if (datum instanceof Text words) {
      cell.setCellValue(fitting(words.text()));
      cell.setCellStyle(looksLikeFormula(words.text()) ? styles.quoted : styles.text);
    } else if (datum instanceof Link link) {
      cell.setCellValue(fitting(link.text()));
      cell.setCellStyle(styles.link);
      cell.setHyperlink(hyperlink(link.target()));
    } else if (datum instanceof Worth worth && worth.value() instanceof Value.Amount amount) {
      sum(cell, amount.money());
    } else if (datum instanceof Worth worth) {
      cell.setCellValue(wording.words(worth.value()));
      cell.setCellStyle(styles.worth);
    } else if (datum instanceof Sum sum) {
      sum(cell, sum.amount());
    } else if (datum instanceof Count count) {
      cell.setCellValue((double) count.number());
      cell.setCellStyle(styles.count);
    } else if (datum instanceof Day day) {
      cell.setCellValue(day.day());
      cell.setCellStyle(styles.day);
    }
  }

  private void sum(Cell cell, Money money) {
    // a workbook knows no other number; its shortest decimal is the exact sum up to £90 million
    // million
    cell.setCellValue(BigDecimal.valueOf(money.pence(), 2).doubleValue());
    cell.setCellStyle(styles.sum);
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

  private String fitting(String text) {
    int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    if (text.length() <= most) {
      return text;
    }
    String told = wording.say("cell.cut", wording.count(text.length()));
    return text.substring(0, most - told.length()) + told;
  }

  private static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && TEXT_IF_AT_START.indexOf(text.charAt(0)) >= 0;
  }

  private String shown(Datum datum) {
    if (datum instanceof Text words) {
      return words.text();
    } else if (datum instanceof Link link) {
      return link.text();
    } else if (datum instanceof Worth worth) {
      return wording.words(worth.value());
    } else if (datum instanceof Sum sum) {
      return wording.money(sum.amount());
    } else if (datum instanceof Count count) {
      return wording.count(count.number());
    } else if (datum instanceof Day day) {
      return wording.date(day.day());
    }
    throw new IllegalArgumentException(datum + " is no cell");
  }

  private static int longestLine(String text) {
    return text.lines().mapToInt(String::length).max().orElse(0);
  }

  /** Tells readers of the file that this is a table, and its name. */
  private void mark(String name, List<Column> columns, int lastRow) {
    AreaReference area =
        new AreaReference(
            new CellReference(2, 0),
            new CellReference(lastRow, columns.size() - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = workbook.getXSSFWorkbook().getSheet(name).createTable(area);
    String tableName = name.replaceAll("[^A-Za-z0-9]+", "_");
    CTTable definition = table.getCTTable();
    definition.setName(tableName);
    definition.setDisplayName(tableName);
    for (int column = 0; column < columns.size(); column++) {
      definition.getTableColumns().getTableColumnArray(column).setName(columns.get(column).title());
    }
    CTTableStyleInfo style = definition.addNewTableStyleInfo();
    style.setName("TableStyleLight1");
    style.setShowRowStripes(false);
  }
}
