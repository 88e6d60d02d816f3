package org.spendreturns.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.money.Money;

/** Whether a record looks like a line of a ledger, where no layout says what its cells hold. */
final class LineLook {

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int CELLS_AT_LEAST = 3;
  private static final int SERIAL_DAY = 5; // digits of a date that a workbook shows as a number
  private static final Money WORTH_A_LINE =
      Money.parse("100"); // whole; versions and pages are less

  private LineLook() {}

  /**
   * Whether it has a date, a sum and a text, each in a cell of its own.
   *
   * @param orWhole whether a sum may be one without pence
   */
  static boolean isLine(List<String> cells, boolean orWhole) {
    boolean date = false;
    boolean serial = false;
    boolean pence = false;
    boolean whole = false;
    boolean text = false;
    for (String cell : cells) {
      String plain = CellText.plain(cell);
      Optional<Money> sum = AmountText.read(plain);
      if (LayoutByContent.isDate(plain)) {
        date = true;
      } else if (sum.isPresent()) {
        boolean isSerial =
            plain.length() == SERIAL_DAY
                && DateText.read(plain, DateOrder.DAY_FIRST, false).isPresent();
        serial |= isSerial;
        pence |= plain.contains(".");
        whole |=
            sum.get().isAtLeast(WORTH_A_LINE)
                || Money.ZERO.minus(WORTH_A_LINE).isAtLeast(sum.get());
      } else {
        text |= plain.length() > 2;
      }
    }
    return text && (date ? pence || (whole && orWhole) : serial && pence);
  }

  /** Whether it has a date, a sum and a supplier where a layout has them. */
  static boolean isLine(SourceLine line, Layout layout) {
    String date = layout.text(line, ColumnRole.DATE);
    return !layout.text(line, ColumnRole.SUPPLIER).isEmpty()
        && LineAmount.of(line, layout).money().isPresent()
        && (DateText.read(date, DateOrder.DAY_FIRST, false).isPresent()
            || DateText.read(date, DateOrder.MONTH_FIRST, false).isPresent());
  }

  /** Whether the text of a cell is a whole line, with delimiters of some kind in it. */
  static boolean isLine(String text) {
    return DELIMITERS.stream().anyMatch(delimiter -> isLine(text, delimiter));
  }

  /** Whether a text has a date and a sum, each between delimiters, and more. */
  static boolean isLine(String text, char delimiter) {
    if (text.indexOf(delimiter) < 0) {
      return false;
    }
    List<String> pieces =
        Arrays.stream(text.split(Pattern.quote(String.valueOf(delimiter))))
            .map(piece -> CellText.plain(piece.replace("\"", "")))
            .toList();
    return pieces.size() >= CELLS_AT_LEAST
        && pieces.stream().anyMatch(LayoutByContent::isDate)
        && pieces.stream()
            .anyMatch(
                piece -> !LayoutByContent.isDate(piece) && AmountText.read(piece).isPresent());
  }
}
