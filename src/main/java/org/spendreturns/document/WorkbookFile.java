package org.spendreturns.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.SheetOfTable.Extent;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Return;

/**
 * Writes a return as an Excel workbook, by the Analysis Function's checklist: cover, contents,
 * notes, then one table a sheet. Rows are streamed, so a million of them need no more memory.
 */
final class WorkbookFile {

  private static final int ROWS_IN_MEMORY = 200;
  private static final int ROWS_A_SHEET = 1_000_000; // a sheet holds 1,048,576
  private static final int COVER_WIDTH = 90; // characters

  private final Wording wording;

  WorkbookFile(Wording wording) {
    this.wording = wording;
  }

  /** A sheet to be written: a table, or a part of one that is longer than a sheet. */
  private record Sheet(
      String name, String title, DataTable table, Iterator<List<Datum>> rows, Extent extent) {}

  /**
   * Writes the workbook.
   *
   * @throws UncheckedIOException if a row cannot be kept aside while it is made
   */
  void write(Return filing, EditionMark edition, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      CellStyles styles = new CellStyles(workbook);
      SheetOfTable writer = new SheetOfTable(workbook, styles, wording);
      DataCopy data = new DataCopy(filing, wording);
      cover(workbook, styles, writer, filing, edition);
      List<Sheet> sheets = new ArrayList<>();
      if (!filing.notes().isEmpty()) {
        sheets.addAll(sheets(data.notes(), writer));
      }
      data.tables().forEach(table -> sheets.addAll(sheets(table, writer)));
      DataTable contents = contents(sheets);
      sheets.addAll(0, sheets(contents, writer));
      for (Sheet sheet : sheets) {
        writer.write(
            sheet.name(), sheet.title(), sheet.table().columns(), sheet.rows(), sheet.extent());
      }
      describe(workbook, filing.heading());
      workbook.setActiveSheet(0);
      workbook.write(out);
    }
  }

  private List<Sheet> sheets(DataTable table, SheetOfTable writer) {
    Extent whole = writer.measure(table);
    String name = wording.say("sheet." + table.id());
    String title = wording.say("title." + table.id());
    long parts = Math.max(1, (whole.rows() + ROWS_A_SHEET - 1) / ROWS_A_SHEET);
    Iterator<List<Datum>> rows = table.rows().iterator();
    List<Sheet> sheets = new ArrayList<>();
    for (long part = 1; part <= parts; part++) {
      long left = whole.rows() - (part - 1) * ROWS_A_SHEET;
      Extent extent = new Extent(Math.min(left, ROWS_A_SHEET), whole.columns());
      String number = String.valueOf(part);
      sheets.add(
          new Sheet(
              part == 1 ? name : wording.say("sheet.more", name, number),
              parts == 1 ? title : wording.say("title.part", title, number, String.valueOf(parts)),
              table,
              rows,
              extent));
    }
    return sheets;
  }

  private DataTable contents(List<Sheet> sheets) {
    return DataCopy.table(
        "contents",
        TableColumns.columns(wording, "sheet", "title"),
        List.copyOf(sheets),
        sheet -> List.of(new Link(sheet.name(), "#" + sheet.name()), new Text(sheet.title())));
  }

  private void cover(
      SXSSFWorkbook workbook,
      CellStyles styles,
      SheetOfTable writer,
      Return filing,
      EditionMark edition) {
    SXSSFSheet sheet = workbook.createSheet(wording.say("sheet.cover"));
    SheetOfTable.setUp(sheet);
    sheet.setColumnWidth(0, COVER_WIDTH * 256);
    CoverLines lines = new CoverLines(sheet, writer);
    lines.add(filing.heading().title(), styles.title);
    lines.add(filing.heading().bodyName(), styles.heading);
    filing.heading().invented().ifPresent(sentence -> lines.add(sentence, styles.head));
    for (List<String> pair : Masthead.of(filing, edition, wording)) {
      lines.add(wording.say("cover.particular", pair.get(0), pair.get(1)), styles.text);
    }
    lines.add(wording.say("cover.reading"), styles.heading);
    lines.add(wording.say("summary.intro"), styles.text);
    lines.add(wording.say("cover.money"), styles.text);
    lines.add(wording.say("cover.notApplicable"), styles.text);
    lines.add(wording.say("cover.notAvailable"), styles.text);
    filing
        .rights()
        .forEach(
            right -> {
              lines.add(right.heading(), styles.heading);
              lines.add(right.text(), styles.text);
            });
  }

  /** The lines of the cover, one below the other. */
  private static final class CoverLines {
    private final SXSSFSheet sheet;
    private final SheetOfTable writer;
    private int next;

    CoverLines(SXSSFSheet sheet, SheetOfTable writer) {
      this.sheet = sheet;
      this.writer = writer;
    }

    void add(String text, CellStyle style) {
      Row row = sheet.createRow(next);
      writer.cell(row, 0, text, style);
      if (style.getWrapText()) {
        SheetOfTable.setHeight(row, SheetOfTable.lines(text, COVER_WIDTH));
      } else {
        row.setHeightInPoints(SheetOfTable.TITLE_LINE);
      }
      next++;
    }
  }

  /** The file's properties, with the as-known-at instant for both its dates. */
  private void describe(SXSSFWorkbook workbook, Return.Heading heading) throws IOException {
    POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
    PackagePropertiesPart core = properties.getCoreProperties().getUnderlyingProperties();
    Optional<Date> date = Optional.of(Date.from(heading.asKnownAt()));
    core.setCreatedProperty(date);
    core.setModifiedProperty(date);
    core.setTitleProperty(heading.title());
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
