package org.spendreturns.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.spendreturns.intake.MergedCells.Range;

/**
 * What the sheets of a workbook of Excel 97 to 2003 say is merged. It stands after the rows of
 * each, so the workbook is passed through once before it is read.
 */
final class XlsMergedCells {

  private XlsMergedCells() {}

  /** By sheet, in the order in which they stand in the file. */
  static List<List<Range>> of(POIFSFileSystem files, String entry) throws IOException {
    List<List<Range>> sheets = new ArrayList<>();
    RecordFactoryInputStream records =
        new RecordFactoryInputStream(files.getRoot().createDocumentInputStream(entry), false);
    int depth = 0;
    for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
      if (record instanceof BOFRecord begin) {
        depth++;
        if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
          sheets.add(new ArrayList<>());
        }
      } else if (record instanceof EOFRecord) {
        depth--;
      } else if (depth == 1 && record instanceof MergeCellsRecord merged && !sheets.isEmpty()) {
        for (int area = 0; area < merged.getNumAreas(); area++) {
          CellRangeAddress cells = merged.getAreaAt(area);
          sheets
              .get(sheets.size() - 1)
              .add(
                  new Range(
                      cells.getFirstColumn(), cells.getFirstRow() + 1L, cells.getLastRow() + 1L));
        }
      }
    }
    return sheets;
  }
}
