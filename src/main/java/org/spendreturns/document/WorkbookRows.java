package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The rows of an Excel workbook as its cells show them, one at a time. */
final class WorkbookRows {

  /** Takes a row: its sheet, its number from 1, and what its cells show from column A on. */
  interface Taker {
    void take(String sheet, int row, List<String> cells);
  }

  private WorkbookRows() {}

  /**
   * Reads every row that has a cell.
   *
   * @throws IOException if it is no workbook that can be read
   */
  static void read(Path file, Taker taker) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(parts);
      XSSFReader reader = new XSSFReader(parts);
      StylesTable styles = reader.getStylesTable(); // which is read anew each time it is asked for
      SheetIterator sheets = (SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(
              new XSSFSheetXMLHandler(
                  styles,
                  null,
                  texts,
                  new Rows(sheets.getSheetName(), taker),
                  new DataFormatter(Locale.UK),
                  false));
          xml.parse(new InputSource(sheet));
        }
      }
    } catch (OpenXML4JException | SAXException | ParserConfigurationException fault) {
      throw new IOException(file.getFileName() + ": no workbook that can be read", fault);
    }
  }

  private static final class Rows implements SheetContentsHandler {
    private final String sheet;
    private final Taker taker;
    private final List<String> cells = new ArrayList<>();

    Rows(String sheet, Taker taker) {
      this.sheet = sheet;
      this.taker = taker;
    }

    @Override
    public void startRow(int row) {
      cells.clear();
    }

    @Override
    public void endRow(int row) {
      taker.take(sheet, row + 1, List.copyOf(cells));
    }

    @Override
    public void cell(
        @Nullable String reference, @Nullable String shown, @Nullable XSSFComment comment) {
      int column = reference == null ? cells.size() : new CellReference(reference).getCol();
      while (cells.size() < column) {
        cells.add("");
      }
      String text = shown == null ? "" : shown;
      if (column < cells.size()) { // a cell may hold two texts, of which programs show one
        cells.set(column, cells.get(column) + " " + text);
      } else {
        cells.add(text);
      }
    }
  }
}
