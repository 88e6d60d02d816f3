package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/**
 * The rows of all sheets of a workbook of Excel 97 to 2003, streamed; only its shared texts are
 * held.
 *
 * <p>As in {@link XlsxRecords}, a stored row without content is blank, a row that is not stored
 * does not exist, and hidden sheets are read and noted.
 */
final class XlsRecords extends WorkbookRecords {

  private final POIFSFileSystem files;
  private final RecordFactoryInputStream records;
  private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final Deque<Found> ready = new ArrayDeque<>();
  private final TreeSet<Integer> stored = new TreeSet<>();
  private final Set<Integer> hiddenRows = new HashSet<>();
  private final List<List<MergedCells.Range>> mergedBySheet;
  private final List<String> cells = new ArrayList<>();
  private @Nullable SSTRecord texts;
  private List<BoundSheetRecord> inOrder = List.of();
  private int depth;
  private int sheetsSeen;
  private String sheet = "";
  private int row = -1;
  private boolean inSheet;
  private boolean ended;
  private int awaiting = -1; // column of a formula whose text comes in the next record

  /** Opens the workbook; the caller has seen that it is one. */
  XlsRecords(Path path, String file) throws IOException {
    super(file, "workbook (.xls)");
    try {
      files = new POIFSFileSystem(path.toFile(), true);
      String entry = HSSFWorkbook.getWorkbookDirEntryName(files.getRoot());
      mergedBySheet = XlsMergedCells.of(files, entry);
      records =
          new RecordFactoryInputStream(files.getRoot().createDocumentInputStream(entry), false);
    } catch (EncryptedDocumentException locked) {
      throw FileKind.password(file);
    } catch (RuntimeException fault) {
      throw damaged(fault);
    }
  }

  @Override
  public Optional<Found> next() throws IOException {
    try {
      while (ready.isEmpty() && !ended) {
        Record record = records.nextRecord();
        if (record == null) {
          endRow();
          ended = true;
        } else {
          take(record);
        }
      }
      return Optional.ofNullable(ready.poll());
    } catch (EncryptedDocumentException locked) {
      throw FileKind.password(file);
    } catch (RuntimeException fault) {
      throw damaged(fault);
    }
  }

  private void take(Record record) {
    formats.processRecordInternally(record);
    if (record instanceof BOFRecord begin) {
      depth++;
      if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
        startSheet(begin.getType() == BOFRecord.TYPE_WORKSHEET);
      }
    } else if (record instanceof EOFRecord) {
      depth--;
      if (depth == 0) {
        endSheet();
      }
    } else if (depth == 1) {
      if (inSheet) {
        takeOfSheet(record);
      } else {
        takeOfWorkbook(record);
      }
    }
  }

  private void takeOfWorkbook(Record record) {
    if (record instanceof BoundSheetRecord bound) {
      sheets.add(bound);
    } else if (record instanceof SSTRecord shared) {
      texts = shared;
    } else if (record instanceof DateWindow1904Record window && window.getWindowing() == 1) {
      countFrom1904();
    }
  }

  private void startSheet(boolean isWorksheet) {
    if (inOrder.isEmpty()) {
      inOrder = List.of(BoundSheetRecord.orderByBofPosition(sheets));
    }
    BoundSheetRecord bound = inOrder.get(sheetsSeen++);
    sheet = bound.getSheetname();
    row = -1;
    inSheet = isWorksheet;
    if (isWorksheet) {
      merged.startSheet(mergedBySheet.get(sheetsSeen - 1));
      hidden.startSheet(sheet, bound.isHidden() || bound.isVeryHidden());
      hiddenRows.clear();
    }
  }

  private void endSheet() {
    endRow();
    storedBefore(Integer.MAX_VALUE);
    inSheet = false;
  }

  private void takeOfSheet(Record record) {
    if (record instanceof RowRecord stores) {
      stored.add(stores.getRowNumber());
      if (stores.getZeroHeight()) {
        hiddenRows.add(stores.getRowNumber());
      }
    } else if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
      hidden.hideColumns(columns.getFirstColumn(), columns.getLastColumn());
    } else if (record instanceof StringRecord text && awaiting >= 0) {
      put(awaiting, text.getString());
      awaiting = -1;
    } else if (record instanceof CellValueRecordInterface cell) {
      startRow(cell.getRow());
      put(cell.getColumn(), text(cell));
    }
  }

  private void startRow(int number) {
    if (number != row) {
      endRow();
      storedBefore(number);
      stored.remove(number);
      row = number;
    }
  }

  /** Rows that are stored and have no cells. */
  private void storedBefore(int number) {
    while (!stored.isEmpty() && stored.first() < number) {
      int empty = stored.first();
      stored.remove(empty);
      if (empty > row) {
        ready.add(found(empty, List.of()));
      }
    }
  }

  private void endRow() {
    if (row >= 0 && !cells.isEmpty()) {
      ready.add(found(row, cells));
    }
    cells.clear();
    awaiting = -1;
  }

  private Found found(int number, List<String> values) {
    hidden.rows(hiddenRows.contains(number), values, 1);
    long at = number + 1L;
    List<String> all = merged.rows(at, at, values);
    return Found.of(new SourceLine(new SourceRef(file, sheet, at), all));
  }

  private void put(int column, String text) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  private String text(CellValueRecordInterface cell) {
    if (cell instanceof NumberRecord number) {
      return number(cell, number.getValue());
    }
    if (cell instanceof LabelSSTRecord label && texts != null) {
      return texts.getString(label.getSSTIndex()).getString();
    }
    if (cell instanceof LabelRecord label) {
      return label.getValue();
    }
    if (cell instanceof BoolErrRecord value) {
      return value.isBoolean() ? (value.getBooleanValue() ? "TRUE" : "FALSE") : "#N/A";
    }
    if (cell instanceof FormulaRecord formula) {
      if (formula.hasCachedResultString()) {
        awaiting = formula.getColumn();
        return "";
      }
      return formula.getCachedResultTypeEnum() == CellType.NUMERIC
          ? number(cell, formula.getValue())
          : "";
    }
    return ""; // a blank cell
  }

  private String number(CellValueRecordInterface cell, double value) {
    boolean isDate =
        DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell));
    return WorkbookText.number(value, isDate, from1904());
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
