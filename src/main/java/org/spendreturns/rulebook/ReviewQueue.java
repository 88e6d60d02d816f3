package org.spendreturns.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Decision.Scope;
import org.spendreturns.rulebook.Evidence.Role;

/**
 * One body's lines that a person must settle, and what persons have settled, as known at an
 * instant.
 *
 * <p>Of two decisions on a line the one on the line itself holds before the one on its group; of
 * two alike the later. Those taken back are as if they had never been.
 */
public final class ReviewQueue {

  /**
   * Lines of one supplier for one reason: one decision settles them all.
   *
   * @param supplier the supplier's name in the one spelling
   * @param shown the name as the first line has it
   * @param reason why they are put up, as {@link ReviewQueue#reason} gives it
   * @param question what the person is asked
   * @param lines by date, then place; at least one
   */
  public record Group(
      String supplier, String shown, String reason, String question, List<ClassifiedLine> lines) {

    /** Keeps its own, ordered copy. */
    public Group {
      lines =
          lines.stream()
              .sorted(
                  Comparator.comparing((ClassifiedLine each) -> each.line().date())
                      .thenComparing(each -> each.line().at().toString()))
              .toList();
    }

    /** What was paid on all lines. */
    public Money amount() {
      return Money.sum(lines.stream().map(each -> each.line().amount()).toList());
    }

    /** The date of the first line. */
    public LocalDate first() {
      return lines.get(0).line().date();
    }

    /** The date of the last line. */
    public LocalDate last() {
      return lines.get(lines.size() - 1).line().date();
    }

    /** The lines that a decision on this group settles: one line only if the name is withheld. */
    public Scope scope() {
      return group(lines.get(0));
    }

    /** Which lines these are, in twelve letters: a list made of other lines has others. */
    public String state() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (ClassifiedLine each : lines) {
          String line = each.line().at() + " " + each.line().amount() + "\n";
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java has SHA-256", impossible);
      }
    }
  }

  /**
   * A line with what holds for it.
   *
   * @param line with the rules' answer
   * @param decision the person's decision that holds before it, if there is one
   */
  public record Settled(ClassifiedLine line, Optional<Decision.Settles> decision) {}

  private final List<Settled> lines;

  private ReviewQueue(List<Settled> lines) {
    this.lines = lines;
  }

  /**
   * Lines with the decisions that hold for them.
   *
   * @param body the body whose lines these are; decisions about others are left aside
   * @param decisions in any order
   * @param asKnownAt decisions taken later are not known yet
   */
  public static ReviewQueue of(
      String body,
      List<ClassifiedLine> lines,
      List<? extends Decision> decisions,
      Instant asKnownAt) {
    List<Decision.Settles> holding = holding(body, decisions, asKnownAt);
    Map<Scope, Decision.Settles> byScope = new LinkedHashMap<>();
    holding.forEach(decision -> byScope.put(decision.scope(), decision)); // later ones last
    return new ReviewQueue(
        lines.stream().map(line -> new Settled(line, decision(line, byScope))).toList());
  }

  private static List<Decision.Settles> holding(
      String body, List<? extends Decision> decisions, Instant asKnownAt) {
    List<? extends Decision> known =
        decisions.stream()
            .filter(decision -> decision.body().equals(body))
            .filter(decision -> !decision.grounds().when().isAfter(asKnownAt))
            .sorted(
                Comparator.comparing((Decision decision) -> decision.grounds().when())
                    .thenComparing(Decision::id))
            .toList();
    Set<String> withdrawn = new HashSet<>();
    for (int at = known.size() - 1; at >= 0; at--) { // a withdrawal can be taken back in its turn
      if (known.get(at) instanceof Decision.Withdraws withdrawal
          && !withdrawn.contains(withdrawal.id())) {
        withdrawn.add(withdrawal.withdrawn());
      }
    }
    return known.stream()
        .filter(Decision.Settles.class::isInstance)
        .map(Decision.Settles.class::cast)
        .filter(decision -> !withdrawn.contains(decision.id()))
        .toList();
  }

  private static Optional<Decision.Settles> decision(
      ClassifiedLine line, Map<Scope, Decision.Settles> byScope) {
    Scope own = new Scope.OfLine(line.line().at());
    Scope group = group(line);
    return Optional.ofNullable(byScope.get(own)).or(() -> Optional.ofNullable(byScope.get(group)));
  }

  /** All lines, in the order given, each with the decision that holds for it. */
  public List<Settled> lines() {
    return lines;
  }

  /** The groups still open: the largest sum first, then by supplier and reason. */
  public List<Group> open() {
    Map<Scope, List<ClassifiedLine>> groups = new LinkedHashMap<>();
    for (Settled each : lines) {
      if (each.decision().isEmpty()
          && each.line().classification().answer() instanceof Answer.ForReview) {
        groups.computeIfAbsent(group(each.line()), scope -> new ArrayList<>()).add(each.line());
      }
    }
    return groups.values().stream()
        .map(ReviewQueue::group)
        .sorted(
            Comparator.comparing(Group::amount)
                .reversed()
                .thenComparing(Group::supplier)
                .thenComparing(Group::reason))
        .toList();
  }

  /** A withheld name may be anybody's: its lines are decided one by one. */
  private static Scope group(ClassifiedLine line) {
    return Redaction.isMarker(line.line().particulars().supplier())
        ? new Scope.OfLine(line.line().at())
        : new Scope.OfGroup(supplier(line), reason(line.classification()));
  }

  private static Group group(List<ClassifiedLine> lines) {
    ClassifiedLine first = lines.get(0);
    String question =
        first.classification().answer() instanceof Answer.ForReview review ? review.question() : "";
    return new Group(
        supplier(first),
        first.line().particulars().supplier(),
        reason(first.classification()),
        question,
        lines);
  }

  /** Why a line was answered so: the ids of what decided, in order, joined by {@code +}. */
  public static String reason(Classification classification) {
    return classification.evidence().stream()
        .filter(each -> each.role() == Role.DECIDED)
        .map(Evidence::ruleId)
        .distinct()
        .collect(Collectors.joining("+"));
  }

  private static String supplier(ClassifiedLine line) {
    return SupplierName.of(line.line().particulars().supplier()).normalised();
  }
}
