package org.spendreturns.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/** The first sheet of a workbook as records; registers are small enough to be held whole. */
final class RegisterSheet {

  /** Below this a double differs from a sum of pence only by the way computers hold fractions. */
  private static final BigDecimal FLOAT_NOISE = new BigDecimal("0.000001");

  private RegisterSheet() {}

  static List<SourceLine> read(String file, byte[] bytes) throws IOException {
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Sheet sheet = workbook.getSheetAt(0);
      int columns = sheet.getRow(sheet.getFirstRowNum()) == null ? 0 : width(sheet);
      List<SourceLine> records = new ArrayList<>();
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(columns, row.getLastCellNum()); i++) {
          cells.add(text(row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
        }
        SourceRef at = new SourceRef(file, sheet.getSheetName(), row.getRowNum() + 1L);
        records.add(new SourceLine(at, cells));
      }
      return records;
    } catch (UnsupportedFileFormatException fault) {
      throw new FaultyInputException(
          file + ": the file is not an .xlsx workbook; save it as one from the spreadsheet");
    }
  }

  private static int width(Sheet sheet) {
    return sheet.getRow(sheet.getFirstRowNum()).getLastCellNum();
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
              : number(BigDecimal.valueOf(cell.getNumericCellValue()));
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      default -> "";
    };
  }

  /** Whole numbers without a point, sums with two digits of pence, anything else as it is. */
  private static String number(BigDecimal number) {
    BigDecimal pence = number.setScale(2, RoundingMode.HALF_UP);
    if (number.subtract(pence).abs().compareTo(FLOAT_NOISE) > 0) {
      return number.toPlainString();
    }
    boolean isWhole = pence.stripTrailingZeros().scale() <= 0;
    return (isWhole ? pence.setScale(0, RoundingMode.UNNECESSARY) : pence).toPlainString();
  }
}
