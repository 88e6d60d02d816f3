package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Contract;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Category;

/**
 * The rows of question 1: one for each agreement in each of its categories, and one for each
 * organisation that was paid without an agreement on file.
 */
final class Rows {

  private final List<FinancialYear> years;
  private final Agreements agreements;
  private final Organisations organisations;
  private final Coverage coverage;
  private final Wording wording;
  private final Map<String, List<Payment>> byRow = new TreeMap<>();
  private final Map<String, List<Payment>> unlinkedByOrganisation = new HashMap<>();
  private final Map<String, Set<String>> rowsByReferenceAndYear = new HashMap<>();
  private final Map<String, List<LedgerLine>> waitingByOrganisation = new HashMap<>();

  Rows(
      List<FinancialYear> years,
      Agreements agreements,
      Organisations organisations,
      Coverage coverage,
      List<Payment> payments,
      Wording wording) {
    this.years = years;
    this.agreements = agreements;
    this.organisations = organisations;
    this.coverage = coverage;
    this.wording = wording;
    for (Payment payment : payments) {
      byRow.computeIfAbsent(rowOf(payment), unused -> new ArrayList<>()).add(payment);
      if (payment.contract().isEmpty()) {
        unlinkedByOrganisation
            .computeIfAbsent(key(payment), unused -> new ArrayList<>())
            .add(payment);
      } else {
        FinancialYear year = payment.line().line().financialYear();
        rowsByReferenceAndYear
            .computeIfAbsent(payment.contract() + " " + year, unused -> new HashSet<>())
            .add(rowOf(payment));
      }
    }
    for (LedgerLine line : coverage.waiting()) {
      waitingByOrganisation
          .computeIfAbsent(organisations.key(line.particulars()), unused -> new ArrayList<>())
          .add(line);
    }
  }

  /**
   * A row before its notes are numbered.
   *
   * @param contract its agreement; empty for payments without one
   */
  record Drafted(
      String organisation,
      String registration,
      Optional<Contract> contract,
      Draft inAll,
      List<Draft> awarded,
      List<Draft> paid,
      Draft paidInAll) {

    String reference() {
      return contract.map(Contract::reference).orElse("");
    }

    Optional<LocalDate> start() {
      return contract.flatMap(one -> one.term().start());
    }

    Section.Row numbered(NoteBook notes, Wording wording) {
      return new Section.Row(
          organisation,
          registration,
          contract.map(Contract::service).map(wording::own).orElse(""),
          reference(),
          contract
              .flatMap(Contract::decision)
              .map(Contract.Decision::title)
              .map(wording::own)
              .orElse(""),
          start(),
          contract.flatMap(one -> one.term().end()),
          notes.figure(inAll),
          notes.figures(awarded),
          notes.figures(paid),
          notes.figure(paidInAll),
          contract.map(Section.Deal::of));
    }
  }

  /** The rows of a category, by organisation, then start. */
  List<Drafted> of(Category category) {
    List<Drafted> rows = new ArrayList<>();
    for (Agreement agreement : agreements.awards()) {
      String id = category.id() + "." + agreement.reference();
      List<Payment> paid = byRow.getOrDefault(id, List.of());
      boolean isHere = agreement.categories().contains(category);
      if (!paid.isEmpty() || (isHere && Agreements.concerns(agreement.contract(), years))) {
        rows.add(row(category, agreement, paid));
      }
    }
    String prefix = category.id() + ".org-";
    byRow.forEach(
        (key, paid) -> {
          if (key.startsWith(prefix) && paid.get(0).contract().isEmpty()) {
            rows.add(withoutAgreement(key, paid));
          }
        });
    rows.sort(
        Comparator.comparing(Drafted::organisation)
            .thenComparing(row -> row.start().orElse(LocalDate.MAX))
            .thenComparing(Drafted::reference));
    return List.copyOf(rows);
  }

  private Drafted row(Category category, Agreement agreement, List<Payment> paid) {
    Contract contract = agreement.contract();
    String id = category.id() + "." + agreement.reference();
    Draft inAll =
        new Draft(
            "awarded." + id + ".total",
            agreement.awardedInAll(category),
            wording.say("formula.firmValue"),
            agreement.partsInAll(category),
            AgreementNotes.of(agreement));
    List<Draft> awarded = years.stream().map(year -> awarded(category, agreement, year)).toList();
    List<Draft> paidByYear =
        years.stream().map(year -> paid(id, paid, year, ifNonePaid(id, agreement, year))).toList();
    return new Drafted(
        contract.organisation().name(),
        contract.organisation().registration(),
        Optional.of(contract),
        inAll,
        awarded,
        paidByYear,
        sumOfYears("paid." + id + ".total", paidByYear, unpaid(agreement).stream().toList()));
  }

  private Draft awarded(Category category, Agreement agreement, FinancialYear year) {
    Value value = agreement.awardedIn(category, year);
    List<Part> parts = agreement.partsIn(category, year);
    String formula =
        parts.isEmpty()
            ? wording.say("formula.none", year.toString(), wording.wordsInSentence(value))
            : wording.say("formula.share", year.toString());
    return new Draft(
        "awarded.%s.%s.%s".formatted(category.id(), agreement.reference(), year),
        value,
        formula,
        parts,
        AwardedEntries.derivation(agreement, year, wording).stream().toList());
  }

