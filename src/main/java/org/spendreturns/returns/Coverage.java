package org.spendreturns.returns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.money.Money;
import org.spendreturns.returns.OnFile.Export;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.returns.OnFile.Unread;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.ClassifiedLine;

/** What is on file for each year and what is not, so that nothing unknown is shown as none. */
final class Coverage {

  private final Body body;
  private final OnFile onFile;
  private final Agreements agreements;
  private final Set<YearMonth> monthsWithLines = new HashSet<>();
  private final Map<String, Export> exportByDigest = new HashMap<>();

  Coverage(Body body, OnFile onFile, Agreements agreements) {
    this.body = body;
    this.onFile = onFile;
    this.agreements = agreements;
    for (Export export : onFile.exports()) {
      monthsWithLines.addAll(export.totals().byMonth().keySet());
      exportByDigest.put(export.digest(), export);
    }
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
    Optional<String> stated = body.statement(year).heldBy();
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
          : search.without("", "%s: no ledger is on file.".formatted(year));
    }
    if (!missing.isEmpty()) {
      String months = Wording.months(missing);
      search =
          search.without(
              "no export for " + months, "%s: no export has a line of %s.".formatted(year, months));
    }
    Set<FinancialYear> claimed = body.ledgers().complete();
    if (!claimed.isEmpty() && !claimed.contains(year)) {
      search =
          search.without(
              "the ledgers of %s are not said to be complete".formatted(year),
              "%s: the body does not say that its ledgers of the year are complete."
                  .formatted(year));
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
    List<Unread> unread =
        onFile.rejected().stream()
            .filter(line -> mayBe(line.classification().answer(), category))
            .filter(line -> mayFallIn(line, year))
            .toList();
    if (!unread.isEmpty()) {
      String lines = Wording.counted(unread.size(), "line", "lines");
      search =
          search.without(
              lines + " could not be read",
              "%s: %s that may be of the topic could not be read (%s)."
                  .formatted(
                      year,
                      lines,
                      Wording.and(
                          unread.stream()
                              .map(one -> one.line().at().toString())
                              .sorted()
                              .toList())));
    }
    return search;
  }

  /** How far the search for agreements of the category reaches. */
  Search awarded(Category category, FinancialYear year) {
    Search search = start(year, onFile.registers().isEmpty());
    if (holder(year).isEmpty()
        && !onFile.registers().isEmpty()
        && !body.register().complete().contains(year)) {
      search =
          search.without(
              "the register of %s is not said to be complete".formatted(year),
              "%s: the body does not say that its register of the year is complete."
                  .formatted(year));
    }
    return withWaiting(withUnread(search, category, year), year);
  }

  private Search withUnread(Search search, Category category, FinancialYear year) {
    List<RejectedRow> unread =
        onFile.registers().stream()
            .flatMap(register -> register.rejected().stream())
            .filter(row -> mayBe(row, category) && mayFallIn(row, year))
            .toList();
    if (!unread.isEmpty()) {
      String rows = Wording.counted(unread.size(), "row", "rows");
      return search.without(
          rows + " of the register could not be read",
          "%s: %s of the register could not be read (%s)."
              .formatted(
                  year,
                  rows,
                  Wording.and(
                      unread.stream().map(row -> row.line().at().toString()).sorted().toList())));
    }
    return search;
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
          Wording.counted(waiting.size(), "agreement waits", "agreements wait")
              + " for a person's decision",
          "%s: whether %s %s of the topic waits for a person's decision."
              .formatted(year, Wording.and(waiting), waiting.size() == 1 ? "is" : "are"));
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

  static String waitingShort(int lines) {
    return Wording.counted(lines, "line waits", "lines wait") + " for a person's decision";
  }

