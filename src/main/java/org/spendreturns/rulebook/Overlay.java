package org.spendreturns.rulebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one body knows beyond the rulebook: where it is, and what its own codes mean.
 *
 * <p>Codes are compared without regard to case and to space around them. An answer is written as in
 * labelled lines: a category's id, {@code NOT_BROKEN_DOWN} or {@code NOT_TOPIC}.
 *
 * @param region its name or area, in which a provider's region is looked for; empty if not known
 * @param suppliers supplier numbers of its ledger, each with a provider's id
 * @param contracts contract or order references, each with an answer
 * @param headings headings, funds and programmes, each with an answer
 * @param costCentres cost centres, each with an answer
 */
public record Overlay(
    String region,
    Map<String, String> suppliers,
    Map<String, String> contracts,
    Map<String, String> headings,
    Map<String, String> costCentres) {

  /** Of a body of which nothing is known. */
  public static final Overlay NONE = inRegion("");

  /** Keeps its own copies. */
  public Overlay {
    suppliers = levelled(suppliers);
    contracts = levelled(contracts);
    headings = levelled(headings);
    costCentres = levelled(costCentres);
  }

  /** Of a body of which only the region, or the name, is known. */
  public static Overlay inRegion(String region) {
    return new Overlay(region, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** Whether the body has no codes of its own. */
  boolean hasNoCodes() {
    return suppliers.isEmpty()
        && contracts.isEmpty()
        && headings.isEmpty()
        && costCentres.isEmpty();
  }

  /** What a code means, or empty. */
  static Optional<String> meaning(Map<String, String> codes, String code) {
    return codes.isEmpty() ? Optional.empty() : Optional.ofNullable(codes.get(level(code)));
  }

  private static Map<String, String> levelled(Map<String, String> codes) {
    Map<String, String> levelled = new LinkedHashMap<>();
    codes.forEach((code, meaning) -> levelled.put(level(code), meaning));
    return Map.copyOf(levelled);
  }

  private static String level(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }
}
