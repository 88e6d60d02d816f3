package org.spendreturns.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person's decision says of its lines. */
public sealed interface Verdict {

  /** As a list shows it: a category's id, {@code NOT_TOPIC}, or shares. */
  String written();

  /**
   * Reads what {@link #written()} writes.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Verdict parse(String text, Rulebook rulebook) {
    if (text.equals(Evaluation.NOT_TOPIC)) {
      return new NotTopic();
    }
    if (!text.contains(";")) {
      return new Of(rulebook.category(text).orElseThrow(() -> unknown(text, rulebook)));
    }
    Map<Category, Long> weights = new LinkedHashMap<>();
    for (String share : text.split(";", -1)) {
      String[] parts = share.strip().split("\\s+", -1);
      if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,8}")) {
        throw unknown(text, rulebook);
      }
      Category category = rulebook.category(parts[0]).orElseThrow(() -> unknown(text, rulebook));
      if (weights.put(category, Long.valueOf(parts[1])) != null) {
        throw unknown(text, rulebook);
      }
    }
    return new Apportioned(weights);
  }

  private static IllegalArgumentException unknown(String text, Rulebook rulebook) {
    String known = String.join(", ", rulebook.categories().stream().map(Category::id).toList());
    return new IllegalArgumentException(
        "'%s' is none of %s, NOT_BROKEN_DOWN, NOT_TOPIC, and no shares like '%s 60; NOT_BROKEN_DOWN 40'"
            .formatted(text, known, rulebook.categories().get(0).id()));
  }

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
