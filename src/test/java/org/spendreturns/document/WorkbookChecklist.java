package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.spendreturns.returns.Wording;

/**
 * The Analysis Function's checklist for spreadsheets, applied to a workbook for Excel.
 *
 * @see "Government Analysis Function, Making spreadsheets accessible: a brief checklist"
 */
public final class WorkbookChecklist {

  private static final int HEAD = 2; // the row of a table's head
  private static final int NO_HEAD = -1;
  private static final float LINE = 14; // points that a line of Arial 11 takes
  private static final Pattern NOTE = Pattern.compile("\\[(?:note|nodyn) \\d+]");

  private final XSSFWorkbook workbook;
  private final Wording wording;
  private final DataFormatter formatter = new DataFormatter(Locale.UK);
  private final List<String> faults = new ArrayList<>();

  private WorkbookChecklist(XSSFWorkbook workbook, Wording wording) {
    this.workbook = workbook;
    this.wording = wording;
  }

  /** What it does not keep, each with its place; none if it keeps all. */
  public static List<String> faults(Path file, Wording wording) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      return faults(workbook, wording);
    }
  }

  static List<String> faults(XSSFWorkbook workbook, Wording wording) {
    WorkbookChecklist checklist = new WorkbookChecklist(workbook, wording);
    checklist.order();
    for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
      XSSFSheet sheet = workbook.getSheetAt(index);
      checklist.hidesNothing(sheet, index);
      for (String fault : PrintChecklist.faults(sheet, index > 0 ? HEAD : NO_HEAD)) {
        checklist.check(sheet, false, fault);
      }
      checklist.shows(sheet);
      if (index > 0) {
        checklist.isOneTable(sheet);
      } else {
        checklist.check(sheet, sheet.getTables().isEmpty(), "has a table");
      }
    }
    checklist.contentsLead();
    checklist.notes();
    checklist.drawings();
    checklist.properties();
    return checklist.faults;
  }

  private void check(XSSFSheet sheet, boolean isKept, String fault) {
    check(sheet.getSheetName(), isKept, fault);
  }

  private void check(String place, boolean isKept, String fault) {
    if (!isKept) {
      faults.add(place + ": " + fault);
    }
  }

  private void order() {
    String notes = wording.say("sheet.notes");
    List<String> first = new ArrayList<>();
    first.add(wording.say("sheet.cover"));
    first.add(wording.say("sheet.contents"));
    if (workbook.getSheet(notes) != null) {
      first.add(notes);
    }
    for (int index = 0; index < first.size(); index++) {
      check(
          workbook.getSheetName(index),
          workbook.getSheetName(index).equals(first.get(index)),
          "stands where '%s' should".formatted(first.get(index)));
    }
  }

  private void hidesNothing(XSSFSheet sheet, int index) {
    check(sheet, !workbook.isSheetHidden(index) && !workbook.isSheetVeryHidden(index), "is hidden");
    check(sheet, sheet.getPaneInformation() == null, "is frozen");
    check(sheet, !sheet.getCTWorksheet().isSetAutoFilter(), "is filtered");
    check(sheet, sheet.getCellComments().isEmpty(), "has comments");
    check(sheet, sheet.getMergedRegions().isEmpty(), "has merged cells");
    for (Row row : sheet) {
      check(sheet, !row.getZeroHeight(), "row " + (row.getRowNum() + 1) + " is hidden");
      for (Cell cell : row) {
        check(
            place(cell), !sheet.isColumnHidden(cell.getColumnIndex()), "stands in a hidden column");
        check(place(cell), cell.getCellType() != CellType.FORMULA, "is a formula");
      }
    }
  }

  private void isOneTable(XSSFSheet sheet) {
    check(
        sheet, sheet.getTables().size() == 1, "has %d tables".formatted(sheet.getTables().size()));
    if (sheet.getTables().size() != 1) {
      return;
    }
    XSSFTable table = sheet.getTables().get(0);
    String name = sheet.getSheetName().replaceAll("[^\\p{L}\\p{N}]+", "_");
    check(sheet, table.getName().equals(name), "names its table '%s'".formatted(table.getName()));
    check(
        sheet,
        table.getStartRowIndex() == HEAD && table.getEndRowIndex() == sheet.getLastRowNum(),
        "has its table in " + table.getArea().formatAsString());
    for (int row = 0; row < HEAD; row++) {
      check(sheet, sheet.getRow(row).getLastCellNum() == 1, "has more than a text above its table");
    }
    List<String> head = new ArrayList<>();
    sheet.getRow(HEAD).forEach(cell -> head.add(cell.getStringCellValue()));
    check(sheet, !head.contains(""), "has a column without a name");
    check(sheet, new HashSet<>(head).size() == head.size(), "has two columns of one name");
    check(
        sheet,
        table.getColumns().stream().map(column -> column.getName()).toList().equals(head),
        "has another head than its table");
    for (int row = HEAD + 1; row <= sheet.getLastRowNum(); row++) {
      for (int column = 0; column < head.size(); column++) {
        Row at = sheet.getRow(row);
        Cell cell = at == null ? null : at.getCell(column);
        boolean isFilled = cell != null && !formatter.formatCellValue(cell).isBlank();
        check(sheet, isFilled, "row %d, column %d is empty".formatted(row + 1, column + 1));
      }
    }
  }

  /** Every text is seen whole: in its width, or wrapped in as many lines as the row is high. */
  private void shows(XSSFSheet sheet) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        int width = sheet.getColumnWidth(cell.getColumnIndex()) / 256;
        String shown = formatter.formatCellValue(cell);
        if (cell.getCellType() == CellType.NUMERIC) {
          if (DateUtil.isCellDateFormatted(cell)) { // a month is shown in the reader's language
            shown = wording.date(cell.getLocalDateTimeCellValue().toLocalDate());
          }
          check(place(cell), shown.length() < width, "is too narrow for " + shown);
          continue;
        }
        boolean isAlone = row.getLastCellNum() == 1; // a title: nothing beside it stops it
        check(place(cell), isAlone || cell.getCellStyle().getWrapText(), "does not wrap");
        if (cell.getCellStyle().getWrapText()) {
          int lines = lines(shown, width);
          check(
              place(cell),
              lines == 1 || row.getHeightInPoints() >= lines * LINE,
              "needs %d lines, and its row is %.1f points high"
                  .formatted(lines, row.getHeightInPoints()));
        }
        check(
            place(cell),
            !shown.matches("(?s)[=+\\-@\\t\\r].*") || cell.getCellStyle().getQuotePrefixed(),
            "looks like a formula, and is not marked as text");
      }
    }
  }

  /** As a program breaks a text: between words, and within one that is longer than a line. */
  static int lines(String text, int width) {
    int lines = 0;
    for (String paragraph : text.split("\\R", -1)) {
      int at = 0; // characters of the line
      lines++;
      for (String word : paragraph.split(" ", -1)) {
        int left = word.length();
        if (at > 0 && at + 1 + left > width) {
          lines++;
          at = 0;
        }
        at += (at > 0 ? 1 : 0) + left;
        while (at > width) {
          lines++;
          at -= width;
        }
      }
    }
    return lines;
  }

  private void contentsLead() {
    XSSFSheet contents = workbook.getSheet(wording.say("sheet.contents"));
    Set<String> reached = new HashSet<>();
    for (int row = HEAD + 1; contents != null && row <= contents.getLastRowNum(); row++) {
      Cell cell = contents.getRow(row).getCell(0);
      Hyperlink link = cell.getHyperlink();
      if (link != null) {
        String to = link.getAddress().replaceFirst("^'(.*)'!A1$", "$1");
        check(
            place(cell),
            workbook.getSheet(to) != null,
            "leads to %s, which is not there".formatted(link.getAddress()));
        check(place(cell), to.equals(cell.getStringCellValue()), "leads to another sheet: " + to);
        reached.add(to);
      } else {
        String elsewhere = contents.getRow(row).getCell(1).getStringCellValue();
        check(place(cell), elsewhere.contains("-part-"), "leads nowhere");
      }
    }
    for (int index = 2; index < workbook.getNumberOfSheets(); index++) {
      String name = workbook.getSheetName(index);
      check(name, reached.contains(name), "does not stand in the contents");
    }
  }

  /** A mark has its note; a sheet that speaks of notes has them. */
  private void notes() {
    XSSFSheet notes = workbook.getSheet(wording.say("sheet.notes"));
    Set<String> known = new HashSet<>();
    if (notes != null) {
      notes.forEach(row -> known.add(formatter.formatCellValue(row.getCell(0))));
    }
    for (Cell cell : WrittenReturn.cells(workbook)) {
      Matcher note = NOTE.matcher(formatter.formatCellValue(cell));
      while (note.find()) {
        check(place(cell), known.contains(note.group()), note.group() + " is not there");
      }
      boolean refers = formatter.formatCellValue(cell).equals(wording.say("cover.refersToNotes"));
      check(place(cell), !refers || notes != null, "speaks of notes that are not there");
    }
  }

  /** One chart, on a sheet of its own, which says in words what it shows. */
  private void drawings() {
    int charts = 0;
    for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
      XSSFSheet sheet = workbook.getSheetAt(index);
      if (sheet.getDrawingPatriarch() == null) {
        continue;
      }
      for (XSSFShape shape : sheet.getDrawingPatriarch().getShapes()) {
        check(sheet, shape instanceof XSSFGraphicFrame, "has a drawing");
        if (shape instanceof XSSFGraphicFrame frame) {
          charts++;
          String says =
              frame.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr().getDescr();
          check(sheet, says != null && !says.isBlank(), "has a chart that says nothing");
        }
      }
    }
    check("charts", charts <= 1, "there are " + charts);
  }

  private void properties() {
    var core = workbook.getProperties().getCoreProperties();
    check("properties", core.getTitle() != null && !core.getTitle().isBlank(), "have no title");
    check(
        "properties",
        core.getCreator() != null && core.getCreator().equals(core.getLastModifiedByUser()),
        "name another than the body");
  }

  private static String place(Cell cell) {
    return cell.getSheet().getSheetName() + "!" + cell.getAddress();
  }
}
