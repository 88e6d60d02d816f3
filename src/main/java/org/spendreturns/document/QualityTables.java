package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.NOT_AVAILABLE;
import static org.spendreturns.document.DataCopy.table;
import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.DataQuality.Account;
import org.spendreturns.returns.Wording;

/** The tables that say what became of every line of every export on file. */
final class QualityTables {

  private final DataQuality quality;
  private final Wording wording;

  QualityTables(DataQuality quality, Wording wording) {
    this.quality = quality;
    this.wording = wording;
  }

  List<DataTable> all() {
    return List.of(
        accounts(), months(), rejected(), printed(), elsewhere(), perhapsTwice(), decided());
  }

  private DataTable accounts() {
    return table(
        "quality",
        columns(
            wording,
            "file",
            "digest",
            "use",
            "because",
            "lines",
            "accepted",
            "rejected",
            "duplicates",
            "blank",
            "preamble",
            "columnNames",
            "totalRows",
            "sum",
            "hiddenSheets",
            "hiddenRows",
            "hiddenColumns",
            "identicalGroups",
            "identicalLines"),
        quality.exports(),
        this::account);
  }

  private List<Datum> account(Account export) {
    Optional<ControlTotals> read = export.totals();
    return List.of(
        text(export.file()),
        text(export.digest()),
        text(wording.say("use." + export.use())),
        text(read.isEmpty() ? wording.say("setAside." + export.because()) : export.because()),
        count(read.map(ControlTotals::lines)),
        count(read.map(ControlTotals::accepted)),
        count(read.map(ControlTotals::rejected)),
        count(read.map(ControlTotals::duplicates)),
        count(read.map(ControlTotals::blank)),
        count(read.map(ControlTotals::preamble)),
        count(read.map(ControlTotals::headers)),
        count(read.map(ControlTotals::totalRows)),
        read.<Datum>map(totals -> new Sum(totals.amount())).orElse(unknown()),
        count(read.map(totals -> export.hidden().sheets())),
        count(read.map(totals -> export.hidden().rows())),
        count(read.map(totals -> export.hidden().columns())),
        count(export.identical().map(DataQuality.Identical::groups)),
        count(export.identical().map(DataQuality.Identical::lines)));
  }

  private static Datum count(Optional<Long> number) {
    return number.<Datum>map(Count::new).orElse(unknown());
  }

  private static Datum unknown() {
    return text(NOT_AVAILABLE);
  }

  private record Month(String file, YearMonth month, Tally tally) {}

  private DataTable months() {
    return table(
        "qualityMonths",
        columns(wording, "file", "month", "financialYear", "lines", "sum"),
        quality.exports().stream()
            .flatMap(
                export ->
                    export.totals().map(ControlTotals::byMonth).orElse(Map.of()).entrySet().stream()
                        .map(each -> new Month(export.file(), each.getKey(), each.getValue())))
            .toList(),
        each ->
            List.of(
                text(each.file()),
                text(each.month().toString()),
                text(FinancialYear.of(each.month().atDay(1)).toString()),
                new Count(each.tally().lines()),
                new Sum(each.tally().amount())));
  }

  private record Rejections(String file, RejectReason reason, long lines) {}

  private DataTable rejected() {
    return table(
        "qualityRejected",
        columns(wording, "file", "reason", "lines"),
        quality.exports().stream()
            .flatMap(
                export ->
                    export
                        .totals()
                        .map(ControlTotals::rejectedBy)
                        .orElse(Map.of())
                        .entrySet()
                        .stream()
                        .map(each -> new Rejections(export.file(), each.getKey(), each.getValue())))
            .toList(),
        each ->
            List.of(
                text(each.file()),
                text(wording.say("reason." + each.reason())),
                new Count(each.lines())));
  }

  private DataTable printed() {
    return table(
        "qualityPrinted",
        columns(wording, "file", "fileSheet", "line", "printed", "read", "difference"),
        quality.exports().stream().flatMap(export -> export.printed().stream()).toList(),
        each ->
            List.of(
                text(each.at().file()),
                text(each.at().sheet()),
                new Count(each.at().line()),
                new Sum(each.printed()),
                new Sum(each.read()),
                new Sum(each.difference())));
  }

  private record Left(String file, DataQuality.Elsewhere lines) {}

  private DataTable elsewhere() {
    return lines("qualityElsewhere", "countedIn", Account::elsewhere);
  }

  private DataTable perhapsTwice() {
    return lines("qualityTwice", "countedInToo", Account::perhapsTwice);
  }

  private DataTable lines(
      String id, String other, Function<Account, List<DataQuality.Elsewhere>> lines) {
    Stream<Left> left =
        quality.exports().stream()
            .flatMap(
                export -> lines.apply(export).stream().map(each -> new Left(export.file(), each)));
    return table(
        id,
        columns(wording, "file", other, "lines", "sum"),
        left.toList(),
        each ->
            List.of(
                text(each.file()),
                text(each.lines().file()),
                new Count(each.lines().lines()),
                new Sum(each.lines().amount())));
  }

  private DataTable decided() {
    return Decisions.of(quality, wording).data("qualityDecided", "sum");
  }
}
