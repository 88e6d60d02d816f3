package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.SplitRule;
import org.spendreturns.returns.Return.Right;

/**
 * A public authority, as far as its returns depend on it.
 *
 * @param id as in paths: {@code nene-vale}
 * @param name as a reader knows it
 * @param kind by which the law that binds it is chosen
 * @param from the first day of its own time; empty if before every return
 * @param until the last day of its own time; empty if it still exists
 * @param predecessors who held its functions before, in order of time
 * @param successors who holds its functions after it, in order of time
 * @param region by which a rulebook tells organisations of one name apart; empty if not given
 * @param invented a sentence saying that the body and its figures are invented; empty for a real
 *     one
 * @param ledgers what its ledgers say and claim
 * @param register what its contract register claims
 * @param years what it says of single financial years
 * @param rights its own texts on review, complaint, re-use and contact, in order
 * @param suppliers what its own ledger calls organisations
 * @param codes what the codes of its own ledger mean
 * @param publication how its returns are published
 * @param redaction what it has decided of names
 */
public record Body(
    String id,
    String name,
    Kind kind,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<Predecessor> predecessors,
    List<Successor> successors,
    String region,
    Optional<String> invented,
    LedgerBasis ledgers,
    RegisterBasis register,
    Map<FinancialYear, YearStatement> years,
    List<Right> rights,
    List<OwnSupplier> suppliers,
    Codes codes,
    Publication publication,
    RedactionRules redaction) {

  /** Refuses an end before the beginning; keeps its own, ordered copies. */
  public Body {
    if (from.isPresent() && until.isPresent()) {
      new Period(from.get(), until.get());
    }
    predecessors = predecessors.stream().sorted(Comparator.comparing(Predecessor::until)).toList();
    successors = successors.stream().sorted(Comparator.comparing(Successor::from)).toList();
    years = Collections.unmodifiableMap(new TreeMap<>(years));
    rights = List.copyOf(rights);
    suppliers = List.copyOf(suppliers);
  }

  /** The kinds of body whose duties to publish differ. */
  public enum Kind {
    /** A police and crime commissioner. */
    PCC,
    /** A police, fire and crime commissioner. */
    PFCC,
    /** A local authority in England. */
    COUNCIL,
    /** A body of the National Health Service. */
    NHS,
    /** A department or agency of central government. */
    CENTRAL
  }

  /**
   * A body that held the functions before.
   *
   * @param name as a reader knows it
   * @param until its last day
   */
  public record Predecessor(String name, LocalDate until) {}

  /**
   * A body that holds the functions afterwards.
   *
   * @param name as a reader knows it
   * @param from its first day
   */
  public record Successor(String name, LocalDate from) {}

  /** Which of a payment's dates a ledger gives. */
  public enum LedgerDate {
    /** The day the money left. */
    PAYMENT,
    /** The day it was entered in the ledger. */
    POSTING,
    /** The date of the supplier's invoice. */
    INVOICE,
    /** The day a grant was awarded. */
    AWARD
  }

  /**
   * What the body claims of its contract register, and how values are divided over years.
   *
   * @param complete the years of which it says that every agreement is in the register
   * @param split how a value is divided when the register does not say it by year
   */
  public record RegisterBasis(Set<FinancialYear> complete, SplitRule split) {
    /** Keeps its own, ordered copy. */
    public RegisterBasis {
      complete = Collections.unmodifiableSet(new TreeSet<>(complete));
    }
  }

  /**
   * What the body says of a financial year.
   *
   * @param heldBy who holds the records of the year, if not this body; empty otherwise
   * @param paragraphs its words
   */
  public record YearStatement(Optional<String> heldBy, List<String> paragraphs) {
    /** Nothing is said. */
    public static final YearStatement NONE = new YearStatement(Optional.empty(), List.of());

    /** Keeps its own copy. */
    public YearStatement {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * An organisation as the body's own ledger knows it.
   *
   * @param name its name
   * @param otherNames other spellings in the body's ledgers, as cut off ones
   * @param ids its numbers in the body's ledger
   * @param registration its charity or company number; empty if not on file
   * @param category what the body buys from it, by the category's id; empty if that differs
   */
  public record OwnSupplier(
      String name,
      List<String> otherNames,
      List<String> ids,
      String registration,
      String category) {
    /** Keeps its own copies. */
    public OwnSupplier {
      otherNames = List.copyOf(otherNames);
      ids = List.copyOf(ids);
    }
  }

  /**
   * What the codes of the body's own ledger mean to a rulebook. An answer is a category's id,
   * {@code NOT_BROKEN_DOWN} or {@code NOT_TOPIC}.
   *
   * @param providers supplier numbers, each with the id of a provider in the rulebook
   * @param contracts contract or order references, each with an answer
   * @param headings headings, funds and programmes, each with an answer
   * @param costCentres cost centres, each with an answer
   */
  public record Codes(
      Map<String, String> providers,
      Map<String, String> contracts,
      Map<String, String> headings,
      Map<String, String> costCentres) {
    /** No code is known. */
    public static final Codes NONE = new Codes(Map.of(), Map.of(), Map.of(), Map.of());

    /** Keeps its own copies. */
    public Codes {
      providers = Map.copyOf(providers);
      contracts = Map.copyOf(contracts);
      headings = Map.copyOf(headings);
      costCentres = Map.copyOf(costCentres);
    }
  }

  /** The same body, which has decided this of names. */
  public Body deciding(RedactionRules names) {
    return new Body(
        id,
        name,
        kind,
        from,
        until,
        predecessors,
        successors,
        region,
        invented,
        ledgers,
        register,
        years,
        rights,
        suppliers,
        codes,
        publication,
        names);
  }

  /** The body's own part of the year; empty if it did not exist in it. */
  public Optional<Period> ownPart(FinancialYear year) {
    LocalDate first = from.filter(year.firstDay()::isBefore).orElse(year.firstDay());
    LocalDate last = until.filter(year.lastDay()::isAfter).orElse(year.lastDay());
    return first.isAfter(last) ? Optional.empty() : Optional.of(new Period(first, last));
  }

  /** Whether the day lies in the body's own time. */
  public boolean isOwn(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
  }

  /** The days of the year before the body's own time, by who held the functions then, in order. */
  public List<Holding> before(FinancialYear year) {
    List<Holding> holdings = new ArrayList<>();
    LocalDate end = from.map(day -> day.minusDays(1)).orElse(LocalDate.MIN);
    LocalDate last = end.isAfter(year.lastDay()) ? year.lastDay() : end;
    LocalDate next = year.firstDay();
    for (Predecessor one : predecessors) {
      LocalDate itsLast = one.until().isAfter(last) ? last : one.until();
      if (!itsLast.isBefore(next)) {
        holdings.add(new Holding(one.name(), new Period(next, itsLast), true));
        next = itsLast.plusDays(1);
      }
    }
    if (!next.isAfter(last)) {
      holdings.add(new Holding("", new Period(next, last), true));
    }
    return holdings;
  }

  /** The days of the year after the body's own time, by who held the functions then, in order. */
  public List<Holding> after(FinancialYear year) {
    List<Holding> holdings = new ArrayList<>();
    LocalDate begin = until.map(day -> day.plusDays(1)).orElse(LocalDate.MAX);
    LocalDate next = begin.isBefore(year.firstDay()) ? year.firstDay() : begin;
    for (int i = successors.size() - 1; i >= 0 && !next.isAfter(year.lastDay()); i--) {
      Successor one = successors.get(i);
      LocalDate itsFirst = one.from().isBefore(next) ? next : one.from();
      LocalDate itsLast =
          holdings.isEmpty() ? year.lastDay() : holdings.get(0).days().start().minusDays(1);
      if (!itsFirst.isAfter(itsLast)) {
        holdings.add(0, new Holding(one.name(), new Period(itsFirst, itsLast), false));
      }
    }
    LocalDate named =
        holdings.isEmpty() ? year.lastDay().plusDays(1) : holdings.get(0).days().start();
    if (next.isBefore(named)) {
      holdings.add(0, new Holding("", new Period(next, named.minusDays(1)), false));
    }
    return holdings;
  }

  /** What the body says of the year. */
  public YearStatement statement(FinancialYear year) {
    return years.getOrDefault(year, YearStatement.NONE);
  }
}
