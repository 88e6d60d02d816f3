package org.spendreturns.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.money.Apportionment;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Decision;
import org.spendreturns.rulebook.Evidence;
import org.spendreturns.rulebook.ReviewQueue;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.rulebook.Verdict;
import org.spendreturns.store.Decisions;
import org.springframework.stereotype.Component;

/** Lines as people settled them: a decision known at the instant goes before the rules. */
@Component
class Settling {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Decisions decisions;

  Settling(Decisions decisions) {
    this.decisions = decisions;
  }

  /** One body's lines with what was decided about them. */
  ReviewQueue queue(String body, Rulebook rulebook, List<ClassifiedLine> lines, Instant asKnownAt) {
    return ReviewQueue.of(
        body, lines, decisions.of(body, text -> Verdict.parse(text, rulebook)), asKnownAt);
  }

  /** What decisions settled, added up export by export. */
  static final class Tally {
    private final Map<String, DataQuality.Settled> byDecision = new TreeMap<>();

    private void add(Decision.Settles decision, LedgerLine line) {
      byDecision.merge(
          decision.id(),
          new DataQuality.Settled(
              decision.id(),
              LocalDate.ofInstant(decision.grounds().when(), LONDON),
              categories(decision.verdict()),
              1,
              line.amount()),
          (one, other) ->
              new DataQuality.Settled(
                  one.id(),
                  one.on(),
                  one.categories(),
                  one.lines() + other.lines(),
                  one.amount().plus(other.amount())));
    }

    List<DataQuality.Settled> all() {
      return List.copyOf(byDecision.values());
    }
  }

  private static List<Category> categories(Verdict verdict) {
    if (verdict instanceof Verdict.Of of) {
      return List.of(of.category());
    }
    return verdict instanceof Verdict.Apportioned shares
        ? List.copyOf(shares.weights().keySet())
        : List.of();
  }

  /**
   * The lines, settled: one decided not to be of the topic is left out, a shared one divided.
   *
   * @param tally takes what each decision settled
   */
  List<ClassifiedLine> settled(
      String body, Rulebook rulebook, List<ClassifiedLine> lines, Instant asKnownAt, Tally tally) {
    List<ReviewQueue.Settled> settled = queue(body, rulebook, lines, asKnownAt).lines();
    settled.forEach(
        each -> each.decision().ifPresent(decision -> tally.add(decision, each.line().line())));
    return settled.stream().flatMap(Settling::settled).toList();
  }

  private static Stream<ClassifiedLine> settled(ReviewQueue.Settled each) {
    Optional<Decision.Settles> decision = each.decision();
    if (decision.isEmpty()) {
      return Stream.of(each.line());
    }
    Verdict verdict = decision.get().verdict();
    if (verdict instanceof Verdict.Of of) {
      return Stream.of(decided(each.line(), decision.get(), of.category(), each.line().line()));
    }
    if (verdict instanceof Verdict.Apportioned shares) {
      return shared(each.line(), decision.get(), shares.weights()).stream();
    }
    return Stream.empty();
  }

  private static List<ClassifiedLine> shared(
      ClassifiedLine found, Decision.Settles decision, Map<Category, Long> weights) {
    LedgerLine line = found.line();
    List<Money> parts = Apportionment.byWeights(line.amount(), List.copyOf(weights.values()));
    List<ClassifiedLine> shared = new ArrayList<>();
    for (Category category : weights.keySet()) {
      LedgerLine part =
          new LedgerLine(
              line.at(),
              line.date(),
              parts.get(shared.size()),
              line.transaction(),
              line.particulars());
      shared.add(decided(found, decision, category, part));
    }
    return shared;
  }

  private static ClassifiedLine decided(
      ClassifiedLine found, Decision.Settles decision, Category category, LedgerLine line) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(
        new Evidence(
            decision.id(),
            Particulars.Field.SUPPLIER,
            line.particulars().supplier(),
            Evidence.Role.DECIDED));
    for (Evidence each : found.classification().evidence()) {
      Evidence.Role role =
          each.role() == Evidence.Role.AGAINST ? Evidence.Role.AGAINST : Evidence.Role.SUPPORTED;
      evidence.add(new Evidence(each.ruleId(), each.field(), each.words(), role));
    }
    return new ClassifiedLine(line, new Classification(new Answer.Of(category), evidence));
  }
}
