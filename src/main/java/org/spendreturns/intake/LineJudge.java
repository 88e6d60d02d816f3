package org.spendreturns.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Outcome.Furniture;
import org.spendreturns.ledger.Outcome.Furniture.Kind;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;

/** Says of a record that stands where lines are what became of it. One judge a file, in order. */
final class LineJudge {

  /** A label that makes a record a total; "Total Gas & Power" is a supplier, and has a date. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:(?:grand|sub|overall|report|page|monthly|final|net|gross|sum)[ -]?)*totals?"
              + "(?: (?:for|of|spend|spent|amount|expenditure|payments?|value|paid|net|gross|invoices?)\\b.*)?\\s*:?",
          Pattern.CASE_INSENSITIVE);

  private static final int FOUND_SHOWN_AT_MOST = 40;

  private final DateOrder order;
  private final LaterDates dates;
  private Money sum = Money.ZERO;
  private Money sumOfSection = Money.ZERO;
  private int narrowest = Integer.MAX_VALUE;
  private boolean namesMayGoOn;
  private String lastDate = "";
  private Optional<LocalDate> lastDay = Optional.empty();
  private final List<PrintedTotal> printed = new ArrayList<>();

  LineJudge(Dating dating) {
    this.order = dating.order();
    this.dates = new LaterDates(dating);
  }

  /** A record of names, or another sheet: what is summed for the next total begins anew. */
  void startSection(boolean withNames) {
    sumOfSection = Money.ZERO;
    namesMayGoOn = withNames;
  }

  /** Accepted lines stand here that need no judge: how many, their sum, the cells they have. */
  void pass(long lines, Money amount, int narrowestCells) {
    namesMayGoOn &= lines == 0;
    dates.pass(lines);
    sum = sum.plus(amount);
    sumOfSection = sumOfSection.plus(amount);
    narrowest = Math.min(narrowest, narrowestCells);
  }

  /** What became of the record. */
  Outcome judge(Found found, Layout layout, boolean from1904) {
    SourceLine line = found.line();
    SourceRef at = line.at();
    if (found.fault().isPresent()) {
      return rejected(
          at, found.fault().get().reason(), found.fault().get().message(), line, layout);
    }
    int filled = filled(line);
    if (filled == 0) {
      return new Outcome.Blank(at);
    }
    String date = layout.text(line, ColumnRole.DATE);
    LineAmount amount = LineAmount.of(line, layout);
    boolean first = namesMayGoOn;
    namesMayGoOn = false;
    if (first && isSecondRowOfNames(line, layout, date + amount.text())) {
      return new Furniture(at, Kind.HEADER);
    }
    Optional<Money> total = total(line, date, amount.money(), filled);
    if (total.isPresent()) {
      printed.add(new PrintedTotal(at, total.get(), sumOfSection, sum));
      startSection(false);
      return new Furniture(at, Kind.TOTAL);
    }
    if (isDebris(found, layout, date, amount.money(), filled)) {
      return new Furniture(at, Kind.PREAMBLE);
    }
    Optional<Outcome> short_ = tooShort(found, layout);
    if (short_.isPresent()) {
      return short_.get();
    }
    narrowest = Math.min(narrowest, line.cells().size());
    return understood(line, layout, date, amount, from1904);
  }

  /** What the dates so far say of their order. */
  LaterDates dates() {
    return dates;
  }

  /** The totals that the file prints, so far. */
  List<PrintedTotal> printedTotals() {
    return List.copyOf(printed);
  }

  private Outcome understood(
      SourceLine line, Layout layout, String date, LineAmount amount, boolean from1904) {
    Optional<Money> money = amount.money();
    Optional<LocalDate> day = day(date, from1904);
    dates.see(date, day.isPresent());
    Particulars particulars = particulars(line, layout);
    if (day.isEmpty() || money.isEmpty() || particulars.supplier().isEmpty()) {
      Fault fault = fault(layout, date, day.isPresent(), amount);
      return new Outcome.Rejected(
          line.at(), fault.reason(), line.at() + ": " + fault.message(), particulars);
    }
    sum = sum.plus(money.get());
    sumOfSection = sumOfSection.plus(money.get());
    String transaction = layout.text(line, ColumnRole.TRANSACTION);
    return new Outcome.Accepted(
        new LedgerLine(line.at(), day.get(), money.get(), transaction, particulars));
  }

  /** The date; a ledger is mostly in the order of its dates, so the last one is kept at hand. */
  private Optional<LocalDate> day(String date, boolean from1904) {
    if (!date.equals(lastDate)) {
      lastDay = DateText.read(date, order, from1904);
      lastDate = date;
    }
    return lastDay;
  }

