package org.spendreturns.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.spendreturns.intake.ReviewList;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.NameDecision;
import org.spendreturns.returns.WithheldName;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Decision;
import org.spendreturns.rulebook.ReviewQueue;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.rulebook.Verdict;
import org.spendreturns.store.Decisions;
import org.spendreturns.store.NameDecisions;

/** What waits for a person, and what persons decide. The next run uses what was decided. */
public final class Reviews {

  private final InputsOnFile inputs;
  private final Filings filings;
  private final Decisions decisions;
  private final NameDecisions nameDecisions;
  private final Clock clock;

  Reviews(
      InputsOnFile inputs,
      Filings filings,
      Decisions decisions,
      NameDecisions nameDecisions,
      Clock clock) {
    this.nameDecisions = nameDecisions;
    this.inputs = inputs;
    this.filings = filings;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** The groups of a body's lines that wait for a person, the largest sum first. */
  public List<ReviewQueue.Group> open(String body, String topic) {
    return queue(body, topic).open();
  }

  /** Every decision about a body's lines, oldest first. */
  public List<Decision> decisions(String body, String topic) {
    Rulebook rulebook = rulebook(topic);
    return decisions.of(body, text -> Verdict.parse(text, rulebook));
  }

  /**
   * Settles the one open group of a supplier.
   *
   * @param reason the group's reason, needed if the supplier has several; else empty
   * @param answer a category's id, {@code NOT_BROKEN_DOWN}, {@code NOT_TOPIC}, or shares
   * @throws IllegalArgumentException if no group, or more than one, is meant, or the answer is none
   */
  public Decision decide(
      String body, String topic, String supplier, String reason, String answer, By by) {
    List<ReviewQueue.Group> meant =
        open(body, topic).stream()
            .filter(group -> group.shown().equals(supplier) || group.supplier().equals(supplier))
            .filter(group -> reason.isEmpty() || group.reason().equals(reason))
            .toList();
    if (meant.size() != 1) {
      throw new IllegalArgumentException(
          meant.isEmpty()
              ? "'%s' is not open for review; review list shows what is".formatted(supplier)
              : "'%s' is open for %d reasons; name one with --reason"
                  .formatted(supplier, meant.size()));
    }
    Decision decision =
        new Decision.Settles(
            decisions.nextId(),
            body,
            meant.get(0).scope(),
            Verdict.parse(answer, rulebook(topic)),
            by.now(clock));
    decisions.add(decision);
    return decision;
  }

  /**
   * Takes a decision back, by a decision of its own.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  public Decision withdraw(String body, String topic, String id, By by) {
    if (decisions(body, topic).stream().noneMatch(known -> known.id().equals(id))) {
      throw new IllegalArgumentException(
          "'%s' is no decision about lines of '%s'; review list shows them".formatted(id, body));
    }
    Decision withdrawal = new Decision.Withdraws(decisions.nextId(), body, id, by.now(clock));
    decisions.add(withdrawal);
    return withdrawal;
  }

  /** The payees whose names the body's returns withhold, the largest sum first. */
  public List<WithheldName> withheldNames(String body, String topic) {
    return filings.withheldNames(body(body), ready(topic), clock.instant());
  }

  /** What was decided of single names, oldest first. */
  public List<NameDecision> nameDecisions(String body) {
    return nameDecisions.asKnownAt(body, clock.instant());
  }

  /**
   * Decides of a supplier's name, for past lines and those to come.
   *
   * @param isWithheld whether the name is withheld; else it may be told
   * @throws IllegalArgumentException if the name has no letter or digit
   */
  public NameDecision decideName(String body, String supplier, boolean isWithheld, By by) {
    String name = SupplierName.of(supplier).normalised();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("'%s' is no name".formatted(supplier));
    }
    NameDecision decision =
        new NameDecision(
            nameDecisions.nextId(),
            body(body).id(),
            name,
            isWithheld,
            by.who(),
            clock.instant(),
            by.why());
    nameDecisions.add(decision);
    return decision;
  }

  /** The open groups as a list for a spreadsheet. */
  public String list(String body, String topic) {
    return ReviewList.write(queue(body, topic));
  }

  /** Takes in a list that a person has filled in: sound rows are decided, faulty ones refused. */
  public ReviewList.Decided takeIn(String body, String topic, Path list) {
    long[] next = {decisions.count()};
    ReviewList.Decided decided =
        ReviewList.read(
            list,
            queue(body, topic),
            rulebook(topic),
            body,
            clock.instant(),
            () -> "D-%04d".formatted(++next[0]));
    decided.decisions().forEach(decisions::add);
    return decided;
  }

  /**
   * Who decides, and on what.
   *
   * @param source the paper it rests on; may be empty unless the answer is shares
   */
  public record By(String who, String why, String source) {
    Decision.Grounds now(Clock clock) {
      return new Decision.Grounds(who, clock.instant(), why, source);
    }
  }

  private ReviewQueue queue(String body, String topic) {
    return filings.review(body(body), rulebook(topic), clock.instant());
  }

  private Body body(String id) {
    return inputs
        .asKnownAt(clock.instant())
        .body(id)
        .map(Inputs.BodyOnFile::body)
        .orElseThrow(() -> new IllegalArgumentException("no body '%s' is on file".formatted(id)));
  }

  private Rulebook rulebook(String topic) {
    return ready(topic).rulebook();
  }

  private Classifier ready(String topic) {
    return inputs
        .asKnownAt(clock.instant())
        .ready(topic, clock.instant())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no rulebook for topic '%s' is in force".formatted(topic)));
  }
}
