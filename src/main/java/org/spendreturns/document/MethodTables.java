package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.NOT_APPLICABLE;
import static org.spendreturns.document.DataCopy.table;
import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Wording;

/** The tables that say how a return was made. */
final class MethodTables {

  private final Method method;
  private final Wording wording;

  MethodTables(Method method, Wording wording) {
    this.method = method;
    this.wording = wording;
  }

  DataTable sources() {
    List<List<Datum>> rows =
        Stream.concat(
                method.exports().stream().map(this::export),
                method.registers().stream().map(this::register))
            .toList();
    return table(
        "sources",
        columns(
            wording,
            "kind",
            "file",
            "digest",
            "firstMonth",
            "lastMonth",
            "lines",
            "accepted",
            "rejected",
            "duplicates",
            "blank",
            "sum"),
        rows,
        row -> row);
  }

  private List<Datum> export(Method.Export export) {
    ControlTotals totals = export.totals();
    return List.of(
        text(wording.say("kind.export")),
        text(export.file()),
        text(export.digest()),
        text(month(export.first())),
        text(month(export.last())),
        new Count(totals.lines()),
        new Count(totals.accepted()),
        new Count(totals.rejected()),
        new Count(totals.duplicates()),
        new Count(totals.blank()),
        new Sum(totals.amount()));
  }

  private static String month(Optional<YearMonth> month) {
    return month.map(YearMonth::toString).orElse(NOT_APPLICABLE);
  }

  private List<Datum> register(Method.Register register) {
    Datum none = text(NOT_APPLICABLE);
    return List.of(
        text(wording.say("kind.register")),
        text(register.file()),
        text(register.digest()),
        none,
        none,
        new Count(register.accepted() + register.rejected()),
        new Count(register.accepted()),
        new Count(register.rejected()),
        none,
        none,
        none);
  }

  DataTable reconciliation() {
    return table(
        "reconciliation",
        columns(wording, "step", "lines", "amount", "isSum"),
        method.chain(),
        step ->
            List.of(
                text(step.title()),
                new Count(step.lines()),
                new Sum(step.amount()),
                text(wording.say(step.isSum() ? "yes" : "no"))));
  }

  DataTable rejected() {
    return table(
        "rejected",
        columns(wording, "file", "fileSheet", "line", "reason", "message"),
        method.rejected(),
        each ->
            List.of(
                text(each.line().at().file()),
                text(each.line().at().sheet()),
                new Count(each.line().at().line()),
                text(wording.say("reason." + each.line().reason())),
                text(wording.own(each.line().message()))));
  }

  DataTable forReview() {
    return table(
        "forReview",
        columns(wording, "date", "supplier", "amount", "question", "file", "fileSheet", "line"),
        method.forReview(),
        each ->
            List.of(
                new Day(each.date()),
                text(each.supplier()),
                new Sum(each.amount()),
                text(each.question()),
                text(each.at().file()),
                text(each.at().sheet()),
                new Count(each.at().line())));
  }
}
