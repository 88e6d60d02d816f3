package org.spendreturns.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.archive.Sha256;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.ledger.Overlap.Relation;

/**
 * How the exports of one body and topic stand to each other, as known at one instant: which of them
 * others stand for, and which repeat lines of others.
 *
 * @param pairs those that have lines in common, by the order of the exports
 * @param supersededBy for an export that another stands for, by path, that other's pair
 * @param after for an export that repeats lines of others, by path, those others in order
 */
record Standing(List<Pair> pairs, Map<String, Pair> supersededBy, Map<String, List<Export>> after) {

  /** Two exports that have lines in common, in their order. */
  record Pair(Export earlier, Export later, Overlap overlap) {

    /** The one that the other stands for, or empty if both count. */
    Optional<Export> superseded() {
      if (overlap.relation() == Relation.REPLACES) {
        return Optional.of(earlier);
      }
      boolean isWithin = overlap.onlyLater() == 0 && earlier.knownFrom().equals(later.knownFrom());
      return overlap.relation() == Relation.REPEATS || isWithin
          ? Optional.of(later)
          : Optional.empty();
    }

    Export other(Export export) {
      return export.equals(earlier) ? later : earlier;
    }
  }

  /** Tells how two exports compare; empty if they were not compared, or have no month in common. */
  interface Compared {
    Optional<Overlap> compare(Export earlier, Export later);
  }

  /**
   * Judges.
   *
   * @param exports of one body and topic, each read and balanced, by known-from and path
   */
  static Standing of(List<Export> exports, Compared compared) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, Pair> superseded = new LinkedHashMap<>();
    for (int later = 1; later < exports.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Export one = exports.get(earlier);
        Export other = exports.get(later);
        compared
            .compare(one, other)
            .filter(overlap -> overlap.relation() != Relation.ADDS)
            .ifPresent(overlap -> pairs.add(new Pair(one, other, overlap)));
      }
    }
    for (Pair pair : pairs) {
      pair.superseded().ifPresent(export -> superseded.put(export.path(), pair));
    }
    Map<String, List<Export>> after = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (!superseded.containsKey(pair.earlier().path())
          && !superseded.containsKey(pair.later().path())) {
        after.computeIfAbsent(pair.later().path(), none -> new ArrayList<>()).add(pair.earlier());
      }
    }
    return new Standing(List.copyOf(pairs), superseded, after);
  }

  /** The export as it counts: the same reading, or one that leaves out what others give. */
  Export counted(Export export) {
    Pair pair = supersededBy.get(export.path());
    List<Export> before = after.getOrDefault(export.path(), List.of());
    if (pair == null && before.isEmpty()) {
      return export;
    }
    StringBuilder key = new StringBuilder(export.settingsDigest());
    if (pair != null) {
      key.append("\nsuperseded by ").append(named(pair.other(export)));
    } else {
      before.forEach(each -> key.append("\nafter ").append(named(each)));
    }
    return export.readUnder(Sha256.of(key.toString()));
  }

  private static String named(Export export) {
    return export.digest() + " " + export.path();
  }
}
