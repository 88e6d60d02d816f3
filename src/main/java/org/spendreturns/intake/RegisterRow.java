package org.spendreturns.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Contract.Decided;
import org.spendreturns.contract.Contract.Decision;
import org.spendreturns.contract.Contract.Discretion;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.contract.Contract.Links;
import org.spendreturns.contract.Contract.Organisation;
import org.spendreturns.contract.ContractRegister.PrintedTotal;
import org.spendreturns.contract.Price;
import org.spendreturns.contract.Price.Instalment;
import org.spendreturns.contract.Term;
import org.spendreturns.intake.RegisterTable.Column;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;

/** One row of a register, understood, or rejected by a {@link RowFault}. */
record RegisterRow(RegisterCells cells, Map<FinancialYear, String> years) {

  private static final String NOT_ON_FILE = "not on file";
  private static final String POOLED = "pooled: ";
  private static final String WITHHELD = "withheld: ";
  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)");

  /** Refuses a row with fewer or more cells than the header has columns. */
  void checkWidth() {
    List<String> found = cells.row().source().cells();
    int columns = cells.row().columns();
    boolean hasMore =
        found.size() > columns
            && found.subList(columns, found.size()).stream().anyMatch(cell -> !cell.isBlank());
    if (found.size() < columns || hasMore) {
      throw new RowFault(
          found.size() < columns ? RejectReason.TOO_FEW_CELLS : RejectReason.CONTRADICTION,
          "the row has %d cells, the header %d; look for a missing or unquoted comma"
              .formatted(found.size(), columns));
    }
  }

  /** The row as a printed total. */
  PrintedTotal total() {
    return new PrintedTotal(
        cells.row().source().at(),
        cells.text(Column.REFERENCE),
        cells.required(Column.SERVICE, RejectReason.NO_REFERENCE),
        cells.text(Column.CATEGORY),
        cells
            .money(Column.VALUE)
            .orElseThrow(
                () -> RowFault.in(Column.VALUE, RejectReason.NO_AMOUNT, "the cell is empty")));
  }

  /** The row as an agreement, or as money that is no award. */
  Contract contract() {
    String reference = cells.required(Column.REFERENCE, RejectReason.NO_REFERENCE);
    cells.required(Column.KIND, RejectReason.UNKNOWN_WORD);
    Kind kind = kind();
    if (kind.isAward()) {
      cells.required(Column.ORGANISATION, RejectReason.NO_SUPPLIER);
    }
    Term term = term();
    return new Contract(
        cells.row().source().at(),
        reference,
        kind,
        new Organisation(cells.text(Column.ORGANISATION), cells.text(Column.REGISTRATION)),
        cells.text(Column.SERVICE),
        cells.categories(),
        decision(),
        term,
        price(term),
        new Links(cells.text(Column.PARENT), cells.text(Column.LEAD_BODY)),
        note(),
        discretion());
  }

  /** As the row says; but words in brackets are nobody's name, and nobody was awarded anything. */
  private Kind kind() {
    Kind kind = cells.word(Column.KIND, Kind.class, Kind.CONTRACT);
    String organisation = cells.text(Column.ORGANISATION);
    return kind.isAward() && IN_BRACKETS.matcher(organisation).matches()
        ? NotAnAward.kindOf(organisation)
        : kind;
  }

  /** What is withheld of the row: {@code name}, {@code address}, or both. */
  private enum Withhold {
    NAME,
    ADDRESS,
    NAME_AND_ADDRESS
  }

  private Discretion discretion() {
    Optional<Withhold> withhold =
        cells.text(Column.WITHHOLD).isEmpty()
            ? Optional.empty()
            : Optional.of(cells.word(Column.WITHHOLD, Withhold.class, Withhold.NAME));
    return new Discretion(
        cells.text(Column.NOTE),
        withhold.filter(what -> what != Withhold.ADDRESS).isPresent(),
        withhold.filter(what -> what != Withhold.NAME).isPresent(),
        withhold.isPresent() ? decided() : Optional.empty());
  }

  /** Who decided that something is withheld, and when: both, or neither. */
  private Optional<Decided> decided() {
    String who = cells.text(Column.WITHHELD_BY);
    Optional<LocalDate> when = cells.date(Column.WITHHELD_ON);
    if (who.isEmpty() && when.isPresent()) {
      throw RowFault.in(
          Column.WITHHELD_BY, RejectReason.CONTRADICTION, "is empty beside a day; say who decided");
    }
    if (!who.isEmpty() && when.isEmpty()) {
      throw RowFault.in(
          Column.WITHHELD_ON, RejectReason.CONTRADICTION, "is empty beside a name; say which day");
    }
    return when.map(day -> new Decided(who, day));
  }

  /** The register's remark, and in words what the figures leave out. */
  private String note() {
    List<String> notes = new ArrayList<>();
    cells
        .money(Column.UP_TO)
        .map(
            sum ->
                "The value may rise to %s; only the firm value is counted.".formatted(pounds(sum)))
        .ifPresent(notes::add);
    cells
        .money(Column.IRRECOVERABLE_VAT)
        .map(sum -> "VAT that cannot be recovered, %s, is not in the value.".formatted(pounds(sum)))
        .ifPresent(notes::add);
    if (cells.word(Column.VCSE, YesNo.class, YesNo.NO) == YesNo.YES) {
      notes.add("A voluntary, community or social enterprise.");
    }
    if (IN_BRACKETS.matcher(cells.text(Column.ORGANISATION)).matches()) {
      notes.add(
          "The register names no organisation, but says %s."
              .formatted(cells.text(Column.ORGANISATION)));
    }
    notes.add(cells.text(Column.NOTE));
    return String.join(" ", notes).strip();
  }

  private static String pounds(Money sum) {
    return "£" + String.format(Locale.UK, "%,.2f", new BigDecimal(sum.toString()));
  }

  /** As a register answers a question. */
  private enum YesNo {
    YES,
    NO
  }

  private Optional<Decision> decision() {
    return cells.text(Column.DECISION).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Decision(
                cells.text(Column.DECISION),
                cells.text(Column.DECISION_ADDRESS),
                cells.date(Column.DECISION_DATE)));
  }

  private Term term() {
    Optional<LocalDate> start = cells.date(Column.START);
    Optional<LocalDate> end = cells.date(Column.END);
    if (start.isPresent() && end.filter(start.get()::isAfter).isPresent()) {
      throw RowFault.in(
          Column.END,
          RejectReason.CONTRADICTION,
          "'%s' is before the start, '%s'; correct one of the two"
              .formatted(end.get(), start.get()));
    }
    return new Term(
        cells.date(Column.AWARDED), start, end, cells.date(Column.REVIEW), cells.options());
  }

  private Price price(Term term) {
    Map<FinancialYear, Money> stated = new TreeMap<>();
    years.forEach(
        (year, column) ->
            cells
                .money(column, cells.row().cells().getOrDefault(column, ""))
                .ifPresent(sum -> stated.put(year, sum)));
    List<Instalment> schedule = cells.schedule();
    Optional<Money> perYear = cells.money(Column.VALUE_PER_YEAR);
    if (perYear.isPresent()) {
      schedule = yearly(perYear.get(), term, schedule);
    }
    FundingCells funding = new FundingCells(cells, term);
    AgreedSum value = value(schedule);
    boolean isLeftOut = value.equals(new AgreedSum.NotOnFile(""));
    return new Price(
        isLeftOut ? funding.rest().<AgreedSum>map(AgreedSum.Firm::new).orElse(value) : value,
        cells.word(Column.VAT, VatBasis.class, VatBasis.NOT_STATED),
        stated,
        schedule,
        funding.coFunders(),
        funding.whole());
  }

  /** The value as stated; else the sum of the schedule; else why there is none. */
  private AgreedSum value(List<Instalment> schedule) {
    Optional<Money> value = cells.money(Column.VALUE);
    String because = cells.text(Column.NO_VALUE_BECAUSE);
    if (value.isPresent() && !because.isEmpty()) {
      throw RowFault.in(
          Column.NO_VALUE_BECAUSE,
          RejectReason.CONTRADICTION,
          "'%s' stands beside a value, '%s'; leave one of the two empty"
              .formatted(because, value.get()));
    }
    if (value.isPresent()) {
      return new AgreedSum.Firm(value.get());
    } else if (because.isEmpty() && !schedule.isEmpty()) {
      return new AgreedSum.Firm(Money.sum(schedule.stream().map(Instalment::amount).toList()));
    } else if (because.isEmpty() || because.equals(NOT_ON_FILE)) {
      return new AgreedSum.NotOnFile("");
    } else if (because.startsWith(NOT_ON_FILE + ": ")) {
      return new AgreedSum.NotOnFile(because.substring(NOT_ON_FILE.length() + 2));
    } else if (because.startsWith(POOLED)) {
      return new AgreedSum.NotSeparable(because.substring(POOLED.length()));
    } else if (because.startsWith(WITHHELD)) {
      return new AgreedSum.Withheld(because.substring(WITHHELD.length()));
    }
    throw RowFault.in(
        Column.NO_VALUE_BECAUSE,
        RejectReason.UNKNOWN_WORD,
        ("'%s' is not written like 'not on file', 'not on file: the reason', 'pooled: the pool' or"
                + " 'withheld: s.43'")
            .formatted(because));
  }

  /** The same sum for each year of the agreement, counted from its start. */
  private List<Instalment> yearly(Money sum, Term term, List<Instalment> schedule) {
    if (!schedule.isEmpty()) {
      throw RowFault.in(
          Column.VALUE_PER_YEAR,
          RejectReason.CONTRADICTION,
          "the row has a schedule too; leave one of the two empty");
    }
    List<Instalment> yearly = new ArrayList<>();
    Optional<Period> firm = term.firm();
    LocalDate from = firm.map(Period::start).orElse(LocalDate.MAX);
    while (firm.isPresent() && !from.plusYears(1).isAfter(firm.get().end().plusDays(1))) {
      LocalDate next = firm.get().start().plusYears(yearly.size() + 1L);
      yearly.add(new Instalment(new Period(from, next.minusDays(1)), sum));
      from = next;
    }
    if (firm.isEmpty() || !from.equals(firm.get().end().plusDays(1))) {
      throw RowFault.in(
          Column.VALUE_PER_YEAR,
          RejectReason.CONTRADICTION,
          "start to end is not a number of whole years; give the value of the whole term");
    }
    return yearly;
  }
}
