package org.spendreturns.batch;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.ExportLines;
import org.spendreturns.ledger.LineContent;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.returns.ExportDecision.Rules;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.store.Scans;
import org.spendreturns.store.Scans.DuplicateLine;
import org.springframework.stereotype.Component;

/**
 * Makes the reading of an export that counts, where it is not the export's own: without the lines
 * that other exports give, and as people ruled on its lines.
 */
@Component
class Counting {

  private static final int LINES_AT_ONCE = 4_096;

  private final ExportsToScan exports;
  private final ExportReader reader;
  private final Scans scans;

  Counting(ExportsToScan exports, ExportReader reader, Scans scans) {
    this.exports = exports;
    this.reader = reader;
    this.scans = scans;
  }

  /** Fills the reading that counts. */
  void fill(Export export, Standing standing) {
    long to = exports.scanOf(standing.counted(export)).id();
    long from = exports.scanOf(export).id();
    ControlTotals whole = scans.totals(from);
    scans.addNotes(to, scans.notes(from));
    Optional<Standing.Pair> pair = Optional.ofNullable(standing.supersededBy().get(export.path()));
    if (pair.isPresent()) {
      scans.add(to, withDuplicates(whole, whole.byMonth()), List.of(), scans.rejected(from));
      String decided =
          pair.get()
              .ruled()
              .map(rules -> ", as decided (%s)".formatted(rules.id()))
              .orElse(pair.get().isOnlyStated() ? ", as the body's file says" : "");
      String other = pair.get().other(export).path();
      scans.move(to, Scans.State.SUPERSEDED, "%s counts in its place%s".formatted(other, decided));
      return;
    }
    Map<YearMonth, Tally> duplicates = new TreeMap<>();
    Map<YearMonth, Tally> read = leaveOut(export, standing, to, duplicates);
    scans.fillWithout(to, from, withDuplicates(whole, duplicates));
    boolean isAsReconciled =
        read.entrySet().stream()
            .allMatch(month -> month.getValue().equals(whole.byMonth().get(month.getKey())));
    if (isAsReconciled) {
      scans.move(to, Scans.State.BALANCED, "");
    } else {
      scans.move(
          to,
          Scans.State.QUARANTINED,
          "%s: read for comparison, its months came to %s, reconciled %s; kept out of every figure"
              .formatted(export.name(), read, whole.byMonth()));
    }
  }

  /** Stores the lines that do not count; returns all that was read, by month. */
  private Map<YearMonth, Tally> leaveOut(
      Export export, Standing standing, long scanId, Map<YearMonth, Tally> duplicates) {
    RulingsOnLines rulings =
        new RulingsOnLines(standing.ofLines().getOrDefault(export.path(), List.of()));
    List<Standing.Before> before = standing.after().getOrDefault(export.path(), List.of());
    ControlTotals here = totalsOf(export);
    Set<YearMonth> months = new HashSet<>();
    long lines = here.accepted();
    for (Standing.Before each : before) {
      months.addAll(ExportReader.shared(totalsOf(each.export()), here));
      lines += totalsOf(each.export()).accepted();
    }
    if (rulings.mayLeaveOut()) {
      months.addAll(here.byMonth().keySet());
    }
    int parts = SpreadLines.partsFor(lines);
    List<SpreadLines> there = new ArrayList<>();
    try (SpreadLines own = reader.spread(export, months, parts)) {
      for (Standing.Before each : before) {
        Set<YearMonth> shared = ExportReader.shared(totalsOf(each.export()), here);
        there.add(reader.spread(each.export(), shared, parts));
      }
      for (int part = 0; part < parts; part++) {
        Map<SourceRef, SourceRef> elsewhere = elsewhere(before, there, own, part);
        leaveOut(own, elsewhere, part, rulings, scanId, duplicates);
      }
      return own.byMonth();
    } finally {
      there.forEach(SpreadLines::close);
    }
  }

