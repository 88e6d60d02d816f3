package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  Answers(
      Scope scope,
      List<Section> sections,
      List<Pool> pools,
      Summary awarded,
      Summary paid,
      List<PlanDocument> documents,
      Coverage coverage) {
    this.scope = scope;
    this.sections = sections;
    this.pools = pools;
    this.awarded = awarded;
    this.paid = paid;
    this.documents = documents;
    this.coverage = coverage;
  }

  /** The questions of every request, in order; a question that several ask alike once. */
  List<Answered> all() {
    return scope.requests().stream()
        .flatMap(request -> request.questions().stream())
        .map(question -> new Answered(question.number(), question.text(), answer(question)))
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
    count(found, references(row -> true).size(), "contract or grant", "contracts and grants");
    count(found, payments, "payment", "payments");
    count(found, pools.size(), "pooled budget, fund or other sum", "pooled budgets and funds");
    count(found, documents.size(), "document", "documents");
    List<String> sentences = new ArrayList<>();
    sentences.add(
        found.isEmpty()
            ? "We hold no information of the kind asked for in the records that were searched."
            : "We hold information of the kind asked for: %s.".formatted(Wording.and(found)));
    sentences.addAll(heldElsewhere());
    return String.join(" ", sentences);
  }

  private static void count(List<String> found, int number, String one, String many) {
    if (number > 0) {
      found.add(Wording.counted(number, one, many));
    }
  }

  private String answer(Question question) {
    if (question.refused().isPresent()) {
      Request.Refusal refusal = question.refused().get();
      return "Refused under %s of the Freedom of Information Act 2000: %s"
          .formatted(refusal.section(), refusal.because());
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
    String both = (answer + " " + question.answer()).strip();
    return both.isEmpty() ? "No answer to this question is on file." : both;
  }

  private String agreements() {
    List<String> sentences = new ArrayList<>();
    long agreements = references(row -> true).size();
    sentences.add(
        agreements == 0
            ? "We hold no record of a contract or grant for these services in %s."
                .formatted(scope.yearsInWords())
            : "We hold records of %s for these services in %s; %s by category."
                .formatted(
                    Wording.counted(agreements, "contract or grant", "contracts and grants"),
                    scope.yearsInWords(),
                    agreements == 1 ? "it is listed" : "they are listed"));
    if (!pools.isEmpty()) {
      sentences.add(
          "%s listed apart, for %s in no total."
              .formatted(
                  Wording.counted(
                      pools.size(),
                      "pooled budget, fund or other sum is",
                      "pooled budgets, funds and other sums are"),
                  pools.size() == 1 ? "it is" : "they are"));
    }
    sentences.addAll(heldElsewhere());
    return String.join(" ", sentences);
  }

  private String organisations() {
    List<String> sentences = new ArrayList<>();
    List<String> awardedTo = names(row -> !row.reference().isEmpty());
    sentences.add(
        awardedTo.isEmpty()
            ? "No organisation with a contract or grant is on file."
            : "Contracts and grants on file are with %s.".formatted(Wording.and(awardedTo)));
    List<String> paidOnly = names(row -> row.reference().isEmpty());
    if (!paidOnly.isEmpty()) {
      sentences.add("Paid without an agreement on file: %s.".formatted(Wording.and(paidOnly)));
    }
    sentences.addAll(heldElsewhere());
    return String.join(" ", sentences);
  }

  private String amounts() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Awarded in %s: %s. Paid: %s."
            .formatted(scope.yearsInWords(), inAll(awarded.total()), inAll(paid.total())));
    List<String> without =
        rows()
            .filter(row -> !row.reference().isEmpty())
            .filter(row -> Totals.money(row.awardedInAll().value()).isEmpty())
            .filter(row -> !(row.awardedInAll().value() instanceof Value.NotBrokenDown))
            .filter(row -> !(row.awardedInAll().value() instanceof Value.Nil))
            .map(
                row ->
                    "%s (%s)".formatted(row.reference(), Wording.value(row.awardedInAll().value())))
            .distinct()
            .sorted()
            .toList();
    if (!without.isEmpty()) {
      sentences.add("No sum can be given for %s.".formatted(Wording.and(without)));
    }
    return String.join(" ", sentences);
  }

  private String duration() {
    long agreements = references(row -> true).size();
    if (agreements == 0) {
      return "No contract or grant is on file whose duration could be given.";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Start, end and the amount of each financial year stand beside each contract and grant.");
    List<String> derived =
        references(
            row -> row.awardedByYear().stream().anyMatch(figure -> !figure.notes().isEmpty()));
    if (!derived.isEmpty()) {
      sentences.add(
          "The amounts by year of %s were divided by us, as their notes say."
              .formatted(Wording.and(derived)));
    }
    List<String> open = references(row -> row.start().isEmpty() || row.end().isEmpty());
    if (!open.isEmpty()) {
      sentences.add("The start or end of %s is not on file.".formatted(Wording.and(open)));
    }
    return String.join(" ", sentences);
  }

  private String categories() {
    Map<String, List<String>> categoriesBySaying = new LinkedHashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      String saying =
          "awarded: %s. Paid: %s."
              .formatted(inAll(awarded.rows().get(i)), inAll(paid.rows().get(i)));
      categoriesBySaying
          .computeIfAbsent(saying, unused -> new ArrayList<>())
          .add(sections.get(i).category().heading());
    }
    return categoriesBySaying.entrySet().stream()
        .map(one -> "%s - %s".formatted(Wording.and(one.getValue()), one.getKey()))
        .collect(Collectors.joining(" "));
  }

  private String documents() {
    return documents.isEmpty()
        ? "No plan, strategy or other public document is on file."
        : "%s: %s."
            .formatted(
                Wording.counted(documents.size(), "document is listed", "documents are listed"),
                Wording.and(documents.stream().map(PlanDocument::title).toList()));
  }

  /** The sum over all years; if there is none, what the years say, those that agree together. */
  private String inAll(Summary.Row row) {
    Map<String, List<String>> yearsBySaying = new LinkedHashMap<>();
    for (int i = 0; i < scope.years().size(); i++) {
      yearsBySaying
          .computeIfAbsent(Wording.value(row.byYear().get(i).value()), unused -> new ArrayList<>())
          .add(scope.years().get(i).toString());
    }
    Value value = row.inAll().value();
    return Totals.money(value).isPresent() || yearsBySaying.size() == 1
        ? Wording.value(value)
        : yearsBySaying.entrySet().stream()
            .map(one -> "%s (%s)".formatted(one.getKey(), Wording.and(one.getValue())))
            .collect(Collectors.joining("; "));
  }

  private List<String> heldElsewhere() {
    List<String> sentences = new ArrayList<>();
    for (FinancialYear year : scope.years()) {
      Optional<String> holder = coverage.holder(year);
      holder.ifPresent(
          name -> sentences.add("The records of %s are held by %s.".formatted(year, name)));
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
    return rows()
        .filter(wanted)
        .map(Section.Row::organisation)
        .map(name -> Redaction.isMarker(name) ? "a payee whose name is withheld" : name)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private Stream<Section.Row> rows() {
    return sections.stream().flatMap(section -> section.rows().stream());
  }
}
