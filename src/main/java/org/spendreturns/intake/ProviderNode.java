package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Provider;
import org.spendreturns.rulebook.Provider.Trust;

/** One provider as the rulebook's file has it, and the check that no two claim one name. */
final class ProviderNode {

  private final YamlNode node;
  private final Map<String, Category> categories;

  ProviderNode(YamlNode node, Map<String, Category> categories) {
    this.node = node;
    this.categories = categories;
  }

  /**
   * The provider.
   *
   * @throws FaultyInputException if it is not as the schema says
   */
  Provider read() {
    node.allow(
        "id",
        "name",
        "registrations",
        "specialist",
        "alone",
        "category",
        "regions",
        "doubted-in",
        "names",
        "source");
    List<Provider.Name> names = new ArrayList<>();
    for (YamlNode item : node.items("names")) {
      names.add(name(item));
    }
    String present = checked(node.get("name"), node.text("name"));
    String levelled = SupplierName.of(present).normalised();
    if (names.stream()
        .noneMatch(name -> SupplierName.of(name.text()).normalised().equals(levelled))) {
      names.add(0, Provider.Name.sure(present, node.text("source")));
    }
    boolean specialist = node.find("specialist").map(YamlNode::yes).orElse(true);
    if (!specialist && trust(node, "alone", Trust.NOTHING) == Trust.SURE) {
      throw node.get("alone").fault("a provider that is no specialist is never sure alone");
    }
    return new Provider(
        node.text("id"),
        present,
        node.texts("registrations"),
        specialist,
        trust(node, "alone", specialist ? Trust.SURE : Trust.NOTHING),
        node.find("category").map(this::category),
        node.texts("regions"),
        node.texts("doubted-in"),
        names,
        node.text("source"));
  }

  private Category category(YamlNode written) {
    return Optional.ofNullable(categories.get(written.text()))
        .orElseThrow(
            () ->
                written.fault(
                    "category '%s' is none of %s"
                        .formatted(written.text(), String.join(", ", categories.keySet()))));
  }

  private Provider.Name name(YamlNode item) {
    String source = node.text("source");
    if (!item.isMapping()) {
      return Provider.Name.sure(checked(item, item.text()), source);
    }
    item.allow("name", "as-spelled", "alone", "here", "from", "to", "shared", "source");
    return new Provider.Name(
        checked(item, item.text("name")),
        item.find("as-spelled").map(YamlNode::yes).orElse(false),
        trust(item, "alone", Trust.SURE),
        trust(item, "here", Trust.SURE),
        item.findDate("from"),
        item.findDate("to"),
        item.find("source").map(YamlNode::text).orElse(source));
  }

  private static Trust trust(YamlNode of, String key, Trust unsaid) {
    return of.find(key)
        .map(
            written ->
                switch (written.text()) {
                  case "sure" -> Trust.SURE;
                  case "ask" -> Trust.ASK;
                  case "nothing" -> Trust.NOTHING;
                  default ->
                      throw written.fault(
                          "'%s' is none of sure, ask, nothing".formatted(written.text()));
                })
        .orElse(unsaid);
  }

  private static String checked(YamlNode item, String text) {
    if (SupplierName.of(text).normalised().isEmpty()) {
      throw item.fault("name '%s' has no word: it would be found in every line".formatted(text));
    }
    return text;
  }

  /** Adds a fault for every name and number that two providers claim, with both places. */
  static void checkClaims(List<YamlNode> nodes, Faults faults) {
    Map<String, Claim> claims = new HashMap<>();
    for (YamlNode node : nodes) {
      List<Claim> own = new ArrayList<>();
      own.add(new Claim(node, node.get("name"), node.textOrEmpty("name"), false));
      for (YamlNode item : node.items("names")) {
        boolean shared = item.isMapping() && item.find("shared").map(YamlNode::yes).orElse(false);
        String text = item.isMapping() ? item.text("name") : item.text();
        own.removeIf(claim -> claim.levelled().equals(SupplierName.of(text).normalised()));
        own.add(new Claim(node, item, text, shared));
      }
      for (YamlNode item : node.items("registrations")) {
        own.add(new Claim(node, item, item.text(), false));
      }
      for (Claim claim : own) {
        Claim first = claims.putIfAbsent(claim.levelled(), claim);
        if (first != null && first.by() != node && !(first.shared() && claim.shared())) {
          faults.add(
              claim.at(),
              "'%s' is claimed by '%s', and at %s by '%s'; take one away, or mark both 'shared: yes'"
                  .formatted(
                      claim.text(), node.text("id"), first.at().place(), first.by().text("id")));
        }
      }
    }
  }

  private record Claim(YamlNode by, YamlNode at, String text, boolean shared) {
    String levelled() {
      return SupplierName.of(text).normalised();
    }
  }
}
