package org.spendreturns.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;

/**
 * What the law or a requester asked for, as values: every figure computed, nothing laid out.
 *
 * <p>Two returns made from the same things on file, as known at the same instant, are equal.
 *
 * @param heading who answers whom, about what
 * @param held whether information of the kind asked for is held, in a few sentences
 * @param answers one entry for each question, in the request's order
 * @param awarded the summary of what was agreed
 * @param paid the summary of what was paid
 * @param sections question 1: one a category in the rulebook's order, then not broken down
 * @param pools pooled budgets and funds, in no total
 * @param documents question 2
 * @param statements what the body says of each year, one a financial year
 * @param payments every payment counted, by date, file and line
 * @param notes numbered from 1 by their place in the list
 * @param method how it was made
 * @param rights the body's own texts on review, complaint, re-use and contact, in order
 * @param tables sums by year that the body itself gives, in no total
 * @param regimes the duties to publish that bound the body in these years, by their first day
 */
public record Return(
    Heading heading,
    String held,
    List<Answered> answers,
    Summary awarded,
    Summary paid,
    List<Section> sections,
    List<Pool> pools,
    List<PlanDocument> documents,
    List<Statement> statements,
    List<Payment> payments,
    List<String> notes,
    Method method,
    List<Right> rights,
    List<YearTable> tables,
    List<Regime.InForce> regimes) {

  /** Keeps its own copies. */
  public Return {
    answers = List.copyOf(answers);
    sections = List.copyOf(sections);
    pools = List.copyOf(pools);
    documents = List.copyOf(documents);
    statements = List.copyOf(statements);
    payments = List.copyOf(payments);
    notes = List.copyOf(notes);
    rights = List.copyOf(rights);
    tables = List.copyOf(tables);
    regimes = List.copyOf(regimes);
  }

  /** Without a statement of what is held, tables of the body's own, and duties to publish. */
  public Return(
      Heading heading,
      List<Answered> answers,
      Summary awarded,
      Summary paid,
      List<Section> sections,
      List<Pool> pools,
      List<PlanDocument> documents,
      List<Statement> statements,
      List<Payment> payments,
      List<String> notes,
      Method method,
      List<Right> rights) {
    this(
        heading,
        "",
        answers,
        awarded,
        paid,
        sections,
        pools,
        documents,
        statements,
        payments,
        notes,
        method,
        rights,
        List.of(),
        List.of());
  }

  /**
   * Who answers whom, about what.
   *
   * @param bodyId the body's id, as in paths
   * @param bodyName its name
   * @param topicId the topic's id, as in paths
   * @param title as "Sexual violence and abuse services commissioned, 2012-13 to 2014-15"
   * @param requests the requests that this return answers; none for one made unasked
   * @param years the financial years, ascending
   * @param asKnownAt the instant whose knowledge it shows
   * @param invented a sentence saying that body and figures are invented; empty for a real body
   */
  public record Heading(
      String bodyId,
      String bodyName,
      String topicId,
      String title,
      List<Asked> requests,
      List<FinancialYear> years,
      Instant asKnownAt,
      Optional<String> invented) {
    /** Keeps its own copies. */
    public Heading {
      requests = List.copyOf(requests);
      years = List.copyOf(years);
    }

    /** When the first of the requests came; empty if that is not on file. */
    public Optional<LocalDate> received() {
      return requests.stream().map(Asked::received).flatMap(Optional::stream).sorted().findFirst();
    }

    /** The references of the requests. */
    public List<String> references() {
      return requests.stream().map(Asked::reference).toList();
    }
  }

  /**
   * A request that a return answers.
   *
   * @param reference the body's own reference
   * @param received the day it was received; empty if not on file
   * @param due the last day on which an answer is in time; empty if it cannot be told
   * @param whyNoDue why it cannot be told, in words; empty if it can
   */
  public record Asked(
      String reference, Optional<LocalDate> received, Optional<LocalDate> due, String whyNoDue) {}

  /**
   * A question and its answer in one sentence or two.
   *
   * @param number as {@code 1.2}
   * @param question as asked
   * @param answer what is held, what is not, and where in the return it is answered
   */
  public record Answered(String number, String question, String answer) {}

  /**
   * A plan, strategy or other public document (question 2).
   *
   * @param title its title
   * @param publisher who published it; empty if not known
   * @param dated its date as the body gives it; empty if not known
   * @param says what it says about spending, in a line
   * @param address where it can be found
   * @param copyDigest SHA-256 of the copy on file; empty if there is none
   * @param checked the day on which somebody last saw it at the address; empty if not on file
   */
  public record PlanDocument(
      String title,
      String publisher,
      String dated,
      String says,
      String address,
      String copyDigest,
      Optional<LocalDate> checked) {

    /** Of which no day is on file on which it was checked. */
    public PlanDocument(
        String title,
        String publisher,
        String dated,
        String says,
        String address,
        String copyDigest) {
      this(title, publisher, dated, says, address, copyDigest, Optional.empty());
    }

    /** The same document, what is said of it in a language as far as it is given so. */
    PlanDocument in(Wording wording) {
      return new PlanDocument(
          wording.own(title),
          wording.name(publisher),
          wording.own(dated),
          wording.own(says),
          address,
          copyDigest,
          checked);
    }
  }

  /**
   * What the body says of a financial year.
   *
   * @param year the year
   * @param held whose records: this body's, its predecessor's from and to when, or none
   * @param paragraphs what changed, in the body's own words where given
   */
  public record Statement(FinancialYear year, String held, List<String> paragraphs) {
    /** Keeps its own copy. */
    public Statement {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** A heading and its text. */
  public record Right(String heading, String text) {}

  /** The same return, as known at another instant. */
  public Return asKnownAt(Instant other) {
    Heading there =
        new Heading(
            heading.bodyId(),
            heading.bodyName(),
            heading.topicId(),
            heading.title(),
            heading.requests(),
            heading.years(),
            other,
            heading.invented());
    return new Return(
        there,
        held,
        answers,
        awarded,
        paid,
        sections,
        pools,
        documents,
        statements,
        payments,
        notes,
        method,
        rights,
        tables,
        regimes);
  }

  /** The same return, which says what it does not tell. */
  Return without(List<Redacted> withheld) {
    return new Return(
        heading,
        held,
        answers,
        awarded,
        paid,
        sections,
        pools,
        documents,
        statements,
        payments,
        notes,
        method.without(withheld),
        rights,
        tables,
        regimes);
  }

  /** Every figure of the return, each once, in reading order. */
  public List<Figure> figures() {
    Stream<Figure> summaries =
        Stream.of(awarded, paid)
            .flatMap(summary -> Stream.concat(summary.rows().stream(), Stream.of(summary.total())))
            .flatMap(row -> Stream.concat(row.byYear().stream(), Stream.of(row.inAll())));
    Stream<Figure> rows =
        sections.stream().flatMap(section -> section.rows().stream()).flatMap(Return::ofRow);
    Stream<Figure> funds = pools.stream().flatMap(pool -> pool.byYear().stream());
    return Stream.of(summaries, rows, funds).flatMap(Function.identity()).distinct().toList();
  }

  private static Stream<Figure> ofRow(Section.Row row) {
    return Stream.of(
            Stream.of(row.awardedInAll()),
            row.awardedByYear().stream(),
            row.paidByYear().stream(),
            Stream.of(row.paidInAll()))
        .flatMap(Function.identity());
  }
}
