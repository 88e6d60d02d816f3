package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Link;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.ReadingCopy.YearSpan;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Pool;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Wording;

/** The pages of question 1: the organisations of each category, and the pooled budgets. */
final class AgreementPages {

  private static final String BETWEEN = " · ";

  private final Return filing;
  private final Wording wording;
  private final List<FinancialYear> years;
  private final List<YearSpan> spans;

  AgreementPages(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
    this.years = filing.heading().years();
    this.spans = ReadingCopy.spans(filing);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, wording.say("part.agreements")));
    blocks.add(new Paragraph(wording.say("agreements.intro")));
    for (int index = 0; index < filing.sections().size(); index++) {
      blocks.addAll(section(index));
    }
    blocks.addAll(new UnmatchedPages(filing, wording).blocks());
    if (!filing.pools().isEmpty()) {
      blocks.addAll(pools());
    }
    return blocks;
  }

  private List<Block> section(int index) {
    Section section = filing.sections().get(index);
    String heading = wording.heading(section.category());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, heading));
    if (section.rows().isEmpty()) {
      blocks.add(new Paragraph(wording.say("agreements.none")));
      return blocks;
    }
    blocks.add(new Paragraph(counts(section)));
    for (YearSpan span : spans) {
      List<Row> rows = new ArrayList<>();
      for (Section.Row row : section.rows()) {
        rows.addAll(agreement(row, span, rows.size()));
      }
      rows.addAll(totals(section, index, span, rows.get(rows.size() - 1).together()));
      String caption = span.isWhole() ? "" : span.caption(heading, years, wording);
      blocks.add(new Table(caption, columns(span, wording.say("summary.inAll")), rows));
    }
    return blocks;
  }

  private String counts(Section section) {
    long all = section.rows().size();
    long agreements = section.rows().stream().filter(row -> !row.reference().isEmpty()).count();
    return Stream.of(
                count("agreements.count", agreements),
                count("agreements.paidOnly", all - agreements))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "))
        + ".";
  }

  private Optional<String> count(String key, long number) {
    return number == 0 ? Optional.empty() : Optional.of(wording.counted(key, number));
  }

  private List<Column> columns(YearSpan span, String inAll) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            wording.say("agreements.what"), ColumnKind.ROW_HEADER, years.size() > 3 ? 11 : 16));
    columns.addAll(span.columns(years, 14, inAll));
    return columns;
  }

  private List<Row> agreement(Section.Row row, YearSpan span, int together) {
    return List.of(
        new Row(RowKind.GROUP, List.of(about(row)), together, decisionLink(row)),
        sums("agreements.awarded", row.awardedByYear(), row.awardedInAll(), span, together),
        sums("agreements.paid", row.paidByYear(), row.paidInAll(), span, together));
  }

  private Row sums(String key, List<Figure> byYear, Figure inAll, YearSpan span, int together) {
    List<String> cells = new ArrayList<>(List.of(wording.say(key)));
    cells.addAll(span.cells(byYear, wording));
    if (span.isLast()) {
      cells.add(wording.words(inAll));
    }
    return new Row(RowKind.BODY, cells, together);
  }

  /** The totals stay with the last agreement, so that they never stand alone on a page. */
  private List<Row> totals(Section section, int index, YearSpan span, int together) {
    List<String> awarded = new ArrayList<>(List.of(wording.say("agreements.total.awarded")));
    awarded.addAll(span.cells(section.awardedByYear(), wording));
    List<String> paid = new ArrayList<>(List.of(wording.say("agreements.total.paid")));
    paid.addAll(span.cells(section.paidByYear(), wording));
    if (span.isLast()) {
      awarded.add(inAll(filing.awarded(), index, "agreements.total.inYears"));
      paid.add(wording.words(filing.paid().rows().get(index).inAll()));
    }
    return List.of(
        new Row(RowKind.TOTAL, awarded, together), new Row(RowKind.TOTAL, paid, together));
  }

  private String inAll(Summary summary, int index, String key) {
    return wording.say(key, wording.words(summary.rows().get(index).inAll()));
  }

  /** The organisation on the first line; service, reference and period on the second. */
  private String about(Section.Row row) {
    List<String> details = new ArrayList<>();
    details.add(
        named(wording, row.organisation(), row.registration(), row.service(), row.reference()));
    if (!row.reference().isEmpty()) {
      details.add(period(row));
    }
    if (!row.decision().isEmpty() && decisionLink(row).isEmpty()) {
      details.add(decision(row));
    }
    return String.join(BETWEEN, details);
  }

  /** How what is said of an agreement begins: whose it is, what for, and its reference. */
  static String named(
      Wording wording, String organisation, String registration, String service, String reference) {
    String number = registration.isEmpty() ? "" : " (" + registration + ")";
    String agreement =
        reference.isEmpty()
            ? wording.say("agreements.noAgreement")
            : wording.say("agreements.reference", reference);
    String what = service.isEmpty() ? agreement : service + BETWEEN + agreement;
    return organisation + number + "\n" + what;
  }

  /** The decision record, which leads to where it stands on the web, if that is told. */
  private Optional<Link> decisionLink(Section.Row row) {
    return row.decision().isEmpty() || row.decisionAddress().isEmpty()
        ? Optional.empty()
        : Optional.of(new Link(decision(row), row.decisionAddress()));
  }

  private String decision(Section.Row row) {
    String record =
        Stream.of(row.decision(), row.decided().map(wording::date).orElse(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(wording.say("list.join")));
    return wording.say("agreements.decision", record);
  }

  private String period(Section.Row row) {
    if (row.start().isPresent() && row.end().isPresent()) {
      return wording.say(
          "agreements.period", wording.date(row.start().get()), wording.date(row.end().get()));
    }
    if (row.start().isPresent()) {
      return wording.say("agreements.from", wording.date(row.start().get()));
    }
    return row.end()
        .map(end -> wording.say("agreements.until", wording.date(end)))
        .orElseGet(() -> wording.say("agreements.noPeriod"));
  }

  private List<Block> pools() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, wording.say("pools.heading")));
    blocks.add(new Paragraph(wording.say("pools.intro")));
    for (YearSpan span : spans) {
      List<Row> rows = new ArrayList<>();
      for (Pool pool : filing.pools()) {
        int together = rows.size();
        rows.add(new Row(RowKind.GROUP, List.of(about(pool)), together));
        List<String> cells = new ArrayList<>(List.of(wording.say("pools.onFile")));
        cells.addAll(span.cells(pool.byYear(), wording));
        rows.add(new Row(RowKind.BODY, cells, together));
      }
      String heading = wording.say("pools.heading");
      String caption = span.isWhole() ? "" : span.caption(heading, years, wording);
      blocks.add(new Table(caption, columns(span, ""), rows));
    }
    return blocks;
  }

  private String about(Pool pool) {
    List<String> details = new ArrayList<>();
    if (!pool.reference().isEmpty()) {
      details.add(wording.say("agreements.reference", pool.reference()));
    }
    if (!pool.serves().isEmpty()) {
      details.add(wording.say("pools.serves", pool.serves()));
    }
    if (!pool.note().isEmpty()) {
      details.add(pool.note());
    }
    return pool.name() + "\n" + String.join(BETWEEN, details);
  }
}
