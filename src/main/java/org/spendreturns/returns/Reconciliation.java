package org.spendreturns.returns;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method.Step;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;

/** How the return was made, and that its sums agree from the ledgers to the tables. */
final class Reconciliation {

  private static final Comparator<SourceRef> BY_PLACE =
      Comparator.comparing(SourceRef::file)
          .thenComparing(SourceRef::sheet)
          .thenComparing(SourceRef::line);

  private final OnFile onFile;
  private final Coverage coverage;
  private final Scope scope;
  private final List<Payment> payments;
  private final Wording wording;

  Reconciliation(
      OnFile onFile, Coverage coverage, Scope scope, List<Payment> payments, Wording wording) {
    this.onFile = onFile;
    this.coverage = coverage;
    this.scope = scope;
    this.payments = payments;
    this.wording = wording;
  }

  /** All of it, with these warnings. */
  Method method(List<String> warnings) {
    return new Method(
        exports(),
        registers(),
        scope.years().stream().flatMap(year -> coverage.missing(year).stream()).toList(),
        onFile.rulebook().saying(ruleWords()),
        rules(),
        chain(),
        rejected(),
        forReview(),
        warnings,
        List.of(),
        onFile.quality());
  }

  private List<Method.Export> exports() {
    return onFile.exports().stream()
        .map(
            export -> {
              Collection<YearMonth> months = export.totals().byMonth().keySet();
              Comparator<YearMonth> order = Comparator.naturalOrder();
              return new Method.Export(
                  export.file(),
                  export.digest(),
                  export.totals(),
                  months.stream().min(order),
                  months.stream().max(order));
            })
        .sorted(
            Comparator.comparing(
                    (Method.Export export) -> export.first().map(YearMonth::toString).orElse("9"))
                .thenComparing(Method.Export::file)
                .thenComparing(Method.Export::digest))
        .toList();
  }

  private List<Method.Register> registers() {
    return onFile.registers().stream()
        .map(
            register ->
                new Method.Register(
                    register.file(),
                    register.digest(),
                    register.contracts().size(),
                    register.rejected().size()))
        .sorted(Comparator.comparing(Method.Register::file).thenComparing(Method.Register::digest))
        .toList();
  }

  /** A line that two rules decided counts once, with both. */
  private List<Method.RuleUse> rules() {
    Map<String, Method.RuleUse> uses = new TreeMap<>();
    for (Payment payment : payments) {
      List<String> rules =
          payment.line().classification().evidence().stream()
              .filter(one -> one.role() == Evidence.Role.DECIDED)
              .map(Evidence::ruleId)
              .distinct()
              .sorted()
              .toList();
      uses.merge(
          String.join(" ", rules),
          new Method.RuleUse(rules, 1, payment.line().line().amount()),
          (one, other) ->
              new Method.RuleUse(
                  rules, one.lines() + other.lines(), one.amount().plus(other.amount())));
    }
    return List.copyOf(uses.values());
  }

  /** What each rule says that decided or agreed. */
  private List<Method.RuleWords> ruleWords() {
    return payments.stream()
        .flatMap(payment -> payment.line().classification().rules().stream())
        .distinct()
        .sorted()
        .map(rule -> new Method.RuleWords(rule, says(rule)))
        .toList();
  }

  private String says(String rule) {
    String words = onFile.rulebook().words(rule);
    if (!words.isEmpty()) {
      return wording.own(words);
    }
    boolean isDecision =
        onFile.quality().settled().stream().anyMatch(decision -> decision.id().equals(rule));
    String kind = isDecision ? "decision" : rule.startsWith("body:") ? "code" : "provider";
    return wording.say("rule." + kind);
  }

