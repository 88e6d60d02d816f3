package org.spendreturns.batch;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.store.ExportDecisions;
import org.spendreturns.store.Scans;
import org.springframework.stereotype.Component;

/** How each export was read, with what people decided about it. */
@Component
final class ExportAccounts {

  private final ExportsToScan exports;
  private final Scans scans;
  private final ExportDecisions decisions;

  ExportAccounts(ExportsToScan exports, Scans scans, ExportDecisions decisions) {
    this.exports = exports;
    this.scans = scans;
    this.decisions = decisions;
  }

  /** Of every export known at an instant, by path. */
  List<Runs.ExportAccount> all(Instant asKnownAt) {
    return exports.asKnownAt(asKnownAt).stream().map(this::account).toList();
  }

  private Runs.ExportAccount account(ExportsToScan.Export export) {
    Scans.Scan scan = exports.scanOf(export);
    return new Runs.ExportAccount(
        export.path(),
        export.digest(),
        export.body().id(),
        export.rulebook().topic(),
        scan.state().name(),
        scan.message(),
        scans.totals(scan.id()),
        scans.rejected(scan.id()),
        scans.duplicates(scan.id()),
        scans.notes(scan.id()),
        decisionsOn(Standing.fileOf(export), export.body().id()));
  }

  private List<ExportDecision> decisionsOn(ExportDecision.File export, String body) {
    List<ExportDecision> all = decisions.of(body);
    Set<String> ids = new HashSet<>();
    for (ExportDecision each : all) {
      if (each instanceof ExportDecision.Rules rules
          && (rules.export().equals(export) || rules.other().filter(export::equals).isPresent())) {
        ids.add(rules.id());
      }
    }
    return all.stream()
        .filter(
            each ->
                ids.contains(each.id())
                    || (each instanceof ExportDecision.Withdraws withdrawal
                        && ids.contains(withdrawal.withdrawn())))
        .toList();
  }
}
