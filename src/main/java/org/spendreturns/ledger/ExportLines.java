package org.spendreturns.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.money.Money;

/**
 * The accepted lines of one export by what they say, to compare exports of one body; not for two
 * threads. Takes about 150 bytes of memory a line.
 */
public final class ExportLines {

  private final Map<LineContent, List<SourceRef>> places = new HashMap<>();
  private final Map<LineContent, Integer> claimed = new HashMap<>();
  private final Map<LineContent, Money> amounts = new HashMap<>();
  private long lines;

  /** Takes a line of the export. */
  public void add(LedgerLine line) {
    add(LineContent.of(line), line.at(), line.amount());
  }

  /** Takes a line of which only what it says, where, and its amount are at hand. */
  public void add(LineContent content, SourceRef at, Money amount) {
    places.computeIfAbsent(content, none -> new ArrayList<>(1)).add(at);
    amounts.putIfAbsent(content, amount);
    lines++;
  }

  /** How many lines were taken. */
  public long lines() {
    return lines;
  }

  /**
   * Finds the line of this export that a line of a later one says as well. Each line is given once,
   * so that three identical lines there repeat at most as many as stand here; the others are new.
   *
   * @return where it stands here, or empty if the later line is new
   */
  public Optional<SourceRef> claim(LineContent content) {
    List<SourceRef> here = places.getOrDefault(content, List.of());
    int next = claimed.getOrDefault(content, 0);
    if (next >= here.size()) {
      return Optional.empty();
    }
    claimed.put(content, next + 1);
    return Optional.of(here.get(next));
  }

  /**
   * Identical lines within the export. They are kept and counted, each of them: nothing in a ledger
   * tells an entry made twice from two payments that are alike.
   *
   * @return the places of each group of two or more, by the place of its first line
   */
  public List<List<SourceRef>> repeated() {
    return places.values().stream()
        .filter(group -> group.size() > 1)
        .map(List::copyOf)
        .sorted(
            Comparator.comparing((List<SourceRef> group) -> group.get(0).sheet())
                .thenComparingLong(group -> group.get(0).line()))
        .toList();
  }

  /** The first line of this export that says it, or empty if none does. */
  public Optional<SourceRef> first(LineContent content) {
    return Optional.ofNullable(places.get(content)).map(group -> group.get(0));
  }

  /** How this export and a later one of the same body stand to each other. */
  public Overlap comparedWith(ExportLines later) {
    long same = 0;
    Money amount = Money.ZERO;
    for (Map.Entry<LineContent, List<SourceRef>> here : places.entrySet()) {
      int there = later.places.getOrDefault(here.getKey(), List.of()).size();
      int both = Math.min(here.getValue().size(), there);
      same += both;
      Money each = amounts.getOrDefault(here.getKey(), Money.ZERO);
      amount = amount.plus(new Money(Math.multiplyExact(each.pence(), both)));
    }
    return new Overlap(same, amount, lines - same, later.lines - same);
  }
}
