package org.spendreturns.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.archive.Sha256;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Measure;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Provider;
import org.spendreturns.rulebook.Rule;
import org.spendreturns.rulebook.Rulebook;

/**
 * Reads a rulebook's file, and the file of providers that it names.
 *
 * <p>Strict: a key that is not known, a phrase that would be found in every line, a name that two
 * providers claim, weights that run in a circle, an example that does not come out as written, each
 * refuses the whole rulebook, all faults named at once.
 */
public final class RulebookFile {

  private final YamlNode root;
  private final Faults faults = new Faults();
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Set<Category> wholes = new LinkedHashSet<>();
  private final Map<String, List<String>> lists;
  private final Map<String, List<String>> regions;
  private final List<String> publishedLists = new ArrayList<>();

  private RulebookFile(YamlNode root) {
    this.root = root;
    faults.keep(
        () ->
            root.inWelshToo("title")
                .allow(
                    "topic",
                    "title",
                    "edition",
                    "in-force-from",
                    "categories",
                    "regions",
                    "word-lists",
                    "providers-file",
                    "rules",
                    "lists",
                    "providers",
                    "examples",
                    "measured"));
    for (String key : List.of("topic", "title", "edition")) {
      faults.keep(() -> root.text(key));
    }
    faults.keep(() -> root.get("in-force-from").date());
    for (YamlNode item : root.items("categories")) {
      faults.keep(() -> category(item));
    }
    lists = named("word-lists");
    regions = named("regions");
    faults.keep(() -> publishedLists.addAll(root.texts("lists")));
  }

