package org.spendreturns.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.archive.Sha256;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.ledger.Overlap.Relation;
import org.spendreturns.money.Money;
import org.spendreturns.returns.ExportDecision.File;
import org.spendreturns.returns.ExportDecision.Rules;
import org.spendreturns.returns.ExportDecision.Ruling;

/**
 * How the exports of one body and topic stand to each other, as known at one instant: which of them
 * others stand for, and which repeat lines of others. What a person ruled goes before what the
 * lines are evidence of.
 *
 * @param pairs those that have lines in common or were ruled on, by the order of the exports
 * @param supersededBy for an export that another stands for, by path, that other's pair; following
 *     it from export to export ends at one that counts
 * @param after for an export that repeats lines of others, by path, those others in order
 * @param ofLines for an export some of whose lines were ruled on, by path, those rulings in order
 */
record Standing(
    List<Pair> pairs,
    Map<String, Pair> supersededBy,
    Map<String, List<Before>> after,
    Map<String, List<Rules>> ofLines) {

  /** An export before another that gives lines of it: those that stand in both, or those alike. */
  record Before(Export export, boolean isAlikeToo) {}

  /**
   * Two exports, in their order, that have lines in common, or of which a person or the body's file
   * says how they stand.
   *
   * @param stated the one that the other stands for, as the body's file says
   */
  record Pair(
      Export earlier,
      Export later,
      Overlap overlap,
      Optional<Export> stated,
      Optional<Rules> ruled) {

    /** The one that the other stands for, or empty if both count. */
    Optional<Export> superseded() {
      if (ruled.isPresent()) {
        return ruled
            .filter(rules -> rules.ruling() == Ruling.REPLACES)
            .map(rules -> rules.export().equals(fileOf(later)) ? earlier : later);
      }
      if (stated.isPresent()) {
        return stated;
      }
      if (overlap.relation() == Relation.REPLACES) {
        return Optional.of(earlier);
      }
      boolean isWithin = overlap.onlyLater() == 0 && earlier.knownFrom().equals(later.knownFrom());
      return overlap.relation() == Relation.REPEATS || isWithin
          ? Optional.of(later)
          : Optional.empty();
    }

    boolean isOnlyStated() {
      return ruled.isEmpty() && stated.isPresent();
    }

    boolean isOnEvidence() {
      return ruled.isEmpty() && stated.isEmpty();
    }

    /** Whether lines that stand in both are left out of the later one. */
    boolean isCountedOnce() {
      boolean doesOverlap = overlap.relation() != Relation.ADDS && superseded().isEmpty();
      return ruled.map(rules -> rules.ruling() == Ruling.ONCE).orElse(doesOverlap);
    }

    /** Whether a person also said so of lines that are only alike. */
    boolean isAlikeCountedOnce() {
      return overlap.isDoubtful()
          && ruled.filter(rules -> rules.ruling() == Ruling.ONCE).isPresent();
    }

    /** Lines that may be the same payments, of which neither evidence nor a person decides. */
    Tally perhapsTwice() {
      Tally none = new Tally(0, Money.ZERO);
      if (!isOnEvidence() || superseded().isPresent()) {
        return none;
      }
      return (overlap.isCoincidence() ? overlap.unnumbered() : none)
          .plus(overlap.isDoubtful() ? overlap.alike() : none);
    }

    Export other(Export export) {
      return export.equals(earlier) ? later : earlier;
    }
  }

  /** Tells which of two exports the body's file says the other stands for. */
  interface Stated {
    Optional<Export> superseded(Export earlier, Export later);
  }

  /** Tells how two exports compare; empty if they were not compared, or have no month in common. */
  interface Compared {
    Optional<Overlap> compare(Export earlier, Export later);
  }

  /**
   * Judges.
   *
   * @param exports of one body and topic, each read and balanced, by known-from and path
   * @param stated what the body's file says; goes before the lines
   * @param rulings those in force; go before both
   */
  static Standing of(List<Export> exports, Compared compared, Stated stated, List<Rules> rulings) {
    List<Pair> pairs = new ArrayList<>();
    for (int later = 1; later < exports.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        pair(exports.get(earlier), exports.get(later), compared, stated, rulings)
            .ifPresent(pairs::add);
      }
    }
    Map<String, Pair> superseded = new LinkedHashMap<>();
    pairs.stream().filter(pair -> pair.ruled().isPresent()).forEach(pair -> add(pair, superseded));
    pairs.stream().filter(Pair::isOnlyStated).forEach(pair -> add(pair, superseded));
    pairs.stream().filter(Pair::isOnEvidence).forEach(pair -> add(pair, superseded));
    Map<String, List<Before>> after = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (pair.isCountedOnce() && countsBoth(pair, superseded)) {
        after
            .computeIfAbsent(pair.later().path(), none -> new ArrayList<>())
            .add(new Before(pair.earlier(), pair.isAlikeCountedOnce()));
      }
    }
    Map<String, List<Rules>> ofLines = new LinkedHashMap<>();
    for (Export export : exports) {
      List<Rules> here =
          rulings.stream()
              .filter(rules -> rules.other().isEmpty() && rules.export().equals(fileOf(export)))
              .toList();
      if (!here.isEmpty()) {
        ofLines.put(export.path(), here);
      }
    }
    return new Standing(List.copyOf(pairs), superseded, after, ofLines);
  }

  /** Whether no other export counts in the place of either. */
  boolean countsBoth(Pair pair) {
    return countsBoth(pair, supersededBy);
  }

  private static boolean countsBoth(Pair pair, Map<String, Pair> superseded) {
    return !superseded.containsKey(pair.earlier().path())
        && !superseded.containsKey(pair.later().path());
  }

  private static Optional<Pair> pair(
      Export one, Export other, Compared compared, Stated stated, List<Rules> rulings) {
    Optional<Rules> ruled =
        rulings.stream().filter(rules -> rules.isOf(fileOf(one), fileOf(other))).findFirst();
    Optional<Overlap> overlap = compared.compare(one, other);
    Optional<Export> out = stated.superseded(one, other);
    if (ruled.isEmpty() && out.isEmpty()) {
      return overlap
          .filter(
              found ->
                  found.relation() != Relation.ADDS || found.isCoincidence() || found.isDoubtful())
          .map(found -> new Pair(one, other, found, out, ruled));
    }
    // they may have no month in common, and be spoken of all the same
    return Optional.of(new Pair(one, other, overlap.orElse(Overlap.NONE), out, ruled));
  }

  /** Adds a pair one of which stands for the other, unless none of a circle would be left. */
  private static void add(Pair pair, Map<String, Pair> superseded) {
    Optional<Export> out = pair.superseded();
    if (out.isEmpty()) {
      return;
    }
    Pair known = superseded.get(out.get().path());
    boolean isLess =
        known != null
            && (known.ruled().isPresent()
                ? pair.ruled().isEmpty()
                : known.stated().isPresent() && pair.isOnEvidence());
    if (isLess) {
      return;
    }
    Export in = pair.other(out.get());
    for (Pair next = superseded.get(in.path()); next != null; next = superseded.get(in.path())) {
      in = next.other(in);
      if (in.equals(out.get())) {
        return;
      }
    }
    superseded.put(out.get().path(), pair);
  }

  /** An export as decisions name it. */
  static File fileOf(Export export) {
    return new File(export.path(), export.digest());
  }

  /** The export as it counts: the same reading, or one that leaves out what others give. */
  Export counted(Export export) {
    Pair pair = supersededBy.get(export.path());
    List<Before> before = after.getOrDefault(export.path(), List.of());
    List<Rules> lines = ofLines.getOrDefault(export.path(), List.of());
    if (pair == null && before.isEmpty() && lines.isEmpty()) {
      return export;
    }
    StringBuilder key = new StringBuilder(export.settingsDigest());
    if (pair != null) {
      key.append("\nsuperseded by ").append(named(pair.other(export)));
      pair.ruled().ifPresent(rules -> key.append("\nas ").append(rules.id()));
    } else {
      before.forEach(
          each ->
              key.append(each.isAlikeToo() ? "\nalike after " : "\nafter ")
                  .append(named(each.export())));
      lines.forEach(rules -> key.append("\nas ").append(rules.id()));
    }
    return export.readUnder(Sha256.of(key.toString()));
  }

  private static String named(Export export) {
    return export.digest() + " " + export.path();
  }
}
