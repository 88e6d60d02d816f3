package org.spendreturns.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Decision.Grounds;

/**
 * What a person has settled about how exports of a body count; it goes before what their lines are
 * evidence of. Decisions are only ever added: taking one back is a decision too.
 */
public sealed interface ExportDecision {

  /** Its own name, which no other decision about exports has: {@code E-0007}. */
  String id();

  /** The body whose exports it is about. */
  String body();

  /** By whom and when, why, and on what paper. */
  Grounds grounds();

  /** An export as the person saw it: its path in the input folder, and its bytes. */
  record File(String path, String digest) {}

  /** What is settled. */
  enum Ruling {
    /** The export counts in the other's place, whatever their lines are. */
    REPLACES,
    /** Both count in full: lines that stand in both are two payments each. */
    BESIDE,
    /** Neither replaces the other, and lines that stand in both count once. */
    ONCE,
    /** The line is a payment of its own, though another export has one like it. */
    TWO_PAYMENTS,
    /** Lines that are identical to one before them in their export are the same payment. */
    ONE_PAYMENT
  }

  /**
   * Settles how exports, or lines of one, count.
   *
   * @param other the second export of a ruling on two; else empty
   * @param line the one line that is ruled on, its sheet and number; empty if all of the export are
   * @param lines how many lines it moves into or out of the figures
   * @param amount their sum
   */
  record Rules(
      String id,
      String body,
      Ruling ruling,
      File export,
      Optional<File> other,
      Optional<SourceRef> line,
      long lines,
      Money amount,
      Grounds grounds)
      implements ExportDecision {

    /** Refuses a ruling on two exports that names one, and on a line that names none. */
    public Rules {
      boolean isOfLines = ruling == Ruling.TWO_PAYMENTS || ruling == Ruling.ONE_PAYMENT;
      if (other.isPresent() == isOfLines
          || (line.isPresent() && !isOfLines)
          || (line.isEmpty() && ruling == Ruling.TWO_PAYMENTS)) {
        throw new IllegalArgumentException("%s does not say what it is about".formatted(id));
      }
    }

    /** Whether it is about these two exports, in either order. */
    public boolean isOf(File one, File two) {
      return other.isPresent()
          && ((export.equals(one) && other.get().equals(two))
              || (export.equals(two) && other.get().equals(one)));
    }

    /** What is settled, in words that name files and lines and nothing that stands in them. */
    public String said(Wording wording) {
      String second = other.map(File::path).orElse("");
      String place =
          line.map(at -> new SourceRef(export.path(), at.sheet(), at.line()) + "").orElse("");
      return switch (ruling) {
        case REPLACES -> wording.say("ruling.REPLACES", export.path(), second);
        case BESIDE -> wording.say("ruling.BESIDE", export.path(), second);
        case ONCE -> wording.say("ruling.ONCE", export.path(), second);
        case TWO_PAYMENTS -> wording.say("ruling.TWO_PAYMENTS", place);
        case ONE_PAYMENT ->
            line.isPresent()
                ? wording.say("ruling.ONE_PAYMENT.line", place)
                : wording.say("ruling.ONE_PAYMENT", export.path());
      };
    }
  }

  /**
   * Takes another decision back.
   *
   * @param withdrawn the other's id
   */
  record Withdraws(String id, String body, String withdrawn, Grounds grounds)
      implements ExportDecision {}

  /**
   * The rulings in force at an instant: those taken by then and not withdrawn by then, the newest
   * about each pair of exports, export or line.
   *
   * @param all decisions about one body's exports, oldest first
   * @return oldest first
   */
  static List<Rules> inForce(List<ExportDecision> all, Instant asKnownAt) {
    Set<String> withdrawn = new HashSet<>();
    List<Rules> taken = new ArrayList<>();
    for (ExportDecision each : all) {
      if (each.grounds().when().isAfter(asKnownAt)) {
        continue;
      }
      if (each instanceof Withdraws withdrawal) {
        withdrawn.add(withdrawal.withdrawn());
      } else if (each instanceof Rules rules) {
        taken.add(rules);
      }
    }
    Map<Object, Rules> newest = new LinkedHashMap<>();
    for (Rules rules : taken) {
      if (!withdrawn.contains(rules.id())) {
        Object about =
            rules.other().isPresent()
                ? Set.of(rules.export(), rules.other().get())
                : List.of(rules.export(), rules.line());
        newest.remove(about);
        newest.put(about, rules);
      }
    }
    return List.copyOf(newest.values());
  }
}
