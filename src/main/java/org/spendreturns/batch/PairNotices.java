package org.spendreturns.batch;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.ledger.Overlap.Relation;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;

/** How two exports of one body stand to each other, in words, with the commands that settle it. */
final class PairNotices {

  private final Wording wording;

  PairNotices(Wording wording) {
    this.wording = wording;
  }

  /** Of a pair that no person ruled on. */
  List<Notice> of(Standing.Pair pair) {
    List<Notice> notices = new ArrayList<>();
    if (pair.isOnlyStated()) {
      return List.of(stated(pair));
    }
    Overlap overlap = pair.overlap();
    if (pair.superseded().isPresent()) {
      notices.add(overlap.relation() == Relation.REPEATS ? repeats(pair) : within(pair));
    } else if (overlap.relation() == Relation.OVERLAPS) {
      notices.add(inCommon(pair));
    } else if (overlap.isCoincidence()) {
      notices.add(coincidence(pair));
    }
    if (overlap.isDoubtful()) {
      notices.add(alike(pair));
    }
    return notices;
  }

  private static Notice stated(Standing.Pair pair) {
    Export out = pair.superseded().orElseThrow();
    return new Notice(
        Kind.TOLD,
        "%s: %s counts in its place, as the body's file says"
            .formatted(out.path(), pair.other(out).path()));
  }

  private static Notice repeats(Standing.Pair pair) {
    String first = pair.earlier().path();
    String second = pair.later().path();
    long reworded = pair.overlap().reworded();
    if (reworded > 0) {
      return new Notice(
          Kind.NEEDS_A_PERSON,
          "%s: gives the same payments as %s by number, date, amount and supplier, %,d of them in other words; counted once, as %s says it; if this one says it better: %s"
              .formatted(
                  second,
                  first,
                  reworded,
                  first,
                  decide(pair.later(), "replaces", pair.earlier())));
    }
    boolean isSameFile = pair.earlier().digest().equals(pair.later().digest());
    return new Notice(
        Kind.TOLD,
        "%s: %s %s; counted once"
            .formatted(second, isSameFile ? "the same file as" : "says line by line what", first));
  }

  private static Notice within(Standing.Pair pair) {
    Export out = pair.superseded().orElseThrow();
    Export in = pair.other(out);
    Overlap overlap = pair.overlap();
    return new Notice(
        Kind.NEEDS_A_PERSON,
        "%s: all of its %,d lines stand in %s%s, which has %,d more and counts in its place; check that it is meant to; if not: %s"
            .formatted(
                out.path(),
                overlap.same(),
                in.path(),
                reworded(overlap),
                overlap.onlyEarlier() + overlap.onlyLater(),
                decide(pair.later(), "beside", pair.earlier())));
  }

  private Notice inCommon(Standing.Pair pair) {
    Overlap overlap = pair.overlap();
    return new Notice(
        Kind.NEEDS_A_PERSON,
        "%s: %,d of its lines, %s in all, stand in %s as well%s, and are counted once, there; %,d stand only here, %,d only there; check that neither corrects the other; if this one does: %s"
            .formatted(
                pair.later().path(),
                overlap.same(),
                wording.money(overlap.sameAmount()),
                pair.earlier().path(),
                reworded(overlap),
                overlap.onlyLater(),
                overlap.onlyEarlier(),
                decide(pair.later(), "replaces", pair.earlier())));
  }

  /** Lines whose number shows that they are the same payments, though not their words. */
  private static String reworded(Overlap overlap) {
    return overlap.reworded() == 0
        ? ""
        : " (%,d in other words, with the same number, date, amount and supplier)"
            .formatted(overlap.reworded());
  }

  private Notice coincidence(Standing.Pair pair) {
    Tally lines = pair.overlap().unnumbered();
    return new Notice(
        Kind.TOLD,
        "%s: %s, %s in all, stand in %s letter for letter, too few to be taken for the same payments, and without transaction numbers; each is counted in both; if they are the same payments: %s"
            .formatted(
                pair.later().path(),
                ofItsLines(lines),
                wording.money(lines.amount()),
                pair.earlier().path(),
                decide(pair.later(), "once-with", pair.earlier())));
  }

  private Notice alike(Standing.Pair pair) {
    Tally lines = pair.overlap().alike();
    return new Notice(
        Kind.NEEDS_A_PERSON,
        "%s: %s, %s in all, agree in date, amount and supplier with lines of %s, and not in all they say; each is counted in both, so twice if they are the same payments in another layout; if this export replaces the other: %s; if only those lines are the same: %s; if they are payments of their own: %s"
            .formatted(
                pair.later().path(),
                ofItsLines(lines),
                wording.money(lines.amount()),
                pair.earlier().path(),
                decide(pair.later(), "replaces", pair.earlier()),
                decide(pair.later(), "once-with", pair.earlier()),
                decide(pair.later(), "beside", pair.earlier())));
  }

  private static String ofItsLines(Tally lines) {
    return "%,d of its lines".formatted(lines.lines());
  }

  /** The command that settles it, to be copied. */
  private static String decide(Export export, String how, Export other) {
    return "export decide \"%s\" --%s \"%s\" --who NAME --why REASON"
        .formatted(export.path(), how, other.path());
  }
}
