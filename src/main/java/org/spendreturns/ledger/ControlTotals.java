package org.spendreturns.ledger;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;

/**
 * The account of an export, or of a part of one: what became of each record, and the money.
 *
 * <p>Two sums always hold: {@code lines = accepted + rejected + duplicates + blank}, and {@code
 * records = lines + preamble + headers + totalRows}.
 *
 * @param accepted lines understood, and counted in {@code pence}
 * @param rejectedBy rejected lines by reason; a reason with none is absent
 * @param duplicates lines already given by another export, not counted in {@code pence}
 * @param blank lines without content
 * @param preamble records that are no lines: titles, parameters, debris
 * @param headers records of column names
 * @param totalRows records of printed totals
 * @param byMonth accepted lines and their pence, by month of their date
 */
public record ControlTotals(
    long accepted,
    Map<RejectReason, Long> rejectedBy,
    long duplicates,
    long blank,
    long preamble,
    long headers,
    long totalRows,
    Map<YearMonth, Tally> byMonth) {

  /** The account of nothing. */
  public static final ControlTotals NONE = new ControlTotals(0, Map.of(), 0, 0, 0, 0, 0, Map.of());

  /** Keeps its own, ordered copies. */
  public ControlTotals {
    Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
    reasons.putAll(rejectedBy);
    rejectedBy = Collections.unmodifiableMap(reasons);
    byMonth = Collections.unmodifiableMap(new TreeMap<>(byMonth));
  }

  /** How many, and how much. */
  public record Tally(long lines, Money amount) {
    /** Both together. */
    public Tally plus(Tally other) {
      return new Tally(lines + other.lines, amount.plus(other.amount));
    }
  }

  /** All rejected lines. */
  public long rejected() {
    return rejectedBy.values().stream().mapToLong(Long::longValue).sum();
  }

  /** All lines of the ledger: accepted, rejected, duplicate and blank. */
  public long lines() {
    return accepted + rejected() + duplicates + blank;
  }

  /** All records of the file: its lines, and what stands around them. */
  public long records() {
    return lines() + preamble + headers + totalRows;
  }

  /** The sum of the accepted lines. */
  public Money amount() {
    return Money.sum(byMonth.values().stream().map(Tally::amount).toList());
  }

  /** Accepted lines and their pence, by financial year. */
  public Map<FinancialYear, Tally> byYear() {
    Map<FinancialYear, Tally> years = new TreeMap<>();
    byMonth.forEach(
        (month, tally) -> years.merge(FinancialYear.of(month.atDay(1)), tally, Tally::plus));
    return years;
  }

  /** The account of both parts together. */
  public ControlTotals plus(ControlTotals other) {
    Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
    reasons.putAll(rejectedBy);
    other.rejectedBy.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    Map<YearMonth, Tally> months = new TreeMap<>(byMonth);
    other.byMonth.forEach((month, tally) -> months.merge(month, tally, Tally::plus));
    return new ControlTotals(
        accepted + other.accepted,
        reasons,
        duplicates + other.duplicates,
        blank + other.blank,
        preamble + other.preamble,
        headers + other.headers,
        totalRows + other.totalRows,
        months);
  }

  /** An account being kept, one outcome at a time; not for two threads. */
  public static final class Builder {
    private final Map<RejectReason, Long> rejectedBy = new EnumMap<>(RejectReason.class);
    private final Map<YearMonth, Tally> byMonth = new TreeMap<>();
    private long accepted;
    private long duplicates;
    private long blank;
    private long preamble;
    private long headers;
    private long totalRows;

    /** Counts one record, and its money if it was accepted. */
    public void add(Outcome outcome) {
      if (outcome instanceof Outcome.Accepted line) {
        accepted++;
        byMonth.merge(
            YearMonth.from(line.line().date()), new Tally(1, line.line().amount()), Tally::plus);
      } else if (outcome instanceof Outcome.Rejected line) {
        rejectedBy.merge(line.reason(), 1L, Long::sum);
      } else if (outcome instanceof Outcome.Duplicate) {
        duplicates++;
      } else if (outcome instanceof Outcome.Blank) {
        blank++;
      } else if (outcome instanceof Outcome.Furniture record) {
        switch (record.kind()) {
          case PREAMBLE -> preamble++;
          case HEADER -> headers++;
          case TOTAL -> totalRows++;
        }
      }
    }

    /** The account so far. */
    public ControlTotals build() {
      return new ControlTotals(
          accepted, rejectedBy, duplicates, blank, preamble, headers, totalRows, byMonth);
    }
  }
}