  /** The places of one part's lines that an export before gives, each with the first such. */
  private static Map<SourceRef, SourceRef> elsewhere(
      List<Standing.Before> before, List<SpreadLines> there, SpreadLines own, int part) {
    Map<SourceRef, SourceRef> elsewhere = new HashMap<>();
    ExportLines here = there.isEmpty() ? new ExportLines() : own.part(part);
    for (int i = 0; i < there.size(); i++) {
      boolean isAlikeToo = before.get(i).isAlikeToo();
      there
          .get(i)
          .part(part)
          .matches(
              here,
              (first, line, match) -> {
                if (isAlikeToo || match != ExportLines.Match.ALIKE) {
                  elsewhere.putIfAbsent(line.at(), first.at());
                }
              });
    }
    return elsewhere;
  }

  private void leaveOut(
      SpreadLines own,
      Map<SourceRef, SourceRef> elsewhere,
      int part,
      RulingsOnLines rulings,
      long scanId,
      Map<YearMonth, Tally> duplicates) {
    Map<LineContent, SourceRef> above = new HashMap<>();
    List<DuplicateLine> found = new ArrayList<>();
    own.each(
        part,
        line -> {
          Optional<SourceRef> first = Optional.ofNullable(elsewhere.get(line.at()));
          if (rulings.mayLeaveOut()) {
            Optional<SourceRef> same = Optional.ofNullable(above.get(line.content()));
            first = first.or(() -> same.filter(at -> rulings.isOnePayment(line.at())));
            above.putIfAbsent(line.content(), line.at());
          }
          if (first.isPresent() && !rulings.isPaymentOfItsOwn(line.at())) {
            Tally tally = new Tally(1, line.amount());
            duplicates.merge(YearMonth.from(line.date()), tally, Tally::plus);
            found.add(new DuplicateLine(line.at(), line.date(), line.amount(), first.get()));
            if (found.size() == LINES_AT_ONCE) {
              scans.addDuplicates(scanId, found);
              found.clear();
            }
          }
        });
    scans.addDuplicates(scanId, found);
  }

  private ControlTotals totalsOf(Export export) {
    return scans.totals(exports.scanOf(export).id());
  }

  /** What people ruled on lines of one export. */
  private record RulingsOnLines(List<Rules> rulings) {

    boolean mayLeaveOut() {
      return rulings.stream().anyMatch(rules -> rules.ruling() == Ruling.ONE_PAYMENT);
    }

    boolean isOnePayment(SourceRef at) {
      return rulings.stream()
          .anyMatch(
              rules ->
                  rules.ruling() == Ruling.ONE_PAYMENT
                      && rules.line().map(line -> isSamePlace(line, at)).orElse(true));
    }

    boolean isPaymentOfItsOwn(SourceRef at) {
      return rulings.stream()
          .filter(rules -> rules.ruling() == Ruling.TWO_PAYMENTS)
          .flatMap(rules -> rules.line().stream())
          .anyMatch(line -> isSamePlace(line, at));
    }

    private static boolean isSamePlace(SourceRef ruled, SourceRef at) {
      return ruled.sheet().equals(at.sheet()) && ruled.line() == at.line();
    }
  }

  /** The account with some of its accepted lines counted as duplicates. */
  private static ControlTotals withDuplicates(
      ControlTotals whole, Map<YearMonth, Tally> duplicates) {
    long lines = duplicates.values().stream().mapToLong(Tally::lines).sum();
    Map<YearMonth, Tally> left = new TreeMap<>();
    whole
        .byMonth()
        .forEach(
            (month, tally) -> {
              Tally gone = duplicates.get(month);
              Tally rest =
                  gone == null
                      ? tally
                      : new Tally(
                          tally.lines() - gone.lines(), tally.amount().minus(gone.amount()));
              if (rest.lines() > 0) {
                left.put(month, rest);
              }
            });
    return new ControlTotals(
        whole.accepted() - lines,
        whole.rejectedBy(),
        whole.duplicates() + lines,
        whole.blank(),
        whole.preamble(),
        whole.headers(),
        whole.totalRows(),
        left);
  }
}