  private Drafted withoutAgreement(String key, List<Payment> paid) {
    Particulars first = paid.get(0).line().line().particulars();
    List<Draft> none = years.stream().map(year -> noAgreement(key, year, paid)).toList();
    List<Draft> paidByYear =
        years.stream()
            .map(year -> paid(key, paid, year, coverageOf(key(paid.get(0)), year)))
            .toList();
    return new Drafted(
        paid.get(0).organisation(),
        organisations.registration(first),
        Optional.empty(),
        noAgreement(
            "awarded." + key + ".total", new Value.NoRecords(wording.say("missing.noAgreement"))),
        none,
        paidByYear,
        sumOfYears("paid." + key + ".total", paidByYear, List.of()));
  }

  /** Of a year without payments nothing is known to be missing but what the search lacks. */
  private Draft noAgreement(String key, FinancialYear year, List<Payment> paid) {
    boolean isPaid = paid.stream().anyMatch(one -> one.line().line().financialYear().equals(year));
    Value value =
        isPaid
            ? new Value.NoRecords(wording.say("missing.noAgreement"))
            : coverage.awarded(paid.get(0).category(), year).ifNone();
    return noAgreement("awarded.%s.%s".formatted(key, year), value);
  }

  private Draft noAgreement(String id, Value value) {
    return new Draft(id, value, wording.say("formula.noAgreement"), List.of(), List.of());
  }

  private Draft paid(String row, List<Payment> all, FinancialYear year, Search search) {
    List<Payment> paid =
        all.stream().filter(one -> one.line().line().financialYear().equals(year)).toList();
    List<Value> sums =
        paid.stream().<Value>map(one -> new Value.Amount(one.line().line().amount())).toList();
    return new Draft(
        "paid.%s.%s".formatted(row, year),
        search.found(sums, wording),
        paid.isEmpty()
            ? wording.say("formula.noPayment", year.toString())
            : wording.say(
                "formula.payments",
                wording.counted("count.payments", paid.size()),
                year.toString()),
        paid.stream().map(PaidEntries::part).toList(),
        search.notes());
  }

  /** What is said of an agreement without payments depends on what else is known of its payee. */
  private Search ifNonePaid(String row, Agreement agreement, FinancialYear year) {
    String payee = organisations.key(agreement.contract().organisation());
    Search search = coverageOf(payee, year);
    if (!agreement.touches(year)) {
      return new Search(new Value.Nil(), search.isComplete(), List.of());
    }
    if (agreement.contract().price().value() instanceof AgreedSum.NotSeparable pooled
        && search.ifNone() instanceof Value.Nil) {
      return new Search(new Value.NotSeparable(pooled.pool()), false, search.notes());
    }
    if (isPaidInAnotherRow(row, agreement, year)) {
      return new Search(new Value.NotBrokenDown(), search.isComplete(), search.notes());
    }
    boolean hasUnlinked =
        unlinkedByOrganisation.getOrDefault(payee, List.of()).stream()
            .anyMatch(one -> one.line().line().financialYear().equals(year));
    return hasUnlinked
        ? search.without(
            wording.say("missing.unlinked"),
            wording.say("coverage.unlinked", agreement.contract().organisation().name()))
        : search;
  }

  /** Payments under an agreement of several categories stand in the section that fits the line. */
  private boolean isPaidInAnotherRow(String row, Agreement agreement, FinancialYear year) {
    return rowsByReferenceAndYear
        .getOrDefault(agreement.reference() + " " + year, Set.of())
        .stream()
        .anyMatch(other -> !other.equals(row));
  }

  private Search coverageOf(String organisation, FinancialYear year) {
    Search search = coverage.ledgers(year);
    List<LedgerLine> waiting =
        waitingByOrganisation.getOrDefault(organisation, List.of()).stream()
            .filter(line -> line.financialYear().equals(year))
            .toList();
    return waiting.isEmpty()
        ? search
        : search.without(
            coverage.waitingShort(waiting.size()), coverage.waitingNote(year, waiting));
  }

  private String rowOf(Payment payment) {
    return payment.contract().isEmpty()
        ? payment.category().id() + ".org-" + key(payment).replace(' ', '-')
        : payment.category().id() + "." + payment.contract();
  }

  private String key(Payment payment) {
    return organisations.key(payment.line().line().particulars());
  }

  /** A sentence for an agreement of the years to which no payment is linked, if there are any. */
  private Optional<String> unpaid(Agreement agreement) {
    boolean isPaid =
        years.stream()
            .anyMatch(
                year -> rowsByReferenceAndYear.containsKey(agreement.reference() + " " + year));
    return isPaid || !coverage.hasLedgers() || years.stream().noneMatch(agreement::touches)
        ? Optional.empty()
        : Optional.of(wording.say("coverage.unpaid", agreement.reference()));
  }

  private Draft sumOfYears(String id, List<Draft> years, List<String> notes) {
    return new Draft(
        id,
        Totals.of(years.stream().map(Draft::value).toList(), wording),
        wording.say("formula.years"),
        years.stream().<Part>map(year -> new Part.OfFigure(year.id())).toList(),
        notes);
  }
}
