package org.spendreturns.returns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.Contract;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.money.Money;
import org.spendreturns.returns.OnFile.Export;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.ClassifiedLine;

/** What is on file for each year and what is not, so that nothing unknown is shown as none. */
final class Coverage {

  private final Body body;
  private final OnFile onFile;
  private final Agreements agreements;
  private final Wording wording;
  private final Set<YearMonth> monthsWithLines = new HashSet<>();
  private final UnreadRecords unread;

  Coverage(Body body, OnFile onFile, Agreements agreements, Wording wording) {
    this.body = body;
    this.onFile = onFile;
    this.agreements = agreements;
    this.wording = wording;
    for (Export export : onFile.exports()) {
      monthsWithLines.addAll(export.totals().byMonth().keySet());
    }
    unread = new UnreadRecords(onFile, wording);
  }

  /** Months of the body's own part of the year in which no export has an accepted line. */
  List<YearMonth> missing(FinancialYear year) {
    Optional<Period> own = body.ownPart(year);
    return year.months().stream()
        .filter(month -> own.filter(part -> touches(month, part)).isPresent())
        .filter(month -> !monthsWithLines.contains(month))
        .filter(month -> !body.ledgers().nothingIn().contains(month))
        .toList();
  }

  /** Whether any ledger has an accepted line. */
  boolean hasLedgers() {
    return !monthsWithLines.isEmpty();
  }

  /** Whether a day is the body's own. */
  boolean isOwn(LocalDate day) {
    return body.isOwn(day);
  }

  /** Who else holds the records of the year, by time or by the body's own statement. */
  Optional<String> holder(FinancialYear year) {
    Optional<String> stated = body.statement(year).heldBy().map(wording::name);
    return body.ownPart(year).isEmpty() ? stated.or(() -> Optional.of(others(year))) : stated;
  }

  /** How far the ledgers reach, lines that wait or could not be read left aside. */
  Search ledgers(FinancialYear year) {
    List<YearMonth> missing = missing(year);
    long own = body.ownPart(year).map(part -> ownMonths(year, part)).orElse(0L);
    boolean isEmpty = missing.size() == own;
    Search search = start(year, isEmpty);
    if (isEmpty) {
      return holder(year).isPresent() || own == 0
          ? search
          : unread.withExports(search.without("", wording.say("coverage.noLedger")), year);
    }
    if (!missing.isEmpty()) {
      String months = wording.months(missing);
      search =
          search.without(
              wording.say("missing.months", months),
              wording.say("coverage.months", year.toString(), months));
    }
    search = unread.withExports(search, year);
    Set<FinancialYear> claimed = body.ledgers().complete();
    if (!claimed.isEmpty() && !claimed.contains(year)) {
      search =
          search.without(
              wording.say("missing.ledgers", year.toString()), wording.say("coverage.ledgers"));
    }
    return search;
  }

  /** How far the search for payments of the category reaches. */
  Search paid(Category category, FinancialYear year) {
    Search search = ledgers(year);
    List<LedgerLine> waiting =
        waiting().stream().filter(line -> line.financialYear().equals(year)).toList();
    if (!waiting.isEmpty()) {
      search = search.without(waitingShort(waiting.size()), waitingNote(year, waiting));
    }
    return unread.withLines(search, category, year);
  }

  /** How far the search for agreements of the category reaches. */
  Search awarded(Category category, FinancialYear year) {
    Search search = start(year, onFile.registers().isEmpty());
    if (holder(year).isEmpty()
        && !onFile.registers().isEmpty()
        && !body.register().complete().contains(year)) {
      search =
          search.without(
              wording.say("missing.register", year.toString()), wording.say("coverage.register"));
    }
    if (holder(year).isEmpty()) {
      search = unread.withRegisters(search, year);
    }
    return withWaiting(unread.withRows(search, category, year), year);
  }

  private Search withWaiting(Search search, FinancialYear year) {
    List<String> waiting =
        agreements.forReview().stream()
            .filter(contract -> contract.term().mayTouch(year))
            .map(Contract::reference)
            .sorted()
            .toList();
    if (!waiting.isEmpty()) {
      return search.without(
          wording.counted("missing.waitingAgreements", waiting.size()),
          wording.say(
              waiting.size() == 1 ? "coverage.waitingAgreements.one" : "coverage.waitingAgreements",
              year.toString(),
              wording.and(waiting)));
    }
    return search;
  }

  /** Lines of the body's own time that wait for a person. */
  List<LedgerLine> waiting() {
    return onFile.forReview().stream()
        .map(Found::line)
        .map(ClassifiedLine::line)
        .filter(line -> isOwn(line.date()))
        .toList();
  }

  String waitingShort(int lines) {
    return wording.counted("missing.waiting", lines);
  }

  /** A credit among them would lessen the sum, which "at least" alone does not say. */
  String waitingNote(FinancialYear year, List<LedgerLine> waiting) {
    List<Money> sums = waiting.stream().map(LedgerLine::amount).toList();
    List<Money> credits = sums.stream().filter(sum -> !sum.isAtLeast(Money.ZERO)).toList();
    String waits = waitingShort(waiting.size());
    String sum = wording.moneyInText(Money.sum(sums));
    return credits.isEmpty()
        ? wording.say("coverage.waiting", year.toString(), waits, sum)
        : wording.say(
            "coverage.waiting.credits",
            year.toString(),
            waits,
            sum,
            wording.counted("count.credits", credits.size()),
            wording.moneyInText(Money.sum(credits)));
  }

  private Search start(FinancialYear year, boolean nothingOnFile) {
    Optional<String> holder = holder(year);
    Optional<Period> own = body.ownPart(year);
    if (holder.isPresent()) {
      String note = wording.say("held.elsewhere", holder.get());
      return new Search(new Value.NotHeld(holder.get()), false, List.of(note));
    }
    List<Holding> before = body.before(year);
    List<Holding> after = body.after(year);
    if (before.isEmpty() && after.isEmpty()) {
      return nothingOnFile
          ? new Search(new Value.NoRecords(""), false, List.of())
          : Search.complete(List.of());
    }
    String note =
        parts("coverage.part", before, after, year.toString(), wording.days(own.orElseThrow()));
    return nothingOnFile
        ? new Search(
            new Value.NoRecords(
                parts(
                    "missing.part",
                    before,
                    after,
                    wording.date(own.orElseThrow().start()),
                    wording.date(own.orElseThrow().end()))),
            false,
            List.of(note))
        : Search.complete(List.of(note));
  }

  /** A text that names those who held the records before, after, or both. */
  private String parts(
      String key, List<Holding> before, List<Holding> after, String one, String other) {
    String which = before.isEmpty() ? ".after" : after.isEmpty() ? ".before" : ".both";
    return wording.say(key + which, one, other, and(before), and(after));
  }

  /** Who held the functions in a year that is none of the body's own. */
  private String others(FinancialYear year) {
    return and(Stream.concat(body.before(year).stream(), body.after(year).stream()).toList());
  }

  private String and(List<Holding> holdings) {
    return wording.and(holdings.stream().map(holding -> holding.name(wording)).distinct().toList());
  }

  private static long ownMonths(FinancialYear year, Period own) {
    return year.months().stream().filter(month -> touches(month, own)).count();
  }

  private static boolean touches(YearMonth month, Period part) {
    return !month.atEndOfMonth().isBefore(part.start()) && !month.atDay(1).isAfter(part.end());
  }
}
