package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;

/** Opens an Excel workbook. */
final class GateOfWorkbook {

  /** Parts of the package that nobody sees in a sheet, by a piece of their path. */
  private static final Map<String, String> UNSEEN_PARTS = new LinkedHashMap<>();

  static {
    UNSEEN_PARTS.put("/xl/externalLinks/", "a link to another workbook, with what was last read");
    UNSEEN_PARTS.put("/xl/pivotCache/", "a pivot table’s copy of its source");
    UNSEEN_PARTS.put("/xl/vbaProject", "a macro");
    UNSEEN_PARTS.put("/xl/embeddings/", "an embedded object");
    UNSEEN_PARTS.put("/xl/media/", "a picture");
    UNSEEN_PARTS.put("/xl/comments", "comments");
    UNSEEN_PARTS.put("/xl/threadedComments", "comments");
    UNSEEN_PARTS.put("/xl/persons", "names of people who commented");
    UNSEEN_PARTS.put("/xl/connections", "a connection to a source of data");
    UNSEEN_PARTS.put("/xl/queryTables", "a query of a source of data");
    UNSEEN_PARTS.put("/xl/model/", "a data model");
    UNSEEN_PARTS.put("/xl/revisions/", "a history of changes");
    UNSEEN_PARTS.put("/customXml/", "hidden XML");
    UNSEEN_PARTS.put("/docProps/custom", "properties of its own");
    UNSEEN_PARTS.put("/docProps/thumbnail", "a picture of an earlier state");
  }

  private final Gate.Faults faults;

  GateOfWorkbook(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      openParts(parts);
      try (XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
        openProperties(workbook);
        openNames(workbook);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
          if (workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index)) {
            faults.add(
                workbook.getSheetName(index), "the sheet is hidden; show it or leave it out");
          }
          openSheet(workbook.getSheetAt(index));
        }
      }
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException fault) {
      faults.add("", "not a workbook that can be opened, so nothing vouches for it");
    }
  }

  private void openParts(OPCPackage parts) throws OpenXML4JException {
    for (PackagePart part : parts.getParts()) {
      String path = part.getPartName().getName();
      UNSEEN_PARTS.forEach(
          (piece, what) -> {
            if (path.startsWith(piece)) {
              faults.add(path, "holds %s; leave it out".formatted(what));
            }
          });
    }
  }

  private void openProperties(XSSFWorkbook workbook) {
    var properties = workbook.getProperties().getCoreProperties();
    String creator = String.valueOf(properties.getCreator());
    String modifier = properties.getLastModifiedByUser();
    if (modifier != null && !modifier.isEmpty() && !modifier.equals(creator)) {
      faults.add(
          "properties",
          "last changed by '%s', who is not the author '%s'; a person may be named"
              .formatted(modifier, creator));
    }
    var more = workbook.getProperties().getExtendedProperties().getUnderlyingProperties();
    if (more.isSetManager()) {
      faults.add("properties", "name a manager, '%s'; leave it out".formatted(more.getManager()));
    }
  }

  private void openNames(XSSFWorkbook workbook) {
    for (Name name : workbook.getAllNames()) {
      boolean isPrintSetUp = name.getNameName().startsWith("_xlnm.Print_");
      if (!isPrintSetUp) {
        faults.add("names", "'%s' is defined; leave it out".formatted(name.getNameName()));
      }
    }
  }

  private void openSheet(XSSFSheet sheet) {
    String name = sheet.getSheetName();
    for (CTCols columns : sheet.getCTWorksheet().getColsArray()) {
      for (CTCol column : columns.getColArray()) {
        if (column.getHidden() || (column.isSetWidth() && column.getWidth() == 0)) {
          faults.add(
              name + ", column " + column.getMin(),
              "the column is hidden; show it or leave it out");
        }
      }
    }
    if (!sheet.getDataValidations().isEmpty()) {
      faults.add(name, "holds lists or rules for entering data; leave them out");
    }
    if (sheet.getHeader().getCenter().length() > 0 || sheet.getFooter().getCenter().length() > 0) {
      faults.add(name, "has a header or footer, which no reader of the screen sees");
    }
    for (Row row : sheet) {
      if (row.getZeroHeight() || row.getHeight() == 0) {
        faults.add(
            name + ", row " + (row.getRowNum() + 1), "the row is hidden; show it or leave it out");
      }
      for (Cell cell : row) {
        openCell(name + "!" + cell.getAddress(), cell);
      }
    }
  }

  private void openCell(String place, Cell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      faults.add(place, "holds the formula '%s'; write its value".formatted(cell.getCellFormula()));
      return;
    }
    if (cell.getCellType() == CellType.BLANK) {
      return;
    }
    if (cell.getCellType() == CellType.STRING) {
      String text = cell.getStringCellValue();
      if (GateOfTable.isFormula(text) && !cell.getCellStyle().getQuotePrefixed()) {
        faults.add(
            place,
            "'%s' begins like a formula; mark it as text".formatted(GateOfTable.brief(text)));
      }
    }
    if (cell.getCellStyle().getDataFormatString().matches(";+")) {
      faults.add(place, "its number format hides it; give it another");
    }
    XSSFFont font =
        ((XSSFWorkbook) cell.getSheet().getWorkbook())
            .getFontAt(cell.getCellStyle().getFontIndex());
    if (isWhite(font.getXSSFColor())) {
      faults.add(place, "is written in white, and cannot be seen on white");
    }
  }

  private static boolean isWhite(XSSFColor color) {
    if (color == null) {
      return false;
    }
    String argb = color.getARGBHex();
    return argb != null && argb.endsWith("FFFFFF");
  }
}
