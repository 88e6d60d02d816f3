package org.spendreturns.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.rulebook.Category;

/** Makes a return of what was on file: the same things on file, in any order, the same return. */
public final class ReturnMaker {

  private ReturnMaker() {}

  /**
   * Computes every figure of a return.
   *
   * @param body whose return it is
   * @param scope the topic, the financial years and the requests
   * @param onFile what was on file, as known at the instant; lines dated outside the years or
   *     outside the body's own time are left out and counted, not refused
   * @param law by which the answer's last day is found, and what bound the body in these years
   * @param asKnownAt the instant, as the return names it
   * @throws IllegalStateException if the lines of the topic are not among the exports' lines
   */
  public static Return make(Body body, Scope scope, OnFile onFile, Law law, Instant asKnownAt) {
    Linked linked = link(body, scope, onFile);
    Redactor redactor = new Redactor(body, onFile, scope.years());
    OnFile told = redactor.redact(onFile);
    Return filing = compute(body, scope, told, linked.without(redactor), law, asKnownAt);
    return redactor.finish(filing);
  }

  /**
   * Payments as they belong to agreements.
   *
   * @param warnings of lines that their agreement contradicts, by place
   */
  private record Linked(List<Payment> payments, List<String> warnings) {
    Linked without(Redactor redactor) {
      return new Linked(redactor.redact(payments), warnings);
    }
  }

  /** Who was paid decides, so it is done with the names; what is told of it comes after. */
  private static Linked link(Body body, Scope scope, OnFile onFile) {
    Agreements agreements = new Agreements(onFile, body.register().split());
    Linking linking = new Linking(agreements.awards(), organisations(body, agreements));
    Coverage coverage = new Coverage(body, onFile, agreements);
    return new Linked(
        linking.link(inTables(onFile.ofTopic(), scope, coverage)), linking.warnings());
  }

  private static Organisations organisations(Body body, Agreements agreements) {
    return new Organisations(
        body.suppliers(),
        agreements.awards().stream().map(one -> one.contract().organisation()).toList());
  }

  private static Return compute(
      Body body, Scope scope, OnFile onFile, Linked linked, Law law, Instant asKnownAt) {
    Agreements agreements = new Agreements(onFile, body.register().split());
    Coverage coverage = new Coverage(body, onFile, agreements);
    List<Payment> payments = linked.payments();
    List<Category> categories =
        Stream.concat(onFile.categories().stream(), Stream.of(Category.NOT_BROKEN_DOWN)).toList();

    NoteBook notes = new NoteBook();
    Summary awarded =
        new Block(
                new AwardedEntries(agreements, coverage, payments),
                categories,
                scope.years(),
                "as registered")
            .numbered(notes);
    Summary paid =
        new Block(
                new PaidEntries(payments, agreements, coverage),
                categories,
                scope.years(),
                basis(body))
            .numbered(notes);
    Rows rows =
        new Rows(scope.years(), agreements, organisations(body, agreements), coverage, payments);
    List<Section> sections = sections(categories, rows, awarded, paid, notes);
    List<Pool> pools = PoolList.of(agreements, scope.years(), body.register().split(), notes);
    Answers answers =
        new Answers(scope, sections, pools, awarded, paid, onFile.documents(), coverage);
    return new Return(
        heading(body, scope, law, asKnownAt),
        answers.held(payments.size()),
        answers.all(),
        awarded,
        paid,
        sections,
        pools,
        onFile.documents(),
        scope.years().stream().map(year -> YearStatements.of(body, year)).toList(),
        payments,
        notes.notes(),
        new Reconciliation(onFile, coverage, scope, payments)
            .method(warnings(onFile, agreements, linked)),
        body.rights(),
        onFile.tables(),
        law.inForce(body, scope.years()));
  }

  private static List<Section> sections(
      List<Category> categories, Rows rows, Summary awarded, Summary paid, NoteBook notes) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      sections.add(
          new Section(
              categories.get(i),
              rows.of(categories.get(i)).stream().map(row -> row.numbered(notes)).toList(),
              awarded.rows().get(i).byYear(),
              paid.rows().get(i).byYear()));
    }
    return sections;
  }

  private static List<String> warnings(OnFile onFile, Agreements agreements, Linked linked) {
    return Stream.of(
            agreements.warnings(),
            linked.warnings(),
            PrintedTotals.warnings(onFile.registers()),
            onFile.tables().stream().flatMap(table -> table.disagreements().stream()).toList())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Found> inTables(List<Found> lines, Scope scope, Coverage coverage) {
    return lines.stream()
        .filter(found -> scope.years().contains(found.line().line().financialYear()))
        .filter(found -> coverage.isOwn(found.line().line().date()))
        .toList();
  }

  private static String basis(Body body) {
    return "by %s, %s".formatted(body.ledgers().date().words(), body.ledgers().vat().words());
  }

  private static Return.Heading heading(Body body, Scope scope, Law law, Instant asKnownAt) {
    return new Return.Heading(
        body.id(),
        body.name(),
        scope.topicId(),
        scope.topicTitle() + ", " + scope.yearsInWords(),
        scope.requests().stream().map(law::asked).toList(),
        scope.years(),
        asKnownAt,
        body.invented());
  }
}
