package org.spendreturns.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.returns.ExportDecision.Rules;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.spendreturns.store.Scans;
import org.springframework.stereotype.Component;

/** What became of the lines of the exports on file, in words. */
@Component
class Accounts {

  private static final int REJECTED_SHOWN = 10; // of each export; all are stored

  private final ExportsToScan exports;
  private final Scans scans;
  private final Wording wording;

  Accounts(ExportsToScan exports, Scans scans, Wording wording) {
    this.exports = exports;
    this.scans = scans;
    this.wording = wording;
  }

  /**
   * What a run has to tell of its exports: first each export's account, then how exports of one
   * body stand to each other.
   */
  List<Notice> of(List<Export> eachForItself, Instant asKnownAt) {
    List<Notice> told = new ArrayList<>();
    List<Notice> pairs = new ArrayList<>();
    for (List<Export> group : ExportsToScan.groups(eachForItself)) {
      Standing standing = exports.standing(group, asKnownAt);
      for (Export export : group) {
        boolean isOnce =
            standing.ofLines().getOrDefault(export.path(), List.of()).stream()
                .anyMatch(Accounts::isOfAllIdenticalLines);
        Scans.Scan counted = exports.scanOf(standing.counted(export));
        tellIfUnread(export, counted, told);
        tell(exports.scanOf(export), counted, isOnce, told);
      }
      unread(group).filter(notice -> !told.contains(notice)).ifPresent(told::add);
      standing.pairs().stream()
          .filter(pair -> isWorthTelling(pair, standing))
          .forEach(pair -> pairs.addAll(words(pair)));
      standing.ofLines().values().stream()
          .flatMap(List::stream)
          .forEach(rules -> pairs.add(new Notice(Kind.TOLD, decided(rules))));
    }
    told.addAll(pairs);
    return told;
  }

  /** What exports that nobody can read do to a body's returns, and what helps. */
  private Optional<Notice> unread(List<Export> group) {
    long unread =
        group.stream()
            .filter(export -> isUnread(exports.scanOf(export)))
            .filter(export -> !isWithoutPayments(export, exports.scanOf(export)))
            .count();
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            new Notice(
                Kind.NEEDS_A_PERSON,
                "%s: %s could not be read, so its returns say 'at least' of every sum paid; lay in what can be read, or name files that hold no payments in the body's file (complete: no-payments-in)"
                    .formatted(
                        group.get(0).body().id(), unread == 1 ? "1 export" : unread + " exports")));
  }

  /** An export that another stands for is told of once, with the one that stands for it. */
  private static boolean isWorthTelling(Standing.Pair pair, Standing standing) {
    List<String> out =
        List.of(pair.earlier().path(), pair.later().path()).stream()
            .filter(standing.supersededBy()::containsKey)
            .toList();
    return out.stream().allMatch(path -> pair.equals(standing.supersededBy().get(path)));
  }

  /** A ruling on two exports, or on lines of one, is told each night. */
  private String decided(Rules rules) {
    return "%s: %s, as decided (%s); %s of %s"
        .formatted(
            rules.export().path(),
            rules.said(wording),
            rules.id(),
            rules.lines() == 1 ? "1 line" : "%,d lines".formatted(rules.lines()),
            wording.money(rules.amount()));
  }

  private List<Notice> words(Standing.Pair pair) {
    return pair.ruled()
        .map(rules -> List.of(new Notice(Kind.TOLD, decided(rules))))
        .orElseGet(() -> new PairNotices(wording).of(pair));
  }

  private static boolean isOfAllIdenticalLines(Rules rules) {
    return rules.ruling() == Ruling.ONE_PAYMENT && rules.line().isEmpty();
  }

  private static void tellIfUnread(Export export, Scans.Scan counted, List<Notice> told) {
    if (isUnread(counted)) {
      Kind kind = isWithoutPayments(export, counted) ? Kind.TOLD : Kind.NEEDS_A_PERSON;
      told.add(new Notice(kind, counted.message()));
    }
  }

  /** Whether the body says so of it; of one that was read its lines say what it holds. */
  private static boolean isWithoutPayments(Export export, Scans.Scan scan) {
    return scan.state() == Scans.State.SET_ASIDE
        && export.body().ledgers().isWithoutPayments(export.name());
  }

  private static boolean isUnread(Scans.Scan scan) {
    return scan.state() == Scans.State.SET_ASIDE || scan.state() == Scans.State.QUARANTINED;
  }

  private void tell(Scans.Scan forItself, Scans.Scan counted, boolean isOnce, List<Notice> told) {
    tellNotes(forItself, isOnce, told);
    List<Rejected> rejected = scans.rejected(counted.id());
    rejected.stream()
        .limit(REJECTED_SHOWN)
        .forEach(line -> told.add(new Notice(Kind.NEEDS_A_PERSON, line.withoutNames().message())));
    if (rejected.size() > REJECTED_SHOWN) {
      told.add(
          new Notice(
              Kind.NEEDS_A_PERSON,
              "%s: %,d more lines were rejected; export show %s shows them all"
                  .formatted(
                      counted.fileName(), rejected.size() - REJECTED_SHOWN, counted.fileName())));
    }
    if (counted.state() != Scans.State.SET_ASIDE) { // of which nothing was read
      told.add(
          new Notice(Kind.TOLD, counted.fileName() + ": " + words(scans.totals(counted.id()))));
    }
  }

  /** Notes of a reading; what people decided is not asked again. */
  private void tellNotes(Scans.Scan scan, boolean isOnce, List<Notice> told) {
    for (Scans.Note note : scans.notes(scan.id())) {
      switch (note.kind()) {
        case SHOWN -> {} // only to who asks
        case TOLD -> told.add(new Notice(Kind.TOLD, note.message()));
        case NEEDS_A_PERSON -> told.add(new Notice(Kind.NEEDS_A_PERSON, note.message()));
        case NEEDS_A_DECISION -> {
          if (!isOnce) {
            told.add(new Notice(Kind.NEEDS_A_PERSON, note.message()));
          }
        }
      }
    }
  }

  /** An account in one line. */
  String words(ControlTotals totals) {
    return "%,d lines = %,d accepted + %,d rejected + %,d duplicate + %,d blank; %s"
        .formatted(
            totals.lines(),
            totals.accepted(),
            totals.rejected(),
            totals.duplicates(),
            totals.blank(),
            wording.money(totals.amount()));
  }
}