  /** A credit among them would lessen the sum, which "at least" alone does not say. */
  static String waitingNote(FinancialYear year, List<LedgerLine> waiting) {
    List<Money> sums = waiting.stream().map(LedgerLine::amount).toList();
    List<Money> credits = sums.stream().filter(sum -> !sum.isAtLeast(Money.ZERO)).toList();
    String note =
        "%s: %s, %s in all"
            .formatted(year, waitingShort(waiting.size()), Wording.pounds(Money.sum(sums)));
    return credits.isEmpty()
        ? note + "."
        : "%s; %s among them, %s, would lessen the sum."
            .formatted(
                note,
                Wording.counted(credits.size(), "credit", "credits"),
                Wording.pounds(Money.sum(credits)));
  }

  private Search start(FinancialYear year, boolean nothingOnFile) {
    Optional<String> holder = holder(year);
    Optional<Period> own = body.ownPart(year);
    if (holder.isPresent()) {
      String note = "%s: the records are held by %s.".formatted(year, holder.get());
      return new Search(new Value.NotHeld(holder.get()), false, List.of(note));
    }
    List<Body.Holding> before = body.before(year);
    List<Body.Holding> after = body.after(year);
    if (before.isEmpty() && after.isEmpty()) {
      return nothingOnFile
          ? new Search(new Value.NoRecords(""), false, List.of())
          : Search.complete(List.of());
    }
    String note =
        "%s: figures cover %s only%s%s."
            .formatted(
                year,
                Wording.days(own.orElseThrow()),
                before.isEmpty() ? "" : "; before that, %s held the records".formatted(and(before)),
                after.isEmpty() ? "" : "; after that, %s held the records".formatted(and(after)));
    return nothingOnFile
        ? new Search(
            new Value.NoRecords(nothingInPart(own.orElseThrow(), before, after)),
            false,
            List.of(note))
        : Search.complete(List.of(note));
  }

  private static String nothingInPart(
      Period own, List<Body.Holding> before, List<Body.Holding> after) {
    String first =
        before.isEmpty()
            ? ""
            : "before %s held by %s; since then ".formatted(Wording.day(own.start()), and(before));
    String last =
        after.isEmpty()
            ? ""
            : "; after %s held by %s".formatted(Wording.day(own.end()), and(after));
    return first + "no records on file" + last;
  }

  /** Who held the functions in a year that is none of the body's own. */
  private String others(FinancialYear year) {
    return and(Stream.concat(body.before(year).stream(), body.after(year).stream()).toList());
  }

  private static String and(List<Body.Holding> holdings) {
    return Wording.and(holdings.stream().map(Body.Holding::name).distinct().toList());
  }

  private static long ownMonths(FinancialYear year, Period own) {
    return year.months().stream().filter(month -> touches(month, own)).count();
  }

  private static boolean touches(YearMonth month, Period part) {
    return !month.atEndOfMonth().isBefore(part.start()) && !month.atDay(1).isAfter(part.end());
  }

  private static boolean mayBe(Answer answer, Category category) {
    return answer instanceof Answer.ForReview
        || (answer instanceof Answer.Of of && of.category().equals(category));
  }

  private boolean mayFallIn(Unread line, FinancialYear year) {
    Export export = exportByDigest.get(line.exportDigest());
    return export == null
        || export.totals().byYear().isEmpty()
        || export.totals().byYear().containsKey(year);
  }

  /** A row that cannot be read may be of any category, unless it states one. */
  private static boolean mayBe(RejectedRow row, Category category) {
    boolean isAward =
        List.of(Contract.Kind.values()).stream()
            .noneMatch(kind -> !kind.isAward() && kind.written().equals(row.kind()));
    return isAward && (row.categoryId().isEmpty() || row.categoryId().equals(category.id()));
  }

  /** Within the years of its own dates; anywhere if it does not give two. */
  private static boolean mayFallIn(RejectedRow row, FinancialYear year) {
    List<FinancialYear> years = row.dates().stream().map(FinancialYear::of).sorted().toList();
    return years.size() < 2
        || (year.compareTo(years.get(0)) >= 0 && year.compareTo(years.get(years.size() - 1)) <= 0);
  }
}