  /** Whether a file of a rulebook's folder is an edition, and not the providers of one. */
  public static boolean isEdition(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".yaml") && !name.startsWith("providers");
  }

  /**
   * Reads one edition.
   *
   * @param file its path; the providers' file is looked for beside it
   * @throws FaultyInputException if it cannot be read, or has any fault; then all are named
   */
  public static Rulebook read(Path file) {
    return ready(file).rulebook();
  }

  /**
   * Reads one edition, and makes it ready to judge lines of a body of which nothing is known.
   *
   * @throws FaultyInputException as {@link #read}
   */
  public static Classifier ready(Path file) {
    byte[] bytes = bytes(file);
    YamlNode root = parse(file, bytes);
    RulebookFile reader = new RulebookFile(root);
    List<YamlNode> providers = new ArrayList<>(root.items("providers"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    if (root.find("providers-file").isPresent()) {
      Path beside = file.resolveSibling(root.text("providers-file"));
      byte[] more = bytes(beside);
      all.writeBytes(more);
      YamlNode who = parse(beside, more).allow("lists", "providers");
      reader.publishedLists.addAll(who.texts("lists"));
      providers.addAll(who.items("providers"));
    }
    return reader.classifier(providers, Sha256.of(all.toByteArray()));
  }

  private List<Measure> measured() {
    return root.items("measured").stream()
        .flatMap(node -> faults.keep(() -> MeasureNode.read(node)).stream())
        .toList();
  }

  private Classifier classifier(List<YamlNode> providerNodes, String digest) {
    Map<String, Category> nameable = new LinkedHashMap<>(categories);
    nameable.put(Category.NOT_BROKEN_DOWN.id(), Category.NOT_BROKEN_DOWN);
    List<RuleNode> ruleNodes =
        root.items("rules").stream().map(node -> new RuleNode(node, lists, nameable)).toList();
    Map<Rule, RuleNode> rules = new LinkedHashMap<>();
    ruleNodes.forEach(node -> faults.keep(node::read).ifPresent(rule -> rules.put(rule, node)));
    List<Provider> providers = new ArrayList<>();
    for (YamlNode node : providerNodes) {
      faults.keep(() -> new ProviderNode(node, categories).read()).ifPresent(providers::add);
    }
    faults.refuse();
    checkIds(ruleNodes, providerNodes);
    ProviderNode.checkClaims(providerNodes, faults);
    Map<Rule, RuleNode> resolved = resolved(rules);
    faults.refuse();
    new Weights(resolved).check(faults);
    faults.refuse();
    Rulebook rulebook =
        new Rulebook(
            root.text("topic"),
            root.text("title"),
            root.text("edition"),
            root.get("in-force-from").date(),
            digest,
            List.copyOf(categories.values()),
            wholes,
            regions,
            List.copyOf(resolved.keySet()),
            providers,
            publishedLists,
            measured());
    Classifier classifier = new Classifier(rulebook, Overlay.NONE);
    tryExamples(classifier, resolved);
    faults.refuse();
    return classifier;
  }

  private Category category(YamlNode item) {
    item.inWelshToo("title").allow("id", "numeral", "title", "whole");
    Category category = new Category(item.text("id"), item.text("numeral"), item.text("title"));
    if (category.id().equals(Category.NOT_BROKEN_DOWN.id())
        || categories.put(category.id(), category) != null) {
      throw item.fault("category '%s' is there already".formatted(category.id()));
    }
    if (item.find("whole").map(YamlNode::yes).orElse(false)) {
      wholes.add(category);
    }
    return category;
  }

  private Map<String, List<String>> named(String key) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    root.find(key)
        .flatMap(node -> faults.keep(node::fields))
        .ifPresent(
            fields ->
                fields.forEach(
                    (name, node) ->
                        faults
                            .keep(() -> node.items().stream().map(YamlNode::text).toList())
                            .ifPresent(texts -> named.put(name, texts))));
    return named;
  }

  private void checkIds(List<RuleNode> rules, List<YamlNode> providers) {
    Map<String, YamlNode> places = new LinkedHashMap<>();
    List<YamlNode> all = new ArrayList<>(rules.stream().map(RuleNode::node).toList());
    all.addAll(providers);
    for (YamlNode node : all) {
      YamlNode first = places.putIfAbsent(node.text("id"), node);
      if (first != null) {
        faults.add(node, "id '%s' stands already at %s".formatted(node.text("id"), first.place()));
      }
    }
  }

  /** The rules with the ids that they outweigh written out. */
  private Map<Rule, RuleNode> resolved(Map<Rule, RuleNode> rules) {
    Map<Rule, RuleNode> resolved = new LinkedHashMap<>();
    rules.forEach(
        (rule, node) -> {
          Set<String> outweighs = new HashSet<>();
          for (YamlNode item : node.node().items("outweighs")) {
            Set<String> meant = meant(item.text(), rules.keySet());
            if (meant.isEmpty()) {
              faults.add(item, "outweighs: no rule is called '%s'".formatted(item.text()));
            }
            outweighs.addAll(meant);
          }
          resolved.put(
              new Rule(
                  rule.id(),
                  rule.says(),
                  rule.category(),
                  rule.in(),
                  rule.phrases(),
                  rule.asSpelled(),
                  rule.then(),
                  rule.wordsBeforeThen(),
                  rule.beside(),
                  rule.unless(),
                  outweighs,
                  rule.question(),
                  rule.source(),
                  rule.because()),
              node);
        });
    return resolved;
  }

  private static Set<String> meant(String id, Set<Rule> rules) {
    String start = id.endsWith("*") ? id.substring(0, id.length() - 1) : id;
    return rules.stream()
        .map(Rule::id)
        .filter(each -> each.equals(id) || (!start.equals(id) && each.startsWith(start)))
        .collect(Collectors.toSet());
  }

  private void tryExamples(Classifier classifier, Map<Rule, RuleNode> rules) {
    rules.forEach(
        (rule, node) -> {
          for (RuleNode.Example example : node.examples("finds")) {
            if (!classifier.speaks(rule, example.line())) {
              faults.add(
                  example.node(),
                  "rule '%s' must find something in this example, and does not"
                      .formatted(rule.id()));
            }
          }
          for (RuleNode.Example example : node.examples("leaves")) {
            if (classifier.speaks(rule, example.line())) {
              faults.add(
                  example.node(),
                  "rule '%s' must leave this example alone, and does not".formatted(rule.id()));
            }
          }
        });
    for (YamlNode item : root.items("examples")) {
      faults.keep(() -> tryAnswer(classifier, item));
    }
  }

  private static YamlNode tryAnswer(Classifier classifier, YamlNode item) {
    String expected = item.text("answer");
    String answer =
        classifier
            .forBody(Overlay.inRegion(item.textOrEmpty("region")))
            .classify(RuleNode.particulars(item, "answer", "region"))
            .answer()
            .label();
    if (!answer.equals(expected)) {
      throw item.fault(
          "the example's answer must be '%s', and is '%s'".formatted(expected, answer));
    }
    return item;
  }

  private static YamlNode parse(Path file, byte[] bytes) {
    return YamlNode.parse(name(file), new String(bytes, StandardCharsets.UTF_8));
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException fault) {
      throw new FaultyInputException(
          "%s: cannot be read (%s); put the file there"
              .formatted(name(file), fault.getClass().getSimpleName()));
    }
  }
}
