package org.spendreturns.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spendreturns.ledger.Unseen;
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
   * @param wording in which it is told: figures, their ids and their order are the same in all
   * @throws IllegalStateException if the lines of the topic are not among the exports' lines
   */
  public static Return make(
      Body body, Scope scope, OnFile onFile, Law law, Instant asKnownAt, Wording wording) {
    Set<String> unseen = new HashSet<>();
    OnFile seen =
        Texts.rewritten(
            onFile,
            text -> {
              String plain = Unseen.without(text);
              if (!plain.equals(text)) {
                unseen.add(text);
              }
              return plain;
            });
    Linked linked = link(body, scope, seen, wording);
    if (!unseen.isEmpty()) {
      linked = linked.warning(wording.counted("warning.unseen", unseen.size()));
    }
    Redactor redactor = new Redactor(body, seen, scope.years(), wording);
    OnFile told = redactor.redact(seen);
    Return filing = compute(body, scope, told, linked.without(redactor), law, asKnownAt, wording);
    return redactor.finish(filing);
  }

  /**
   * Payments as they belong to agreements.
   *
   * @param warnings of lines that their agreement contradicts, by place, and of their texts
   */
  private record Linked(List<Payment> payments, List<String> warnings) {
    Linked warning(String more) {
      return new Linked(payments, Stream.concat(warnings.stream(), Stream.of(more)).toList());
    }

    Linked without(Redactor redactor) {
      return new Linked(redactor.redact(payments), warnings);
    }
  }

  /** Who was paid decides, so it is done with the names; what is told of it comes after. */
  private static Linked link(Body body, Scope scope, OnFile onFile, Wording wording) {
    Agreements agreements = new Agreements(onFile, body.register().split(), wording);
    Linking linking = new Linking(agreements.awards(), organisations(body, agreements), wording);
    Coverage coverage = new Coverage(body, onFile, agreements, wording);
    return new Linked(
        linking.link(inTables(onFile.ofTopic(), scope, coverage)), linking.warnings());
  }

  private static Organisations organisations(Body body, Agreements agreements) {
    return new Organisations(
        body.suppliers(),
        agreements.awards().stream().map(one -> one.contract().organisation()).toList());
  }

  private static Return compute(
      Body body,
      Scope scope,
      OnFile onFile,
      Linked linked,
      Law law,
      Instant asKnownAt,
      Wording wording) {
    Agreements agreements = new Agreements(onFile, body.register().split(), wording);
    Coverage coverage = new Coverage(body, onFile, agreements, wording);
    List<Payment> payments = linked.payments();
    List<Category> categories =
        Stream.concat(onFile.categories().stream(), Stream.of(Category.NOT_BROKEN_DOWN)).toList();

    NoteBook notes = new NoteBook();
    Summary awarded =
        new Block(
                new AwardedEntries(agreements, coverage, payments, wording),
                categories,
                scope.years(),
                wording.say("basis.registered"),
                wording)
            .numbered(notes);
    Summary paid =
        new Block(
                new PaidEntries(payments, agreements, coverage),
                categories,
                scope.years(),
                basis(body, wording),
                wording)
            .numbered(notes);
    Rows rows =
        new Rows(
            scope.years(),
            agreements,
            organisations(body, agreements),
            coverage,
            payments,
            wording);
    List<Section> sections = sections(categories, rows, awarded, paid, notes, wording);
    List<Pool> pools =
        PoolList.of(agreements, scope.years(), body.register().split(), notes, wording);
    Answers answers =
        new Answers(scope, sections, pools, awarded, paid, onFile.documents(), coverage, wording);
    return new Return(
        heading(body, scope, law, asKnownAt, wording),
        answers.held(payments.size()),
        answers.all(),
        awarded,
        paid,
        sections,
        pools,
        onFile.documents().stream().map(document -> document.in(wording)).toList(),
        scope.years().stream()
            .map(year -> YearStatements.of(body, year, sections, wording))
            .toList(),
        payments,
        notes.notes(),
        new Reconciliation(onFile, coverage, scope, payments, wording)
            .method(warnings(onFile, agreements, linked, wording)),
        body.rights().stream()
            .map(right -> new Return.Right(wording.own(right.heading()), wording.own(right.text())))
            .toList(),
        onFile.tables().stream().map(table -> table.in(wording)).toList(),
        law.inForce(body, scope.years()).stream().map(each -> each.in(wording)).toList());
  }

  private static List<Section> sections(
      List<Category> categories,
      Rows rows,
      Summary awarded,
      Summary paid,
      NoteBook notes,
      Wording wording) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      sections.add(
          new Section(
              categories.get(i),
              rows.of(categories.get(i)).stream().map(row -> row.numbered(notes, wording)).toList(),
              awarded.rows().get(i).byYear(),
              paid.rows().get(i).byYear()));
    }
    return sections;
  }

  private static List<String> warnings(
      OnFile onFile, Agreements agreements, Linked linked, Wording wording) {
    return Stream.of(
            agreements.warnings(),
            linked.warnings(),
            PrintedTotals.warnings(onFile.registers(), wording),
            onFile.tables().stream()
                .map(table -> table.in(wording))
                .flatMap(table -> table.disagreements(wording).stream())
                .toList())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Found> inTables(List<Found> lines, Scope scope, Coverage coverage) {
    return lines.stream()
        .filter(found -> scope.years().contains(found.line().line().financialYear()))
        .filter(found -> coverage.isOwn(found.line().line().date()))
        .toList();
  }

  private static String basis(Body body, Wording wording) {
    return wording.say("basis." + body.ledgers().date())
        + ", "
        + wording.say("basis." + body.ledgers().vat());
  }

  /** As the requests call what they ask about, if they all call it the same; else the topic's. */
  private static String title(Scope scope, Wording wording) {
    List<String> asked =
        scope.requests().stream().map(Request::title).distinct().map(wording::own).toList();
    return asked.size() == 1 && !Passage.isInEnglish(asked.get(0))
        ? asked.get(0)
        : wording.own(scope.topicTitle());
  }

  private static Return.Heading heading(
      Body body, Scope scope, Law law, Instant asKnownAt, Wording wording) {
    return new Return.Heading(
        body.id(),
        wording.name(body.name()),
        scope.topicId(),
        title(scope, wording) + ", " + wording.years(scope.years()),
        scope.requests().stream().map(request -> law.asked(request, wording)).toList(),
        scope.years(),
        asKnownAt,
        body.invented().map(wording::own));
  }
}
