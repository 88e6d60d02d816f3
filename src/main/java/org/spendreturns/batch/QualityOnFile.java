package org.spendreturns.batch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.DataQuality.Use;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.store.Scans;
import org.spendreturns.store.Seen;
import org.springframework.stereotype.Component;

/** Gathers what became of the exports on file. */
@Component
class QualityOnFile {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ExportsToScan exports;
  private final Scans scans;
  private final Seen seen;

  QualityOnFile(ExportsToScan exports, Scans scans, Seen seen) {
    this.exports = exports;
    this.scans = scans;
    this.seen = seen;
  }

  /** Of one body's exports, as they were read for one topic, told in a language. */
  DataQuality of(Body body, Rulebook rulebook, Instant asKnownAt, Wording wording) {
    List<Export> own =
        exports.eachForItself(asKnownAt).stream()
            .filter(export -> export.body().id().equals(body.id()))
            .filter(export -> export.rulebook().equals(rulebook))
            .toList();
    List<DataQuality.Account> accounts = new ArrayList<>();
    for (List<Export> group : ExportsToScan.groups(own)) {
      Standing standing = exports.standing(group, asKnownAt);
      group.forEach(export -> accounts.add(account(export, standing)));
    }
    List<DataQuality.Decided> decided =
        exports.rulings(body.id(), asKnownAt).stream()
            .map(rules -> decided(rules, wording))
            .toList();
    return new DataQuality(accounts, decided);
  }

  private DataQuality.Account account(Export export, Standing standing) {
    Scans.Scan read = exports.scanOf(export);
    Scans.Scan counted = exports.scanOf(standing.counted(export));
    Use use = use(export, counted.state());
    String because =
        switch (use) {
          case REPLACED ->
              Optional.ofNullable(standing.supersededBy().get(export.path()))
                  .map(pair -> pair.other(export).name())
                  .orElse("");
          case SET_ASIDE, WITHOUT_PAYMENTS -> counted.setAsideKind();
          case COUNTED, KEPT_OUT -> "";
        };
    return new DataQuality.Account(
        export.name(),
        export.digest(),
        use,
        because,
        counted.state() == Scans.State.SET_ASIDE
            ? Optional.empty()
            : Optional.of(scans.totals(counted.id())),
        seen.printedTotals(read.id(), export.name()),
        seen.hidden(read.id()),
        seen.identical(read.id()),
        seen.elsewhere(counted.id()),
        perhapsTwice(export, standing));
  }

  /** What the night asks about, or tells, and counts in both exports until a person decides. */
  private static List<DataQuality.Elsewhere> perhapsTwice(Export export, Standing standing) {
    List<DataQuality.Elsewhere> lines = new ArrayList<>();
    for (Standing.Pair pair : standing.pairs()) {
      Tally open = pair.perhapsTwice();
      if (pair.later().equals(export) && open.lines() > 0 && standing.countsBoth(pair)) {
        lines.add(new DataQuality.Elsewhere(pair.earlier().name(), open.lines(), open.amount()));
      }
    }
    return lines;
  }

  private static Use use(Export export, Scans.State state) {
    return switch (state) {
      case BALANCED -> Use.COUNTED;
      case SUPERSEDED -> Use.REPLACED;
      case SET_ASIDE ->
          export.body().ledgers().isWithoutPayments(export.name())
              ? Use.WITHOUT_PAYMENTS
              : Use.SET_ASIDE;
      case READING, READ, QUARANTINED -> Use.KEPT_OUT;
    };
  }

  private static DataQuality.Decided decided(ExportDecision.Rules rules, Wording wording) {
    return new DataQuality.Decided(
        rules.id(),
        rules.grounds().when().atZone(LONDON).toLocalDate(),
        rules.said(wording),
        rules.lines(),
        rules.amount());
  }
}
