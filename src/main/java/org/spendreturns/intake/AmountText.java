package org.spendreturns.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.money.Money;

/**
 * Reads a sum as ledgers write it.
 *
 * <p>Understood: {@code 1250}, {@code £1,250.00}, {@code £ 3,040.14}, {@code 4145.4}, {@code .50},
 * {@code (132.70)}, {@code -£5.00}, {@code £-5.00}, {@code 688.83-}, {@code 12.50CR} (a credit) and
 * {@code 12.50 DR}, {@code +12.50}, {@code 12.50 GBP}, and {@code -}, which accounting formats
 * print for nil; for {@code -} also the minus sign and the dash of a typesetter. A comma stands
 * only between groups of three digits.
 *
 * <p>A workbook computes in binary fractions, so a sum of pence may stand as {@code
 * 515.82000000000005}: digits past the penny are dropped when they are within a millionth of a
 * pound of it. {@code 22.955} is half a penny off, and no amount.
 */
final class AmountText {

  private static final Pattern CURRENCY = Pattern.compile("^([(-]{0,2}) ?(?:Â?£|GBP) ?");
  private static final Pattern CURRENCY_AFTER =
      Pattern.compile("(?<=[\\d.)-]) ?(?:£|GBP)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLUS = Pattern.compile("^\\+ ?(?=[\\d.£])");
  private static final Pattern LONG_DASH = Pattern.compile("[\u2212\u2013]");
  private static final Pattern SPACE_AT_A_SIGN =
      Pattern.compile("(?<=[(-]) | (?=[)-])| (?=[CD]R$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<before>[(-]?)"
              + "(?<digits>\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d*)"
              + "(?<fraction>(?:\\.\\d*)?)"
              + "(?<after>[)-]?)"
              + "(?<side>CR|DR|)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUPS = Pattern.compile("[, ]");

  private static final BigDecimal NOISE = new BigDecimal("0.000001");
  private static final int DIGITS_AT_MOST = 15; // a thousand million million pounds fits a long
  private static final int FRACTION_AT_MOST = 40;

  private AmountText() {}

  /** The sum, or empty if the text is none. */
  static Optional<Money> read(String cell) {
    Optional<Money> plain = plainSum(cell);
    if (plain.isPresent()) {
      return plain;
    }
    String text = LONG_DASH.matcher(CellText.plain(cell)).replaceAll("-");
    text = PLUS.matcher(text).replaceFirst("");
    String number = CURRENCY.matcher(text).replaceFirst("$1");
    text = number.equals(text) ? CURRENCY_AFTER.matcher(text).replaceFirst("") : number;
    text = SPACE_AT_A_SIGN.matcher(text).replaceAll("");
    if (text.equals("-")) {
      return Optional.of(Money.ZERO);
    }
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    String digits = GROUPS.matcher(shape.group("digits")).replaceAll("");
    String fraction = shape.group("fraction");
    boolean none = digits.isEmpty() && fraction.length() < 2;
    if (none || digits.length() > DIGITS_AT_MOST || fraction.length() > FRACTION_AT_MOST) {
      return Optional.empty();
    }
    BigDecimal pounds = new BigDecimal("0" + digits + (fraction.length() < 2 ? "" : fraction));
    return isNegative(shape)
        .flatMap(negative -> pence(pounds).map(sum -> negative ? sum.negated() : sum));
  }

  /**
   * The sum if it is written in one of the usual ways, {@code -1234}, {@code 1234.5} or {@code
   * 1,234.56}; empty for all others, which take longer to read.
   */
  private static Optional<Money> plainSum(String text) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    boolean negative = at == 1;
    int dot = text.indexOf('.');
    int end = dot < 0 ? length : dot;
    int fraction = dot < 0 ? 0 : length - dot - 1;
    if (end == at || end - at > DIGITS_AT_MOST || fraction > 2 || (dot >= 0 && fraction == 0)) {
      return Optional.empty();
    }
    boolean grouped = text.indexOf(',') >= 0;
    long pence = 0;
    for (; at < end; at++) {
      boolean commaIsDue = grouped && (end - at) % 4 == 0;
      char c = text.charAt(at);
      if (commaIsDue ? c != ',' || at == (negative ? 1 : 0) : c < '0' || c > '9') {
        return Optional.empty();
      }
      pence = commaIsDue ? pence : 10 * pence + (c - '0');
    }
    for (int i = 0; i < 2; i++) {
      char c = i < fraction ? text.charAt(dot + 1 + i) : '0';
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      pence = 10 * pence + (c - '0');
    }
    return Optional.of(new Money(negative ? -pence : pence));
  }

  /** Whether the signs say so; empty if they contradict each other. */
  private static Optional<Boolean> isNegative(Matcher shape) {
    String signs = shape.group("before") + shape.group("after");
    String side = shape.group("side").toUpperCase(Locale.ROOT);
    return switch (signs + side) {
      case "", "DR" -> Optional.of(false);
      case "-", "()", "CR" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Optional<Money> pence(BigDecimal pounds) {
    BigDecimal nearest = pounds.setScale(2, RoundingMode.HALF_EVEN);
    if (nearest.subtract(pounds).abs().compareTo(NOISE) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Money(nearest.movePointRight(2).longValueExact()));
  }
}
