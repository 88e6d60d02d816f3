package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STSheetState;

/** Opens an Excel workbook. */
final class GateOfWorkbook {

  private final Gate.Faults faults;

  GateOfWorkbook(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      new WorkbookParts(parts, faults).open(file);
      try (XSSFWorkbook workbook = new WithoutSheets(parts)) {
        new GateOfProperties(faults).open(workbook.getProperties());
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
    long sheetParts = parts.getPartsByContentType(XSSFRelation.WORKSHEET.getContentType()).size();
    if (sheetParts > workbook.getCTWorkbook().getSheets().sizeOfSheetArray()) {
      faults.add("", "holds a sheet that it does not list; leave it out");
    }
    ChartCopies charts = new ChartCopies();
    for (PackagePart chart : parts.getPartsByContentType(XSSFRelation.CHART.getContentType())) {
      try (InputStream in = chart.getInputStream()) {
        charts.add(in);
      }
    }
    GateOfSheet gate = new GateOfSheet(workbook, charts, faults);
    SheetIterator sheets = (SheetIterator) new XSSFReader(parts).getSheetsData();
    while (sheets.hasNext()) {
      try (InputStream sheet = sheets.next()) {
        gate.open(sheets.getSheetName(), sheet);
      }
    }
    int held = workbook.getSharedStringSource().getSharedStringItems().size();
    if (held > gate.textsShown()) {
      faults.add(
          "",
          "holds %,d texts that no cell shows; write it anew".formatted(held - gate.textsShown()));
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
