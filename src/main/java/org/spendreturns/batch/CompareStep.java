package org.spendreturns.batch;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Overlap;
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
 * counted once, in the export that came first. What people decided goes before what lines show.
 *
 * <p>Each call does one piece of the work in a transaction of its own: a restart goes on with the
 * next. How many lines are held in memory does not depend on how many the exports have.
 */
@Component
class CompareStep implements Tasklet {

  private final ExportsToScan exports;
  private final ExportReader reader;
  private final Counting counting;
  private final Scans scans;
  private final Comparisons comparisons;
  private final Notices notices;
  private final Accounts accounts;

  CompareStep(
      ExportsToScan exports,
      ExportReader reader,
      Counting counting,
      Scans scans,
      Comparisons comparisons,
      Notices notices,
      Accounts accounts) {
    this.exports = exports;
    this.reader = reader;
    this.counting = counting;
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
      if (compareNext(exports.balanced(group))
          || countNext(group, exports.standing(group, asKnownAt))) {
        contribution.incrementReadCount();
        return RepeatStatus.CONTINUABLE;
      }
    }
    notices.say(RunParameters.runId(step), "compare", accounts.of(forThemselves, asKnownAt));
    return RepeatStatus.FINISHED;
  }

  /** Compares one export with those before it; whether there was one left to compare. */
  private boolean compareNext(List<Export> group) {
    Standing.Compared compared = exports.compared(group);
    Map<Export, ControlTotals> totals = new LinkedHashMap<>();
    for (Export later : group) {
      Map<Export, ControlTotals> before = new LinkedHashMap<>();
      ControlTotals here = scans.totals(exports.scanOf(later).id());
      totals.forEach(
          (earlier, there) -> {
            if (Overlap.isPossible(there, here) && compared.compare(earlier, later).isEmpty()) {
              before.put(earlier, there);
            }
          });
      if (!before.isEmpty()) {
        compare(before, later, here);
        return true;
      }
      totals.put(later, here);
    }
    return false;
  }

  private void compare(Map<Export, ControlTotals> before, Export later, ControlTotals here) {
    Set<YearMonth> months = new HashSet<>();
    long lines = here.accepted();
    for (ControlTotals there : before.values()) {
      months.addAll(ExportReader.shared(there, here));
      lines = Math.max(lines, here.accepted() + there.accepted());
    }
    int parts = SpreadLines.partsFor(lines);
    try (SpreadLines after = reader.spread(later, months, parts)) {
      for (Map.Entry<Export, ControlTotals> earlier : before.entrySet()) {
        ControlTotals there = earlier.getValue();
        Set<YearMonth> shared = ExportReader.shared(there, here);
        try (SpreadLines first = reader.spread(earlier.getKey(), shared, parts)) {
          comparisons.add(
              exports.scanOf(earlier.getKey()).id(),
              exports.scanOf(later).id(),
              overlap(first, after, parts, there, here));
        }
      }
    }
  }

  private static Overlap overlap(
      SpreadLines earlier, SpreadLines later, int parts, ControlTotals there, ControlTotals here) {
    Overlap.Counter counter = new Overlap.Counter();
    for (int part = 0; part < parts; part++) {
      earlier.part(part).matches(later.part(part), counter);
    }
    Set<YearMonth> shared = ExportReader.shared(there, here);
    return counter.of(
        there.accepted(), here.accepted(), Math.min(lines(there, shared), lines(here, shared)));
  }

  private static long lines(ControlTotals totals, Set<YearMonth> months) {
    return totals.byMonth().entrySet().stream()
        .filter(month -> months.contains(month.getKey()))
        .mapToLong(month -> month.getValue().lines())
        .sum();
  }

  /** Makes one reading that leaves out what others give; whether there was one to make. */
  private boolean countNext(List<Export> group, Standing standing) {
    List<Export> toFill = new ArrayList<>();
    for (Export export : exports.balanced(group)) {
      Export counted = standing.counted(export);
      if (!counted.equals(export)
          && exports.scanOf(counted).state() == Scans.State.READING) { // begun, not filled
        toFill.add(export);
      }
    }
    toFill.stream().limit(1).forEach(export -> counting.fill(export, standing));
    return !toFill.isEmpty();
  }
}
