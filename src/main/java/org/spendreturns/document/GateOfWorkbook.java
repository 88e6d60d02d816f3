package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STSheetState;

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

  private final Gate.Faults faults;

  GateOfWorkbook(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      openParts(parts);
      try (XSSFWorkbook workbook = new WithoutSheets(parts)) {
        openProperties(workbook);
        openNames(workbook);
        openSheets(parts, workbook);
      }
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | XMLStreamException
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

  /** A workbook whose sheets stay in the file, to be opened one cell after the other. */
  private static final class WithoutSheets extends XSSFWorkbook {
    WithoutSheets(OPCPackage parts) throws IOException {
      super(parts);
    }

    @Override
    public void parseSheet(Map<String, XSSFSheet> sheets, CTSheet sheet) {
      // it would hold every cell
    }
  }

  /** Texts that no cell shows stay in a workbook when cells are emptied without care. */
  private void openSheets(OPCPackage parts, XSSFWorkbook workbook)
      throws IOException, OpenXML4JException, XMLStreamException {
    for (CTSheet sheet : workbook.getCTWorkbook().getSheets().getSheetArray()) {
      if (sheet.getState() == STSheetState.HIDDEN || sheet.getState() == STSheetState.VERY_HIDDEN) {
        faults.add(sheet.getName(), "the sheet is hidden; show it or leave it out");
      }
    }
    GateOfSheet gate = new GateOfSheet(workbook, faults);
    SheetIterator sheets = (SheetIterator) new XSSFReader(parts).getSheetsData();
    while (sheets.hasNext()) {
      try (InputStream sheet = sheets.next()) {
        gate.open(sheets.getSheetName(), sheet);
      }
    }
    int held = workbook.getSharedStringSource().getUniqueCount();
    if (held > gate.textsShown()) {
      faults.add(
          "",
          "holds %,d texts that no cell shows; write it anew".formatted(held - gate.textsShown()));
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
}
