package org.spendreturns.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date as ledgers write it; the result is a date in {@code Europe/London}.
 *
 * <p>Understood: three numbers with {@code / . -} or spaces between, the year last and in two or
 * four digits (two mean 20..); a month by name in the middle ({@code 15-Mar-11}, {@code
 * 07/Oct/2013}, {@code 3rd April 2014}) or first ({@code April 3, 2014}); ISO {@code 2014-04-03};
 * {@code 20140403}; the first two also after a weekday ({@code Mon 07/10/2013}), on which they must
 * fall; each with a time after it, which is dropped unless it says a zone, in which the day may be
 * another than in London; and the serial day of a workbook, fractions dropped. A time alone is no
 * date. Days that do not exist, and years outside 1990 to 2099, are no dates of a ledger.
 */
final class DateText {

  private static final String TIME =
      "(?:[T ](?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.]\\d{2}(?:\\.\\d+)?)?(?<half> ?[AP]M)?"
          + "(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME, Pattern.CASE_INSENSITIVE);
  private static final String WEEKDAY =
      "(?:(?<weekday>MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]{0,6}[,.]? )?";
  private static final Pattern NUMBERS =
      Pattern.compile(
          WEEKDAY + "(?<first>\\d{1,2})([-/. ])(?<second>\\d{1,2})\\3(?<year>\\d{4}|\\d{2})" + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile(
          WEEKDAY
              + "(?<day>\\d{1,2})(?:ST|ND|RD|TH)?([-/. ]?)(?<month>[A-Z]{3,9})\\3,?(?<year>\\d{4}|\\d{2})"
              + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_FIRST =
      Pattern.compile(
          "([A-Z]{3,9})[ -](\\d{1,2})(?:ST|ND|RD|TH)?,? ?(\\d{4})" + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EIGHT_DIGITS =
      Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})"); // as day, month, year it is none
  private static final Pattern MONTH_ALONE =
      Pattern.compile(
          "(?<name>[A-Z]{3,9})[-/. ']*(?<year>\\d{4}|\\d{2})"
              + "|(?<yearFirst>\\d{4})[-/.](?<month>\\d{1,2})"
              + "|(?<monthFirst>\\d{1,2})[-/.](?<yearLast>\\d{4})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_ALONE = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  private static final Map<String, Month> MONTHS =
      Map.ofEntries(
          Map.entry("JAN", Month.JANUARY),
          Map.entry("FEB", Month.FEBRUARY),
          Map.entry("MAR", Month.MARCH),
          Map.entry("APR", Month.APRIL),
          Map.entry("MAY", Month.MAY),
          Map.entry("JUN", Month.JUNE),
          Map.entry("JUL", Month.JULY),
          Map.entry("AUG", Month.AUGUST),
          Map.entry("SEP", Month.SEPTEMBER),
          Map.entry("OCT", Month.OCTOBER),
          Map.entry("NOV", Month.NOVEMBER),
          Map.entry("DEC", Month.DECEMBER));

  private DateText() {}

  /**
   * The date, or empty if the text is none.
   *
   * @param from1904 whether serial days count from 1904, as workbooks made on old Macs do
   */
  static Optional<LocalDate> read(String cell, DateOrder order, boolean from1904) {
    Optional<LocalDate> usual = usual(cell, order);
    if (usual.isPresent()) {
      return usual;
    }
    String text = CellText.plain(cell);
    if (text.length() < 5 || text.length() > 40) {
      return Optional.empty();
    }
    try {
      return parse(text, order, from1904)
          .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /**
   * The date if it is written {@code 03/04/2014} and no day of it is in doubt; empty for all
   * others, which take longer to read.
   */
  private static Optional<LocalDate> usual(String text, DateOrder order) {
    if (text.length() != 10 || text.charAt(2) != '/' || text.charAt(5) != '/') {
      return Optional.empty();
    }
    int first = digits(text, 0, 2);
    int second = digits(text, 3, 5);
    int year = digits(text, 6, 10);
    int day = order == DateOrder.DAY_FIRST ? first : second;
    int month = order == DateOrder.DAY_FIRST ? second : first;
    boolean plain = day >= 1 && day <= 28 && month >= 1 && month <= 12;
    return plain && year >= FIRST_YEAR && year <= LAST_YEAR
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }

  /** The number that the digits write, or -1 if they are not all digits. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }

  private static Optional<LocalDate> parse(String text, DateOrder order, boolean from1904) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      int first = number(numbers.group("first"));
      int second = number(numbers.group("second"));
      int year = year(numbers.group("year"));
      LocalDate date =
          order == DateOrder.DAY_FIRST
              ? LocalDate.of(year, second, first)
              : LocalDate.of(year, first, second);
      return Optional.of(inLondon(onItsWeekday(date, numbers), numbers));
    }
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return monthCalled(named.group("month"))
          .map(month -> LocalDate.of(year(named.group("year")), month, number(named.group("day"))))
          .map(date -> inLondon(onItsWeekday(date, named), named));
    }
    Matcher first = NAME_FIRST.matcher(text);
    if (first.matches()) {
      return monthCalled(first.group(1))
          .map(month -> LocalDate.of(year(first.group(3)), month, number(first.group(2))))
          .map(date -> inLondon(date, first));
    }
    return sure(text, from1904);
  }

  /** The date, if it falls on the weekday that is written with it, or none is. */
  private static LocalDate onItsWeekday(LocalDate date, Matcher written) {
    String weekday = written.group("weekday");
    if (weekday != null
        && !date.getDayOfWeek().name().startsWith(weekday.toUpperCase(Locale.ROOT))) {
      throw new DateTimeException("not a " + weekday);
    }
    return date;
  }

  /** A date that is one in either order: {@code 2014-04-03}, {@code 20140403}, or a serial day. */
  private static Optional<LocalDate> sure(String text, boolean from1904) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      LocalDate date = LocalDate.of(year(iso.group(1)), number(iso.group(3)), number(iso.group(4)));
      return Optional.of(inLondon(date, iso));
    }
    Matcher digits = EIGHT_DIGITS.matcher(text);
    if (digits.matches()) {
      return Optional.of(
          LocalDate.of(number(digits.group(1)), number(digits.group(2)), number(digits.group(3))));
    }
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      LocalDate dayZero = from1904 ? DAY_0_OF_1904 : DAY_0_OF_1900;
      return Optional.of(dayZero.plus(number(serial.group(1)), ChronoUnit.DAYS));
    }
    return Optional.empty();
  }

  /** The day in London at a time of a day elsewhere; the same day if no zone is said. */
  private static LocalDate inLondon(LocalDate date, Matcher written) {
    String zone = written.group("zone");
    if (zone == null) {
      return date;
    }
    int hour = number(written.group("hour"));
    String half = written.group("half");
    if (half != null) {
      hour = hour % 12 + (half.strip().toUpperCase(Locale.ROOT).equals("PM") ? 12 : 0);
    }
    LocalTime time = LocalTime.of(hour, number(written.group("minute")));
    return date.atTime(time)
        .atOffset(ZoneOffset.of(zone.toUpperCase(Locale.ROOT)))
        .atZoneSameInstant(LONDON)
        .toLocalDate();
  }

  /**
   * A date that a spreadsheet or a database wrote, in which day and month have their places; empty
   * for every other text, a date that a person wrote included.
   */
  static Optional<LocalDate> real(String cell, boolean from1904) {
    try {
      return sure(CellText.plain(cell), from1904)
          .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The month that a text names without a day, like {@code Apr-14}; empty for all others. */
  static Optional<YearMonth> month(String cell) {
    Matcher alone = MONTH_ALONE.matcher(CellText.plain(cell));
    if (!alone.matches()) {
      return Optional.empty();
    }
    if (alone.group("name") != null) {
      return month(alone.group("name"), year(alone.group("year")));
    }
    boolean yearFirst = alone.group("yearFirst") != null;
    int month = number(alone.group(yearFirst ? "month" : "monthFirst"));
    int year = number(alone.group(yearFirst ? "yearFirst" : "yearLast"));
    return month >= 1 && month <= 12 && year >= FIRST_YEAR && year <= LAST_YEAR
        ? Optional.of(YearMonth.of(year, month))
        : Optional.empty();
  }

  private static Optional<YearMonth> month(String name, int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR
        ? monthCalled(name).map(month -> YearMonth.of(year, month))
        : Optional.empty();
  }

  /** Whether the text is a time of a day that it does not name. */
  static boolean isTimeAlone(String cell) {
    return TIME_ALONE.matcher(CellText.plain(cell)).matches();
  }

  /**
   * The first two numbers of a date that needs to be told whether day or month comes first; empty
   * for every other text.
   */
  static Optional<int[]> undecided(String cell) {
    Matcher numbers = NUMBERS.matcher(CellText.plain(cell));
    return numbers.matches()
        ? Optional.of(
            new int[] {
              number(numbers.group("first")),
              number(numbers.group("second")),
              year(numbers.group("year"))
            })
        : Optional.empty();
  }

  private static Optional<Month> monthCalled(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(MONTHS.get(upper.substring(0, 3)))
        .filter(month -> month.name().startsWith(upper) || upper.equals("SEPT"));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int year(String digits) {
    return digits.length() == 2 ? 2000 + number(digits) : number(digits);
  }
}