  private List<Step> chain() {
    ControlTotals all =
        onFile.exports().stream()
            .map(OnFile.Export::totals)
            .reduce(ControlTotals.NONE, ControlTotals::plus);
    Sum ofTopic = Sum.of(lines(onFile.ofTopic()));
    Sum waiting = Sum.of(lines(onFile.forReview()));
    Sum outside =
        Sum.of(
            lines(onFile.ofTopic()).stream()
                .filter(line -> !scope.years().contains(line.financialYear()))
                .toList());
    Sum before =
        Sum.of(
            lines(onFile.ofTopic()).stream()
                .filter(line -> scope.years().contains(line.financialYear()))
                .filter(line -> !coverage.isOwn(line.date()))
                .toList());
    Sum whole = new Sum(all.accepted(), all.amount());
    Sum decided = decidedNotOfTopic();
    Sum other = whole.less(ofTopic).less(waiting).less(decided);
    Sum tables = Sum.of(payments.stream().map(payment -> payment.line().line()).toList());
    if (other.lines() < 0 || !ofTopic.less(outside).less(before).equals(tables)) {
      throw new IllegalStateException(
          "the lines of the topic are not among the lines of the exports: %s of %s"
              .formatted(ofTopic, whole));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(wording.say("step.all"), whole.lines(), whole.amount(), true));
    steps.add(other.taken(wording.say("step.other")));
    if (decided.lines() > 0) {
      steps.add(decided.taken(wording.counted("step.decided", notOfTopic().size())));
    }
    steps.add(waiting.taken(wording.say("step.waiting")));
    steps.add(new Step(wording.say("step.topic"), ofTopic.lines(), ofTopic.amount(), true));
    steps.add(outside.taken(wording.say("step.outside", wording.years(scope.years()))));
    if (before.lines() > 0) {
      steps.add(before.taken(wording.say("step.before")));
    }
    steps.add(new Step(wording.say("step.tables"), tables.lines(), tables.amount(), true));
    return steps;
  }

  private List<DataQuality.Settled> notOfTopic() {
    return onFile.quality().settled().stream().filter(DataQuality.Settled::isNotOfTopic).toList();
  }

  /** Lines that rules found, and people took out of the topic. */
  private Sum decidedNotOfTopic() {
    return new Sum(
        notOfTopic().stream().mapToLong(DataQuality.Settled::lines).sum(),
        Money.sum(notOfTopic().stream().map(DataQuality.Settled::amount).toList()));
  }

  private List<Method.RejectedLine> rejected() {
    List<Method.RejectedLine> lines = new ArrayList<>();
    onFile
        .rejected()
        .forEach(
            one ->
                lines.add(
                    new Method.RejectedLine(one.exportDigest(), one.line(), one.mayBeOfTopic())));
    for (ContractRegister register : onFile.registers()) {
      for (RejectedRow row : register.rejected()) {
        lines.add(
            new Method.RejectedLine(
                register.digest(), row.line(), UnreadRecords.mayBeAnAward(row)));
      }
    }
    lines.sort(
        Comparator.comparing((Method.RejectedLine one) -> one.line().at(), BY_PLACE)
            .thenComparing(Method.RejectedLine::exportDigest));
    return lines;
  }

  private List<Method.ForReview> forReview() {
    return onFile.forReview().stream()
        .map(Found::line)
        .map(
            line ->
                new Method.ForReview(
                    line.line().at(),
                    line.line().date(),
                    line.line().particulars().supplier(),
                    line.line().amount(),
                    wording.own(question(line))))
        .sorted(
            Comparator.comparing(Method.ForReview::date)
                .thenComparing(Method.ForReview::at, BY_PLACE))
        .toList();
  }

  private static String question(ClassifiedLine line) {
    return Optional.of(line.classification().answer())
        .filter(Answer.ForReview.class::isInstance)
        .map(answer -> ((Answer.ForReview) answer).question())
        .orElse("");
  }

  private static List<LedgerLine> lines(List<Found> found) {
    return found.stream().map(one -> one.line().line()).toList();
  }

  /** How many lines, and their sum. */
  private record Sum(long lines, Money amount) {

    static Sum of(List<LedgerLine> lines) {
      long places =
          lines.stream().map(LedgerLine::at).distinct().count(); // a line may be shared out
      return new Sum(places, Money.sum(lines.stream().map(LedgerLine::amount).toList()));
    }

    Sum less(Sum other) {
      return new Sum(lines - other.lines, amount.minus(other.amount));
    }

    Step taken(String title) {
      return new Step(title, -lines, amount.negated(), false);
    }

    @Override
    public String toString() {
      return "%d lines, %s".formatted(lines, amount);
    }
  }
}
