package org.spendreturns.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.returns.DataQuality.Account;
import org.spendreturns.returns.OnFile.Export;
import org.spendreturns.returns.OnFile.Unread;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;

/** What is on file and could not be read: it may belong to a figure, which is then "at least". */
final class UnreadRecords {

  private static final int PLACES_NAMED = 5; // in a note; how the return was made tells all

  private final OnFile onFile;
  private final Wording wording;
  private final Map<String, Export> exportByDigest = new HashMap<>();
  private final List<String> exports;

  UnreadRecords(OnFile onFile, Wording wording) {
    this.onFile = onFile;
    this.wording = wording;
    onFile.exports().forEach(export -> exportByDigest.put(export.digest(), export));
    exports = onFile.quality().unread().map(Account::file).toList();
  }

  /** Exports: what nobody could read may hold payments of any year. */
  Search withExports(Search search, FinancialYear year) {
    if (exports.isEmpty()) {
      return search;
    }
    String many = wording.counted("count.exports", exports.size());
    return search.without(
        wording.say("missing.unread", many),
        exports.size() <= PLACES_NAMED
            ? wording.say("coverage.unreadExports", year.toString(), many, wording.and(exports))
            : wording.say("coverage.unreadExports.many", year.toString(), many));
  }

  /** Lines of ledgers whose words may be of the category. */
  Search withLines(Search search, Category category, FinancialYear year) {
    List<Unread> unread =
        onFile.rejected().stream()
            .filter(line -> line.withoutPayee() || mayBe(line.classification().answer(), category))
            .filter(line -> mayFallIn(line, year))
            .toList();
    if (!unread.isEmpty()) {
      String lines = wording.counted("count.lines", unread.size());
      return search.without(
          wording.say("missing.unread", lines),
          unread.size() <= PLACES_NAMED
              ? wording.say(
                  "coverage.unread",
                  year.toString(),
                  lines,
                  wording.and(
                      unread.stream().map(one -> one.line().at().toString()).sorted().toList()))
              : wording.say("coverage.unread.many", year.toString(), lines));
    }
    return search;
  }

  /** Registers: what nobody could read may hold agreements of any year. */
  Search withRegisters(Search search, FinancialYear year) {
    if (onFile.unreadRegisters() == 0) {
      return search;
    }
    String many = wording.counted("count.registers", onFile.unreadRegisters());
    return search.without(
        wording.say("missing.unread", many),
        wording.say("coverage.unreadRegisters", year.toString(), many));
  }

  /** Rows of registers that may be agreements of the category. */
  Search withRows(Search search, Category category, FinancialYear year) {
    List<RejectedRow> unread =
        onFile.registers().stream()
            .flatMap(register -> register.rejected().stream())
            .filter(row -> mayBe(row, category) && mayFallIn(row, year))
            .toList();
    if (!unread.isEmpty()) {
      String rows = wording.counted("count.rows", unread.size());
      return search.without(
          wording.say("missing.unreadRows", rows),
          wording.say(
              "coverage.unreadRows",
              year.toString(),
              rows,
              wording.and(
                  unread.stream().map(row -> row.line().at().toString()).sorted().toList())));
    }
    return search;
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
    return mayBeAnAward(row)
        && (row.categoryId().isEmpty() || row.categoryId().equals(category.id()));
  }

  /** Unless its kind could be read, and is another. */
  static boolean mayBeAnAward(RejectedRow row) {
    return List.of(Contract.Kind.values()).stream()
        .noneMatch(kind -> !kind.isAward() && kind.written().equals(row.kind()));
  }

  /** Within the years of its own dates; anywhere if it does not give two. */
  private static boolean mayFallIn(RejectedRow row, FinancialYear year) {
    List<FinancialYear> years = row.dates().stream().map(FinancialYear::of).sorted().toList();
    return years.size() < 2
        || (year.compareTo(years.get(0)) >= 0 && year.compareTo(years.get(years.size() - 1)) <= 0);
  }
}
