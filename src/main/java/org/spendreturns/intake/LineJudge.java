package org.spendreturns.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.ControlTotals.Tally;
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

  private static final int FOUND_SHOWN_AT_MOST = 40;

  private final DateOrder order;
  private final LaterDates dates;
  private final TotalRows totals = new TotalRows();
  private Tally nameless = new Tally(0, Money.ZERO);
  private int narrowest = Integer.MAX_VALUE;
  private boolean namesMayGoOn;
  private String lastDate = "";
  private Optional<LocalDate> lastDay = Optional.empty();

  LineJudge(Dating dating) {
    this.order = dating.order();
    this.dates = new LaterDates(dating);
  }

  /** A record of names, or another sheet: what is summed for the next total begins anew. */
  void startSection(boolean withNames) {
    totals.startSection();
    namesMayGoOn = withNames;
  }

  /** Accepted lines stand here that need no judge: how many, their sum, the cells they have. */
  void pass(long lines, Money amount, int narrowestCells) {
    namesMayGoOn &= lines == 0;
    dates.pass(lines);
    totals.pass(lines, amount);
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
    Optional<LocalDate> day = day(date, from1904);
    if (totals.takes(line, layout, day.isPresent(), amount.money())) {
      return new Furniture(at, Kind.TOTAL);
    }
    if (isDebris(found, layout, date, amount.money(), filled)) {
      return new Furniture(at, Kind.PREAMBLE);
    }
    Optional<Outcome> misshapen = tooShort(found, layout).or(() -> tooLong(line, layout));
    if (misshapen.isPresent()) {
      return misshapen.get();
    }
    narrowest = Math.min(narrowest, line.cells().size());
    dates.see(date, day.isPresent());
    return understood(line, layout, day, amount);
  }

  /** What the dates so far say of their order. */
  LaterDates dates() {
    return dates;
  }

  /** The totals that the file prints, so far. */
  List<PrintedTotal> printedTotals() {
    return totals.printed();
  }

  /** Rejected lines that have a date and a sum, and only no supplier: what is in no total. */
  Tally withoutSupplier() {
    return nameless;
  }

  private Outcome understood(
      SourceLine line, Layout layout, Optional<LocalDate> day, LineAmount amount) {
    Optional<Money> money = amount.money();
    Particulars particulars = particulars(line, layout);
    boolean isPayee =
        !particulars.supplier().isEmpty()
            && !particulars.supplier().equals(WorkbookText.NOT_COMPUTED)
            && !isTotalOfOthers(line, layout);
    if (day.isEmpty() || money.isEmpty() || !isPayee) {
      Fault fault = fault(line, layout, day.isPresent(), amount);
      if (day.isPresent() && particulars.supplier().isEmpty()) {
        money.ifPresent(sum -> nameless = nameless.plus(new Tally(1, sum)));
      }
      return new Outcome.Rejected(
          line.at(), fault.reason(), line.at() + ": " + fault.message(), particulars);
    }
    totals.pass(1, money.get());
    String transaction = layout.text(line, ColumnRole.TRANSACTION);
    return new Outcome.Accepted(
        new LedgerLine(line.at(), day.get(), money.get(), transaction, particulars));
  }

  /** A dated label and a sum, and nothing that a payment would say besides. */
  private static boolean isTotalOfOthers(SourceLine line, Layout layout) {
    return TotalRows.isLabel(layout.text(line, ColumnRole.SUPPLIER))
        && !TotalRows.saysMore(line, layout);
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
  private Fault fault(SourceLine line, Layout layout, boolean dated, LineAmount amount) {
    String date = layout.text(line, ColumnRole.DATE);
    String supplier = layout.text(line, ColumnRole.SUPPLIER);
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
    if (supplier.isEmpty()) {
      return new Fault(RejectReason.NO_SUPPLIER, empty(layout, ColumnRole.SUPPLIER, "a supplier"));
    }
    if (supplier.equals(WorkbookText.NOT_COMPUTED)) {
      return new Fault(
          RejectReason.NO_SUPPLIER,
          "column %s: a formula without a value, where a supplier is expected"
              .formatted(layout.title(ColumnRole.SUPPLIER)));
    }
    return new Fault(
        RejectReason.NO_SUPPLIER,
        "column %s: '%s' is the label of a total, and no lines above come to it; expected a supplier"
            .formatted(layout.title(ColumnRole.SUPPLIER), shown(supplier)));
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

  /** Text that no line could have been: one or two cells, none of them a date, sum or supplier. */
  private static boolean isDebris(
      Found found, Layout layout, String date, Optional<Money> money, int filled) {
    if (found.cutOff() || filled > 2 || money.isPresent()) {
      return false;
    }
    boolean nameless = layout.text(found.line(), ColumnRole.SUPPLIER).isEmpty();
    boolean undated = DateText.read(date, DateOrder.DAY_FIRST, false).isEmpty();
    return undated
        && (filled == 1 || (nameless && date.isEmpty()))
        && found.line().cells().stream().noneMatch(LineLook::isLine);
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
        line.cells().stream().anyMatch(LineLook::isLine)
            ? "a whole line in one cell, between quotes or with delimiters of another kind;"
                + " write it as the other lines are"
            : "%d cells, where the lines have %d; the line is cut off or of another layout"
                .formatted(cells, layout.width());
    return Optional.of(rejected(line.at(), RejectReason.TOO_FEW_CELLS, message, line, layout));
  }

  /** A text with a comma that is not in quotes, so that its amount may stand one cell on. */
  private static Optional<Outcome> tooLong(SourceLine line, Layout layout) {
    List<String> cells = line.cells();
    if (!line.at().sheet().isEmpty() || !layout.mayBeShifted(cells.size(), cells::get)) {
      return Optional.empty();
    }
    int amount = layout.column(ColumnRole.AMOUNT);
    String message =
        "%d cells, where the lines have %d, and the amount may be '%s' or stand in a cell after it; put what holds a delimiter in quotes"
            .formatted(
                cells.size(), layout.cellsOfLines(), shown(CellText.trimmed(cells.get(amount))));
    return Optional.of(rejected(line.at(), RejectReason.TOO_MANY_CELLS, message, line, layout));
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

  /**
   * The records of an export that no layout covers: blank, or preamble, or what looks like a line.
   *
   * @param toCome the layout of the lines below, if they have one
   */
  static Outcome outside(Found found, Optional<Layout> toCome) {
    SourceLine line = found.line();
    SourceRef at = line.at();
    Particulars particulars =
        toCome.map(layout -> particulars(line, layout)).orElse(Particulars.of("", ""));
    if (found.fault().isPresent()) {
      Fault fault = found.fault().get();
      return new Outcome.Rejected(at, fault.reason(), at + ": " + fault.message(), particulars);
    }
    if (line.cells().stream().allMatch(CellText::isBlank)) {
      return new Outcome.Blank(at);
    }
    boolean isLine =
        toCome.filter(layout -> LineLook.isLine(line, layout)).isPresent()
            || LineLook.isLine(line.cells(), toCome.isEmpty())
            || line.cells().stream().anyMatch(LineLook::isLine);
    if (!isLine) {
      return new Furniture(at, Kind.PREAMBLE);
    }
    String message =
        toCome.isPresent()
            ? "looks like a payment, and stands above the column names; put the names above it"
            : "looks like a payment, on a sheet without column names; name its columns";
    return new Outcome.Rejected(at, RejectReason.OUT_OF_PLACE, at + ": " + message, particulars);
  }
}
