package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Notice;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.money.Money;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import org.spendreturns.returns.Wording.Meaning;

/**
 * A return as a person reads it, from the answer on the first page to the rights on the last: what
 * the PDF and the web page show.
 *
 * @param body who answers
 * @param title about what
 * @param blocks everything below the title, in reading order
 */
record ReadingCopy(String body, String title, List<Block> blocks) {

  /** A table of more years stands in several tables, so that no sum is broken in its column. */
  private static final int YEARS_ACROSS = 5;

  private static final int DIGITS_OF_FIVE_ACROSS = 9; // of pence; each digit more costs a year

  /** Keeps its own copy. */
  ReadingCopy {
    blocks = List.copyOf(blocks);
  }

  /** The copy of one edition of a return. */
  static ReadingCopy of(Return filing, EditionMark edition, Wording wording) {
    List<Block> blocks = new ArrayList<>();
    filing.heading().invented().ifPresent(sentence -> blocks.add(new Notice(sentence)));
    for (List<String> pair : Masthead.of(filing, edition, wording)) {
      blocks.add(new Item(pair.get(0), pair.get(1)));
    }
    key(filing, wording).ifPresent(blocks::add);
    blocks.addAll(answers(filing, wording));
    blocks.addAll(summary(filing, wording));
    blocks.addAll(new AgreementPages(filing, wording).blocks());
    blocks.addAll(new PlanPages(filing, wording).blocks());
    blocks.addAll(new YearPages(filing, wording).blocks());
    blocks.addAll(new MethodPages(filing.method(), wording).blocks());
    blocks.addAll(new RedactionPages(filing.method(), wording).blocks());
    blocks.addAll(new QualityPages(filing.method().quality(), wording).blocks());
    blocks.addAll(new ChangePages(edition, wording).blocks());
    blocks.add(new Heading(2, wording.say("part.rights")));
    if (filing.rights().isEmpty()) {
      blocks.add(new Paragraph(wording.say("rights.none")));
    }
    for (Return.Right right : filing.rights()) {
      blocks.add(new Heading(3, right.heading()));
      blocks.add(new Paragraph(right.text()));
    }
    return new ReadingCopy(filing.heading().bodyName(), filing.heading().title(), blocks);
  }

  /** Empty if no sum is known: then the answer in short says why. */
  private static Optional<Block> key(Return filing, Wording wording) {
    Value awarded = filing.awarded().total().inAll().value();
    Value paid = filing.paid().total().inAll().value();
    if (!isSum(awarded) && !isSum(paid)) {
      return Optional.empty();
    }
    long agreements =
        filing.sections().stream()
            .flatMap(section -> section.rows().stream())
            .map(Section.Row::reference)
            .filter(reference -> !reference.isEmpty())
            .distinct()
            .count();
    String years = wording.years(filing.heading().years());
    return Optional.of(
        new Block.Key(
            List.of(
                new Item(wording.say("key.awarded", years), wording.wordsInText(awarded)),
                new Item(wording.say("key.paid", years), wording.wordsInText(paid)),
                new Item(
                    wording.say("key.agreements"),
                    filing.method().registers().isEmpty()
                        ? wording.words(new Value.NoRecords(""))
                        : wording.count(agreements)))));
  }

  private static boolean isSum(Value value) {
    return value instanceof Value.Amount || value instanceof Value.AtLeast;
  }

