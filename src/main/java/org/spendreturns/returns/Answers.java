package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.returns.Request.Question;
import org.spendreturns.returns.Return.Answered;
import org.spendreturns.returns.Return.PlanDocument;

/** One entry for each question asked, said of what is on file. */
final class Answers {

  private final Scope scope;
  private final List<Section> sections;
  private final List<Pool> pools;
  private final Summary awarded;
  private final Summary paid;
  private final List<PlanDocument> documents;
  private final Coverage coverage;
  private final Wording wording;

  Answers(
      Scope scope,
      List<Section> sections,
      List<Pool> pools,
      Summary awarded,
      Summary paid,
      List<PlanDocument> documents,
      Coverage coverage,
      Wording wording) {
    this.scope = scope;
    this.sections = sections;
    this.pools = pools;
    this.awarded = awarded;
    this.paid = paid;
    this.documents = documents;
    this.coverage = coverage;
    this.wording = wording;
  }

  /** The questions of every request, in order; a question that several ask alike once. */
  List<Answered> all() {
    return scope.requests().stream()
        .flatMap(request -> request.questions().stream())
        .map(
            question ->
                new Answered(question.number(), wording.own(question.text()), answer(question)))
        .distinct()
        .toList();
  }

  /**
   * Whether information of the kind asked for is held, as the Act has a body confirm or deny.
   *
   * @see "Freedom of Information Act 2000, section 1(1)(a)"
   */
  String held(int payments) {
    List<String> found = new ArrayList<>();
    count(found, "count.agreements", references(row -> true).size());
    count(found, "count.payments", payments);
    count(found, "count.pools", pools.size());
    count(found, "count.documents", documents.size());
    List<String> sentences = new ArrayList<>();
    sentences.add(
        found.isEmpty()
            ? wording.say("answer.heldNot")
            : wording.say("answer.held", wording.and(found)));
    sentences.addAll(heldElsewhere());
    return String.join(" ", sentences);
  }

  private void count(List<String> found, String key, int number) {
    if (number > 0) {
      found.add(wording.counted(key, number));
    }
  }

  private String answer(Question question) {
    if (question.refused().isPresent()) {
      Request.Refusal refusal = question.refused().get();
      return wording.say("answer.refused", refusal.section(), wording.own(refusal.because()));
    }
    String answer =
        switch (question.asks()) {
          case AGREEMENTS -> agreements();
          case ORGANISATIONS -> organisations();
          case AMOUNTS -> amounts();
          case DURATION -> duration();
          case CATEGORIES -> categories();
          case DOCUMENTS -> documents();
          case OTHER -> "";
        };
    String both = (answer + " " + wording.own(question.answer())).strip();
    return both.isEmpty() ? wording.say("answer.none") : both;
  }

  private String agreements() {
    List<String> sentences = new ArrayList<>();
    long agreements = references(row -> true).size();
    String years = wording.years(scope.years());
    sentences.add(
        agreements == 0
            ? wording.say("answer.agreements.none", years)
            : wording.say(
                agreements == 1 ? "answer.agreements.one" : "answer.agreements",
                wording.counted("count.agreements", agreements),
                years));
    if (!pools.isEmpty()) {
      sentences.add(wording.counted("answer.pools", pools.size()));
    }
    sentences.addAll(heldElsewhere());
    return String.join(" ", sentences);
  }

  private String organisations() {
    List<String> sentences = new ArrayList<>();
    List<String> awardedTo = names(row -> !row.reference().isEmpty());
    sentences.add(
        awardedTo.isEmpty()
            ? wording.say("answer.organisations.none")
            : wording.say("answer.organisations", wording.and(awardedTo)));
    List<String> paidOnly = names(row -> row.reference().isEmpty());
    if (!paidOnly.isEmpty()) {
      sentences.add(wording.say("answer.organisations.paid", wording.and(paidOnly)));
    }
    sentences.addAll(heldElsewhere());
    return String.join(" ", sentences);
  }

