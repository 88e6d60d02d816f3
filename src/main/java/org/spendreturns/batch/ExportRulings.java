package org.spendreturns.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.returns.ExportDecision.Rules;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.returns.ExportDecision.Withdraws;
import org.spendreturns.store.ExportDecisions;
import org.spendreturns.store.Scans;

/** What people decide about how exports count. The next run uses what was decided. */
public final class ExportRulings {

  private final ExportsToScan exports;
  private final ExportReader reader;
  private final Scans scans;
  private final ExportDecisions decisions;
  private final Clock clock;

  ExportRulings(
      ExportsToScan exports,
      ExportReader reader,
      Scans scans,
      ExportDecisions decisions,
      Clock clock) {
    this.exports = exports;
    this.reader = reader;
    this.scans = scans;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** How many lines a ruling moves, and their sum. */
  private record Moved(long lines, Money amount) {}

  /**
   * Settles how two exports of one body count.
   *
   * @param file path or name of an export on file
   * @param ruling {@code REPLACES}, {@code BESIDE} or {@code ONCE}
   * @param other path or name of the second
   * @throws IllegalArgumentException if they are not two balanced exports of one body, or none of a
   *     circle would be left to count
   */
  public Rules decide(String file, Ruling ruling, String other, By by) {
    Export one = export(file);
    Export two = export(other);
    if (one.path().equals(two.path()) || !one.body().id().equals(two.body().id())) {
      throw new IllegalArgumentException(
          "%s and %s: expected two exports of one body".formatted(one.path(), two.path()));
    }
    Moved moved = ruling == Ruling.REPLACES ? all(two) : inCommon(one, two, ruling);
    Rules rules =
        new Rules(
            decisions.nextId(),
            one.body().id(),
            ruling,
            Standing.fileOf(one),
            Optional.of(Standing.fileOf(two)),
            Optional.empty(),
            moved.lines(),
            moved.amount(),
            by.now(clock));
    refuseCircle(rules);
    decisions.add(rules);
    return rules;
  }

  private Moved all(Export export) {
    ControlTotals totals = scans.totals(exports.scanOf(export).id());
    return new Moved(totals.accepted(), totals.amount());
  }

  /** Lines that stand in both, and if they are to count once, those that the run asked about. */
  private Moved inCommon(Export one, Export two, Ruling ruling) {
    List<Export> inOrder =
        ExportsToScan.groups(List.of(one, two)).stream().findFirst().orElseThrow();
    return exports
        .compared(inOrder)
        .compare(inOrder.get(0), inOrder.get(1))
        .map(
            overlap ->
                ruling == Ruling.ONCE && overlap.isDoubtful()
                    ? new Moved(
                        overlap.same() + overlap.alike().lines(),
                        overlap.sameAmount().plus(overlap.alike().amount()))
                    : new Moved(overlap.same(), overlap.sameAmount()))
        .orElse(new Moved(0, Money.ZERO));
  }

  /** Following what replaces what must end at an export that counts. */
  private void refuseCircle(Rules added) {
    if (added.ruling() != Ruling.REPLACES) {
      return;
    }
    List<Rules> inForce =
        ExportDecision.inForce(decisions.of(added.body()), added.grounds().when()).stream()
            .filter(rules -> rules.ruling() == Ruling.REPLACES)
            .filter(rules -> !added.isOf(rules.export(), rules.other().orElseThrow()))
            .toList();
    Set<ExportDecision.File> replacing = new HashSet<>(Set.of(added.export()));
    for (int left = inForce.size(); left >= 0; left--) {
      for (Rules rules : inForce) {
        if (replacing.contains(rules.other().orElseThrow())) {
          replacing.add(rules.export());
        }
      }
    }
    if (replacing.contains(added.other().orElseThrow())) {
      throw new IllegalArgumentException(
          "%s is replaced by %s already, by way of other decisions; withdraw one of them first"
              .formatted(added.export().path(), added.other().orElseThrow().path()));
    }
  }

  /**
   * Settles that a line that is left out, for it stands above it or in another export as well, is a
   * payment of its own.
   *
   * @throws IllegalArgumentException if it is not left out
   */
  public Rules twoPayments(String file, String sheet, long line, By by) {
    Export export = export(file);
    Export counted =
        exports.asKnownAt(clock.instant()).stream()
            .filter(each -> each.path().equals(export.path()))
            .findFirst()
            .orElse(export);
    SourceRef place = new SourceRef(export.path(), sheet, line);
    Scans.DuplicateLine left =
        scans.duplicates(exports.scanOf(counted).id()).stream()
            .filter(each -> each.at().sheet().equals(sheet) && each.at().line() == line)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: is not left out; export show lists the lines that are"
                            .formatted(place)));
    return add(export, Ruling.TWO_PAYMENTS, Optional.of(place), new Moved(1, left.amount()), by);
  }

  /**
   * Settles that lines that are identical to one above them in the same export are one payment.
   *
   * @param at sheet and number of the one line that is meant; empty for every such line
   * @throws IllegalArgumentException if there is no such line
   */
  public Rules onePayment(String file, Optional<SourceRef> at, By by) {
    Export export = export(file);
    Optional<SourceRef> place =
        at.map(asked -> new SourceRef(export.path(), asked.sheet(), asked.line()));
    Moved moved = repeated(export, place);
    if (moved.lines() == 0) {
      throw new IllegalArgumentException(
          place.isPresent()
              ? "%s: no line above it is identical to it".formatted(place.get())
              : "%s: no two of its lines are identical".formatted(export.path()));
    }
    return add(export, Ruling.ONE_PAYMENT, place, moved, by);
  }

  /** The lines that say what one above them says. */
  private Moved repeated(Export export, Optional<SourceRef> place) {
    ControlTotals totals = scans.totals(exports.scanOf(export).id());
    int parts = SpreadLines.partsFor(totals.accepted());
    long[] moved = new long[2];
    try (SpreadLines lines = reader.spread(export, totals.byMonth().keySet(), parts)) {
      for (int part = 0; part < parts; part++) {
        Set<Object> above = new HashSet<>();
        lines.each(
            part,
            line -> {
              boolean isMeant =
                  place
                      .filter(
                          at ->
                              !at.sheet().equals(line.at().sheet())
                                  || at.line() != line.at().line())
                      .isEmpty();
              if (!above.add(line.content()) && isMeant) {
                moved[0]++;
                moved[1] = Math.addExact(moved[1], line.amount().pence());
              }
            });
      }
    }
    return new Moved(moved[0], new Money(moved[1]));
  }

  private Rules add(Export export, Ruling ruling, Optional<SourceRef> at, Moved moved, By by) {
    Rules rules =
        new Rules(
            decisions.nextId(),
            export.body().id(),
            ruling,
            Standing.fileOf(export),
            Optional.empty(),
            at,
            moved.lines(),
            moved.amount(),
            by.now(clock));
    decisions.add(rules);
    return rules;
  }

  /**
   * Takes a decision back, by a decision of its own.
   *
   * @throws IllegalArgumentException if there is none of this id, or it is withdrawn already
   */
  public Withdraws withdraw(String id, By by) {
    Instant now = clock.instant();
    Rules rules =
        exports.eachForItself(now).stream()
            .map(export -> export.body().id())
            .distinct()
            .flatMap(body -> ExportDecision.inForce(decisions.of(body), now).stream())
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no decision in force about an export; export show lists them"
                            .formatted(id)));
    Withdraws withdrawal = new Withdraws(decisions.nextId(), rules.body(), id, by.now(clock));
    decisions.add(withdrawal);
    return withdrawal;
  }

  /** The one export on file that a person means, read for itself and balanced. */
  private Export export(String file) {
    List<Export> found =
        exports.balanced(exports.eachForItself(clock.instant())).stream()
            .filter(each -> each.path().equals(file) || each.path().endsWith("/" + file))
            .toList();
    if (found.stream().map(Export::path).distinct().count() != 1) {
      throw new IllegalArgumentException(
          found.isEmpty()
              ? "%s: is not on file, or was not read as a whole; export list names those that are"
                  .formatted(file)
              : "%s: may be any of %s; name its path"
                  .formatted(file, String.join(", ", found.stream().map(Export::path).toList())));
    }
    return found.get(0);
  }
}