  private static List<Block> answers(Return filing, Wording wording) {
    List<Row> rows = new ArrayList<>();
    for (Return.Answered each : filing.answers()) {
      String question =
          each.number().isEmpty()
              ? each.question()
              : wording.say("answers.number", each.number()) + "\n" + each.question();
      rows.add(new Row(RowKind.BODY, List.of(question, each.answer()), rows.size()));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("answers.question"), ColumnKind.ROW_HEADER, 40),
            new Column(wording.say("answers.answer"), ColumnKind.TEXT, 60));
    return List.of(new Heading(2, wording.say("part.answers")), new Table("", columns, rows));
  }

  private static List<Block> summary(Return filing, Wording wording) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, wording.say("part.summary")));
    blocks.add(new Paragraph(wording.say("summary.intro")));
    List<FinancialYear> years = filing.heading().years();
    List<YearSpan> spans = spans(filing);
    String awarded = wording.say("summary.awarded");
    blocks.addAll(summary(filing.awarded(), awarded, years, spans, wording));
    String paid = wording.say("summary.paid");
    blocks.addAll(summary(filing.paid(), paid, years, spans, wording));
    SummaryChart.of(filing, wording).ifPresent(blocks::add);
    blocks.addAll(new PlainPages(filing, wording).blocks());
    List<Meaning> meanings =
        wording.meanings(filing.figures().stream().map(Figure::value).toList());
    if (!meanings.isEmpty()) {
      blocks.add(new Heading(3, wording.say("summary.words")));
      meanings.forEach(each -> blocks.add(new Item(each.word(), each.means())));
    }
    if (!filing.notes().isEmpty()) {
      blocks.add(new Heading(2, wording.say("part.notes")));
      for (int note = 1; note <= filing.notes().size(); note++) {
        blocks.add(new Item(wording.noteMark(note), filing.notes().get(note - 1)));
      }
    }
    return blocks;
  }

  private static List<Block> summary(
      Summary summary,
      String caption,
      List<FinancialYear> years,
      List<YearSpan> spans,
      Wording wording) {
    List<Block> tables = new ArrayList<>();
    for (YearSpan span : spans) {
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(wording.say("summary.category"), ColumnKind.ROW_HEADER, 24));
      columns.addAll(span.columns(years, 15, wording.say("summary.inAll")));
      List<Row> rows = new ArrayList<>();
      for (Summary.Row row : summary.rows()) {
        rows.add(summaryRow(RowKind.BODY, row, span, wording));
      }
      rows.add(summaryRow(RowKind.TOTAL, summary.total(), span, wording));
      tables.add(new Table(span.caption(caption, years, wording), columns, rows));
    }
    return tables;
  }

  private static Row summaryRow(RowKind kind, Summary.Row row, YearSpan span, Wording wording) {
    List<String> cells = new ArrayList<>();
    cells.add(row.title());
    cells.addAll(span.cells(row.byYear(), wording));
    if (span.isLast()) {
      cells.add(wording.words(row.inAll()));
    }
    return new Row(kind, cells, 0); // a summary is short, and is read whole: never torn
  }

  /** The years in spans of nearly equal length, none longer than a page is wide. */
  static List<YearSpan> spans(Return filing) {
    List<FinancialYear> years = filing.heading().years();
    int digits =
        filing.figures().stream()
            .mapToInt(figure -> digits(figure.value()))
            .max()
            .orElse(DIGITS_OF_FIVE_ACROSS);
    int across = Math.max(1, YEARS_ACROSS - Math.max(0, digits - DIGITS_OF_FIVE_ACROSS));
    int count = (years.size() + across - 1) / across;
    return IntStream.range(0, count)
        .mapToObj(
            part ->
                new YearSpan(
                    years.size() * part / count,
                    years.size() * (part + 1) / count,
                    part == count - 1))
        .toList();
  }

  private static int digits(Value value) {
    Money sum = Money.ZERO;
    if (value instanceof Value.Amount amount) {
      sum = amount.money();
    } else if (value instanceof Value.AtLeast atLeast) {
      sum = atLeast.money();
    }
    return Long.toString(Math.abs(sum.pence())).length();
  }

  /**
   * The years that one table shows.
   *
   * @param from index of the first
   * @param to index after the last
   * @param isLast whether the column "in all" stands after them
   */
  record YearSpan(int from, int to, boolean isLast) {

    List<Column> columns(List<FinancialYear> years, int share, String inAll) {
      List<Column> columns = new ArrayList<>();
      for (FinancialYear year : years.subList(from, to)) {
        columns.add(new Column(year.toString(), ColumnKind.NUMBER, share));
      }
      if (isLast && !inAll.isEmpty()) {
        columns.add(new Column(inAll, ColumnKind.NUMBER, share + 2));
      }
      return columns;
    }

    List<String> cells(List<Figure> byYear, Wording wording) {
      return byYear.subList(from, to).stream().map(wording::words).toList();
    }

    boolean isWhole() {
      return from == 0 && isLast;
    }

    String caption(String caption, List<FinancialYear> years, Wording wording) {
      return isWhole()
          ? caption
          : wording.say("years.shown", caption, wording.years(years.subList(from, to)));
    }
  }
}
