package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

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

  /** Parts of which a sheet is made. */
  private static final Pattern KNOWN_PARTS =
      Pattern.compile(
          "/xl/(workbook|styles|sharedStrings|metadata|calcChain)\\.xml|/xl/theme/theme\\d*\\.xml"
              + "|/xl/worksheets/sheet\\d+\\.xml|/xl/tables/table\\d+\\.xml"
              + "|/xl/drawings/drawing\\d+\\.xml|/xl/charts/(chart|style|colors)\\d+\\.xml"
              + "|/docProps/(app|core)\\.xml|.*\\.rels");

  private static final int FAR_AWAY = 100; // rows or columns beyond the others

  private final Gate.Faults faults;

  GateOfWorkbook(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      openParts(parts);
      try (XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
        openProperties(workbook);
        openTexts(workbook);
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
      return;
    }
    openTotals(file);
  }

  private void openTotals(Path file) throws IOException {
    Map<String, ShownSums> sums = new HashMap<>();
    WorkbookRows.read(
        file,
        (sheet, row, cells) ->
            sums.computeIfAbsent(sheet, none -> new ShownSums(faults))
                .add(sheet + ", row " + row, cells));
  }

  /** Texts that no cell shows stay in a workbook when cells are emptied without care. */
  private void openTexts(XSSFWorkbook workbook) {
    Set<Integer> shown = new HashSet<>();
    for (var sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          CTCell raw = ((XSSFCell) cell).getCTCell();
          if (raw.getT() == STCellType.S && raw.isSetV()) {
            shown.add(Integer.valueOf(raw.getV()));
          }
        }
      }
    }
    int held = workbook.getSharedStringSource().getUniqueCount();
    if (held > shown.size()) {
      faults.add(
          "", "holds %,d texts that no cell shows; write it anew".formatted(held - shown.size()));
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
      boolean isNamed = UNSEEN_PARTS.keySet().stream().anyMatch(path::startsWith);
      if (!isNamed && !KNOWN_PARTS.matcher(path).matches()) {
        faults.add(path, "a part that no sheet needs; leave it out");
      }
      if (!part.isRelationshipPart()) {
        openLinks(path, part);
      }
    }
  }

  private void openLinks(String path, PackagePart part) throws OpenXML4JException {
    for (PackageRelationship link : part.getRelationships()) {
      String target = String.valueOf(link.getTargetURI());
      if (link.getTargetMode() == TargetMode.EXTERNAL
          && !target.matches("(?i)(https?:|mailto:).*")) {
        faults.add(
            path, "leads to '%s', in the house; leave it out".formatted(GateOfTable.brief(target)));
      }
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
    GateOfArchive.person("author", properties.getCreator() == null ? "" : creator, faults);
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
    openFarAway(sheet);
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

  /** Moving data out of sight is hiding it. */
  private void openFarAway(XSSFSheet sheet) {
    int below = -1;
    for (Row row : sheet) {
      if (below >= 0 && row.getRowNum() - below > FAR_AWAY) {
        faults.add(
            sheet.getSheetName() + ", row " + (row.getRowNum() + 1),
            "stands far below the others; move it to them or leave it out");
      }
      below = row.getRowNum();
      int right = -1;
      for (Cell cell : row) {
        if (cell.getColumnIndex() - right > FAR_AWAY) {
          faults.add(
              sheet.getSheetName() + "!" + cell.getAddress(),
              "stands far right of the others; move it to them or leave it out");
        }
        right = cell.getColumnIndex();
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
