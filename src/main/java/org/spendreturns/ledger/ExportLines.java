package org.spendreturns.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The accepted lines of one export by what they say, to compare exports of one body; not for two
 * threads. Takes about 250 bytes of memory a line.
 */
public final class ExportLines {

  private final ComparedLine.Maker maker = new ComparedLine.Maker();
  private final Map<LineContent, List<ComparedLine>> inShort = new HashMap<>();
  private long lines;

  /** Takes a line of the export. */
  public void add(LedgerLine line) {
    add(maker.of(line));
  }

  /** Takes a line of the export. */
  public void add(ComparedLine line) {
    inShort.computeIfAbsent(line.inShort(), none -> new ArrayList<>(1)).add(line);
    lines++;
  }

  /** How many lines were taken. */
  public long lines() {
    return lines;
  }

  /** What two lines of two exports have in common. */
  public enum Match {
    /** All they say, letter for letter. */
    IDENTICAL,
    /** Transaction number, date, amount and supplier: one payment, told in two ways. */
    SAME_NUMBER,
    /** Date, amount and supplier: perhaps one payment, perhaps two. */
    ALIKE
  }

  /** Is told of each two lines that have something in common. */
  public interface Visitor {
    /** A line of the export that came first, and one of the other. */
    void match(ComparedLine earlier, ComparedLine later, Match match);
  }

  /**
   * Finds the lines that stand in this export and in a later one. Each line is given once, so that
   * three identical lines there repeat at most as many as stand here; the others are new. Identical
   * lines go before those of the same number, and these before those that are only alike.
   */
  public void matches(ExportLines later, Visitor visitor) {
    for (Map.Entry<LineContent, List<ComparedLine>> group : inShort.entrySet()) {
      List<ComparedLine> there = later.inShort.get(group.getKey());
      if (there != null) {
        matches(new ArrayList<>(group.getValue()), new ArrayList<>(there), visitor);
      }
    }
  }

  private static void matches(List<ComparedLine> here, List<ComparedLine> there, Visitor visitor) {
    match(here, there, each -> true, ComparedLine::content, Match.IDENTICAL, visitor);
    match(here, there, ComparedLine::isNumbered, ComparedLine::number, Match.SAME_NUMBER, visitor);
    match(here, there, each -> true, ComparedLine::inShort, Match.ALIKE, visitor);
  }

  /** Takes those that match out of both lists. */
  private static void match(
      List<ComparedLine> here,
      List<ComparedLine> there,
      Predicate<ComparedLine> which,
      Function<ComparedLine, Object> by,
      Match match,
      Visitor visitor) {
    Map<Object, Queue<ComparedLine>> waiting = new HashMap<>();
    for (ComparedLine line : here) {
      if (which.test(line)) {
        waiting.computeIfAbsent(by.apply(line), none -> new ArrayDeque<>(1)).add(line);
      }
    }
    Set<SourceRef> takenHere = new HashSet<>();
    Set<SourceRef> takenThere = new HashSet<>();
    for (ComparedLine line : there) {
      Queue<ComparedLine> first = waiting.getOrDefault(by.apply(line), new ArrayDeque<>(0));
      if (which.test(line) && !first.isEmpty()) {
        ComparedLine earlier = first.remove();
        visitor.match(earlier, line, match);
        takenHere.add(earlier.at());
        takenThere.add(line.at());
      }
    }
    here.removeIf(line -> takenHere.contains(line.at()));
    there.removeIf(line -> takenThere.contains(line.at()));
  }

  /** How this export and a later one of the same body stand to each other. */
  public Overlap comparedWith(ExportLines later) {
    Overlap.Counter counter = new Overlap.Counter();
    matches(later, counter);
    return counter.of(lines, later.lines, Math.min(lines, later.lines));
  }
}
