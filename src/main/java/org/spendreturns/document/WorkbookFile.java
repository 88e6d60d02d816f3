package org.spendreturns.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import javax.xml.transform.TransformerFactory;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.spendreturns.document.CellWords.Breadth;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.document.WorkbookPlan.Line;
import org.spendreturns.document.WorkbookPlan.Role;
import org.spendreturns.document.WorkbookPlan.Sheet;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/**
 * Writes a workbook of a return for Excel. Rows are streamed, so a million of them need no more
 * memory.
 */
final class WorkbookFile {

  private static final int ROWS_IN_MEMORY = 200;

  private static final String TRANSFORMER = "javax.xml.transform.TransformerFactory";

  static {
    // POI asks for one for each part of a workbook: the search through all jars took half its time
    if (System.getProperty(TRANSFORMER) == null) {
      System.setProperty(TRANSFORMER, TransformerFactory.newDefaultInstance().getClass().getName());
    }
  }

  private final Wording wording;
  private final Look look;

  WorkbookFile(Wording wording, Look look) {
    this.wording = wording;
    this.look = look;
  }

  /**
   * Writes the workbook.
   *
   * @throws UncheckedIOException if a row cannot be kept aside while it is made
   */
  void write(Book book, Return.Heading heading, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      CellStyles styles = new CellStyles(workbook, look.headings(), wording);
      SheetOfTable writer = new SheetOfTable(workbook, styles, wording, look.headings());
      cover(workbook, styles, writer, book);
      for (Sheet sheet : book.sheets()) {
        writer.write(sheet);
      }
      describe(workbook, heading);
      workbook.setActiveSheet(0);
      workbook.write(out);
    }
  }

  private void cover(SXSSFWorkbook workbook, CellStyles styles, SheetOfTable writer, Book book) {
    SXSSFSheet sheet = workbook.createSheet(wording.say("sheet.cover"));
    SheetOfTable.setUp(sheet, true);
    sheet.setColumnWidth(0, Breadth.COVER.width() * SheetOfTable.CHARACTER);
    int next = 0;
    for (Line line : book.cover()) {
      Row row = sheet.createRow(next);
      CellStyle style = style(line.role(), styles);
      writer.cell(row, 0, line.text(), style);
      if (style.getWrapText()) {
        SheetOfTable.setHeight(row, CellWords.lines(line.text(), Breadth.COVER.characters()));
      } else {
        row.setHeightInPoints(SheetOfTable.TITLE_LINE);
      }
      next++;
    }
  }

  private static CellStyle style(Role role, CellStyles styles) {
    return switch (role) {
      case TITLE -> styles.title;
      case HEADING -> styles.heading;
      case NOTICE -> styles.notice;
      case TEXT -> styles.text;
    };
  }

  /** The file's properties, with the as-known-at instant for both its dates. */
  private void describe(SXSSFWorkbook workbook, Return.Heading heading) throws IOException {
    POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
    PackagePropertiesPart core = properties.getCoreProperties().getUnderlyingProperties();
    Optional<Date> date = Optional.of(Date.from(heading.asKnownAt()));
    core.setCreatedProperty(date);
    core.setModifiedProperty(date);
    core.setTitleProperty(Passage.plain(heading.title()));
    core.setCreatorProperty(heading.bodyName());
    core.setLastModifiedByProperty(heading.bodyName());
    core.setLanguageProperty(wording.language());
    properties.getExtendedProperties().setApplication("Spend Returns");
    try {
      properties.commit();
    } catch (RuntimeException fault) {
      throw new IOException("return.xlsx: its properties could not be written", fault);
    }
  }
}
