package org.spendreturns.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person's decision says of its lines. */
public sealed interface Verdict {

  /** As a list shows it: a category's id, {@code NOT_TOPIC}, or shares. */
  String written();

  /** Of one category, or not broken down. */
  record Of(Category category) implements Verdict {
    @Override
    public String written() {
      return category.id();
    }
  }

  /** Not of the topic. */
  record NotTopic() implements Verdict {
    @Override
    public String written() {
      return "NOT_TOPIC";
    }
  }

  /**
   * Of several categories, by shares that a paper gives.
   *
   * @param weights at least two categories, each with a whole number over 0; only their proportion
   *     counts
   */
  record Apportioned(Map<Category, Long> weights) implements Verdict {
    /** Refuses fewer than two shares, and a share of nothing. */
    public Apportioned {
      if (weights.size() < 2 || weights.values().stream().anyMatch(weight -> weight <= 0)) {
        throw new IllegalArgumentException(
            "shares %s: at least two, each over 0".formatted(written(weights)));
      }
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** Written {@code ADVOCACY 60; FACE_TO_FACE 40}. */
    @Override
    public String written() {
      return written(weights);
    }

    private static String written(Map<Category, Long> weights) {
      return weights.entrySet().stream()
          .map(share -> share.getKey().id() + " " + share.getValue())
          .collect(Collectors.joining("; "));
    }
  }
}
