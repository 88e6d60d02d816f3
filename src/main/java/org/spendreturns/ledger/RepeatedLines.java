package org.spendreturns.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.money.Money;

/**
 * Counts what one export says twice: identical lines, and lines of a sheet that stand on another of
 * its sheets as well. All of them are kept: nothing in a ledger tells an entry made twice from two
 * payments that are alike.
 *
 * <p>Lines come in parts, those of one date, amount and supplier all in the same part, so that no
 * more than a part is held in memory. Not for two threads.
 */
public final class RepeatedLines {

  private static final long LINES_AT_LEAST = 2; // of two sheets; one may be a payment like another

  private static final Comparator<SourceRef> IN_ORDER =
      Comparator.comparing(SourceRef::sheet).thenComparingLong(SourceRef::line);

  private final Map<LineContent, Group> identical = new HashMap<>();
  private final Map<LineContent, Group> alike = new HashMap<>();
  private final Map<Sheets, Tally> alikeOn = new HashMap<>();
  private final Map<Sheets, Tally> identicalOn = new HashMap<>();
  private long groups;
  private long lines;
  private Optional<SourceRef> first = Optional.empty();

  /**
   * Most of a sheet's lines stand on another sheet as well.
   *
   * @param sheet the one with fewer lines, or of two with as many the one that comes later
   * @param of how many lines it has
   * @param other the sheet that has most of them, too
   * @param alike those that agree in date, amount and supplier, and their sum
   * @param identical how many of these agree letter for letter
   */
  public record SheetAgain(String sheet, long of, String other, Tally alike, long identical) {}

  /** Two sheets, whichever comes first. */
  private record Sheets(String one, String other) {
    static Sheets of(String one, String other) {
      return one.compareTo(other) < 0 ? new Sheets(one, other) : new Sheets(other, one);
    }
  }

  /** Lines that say the same: how many, on the sheet of the first and on others. */
  private static final class Group {
    private final SourceRef first;
    private final Money amount;
    private long here = 1;
    private Map<String, Long> elsewhere = Map.of();

    Group(ComparedLine line) {
      first = line.at();
      amount = line.amount();
    }

    void add(ComparedLine line) {
      if (line.at().sheet().equals(first.sheet())) {
        here++;
      } else {
        elsewhere = elsewhere.isEmpty() ? new HashMap<>() : elsewhere;
        elsewhere.merge(line.at().sheet(), 1L, Long::sum);
      }
    }

    long lines() {
      return here + elsewhere.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Each line is given once: of three here and two there, two stand on both. */
    void countPairs(Map<Sheets, Tally> on) {
      if (elsewhere.isEmpty()) {
        return;
      }
      List<Map.Entry<String, Long>> sheets =
          Stream.concat(
                  Stream.of(Map.entry(first.sheet(), here)),
                  elsewhere.entrySet().stream().map(Map.Entry::copyOf))
              .toList();
      for (int one = 0; one < sheets.size(); one++) {
        for (int other = one + 1; other < sheets.size(); other++) {
          long both = Math.min(sheets.get(one).getValue(), sheets.get(other).getValue());
          on.merge(
              Sheets.of(sheets.get(one).getKey(), sheets.get(other).getKey()),
              new Tally(both, new Money(Math.multiplyExact(amount.pence(), both))),
              Tally::plus);
        }
      }
    }
  }

  /** Takes the next line of a part, in the export's order. */
  public void add(ComparedLine line) {
    add(line.content(), line, identical);
    if (!line.at().sheet().isEmpty()) { // a text has one sheet
      add(line.inShort(), line, alike);
    }
  }

  private static void add(LineContent by, ComparedLine line, Map<LineContent, Group> to) {
    Group group = to.get(by);
    if (group == null) {
      to.put(by, new Group(line));
    } else {
      group.add(line);
    }
  }

  /** No line to come is like one that was taken. */
  public void endPart() {
    for (Group group : identical.values()) {
      long all = group.lines();
      if (all > 1) {
        groups++;
        lines += all;
        first = Stream.concat(first.stream(), Stream.of(group.first)).min(IN_ORDER);
        group.countPairs(identicalOn);
      }
    }
    alike.values().forEach(group -> group.countPairs(alikeOn));
    identical.clear();
    alike.clear();
  }

  /** How many groups of identical lines there are. */
  public long groups() {
    return groups;
  }

  /** How many lines are in them, the first of each group included. */
  public long lines() {
    return lines;
  }

  /** Where the first of them stands, by sheet and line; empty if no two lines are identical. */
  public Optional<SourceRef> first() {
    return first;
  }

  /**
   * The sheets that stand on another as well, by more than half of their lines; in order.
   *
   * @param linesOf how many lines each sheet has, in the export's order
   */
  public List<SheetAgain> sheetsAgain(Map<String, Long> linesOf) {
    List<SheetAgain> again = new ArrayList<>();
    List<String> before = new ArrayList<>();
    linesOf.forEach(
        (sheet, of) -> {
          linesOf.entrySet().stream()
              .filter(
                  other ->
                      other.getValue() > of
                          || (other.getValue().equals(of) && before.contains(other.getKey())))
              .map(other -> again(sheet, of, other.getKey()))
              .filter(each -> each.alike().lines() >= LINES_AT_LEAST)
              .filter(each -> 2 * each.alike().lines() > of)
              .max(Comparator.comparingLong(each -> each.alike().lines()))
              .ifPresent(again::add);
          before.add(sheet);
        });
    return again;
  }

  private SheetAgain again(String sheet, long of, String other) {
    Sheets both = Sheets.of(sheet, other);
    Tally none = new Tally(0, Money.ZERO);
    return new SheetAgain(
        sheet,
        of,
        other,
        alikeOn.getOrDefault(both, none),
        identicalOn.getOrDefault(both, none).lines());
  }
}
