package org.spendreturns.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** The cells of workbooks as the text that {@link org.spendreturns.ledger.SourceLine} promises. */
final class WorkbookText {

  private static final int COLUMNS_AT_MOST = 16_384; // what Office Open XML allows

  /** Stands for the value of a formula that no program has computed; nobody knows it. */
  static final String NOT_COMPUTED = "formula without a value";

  /** What spreadsheet programs show for a value that they could not find or compute. */
  private static final Pattern ERROR =
      Pattern.compile("#(?:N/A|REF!|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|Err:\\d{3}");

  private static final Pattern MIDNIGHT = Pattern.compile("T00:00:00(?:\\.0+)?$");

  private WorkbookText() {}

  /** Whether a text only says that there is no value. */
  static boolean hasNoValue(String text) {
    return text.equals(NOT_COMPUTED)
        || ((text.startsWith("#") || text.startsWith("Err")) && ERROR.matcher(text).matches());
  }

  /** The column of {@code AB12}, from 0. */
  static int column(String cell) {
    int column = 0;
    for (int i = 0; i < cell.length() && Character.isLetter(cell.charAt(i)); i++) {
      column = 26 * column + (Character.toUpperCase(cell.charAt(i)) - 'A' + 1);
      if (column > COLUMNS_AT_MOST) {
        throw new IllegalArgumentException("column of '%s' is beyond XFD".formatted(cell));
      }
    }
    return Math.max(column - 1, 0);
  }

  /**
   * A number: its shortest exact decimal, so that the noise of binary fractions is gone; a date as
   * {@code yyyy-MM-dd}, with {@code T} and a time unless it is midnight.
   */
  static String number(double value, boolean isDate, boolean from1904) {
    if (isDate && DateUtil.isValidExcelDate(value)) {
      return dateTime(DateUtil.getLocalDateTime(value, from1904, true));
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    return (exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
  }

  /** {@code yyyy-MM-dd}, with {@code T} and a time unless it is midnight. */
  static String dateTime(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /** A date and time as XML writes it, without the time if it is midnight. */
  static String withoutMidnight(String dateTime) {
    return MIDNIGHT.matcher(dateTime).replaceFirst("");
  }

  /** What a person should know of formulas without a value, if there are any. */
  static Optional<String> noteOfFormulas(long notComputed) {
    return notComputed == 0
        ? Optional.empty()
        : Optional.of(
            "formulas whose value was never computed: %,d; open the workbook in a spreadsheet program, save it, and export that"
                .formatted(notComputed));
  }

  /** A workbook that breaks the rules of its own format. */
  static SetAsideException damaged(String file, String what, Exception fault) {
    if (fault instanceof SetAsideException already) {
      return already;
    }
    String says = fault.getMessage() == null ? "" : fault.getMessage();
    if (says.contains("Zip bomb")) {
      return new SetAsideException(
          SetAsideException.Kind.TOO_LARGE,
          "%s: packed more tightly than a ledger can be, as a zip bomb is; expected a %s as exported"
              .formatted(file, what));
    }
    return new SetAsideException(
        SetAsideException.Kind.CORRUPT,
        "%s: a damaged %s; expected one that opens in a spreadsheet program; export it anew"
            .formatted(file, what));
  }
}