  private String amounts() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        wording.say(
            "answer.amounts",
            wording.years(scope.years()),
            inAll(awarded.total()),
            inAll(paid.total())));
    List<String> without =
        inOrder(
            rows()
                .filter(row -> !row.reference().isEmpty())
                .filter(row -> Totals.money(row.awardedInAll().value()).isEmpty())
                .filter(row -> !(row.awardedInAll().value() instanceof Value.NotBrokenDown))
                .filter(row -> !(row.awardedInAll().value() instanceof Value.Nil)),
            (row, in) ->
                "%s (%s)"
                    .formatted(row.reference(), in.wordsInSentence(row.awardedInAll().value())));
    if (!without.isEmpty()) {
      sentences.add(wording.say("answer.amounts.without", wording.and(without)));
    }
    return String.join(" ", sentences);
  }

  private String duration() {
    long agreements = references(row -> true).size();
    if (agreements == 0) {
      return wording.say("answer.duration.none");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(wording.say("answer.duration"));
    List<String> derived =
        references(
            row -> row.awardedByYear().stream().anyMatch(figure -> !figure.notes().isEmpty()));
    if (!derived.isEmpty()) {
      sentences.add(wording.say("answer.duration.derived", wording.and(derived)));
    }
    List<String> open = references(row -> row.start().isEmpty() || row.end().isEmpty());
    if (!open.isEmpty()) {
      sentences.add(wording.say("answer.duration.open", wording.and(open)));
    }
    return String.join(" ", sentences);
  }

  private String categories() {
    Map<String, List<String>> categoriesBySaying = new LinkedHashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      String saying =
          wording.say("answer.categories", inAll(awarded.rows().get(i)), inAll(paid.rows().get(i)));
      categoriesBySaying
          .computeIfAbsent(saying, unused -> new ArrayList<>())
          .add(wording.heading(sections.get(i).category()));
    }
    return categoriesBySaying.entrySet().stream()
        .map(one -> "%s – %s".formatted(wording.and(one.getValue()), one.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private String documents() {
    return documents.isEmpty()
        ? wording.say("answer.documents.none")
        : wording.say(
            "answer.documents",
            wording.counted("count.documentsListed", documents.size()),
            wording.and(documents.stream().map(PlanDocument::title).map(wording::own).toList()));
  }

  /** The sum over all years; if there is none, what the years say, those that agree together. */
  private String inAll(Summary.Row row) {
    Map<String, List<String>> yearsBySaying = new LinkedHashMap<>();
    for (int i = 0; i < scope.years().size(); i++) {
      yearsBySaying
          .computeIfAbsent(
              wording.wordsInSentence(row.byYear().get(i).value()), unused -> new ArrayList<>())
          .add(scope.years().get(i).toString());
    }
    Value value = row.inAll().value();
    return Totals.money(value).isPresent() || yearsBySaying.size() == 1
        ? wording.wordsInSentence(value)
        : yearsBySaying.entrySet().stream()
            .map(one -> "%s (%s)".formatted(one.getKey(), wording.and(one.getValue())))
            .collect(Collectors.joining("; "));
  }

  private List<String> heldElsewhere() {
    List<String> sentences = new ArrayList<>();
    for (FinancialYear year : scope.years()) {
      Optional<String> holder = coverage.holder(year);
      holder.ifPresent(
          name -> sentences.add(wording.say("answer.elsewhere", year.toString(), name)));
    }
    return sentences;
  }

  private List<String> references(Predicate<Section.Row> wanted) {
    return rows()
        .filter(row -> !row.reference().isEmpty())
        .filter(wanted)
        .map(Section.Row::reference)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> names(Predicate<Section.Row> wanted) {
    return inOrder(
        rows().filter(wanted),
        (row, in) ->
            Redaction.isMarker(row.organisation())
                ? in.say("answer.payeeWithheld")
                : row.organisation());
  }

  /** What rows say, each thing once, in the order of the English: every language has one order. */
  private List<String> inOrder(
      Stream<Section.Row> rows, BiFunction<Section.Row, Wording, String> says) {
    Map<String, String> byEnglish = new TreeMap<>();
    rows.forEach(
        row -> byEnglish.putIfAbsent(says.apply(row, Wording.english()), says.apply(row, wording)));
    return List.copyOf(byEnglish.values());
  }

  private Stream<Section.Row> rows() {
    return sections.stream().flatMap(section -> section.rows().stream());
  }
}
