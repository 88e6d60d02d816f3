package org.spendreturns.batch;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.spendreturns.archive.Archive;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.intake.LedgerFile;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.ExportLines;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.store.Comparisons;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Scans;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Compares the exports of each body that have lines in the same months, so that no payment counts
 * twice: an export whose lines all stand in another is left out, and lines that stand in two are
 * counted once, in the export that came first.
 *
 * <p>Each call does one piece of the work in a transaction of its own: a restart goes on with the
 * next. Only lines of the months that two exports share are held in memory.
 */
@Component
class CompareStep implements Tasklet {

  private static final int LINES_AT_ONCE = 4_096;

  private final Archive archive;
  private final ExportsToScan exports;
  private final Scans scans;
  private final Comparisons comparisons;
  private final Notices notices;
  private final Accounts accounts;

  CompareStep(
      Archive archive,
      ExportsToScan exports,
      Scans scans,
      Comparisons comparisons,
      Notices notices,
      Accounts accounts) {
    this.archive = archive;
    this.exports = exports;
    this.scans = scans;
    this.comparisons = comparisons;
    this.notices = notices;
    this.accounts = accounts;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) {
    Instant asKnownAt = RunParameters.of(step).asKnownAt();
    List<Export> forThemselves = exports.eachForItself(asKnownAt);
    for (List<Export> group : ExportsToScan.groups(forThemselves)) {
      if (compareNext(exports.balanced(group)) || countNext(group)) {
        contribution.incrementReadCount();
        return RepeatStatus.CONTINUABLE;
      }
    }
    notices.say(RunParameters.runId(step), "compare", accounts.of(forThemselves));
    return RepeatStatus.FINISHED;
  }

  /** Compares one export with those before it; whether there was one left to compare. */
  private boolean compareNext(List<Export> group) {
    Standing.Compared compared = exports.compared(group);
    Map<Export, ControlTotals> totals = new LinkedHashMap<>();
    for (Export later : group) {
      List<Export> before = new ArrayList<>();
      ControlTotals here = totalsOf(later);
      totals.forEach(
          (earlier, there) -> {
            if (Overlap.isPossible(there, here) && compared.compare(earlier, later).isEmpty()) {
              before.add(earlier);
            }
          });
      if (!before.isEmpty()) {
        before.forEach(earlier -> compare(earlier, later));
        return true;
      }
      totals.put(later, here);
    }
    return false;
  }

  private void compare(Export earlier, Export later) {
    ControlTotals before = totalsOf(earlier);
    ControlTotals after = totalsOf(later);
    Set<YearMonth> shared = shared(before, after);
    Overlap found = linesOf(earlier, shared).comparedWith(linesOf(later, shared));
    comparisons.add(
        exports.scanOf(earlier).id(),
        exports.scanOf(later).id(),
        new Overlap(
            found.same(),
            found.sameAmount(),
            before.accepted() - found.same(),
            after.accepted() - found.same()));
  }

  private static Set<YearMonth> shared(ControlTotals one, ControlTotals other) {
    Set<YearMonth> months = new HashSet<>(one.byMonth().keySet());
    months.retainAll(other.byMonth().keySet());
    return months;
  }

  /** Makes one reading that leaves out what other exports give; whether there was one to make. */
  private boolean countNext(List<Export> group) {
    Standing standing = exports.standing(group);
    for (Export export : exports.balanced(group)) {
      Export counted = standing.counted(export);
      if (!counted.equals(export)
          && exports.scanOf(counted).state() == Scans.State.READING) { // begun, not filled
        fill(export, counted, standing);
        return true;
      }
    }
    return false;
  }

  private void fill(Export export, Export counted, Standing standing) {
    long to = exports.scanOf(counted).id();
    long from = exports.scanOf(export).id();
    ControlTotals whole = scans.totals(from);
    scans.addNotes(to, scans.notes(from));
    Optional<Standing.Pair> pair = Optional.ofNullable(standing.supersededBy().get(export.path()));
    if (pair.isPresent()) {
      scans.add(to, withDuplicates(whole, whole.byMonth()), List.of(), List.of());
      String other = pair.get().other(export).path();
      scans.move(to, Scans.State.SUPERSEDED, "%s counts in its place".formatted(other));
      return;
    }
    Map<YearMonth, Tally> duplicates = new TreeMap<>();
    Map<YearMonth, Tally> read =
        claim(export, standing.after().getOrDefault(export.path(), List.of()), to, duplicates);
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

  /** Stores what earlier exports give already; returns all that was read, by month. */
  private Map<YearMonth, Tally> claim(
      Export export, List<Export> earlier, long scanId, Map<YearMonth, Tally> duplicates) {
    ControlTotals here = totalsOf(export);
    List<ExportLines> before = new ArrayList<>();
    Set<YearMonth> months = new TreeSet<>();
    for (Export each : earlier) {
      Set<YearMonth> shared = shared(totalsOf(each), here);
      before.add(linesOf(each, shared));
      months.addAll(shared);
    }
    Map<YearMonth, Tally> read = new TreeMap<>();
    List<Outcome.Duplicate> found = new ArrayList<>();
    eachLine(
        export,
        months,
        line -> {
          YearMonth month = YearMonth.from(line.date());
          Tally tally = new Tally(1, line.amount());
          read.merge(month, tally, Tally::plus);
          Optional<SourceRef> first = Optional.empty();
          for (ExportLines lines : before) { // each is asked, for each gives a line once
            Optional<SourceRef> there = lines.claim(line);
            first = first.or(() -> there);
          }
          if (first.isPresent()) {
            duplicates.merge(month, tally, Tally::plus);
            found.add(new Outcome.Duplicate(line, first.get()));
            if (found.size() == LINES_AT_ONCE) {
              scans.addDuplicates(scanId, found);
              found.clear();
            }
          }
        });
    scans.addDuplicates(scanId, found);
    return read;
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

  private ControlTotals totalsOf(Export export) {
    return scans.totals(exports.scanOf(export).id());
  }

  private ExportLines linesOf(Export export, Set<YearMonth> months) {
    ExportLines lines = new ExportLines();
    eachLine(export, months, lines::add);
    return lines;
  }

  private void eachLine(Export export, Set<YearMonth> months, Consumer<LedgerLine> visitor) {
    try (Archive.Original original = archive.open(export.digest());
        LedgerFile file = LedgerFile.open(original.file(), export.name(), export.settings())) {
      for (Optional<Outcome> next = file.next(); next.isPresent(); next = file.next()) {
        if (next.get() instanceof Outcome.Accepted accepted
            && months.contains(YearMonth.from(accepted.line().date()))) {
          visitor.accept(accepted.line());
        }
      }
    }
  }
}
