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
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;

/** Says of a record that stands where lines are what became of it. One judge a file, in order. */
final class LineJudge {

  private final Dating dating;
  private final LaterDates dates;
  private final TotalRows totals = new TotalRows();
  private Tally nameless = new Tally(0, Money.ZERO);
  private long withoutDay;
  private int narrowest = Integer.MAX_VALUE;
  private boolean namesMayGoOn;
  private String lastDate = "";
  private Optional<LocalDate> lastDay = Optional.empty();

  LineJudge(Dating dating) {
    this.dating = dating;
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
      return rejected(found.fault().get(), line, layout);
    }
    int filled = LineShape.filled(line);
    if (filled == 0) {
      return new Outcome.Blank(at);
    }
    String date = layout.text(line, ColumnRole.DATE);
    LineAmount amount = LineAmount.of(line, layout);
    boolean first = namesMayGoOn;
    namesMayGoOn = false;
    if (first && LineShape.isSecondRowOfNames(line, layout)) {
      return new Furniture(at, Kind.HEADER);
    }
    Optional<LocalDate> day = day(date, from1904);
    boolean isDated = day.isPresent() || dating.isLate(date, from1904);
    if (totals.takes(line, layout, isDated, amount.money())) {
      return new Furniture(at, Kind.TOTAL);
    }
    if (LineShape.isDebris(found, layout, date, amount.money(), filled)) {
      return new Furniture(at, Kind.PREAMBLE);
    }
    Optional<Fault> misshapen = LineShape.fault(found, layout, narrowest);
    if (misshapen.isPresent()) {
      return rejected(misshapen.get(), line, layout);
    }
    narrowest = Math.min(narrowest, line.cells().size());
    dates.see(date, isDated);
    return understood(line, layout, day, amount, from1904);
  }

  /** What the dates so far say of their order. */
  LaterDates dates() {
    return dates;
  }

  /** The totals that the file prints, so far. */
  List<PrintedTotal> printedTotals() {
    return totals.printed();
  }

  /** All accepted lines, so far. */
  Tally accepted() {
    return totals.accepted();
  }

  /** Rejected lines that have a date and a sum, and only no supplier: what is in no total. */
  Tally withoutSupplier() {
    return nameless;
  }

  /** Lines that are counted on the last day of the month that the body's file says. */
  long withoutDay() {
    return withoutDay;
  }

  private Outcome understood(
      SourceLine line,
      Layout layout,
      Optional<LocalDate> own,
      LineAmount amount,
      boolean from1904) {
    Optional<LocalDate> day = own.or(() -> dating.lastOfMonth(layout.text(line, ColumnRole.DATE)));
    Optional<Money> money = amount.money();
    Particulars particulars = layout.particulars(line);
    boolean isPayee = !hasNoName(particulars.supplier()) && !isTotalOfOthers(line, layout);
    if (day.isEmpty() || money.isEmpty() || !isPayee) {
      Fault fault = new LineFault(line, layout, dating, from1904).first(day.isPresent(), amount);
      if (day.isPresent() && hasNoName(particulars.supplier())) {
        money.ifPresent(sum -> nameless = nameless.plus(new Tally(1, sum)));
      }
      return rejected(fault, line, layout);
    }
    totals.pass(1, money.get());
    withoutDay += own.isEmpty() ? 1 : 0;
    String transaction = layout.text(line, ColumnRole.TRANSACTION);
    return new Outcome.Accepted(
        new LedgerLine(line.at(), day.get(), money.get(), transaction, particulars));
  }

  private static boolean hasNoName(String supplier) {
    return supplier.isEmpty() || WorkbookText.hasNoValue(supplier);
  }

  /** Whether a text that no rule knows may be that of a supplier, and no other. */
  static boolean isSurelyAPayee(String text) {
    return !hasNoName(CellText.trimmed(text)) && !TotalRows.isLabel(text);
  }

  /** A dated label and a sum, and nothing that a payment would say besides. */
  private static boolean isTotalOfOthers(SourceLine line, Layout layout) {
    return TotalRows.isLabel(layout.text(line, ColumnRole.SUPPLIER))
        && !TotalRows.saysMore(line, layout);
  }

  /** The date; a ledger is mostly in the order of its dates, so the last one is kept at hand. */
  private Optional<LocalDate> day(String date, boolean from1904) {
    if (!date.equals(lastDate)) {
      lastDay = dating.day(date, from1904);
      lastDate = date;
    }
    return lastDay;
  }

  private static Outcome rejected(Fault fault, SourceLine line, Layout layout) {
    Particulars read = layout.particulars(line);
    return new Outcome.Rejected(
        line.at(),
        fault.reason(),
        line.at() + ": " + fault.message(),
        hasNoName(read.supplier()) ? read.withoutSupplier() : read);
  }
}
