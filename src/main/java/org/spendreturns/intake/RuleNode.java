package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.PhrasePattern;
import org.spendreturns.rulebook.Rule;
import org.spendreturns.rulebook.Rule.Says;

/** One rule as the rulebook's file has it. */
final class RuleNode {

  private static final Set<Field> WORDS =
      EnumSet.of(
          Field.SUPPLIER,
          Field.DESCRIPTION,
          Field.COST_CENTRE,
          Field.EXPENSE_TYPE,
          Field.HEADING,
          Field.CONTRACT);

  private final YamlNode node;
  private final Map<String, List<String>> lists;
  private final Map<String, Category> categories;

  RuleNode(YamlNode node, Map<String, List<String>> lists, Map<String, Category> categories) {
    this.node = node;
    this.lists = lists;
    this.categories = categories;
  }

  YamlNode node() {
    return node;
  }

  /**
   * The rule; ids in {@code outweighs} are as written, a star at the end not yet resolved.
   *
   * @throws FaultyInputException if it is not as the schema says
   */
  Rule read() {
    node.inWelshToo("question")
        .allow(
            "id",
            "says",
            "category",
            "in",
            "phrases",
            "as-spelled",
            "then",
            "then-within",
            "beside",
            "unless",
            "outweighs",
            "question",
            "source",
            "because",
            "finds",
            "leaves");
    Says says = says();
    List<String> phrases = phrases("phrases");
    List<String> asSpelled = phrases("as-spelled");
    if (phrases.isEmpty() && asSpelled.isEmpty()) {
      throw node.fault(
          "rule '%s' has neither 'phrases' nor 'as-spelled'".formatted(node.text("id")));
    }
    String question = node.textOrEmpty("question");
    if (question.isEmpty() == (says == Says.REVIEW || says == Says.DOUBT)) {
      throw node.fault(
          "rule '%s' says %s: a rule that says review or doubt, and no other, has a 'question'"
              .formatted(node.text("id"), says.name().toLowerCase(Locale.ROOT)));
    }
    return new Rule(
        node.text("id"),
        says,
        category(says),
        fields(),
        phrases,
        asSpelled,
        phrases("then"),
        node.find("then-within").map(RuleNode::words).orElse(Rule.WORDS_BEFORE_THEN),
        phrases("beside"),
        phrases("unless"),
        Set.copyOf(node.texts("outweighs")),
        question,
        node.text("source"),
        node.text("because"));
  }

  private static int words(YamlNode written) {
    if (!written.text().matches("\\d{1,2}")) {
      throw written.fault("'%s' is not a number of words from 0 to 99".formatted(written.text()));
    }
    return Integer.parseInt(written.text());
  }

  private Says says() {
    String text = node.text("says");
    return Arrays.stream(Says.values())
        .filter(says -> says.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                node.get("says")
                    .fault("'%s' is none of %s".formatted(text, written(Says.values()))));
  }

  private static String written(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }

  private Optional<Category> category(Says says) {
    Optional<YamlNode> written = node.find("category");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (says != Says.TOPIC && says != Says.ACTIVITY) {
      throw written.get().fault("only a rule that says topic or activity has a 'category'");
    }
    String id = written.get().text();
    return Optional.of(
        Optional.ofNullable(categories.get(id))
            .orElseThrow(
                () ->
                    written
                        .get()
                        .fault(
                            "category '%s' is none of %s"
                                .formatted(id, String.join(", ", categories.keySet())))));
  }

  private Set<Field> fields() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (YamlNode item : node.items("in")) {
      fields.add(field(item, item.text()));
    }
    return fields.isEmpty() ? WORDS : fields;
  }

  private static Field field(YamlNode place, String name) {
    return WORDS.stream()
        .filter(field -> field.written().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                place.fault(
                    "'%s' is no field whose words count; such are %s"
                        .formatted(name, written(WORDS.toArray(new Field[0])))));
  }

  private List<String> phrases(String key) {
    List<String> phrases = new ArrayList<>();
    for (YamlNode item : node.items(key)) {
      try {
        phrases.addAll(PhrasePattern.phrases(item.text(), lists));
      } catch (IllegalArgumentException fault) {
        throw item.fault("%s: %s".formatted(key, fault.getMessage()));
      }
    }
    return phrases;
  }

  /** Lines under the key, of which the rule must, or must not, say anything. */
  List<Example> examples(String key) {
    return node.items(key).stream().map(this::example).toList();
  }

  private Example example(YamlNode item) {
    if (item.isMapping()) {
      return new Example(item, particulars(item));
    }
    Field field = fields().contains(Field.DESCRIPTION) ? Field.DESCRIPTION : first(fields());
    return new Example(item, with(Map.of(field, item.text())));
  }

  private static Field first(Set<Field> fields) {
    return fields.iterator().next();
  }

  /** A line, and where the file gives it. */
  record Example(YamlNode node, Particulars line) {}

  /** A line written as fields and their texts. */
  static Particulars particulars(YamlNode item, String... alsoAllowed) {
    List<String> also = List.of(alsoAllowed);
    Map<Field, String> texts = new EnumMap<>(Field.class);
    item.fields()
        .forEach(
            (key, value) -> {
              if (!also.contains(key)) {
                texts.put(anyField(item, key), value.text());
              }
            });
    return with(texts);
  }

  private static Field anyField(YamlNode place, String name) {
    return Arrays.stream(Field.values())
        .filter(field -> field.written().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                place.fault(
                    "'%s' is no field of a line; such are %s"
                        .formatted(name, written(Field.values()))));
  }

  private static Particulars with(Map<Field, String> texts) {
    return new Particulars(
        texts.getOrDefault(Field.SUPPLIER, ""),
        texts.getOrDefault(Field.SUPPLIER_ID, ""),
        texts.getOrDefault(Field.REGISTRATION, ""),
        texts.getOrDefault(Field.DESCRIPTION, ""),
        texts.getOrDefault(Field.COST_CENTRE, ""),
        texts.getOrDefault(Field.EXPENSE_TYPE, ""),
        texts.getOrDefault(Field.HEADING, ""),
        texts.getOrDefault(Field.CONTRACT, ""));
  }
}
