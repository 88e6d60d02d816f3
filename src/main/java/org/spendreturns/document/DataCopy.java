package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Payment;
import org.spendreturns.returns.Pool;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Evidence;

/**
 * A return as tables: what the workbook and the data files hold.
 *
 * <p>What a ledger line says in free text is left out: it may name people.
 */
final class DataCopy {

  /** Nothing to say here; Analysis Function shorthand. */
  static final String NOT_APPLICABLE = "[z]";

  /** Not on file; Analysis Function shorthand. */
  static final String NOT_AVAILABLE = "[x]";

  private final Return filing;
  private final Wording wording;
  private final List<FinancialYear> years;

  DataCopy(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
    this.years = filing.heading().years();
  }

  /** The tables, in the order of the workbook's sheets; those that may be empty only with rows. */
  List<DataTable> tables() {
    AgreementTables agreements = new AgreementTables(filing, wording);
    UnmatchedPages unmatched = new UnmatchedPages(filing, wording);
    SummaryTables summaries = new SummaryTables(filing, wording);
    ChosenPages chosen = new ChosenPages(filing.method(), wording);
    MethodTables method = new MethodTables(filing.method(), wording);
    return Stream.concat(
            Stream.of(
                answers(),
                summaries.summary("summaryAwarded", filing.awarded()),
                summaries.summary("summaryPaid", filing.paid()),
                chart(summaries),
                new PlainPages(filing, wording).table(),
                agreements.all(),
                agreements.byYear(),
                unmatched.paid(),
                unmatched.unpaid(),
                pools(),
                payments(),
                new PlanPages(filing, wording).table(),
                YearTables.statements(filing, wording),
                YearTables.ofBody(filing, wording),
                YearTables.regimes(filing, wording),
                method.sources(),
                new RulebookPages(filing.method().rulebook(), wording).table(),
                chosen.ruleTable(),
                chosen.wordTable(),
                chosen.settledTable(),
                method.reconciliation(),
                method.rejected(),
                method.forReview(),
                new RedactionPages(filing.method(), wording).table()),
            new QualityTables(filing.method().quality(), wording).all().stream())
        .filter(table -> table.rows().iterator().hasNext())
        .toList();
  }

  private DataTable chart(SummaryTables summaries) {
    return SummaryChart.drawn(filing, wording)
        .map(summaries::chart)
        .orElseGet(() -> new DataTable(SummaryTables.CHART, List.of(), List.of()));
  }

  /** The tables that are also files of their own, the summary with one row for each figure. */
  List<DataTable> files() {
    AgreementTables agreements = new AgreementTables(filing, wording);
    List<DataTable> files =
        new ArrayList<>(
            List.of(
                new SummaryTables(filing, wording).tidy(),
                agreements.all(),
                agreements.byYear(),
                payments()));
    if (!filing.tables().isEmpty()) {
      files.add(YearTables.ofBody(filing, wording));
    }
    return List.copyOf(files);
  }

  /** The notes, each under its mark. */
  DataTable notes() {
    return table(
        "notes",
        columns("note", "text"),
        IntStream.rangeClosed(1, filing.notes().size()).boxed().toList(),
        note -> List.of(text(wording.noteMark(note)), text(filing.notes().get(note - 1))));
  }

  private DataTable answers() {
    return table(
        "answers",
        columns("number", "question", "answer"),
        filing.answers(),
        each -> List.of(text(each.number()), text(each.question()), text(each.answer())));
  }

  /** A fund in one financial year. */
  private record FundInYear(Pool pool, int year) {}

  private DataTable pools() {
    return table(
        "pools",
        columns("fund", "reference", "serves", "financialYear", "onFile", "why", "notes"),
        filing.pools().stream()
            .flatMap(
                pool ->
                    IntStream.range(0, pool.byYear().size())
                        .mapToObj(year -> new FundInYear(pool, year)))
            .toList(),
        each -> {
          Pool pool = each.pool();
          Figure figure = pool.byYear().get(each.year());
          return List.of(
              text(pool.name()),
              text(pool.reference()),
              text(pool.serves()),
              text(years.get(each.year()).toString()),
              new Worth(figure.value()),
              text(pool.note()),
              SummaryTables.joined(
                  SummaryTables.marks(wording, wording.say("column.onFile"), figure).stream()
                      .toList()));
        });
  }

  static List<Column> columnsOfPayments(Wording wording) {
    return TableColumns.columns(
        wording,
        "date",
        "supplier",
        "amount",
        "category",
        "contract",
        "file",
        "fileSheet",
        "line",
        "rules",
        "words",
        "digestBegins");
  }

  private DataTable payments() {
    return table("payments", columnsOfPayments(wording), filing.payments(), this::payment);
  }

  private List<Datum> payment(Payment payment) {
    SourceRef at = payment.line().line().at();
    String words =
        payment.line().classification().evidence().stream()
            .filter(each -> each.role() != Evidence.Role.AGAINST)
            .map(Evidence::words)
            .distinct()
            .collect(Collectors.joining("; "));
    return List.of(
        new Day(payment.line().line().date()),
        text(payment.line().line().particulars().supplier()),
        new Sum(payment.line().line().amount()),
        text(wording.heading(payment.category())),
        AgreementTables.reference(wording, payment.contract()),
        text(at.file()),
        text(at.sheet()),
        new Count(at.line()),
        text(String.join(", ", payment.line().classification().rules())),
        text(words),
        text(MethodPages.shortened(payment.exportDigest())));
  }

  private List<Column> columns(String... ids) {
    return TableColumns.columns(wording, ids);
  }

  /** A table of one row for each thing, made when it is asked for. */
  static <T> DataTable table(
      String id, List<Column> columns, List<T> things, Function<T, List<Datum>> row) {
    return new DataTable(id, columns, () -> things.stream().map(row).iterator());
  }

  /** Words; where there are none, the cell says so. */
  static Datum text(String text) {
    return new Text(text.isEmpty() ? NOT_APPLICABLE : text);
  }

  /** Words; where there are none, the cell says that they are not on file. */
  static Datum available(String text) {
    return new Text(text.isEmpty() ? NOT_AVAILABLE : text);
  }
}
