package org.spendreturns.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One dated edition of what counts as the topic, as data: categories, rules, and who is known to
 * offer such services. Another topic is another rulebook.
 *
 * @param topic its short name: {@code sexual-violence}
 * @param title as a reader knows it
 * @param edition the edition's name: {@code 2026-11}
 * @param inForceFrom the first day on which returns use it
 * @param digest SHA-256 of its files' bytes, in hexadecimal; two rulebooks of one digest are one
 * @param categories in the order of the request, {@link Category#NOT_BROKEN_DOWN} left out
 * @param wholes categories whose service may have parts of another category and stays of its own: a
 *     referral centre that offers counselling is a referral centre
 * @param regions places by region: a body whose name holds one of them is in the region
 * @param rules in file order
 * @param providers in file order
 * @param lists how the sources begin that are published lists: registers, memberships, a
 *     regulator's locations; what such a list names is known without any body's lines
 * @param measured how well this edition answers; empty if nobody has measured it
 */
public record Rulebook(
    String topic,
    String title,
    String edition,
    LocalDate inForceFrom,
    String digest,
    List<Category> categories,
    Set<Category> wholes,
    Map<String, List<String>> regions,
    List<Rule> rules,
    List<Provider> providers,
    List<String> lists,
    List<Measure> measured) {

  /** Keeps its own copies. */
  public Rulebook {
    categories = List.copyOf(categories);
    wholes = Set.copyOf(wholes);
    regions = new LinkedHashMap<>(regions);
    rules = List.copyOf(rules);
    providers = List.copyOf(providers);
    lists = List.copyOf(lists);
    measured = List.copyOf(measured);
  }

  /** The category of the id, {@link Category#NOT_BROKEN_DOWN} among them. */
  public Optional<Category> category(String id) {
    return Stream.concat(categories.stream(), Stream.of(Category.NOT_BROKEN_DOWN))
        .filter(category -> category.id().equals(id))
        .findFirst();
  }

  /** The rule of the id. */
  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The provider of the id. */
  public Optional<Provider> provider(String id) {
    return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /** Whether a published list gives the name, so that it was not learned from a body's lines. */
  public boolean isListed(Provider.Name name) {
    return lists.stream().anyMatch(name.source()::startsWith);
  }

  /** Topic and edition, as a method page names it: {@code sexual-violence 2026-11}. */
  public String name() {
    return topic + " " + edition;
  }

  /** Whether a body, by its name or area, is in one of the regions. */
  boolean isIn(String body, List<String> ofRegions) {
    String words = " " + Letters.levelled(body) + " ";
    return places(ofRegions).anyMatch(place -> words.contains(" " + Letters.levelled(place) + " "));
  }

  /** The places of regions; a region of which none are known is its own place. */
  Stream<String> places(List<String> ofRegions) {
    return ofRegions.stream()
        .flatMap(region -> regions.getOrDefault(region, List.of(region)).stream());
  }
}