  /** The first fault of a line that has one: of its date, its amount, or else its supplier. */
  private Fault fault(Layout layout, String date, boolean dated, LineAmount amount) {
    if (date.isEmpty()) {
      return new Fault(RejectReason.NO_DATE, empty(layout, ColumnRole.DATE, "a date"));
    }
    if (!dated) {
      String written = order == DateOrder.DAY_FIRST ? "31/03/2014" : "03/31/2014";
      if (DateText.isMonthAlone(date)) {
        return new Fault(
            RejectReason.BAD_DATE,
            "column %s: '%s' is a month without a day, where a date written like %s is expected"
                .formatted(layout.title(ColumnRole.DATE), shown(date), written));
      }
      return new Fault(
          RejectReason.BAD_DATE,
          "column %s: '%s' is not a date from 1990 to 2099 written like %s"
              .formatted(layout.title(ColumnRole.DATE), shown(date), written));
    }
    if (amount.fault().isPresent()) {
      return amount.fault().get();
    }
    if (amount.money().isEmpty() && amount.text().isEmpty()) {
      return new Fault(RejectReason.NO_AMOUNT, empty(layout, ColumnRole.AMOUNT, "an amount"));
    }
    if (amount.money().isEmpty()) {
      return new Fault(
          RejectReason.BAD_AMOUNT,
          "column %s: '%s' is not a sum of pounds and pence written like 1,250.00"
              .formatted(layout.title(ColumnRole.AMOUNT), shown(amount.text())));
    }
    return new Fault(RejectReason.NO_SUPPLIER, empty(layout, ColumnRole.SUPPLIER, "a supplier"));
  }

  private static String empty(Layout layout, ColumnRole role, String expected) {
    return "column %s: empty, where %s is expected".formatted(layout.title(role), expected);
  }

  /**
   * Names under names, such as "From" and "To" under "Period": words, and none where a line has.
   */
  private static boolean isSecondRowOfNames(SourceLine line, Layout layout, String dateAndAmount) {
    return dateAndAmount.isEmpty()
        && layout.text(line, ColumnRole.SUPPLIER).isEmpty()
        && filled(line) > 1
        && line.cells().stream().allMatch(cell -> cell.chars().noneMatch(Character::isDigit));
  }

  /**
   * A printed total: a sum with a label such as "Grand Total" and no date, or a sum alone that is
   * the sum of the lines above. Its sum may stand in another column than the lines' sums.
   */
  private Optional<Money> total(SourceLine line, String date, Optional<Money> money, int filled) {
    boolean dated = !date.isEmpty() && !TOTAL.matcher(date).matches();
    if (dated || filled > 4) {
      return Optional.empty();
    }
    if (filled == 1) {
      return money.filter(alone -> alone.equals(sum) || alone.equals(sumOfSection));
    }
    boolean labelled =
        line.cells().stream().anyMatch(cell -> TOTAL.matcher(CellText.plain(cell)).matches());
    return labelled
        ? money.or(
            () -> line.cells().stream().map(AmountText::read).flatMap(Optional::stream).findFirst())
        : Optional.empty();
  }

  /** Text that no line could have been: one or two cells, none of them a date, sum or supplier. */
  private static boolean isDebris(
      Found found, Layout layout, String date, Optional<Money> money, int filled) {
    if (found.cutOff() || filled > 2 || money.isPresent()) {
      return false;
    }
    boolean nameless = layout.text(found.line(), ColumnRole.SUPPLIER).isEmpty();
    boolean undated = DateText.read(date, DateOrder.DAY_FIRST, false).isEmpty();
    return undated && (filled == 1 || (nameless && date.isEmpty()));
  }

  private Optional<Outcome> tooShort(Found found, Layout layout) {
    SourceLine line = found.line();
    int cells = line.cells().size();
    int needed = 0;
    for (ColumnRole role : ColumnRole.values()) {
      needed = role.isRequired() ? Math.max(needed, layout.column(role) + 1) : needed;
    }
    boolean text = line.at().sheet().isEmpty();
    boolean cut = found.cutOff() && cells < layout.width() && cells < narrowest;
    if (!text || (cells >= needed && !cut)) {
      return Optional.empty();
    }
    String message =
        "%d cells, where the lines have %d; the line is cut off or of another layout"
            .formatted(cells, layout.width());
    return Optional.of(rejected(line.at(), RejectReason.TOO_FEW_CELLS, message, line, layout));
  }

  private static int filled(SourceLine line) {
    int filled = 0;
    for (String cell : line.cells()) {
      filled += CellText.isBlank(cell) ? 0 : 1;
    }
    return filled;
  }

  private static String shown(String found) {
    return found.length() <= FOUND_SHOWN_AT_MOST
        ? found
        : found.substring(0, FOUND_SHOWN_AT_MOST) + "…";
  }

  private static Outcome rejected(
      SourceRef at, RejectReason reason, String message, SourceLine line, Layout layout) {
    return new Outcome.Rejected(at, reason, at + ": " + message, particulars(line, layout));
  }

  private static Particulars particulars(SourceLine line, Layout layout) {
    return new Particulars(
        layout.text(line, ColumnRole.SUPPLIER),
        layout.text(line, ColumnRole.SUPPLIER_ID),
        layout.text(line, ColumnRole.REGISTRATION),
        layout.text(line, ColumnRole.DESCRIPTION),
        layout.text(line, ColumnRole.COST_CENTRE),
        layout.text(line, ColumnRole.EXPENSE_TYPE),
        layout.text(line, ColumnRole.HEADING),
        layout.text(line, ColumnRole.CONTRACT));
  }

  /** The records of an export that no layout covers: blank, or preamble. */
  static Outcome outside(Found found) {
    SourceRef at = found.line().at();
    if (found.fault().isPresent()) {
      return new Outcome.Rejected(
          at,
          found.fault().get().reason(),
          at + ": " + found.fault().get().message(),
          Particulars.of("", ""));
    }
    boolean blank = found.line().cells().stream().allMatch(CellText::isBlank);
    return blank ? new Outcome.Blank(at) : new Furniture(at, Kind.PREAMBLE);
  }
}
