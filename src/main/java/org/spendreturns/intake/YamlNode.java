package org.spendreturns.intake;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.ledger.Unseen;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A part of a YAML file that knows its line, so that every fault can be named with its place.
 *
 * <p>Values are taken as text as written: {@code 2014-04-01}, {@code yes} and {@code 0123} stay
 * what they are, and the reader of the file says what each must be.
 */
final class YamlNode {

  private static final int ALIASES_AT_MOST = 50; // a file of ours needs none; a bomb needs many

  private final String file;
  private final Node node;
  private final List<String> inWelshToo;

  private YamlNode(String file, Node node) {
    this(file, node, List.of());
  }

  private YamlNode(String file, Node node, List<String> inWelshToo) {
    this.file = file;
    this.node = node;
    this.inWelshToo = inWelshToo;
  }

  /**
   * Reads a file that holds one mapping.
   *
   * @param file its name, for messages
   * @throws FaultyInputException if it is not YAML, or not a mapping
   */
  static YamlNode parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(ALIASES_AT_MOST);
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (!(root instanceof MappingNode)) {
        throw new FaultyInputException(file + ":1: expected 'key: value' lines, found none");
      }
      return new YamlNode(file, root);
    } catch (MarkedYAMLException fault) {
      int line = fault.getProblemMark() == null ? 1 : fault.getProblemMark().getLine() + 1;
      throw new FaultyInputException("%s:%d: %s".formatted(file, line, fault.getProblem()));
    } catch (ReaderException fault) {
      long line =
          text.codePoints().limit(fault.getPosition()).filter(sign -> sign == '\n').count() + 1;
      throw new FaultyInputException(
          "%s:%d: holds the character U+%04X, which no text has; save the file as UTF-8 text"
              .formatted(file, line, fault.getCodePoint()));
    }
  }

  /** Written {@code body.yaml:12}. */
  String place() {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }

  /** A fault at this place. */
  FaultyInputException fault(String message) {
    return new FaultyInputException(place() + ": " + message);
  }

  /**
   * The same part, of which these texts may be given in Welsh too: {@code name-cy} beside {@code
   * name}, a list for a list.
   */
  YamlNode inWelshToo(String... keys) {
    return new YamlNode(file, node, List.of(keys));
  }

  /** Refuses any key but these, and the Welsh of those that may have it. */
  YamlNode allow(String... keys) {
    List<String> known = Arrays.asList(keys);
    List<String> faults = new ArrayList<>();
    inWelshToo.forEach(key -> WelshTexts.check(this, key, faults));
    fields()
        .forEach(
            (key, value) -> {
              if (!known.contains(key) && !WelshTexts.isWelshOf(key, inWelshToo)) {
                faults.add(
                    "%s: key '%s' is not known here; known are %s"
                        .formatted(value.place(), key, String.join(", ", known)));
              }
            });
    if (!faults.isEmpty()) {
      throw new FaultyInputException(faults);
    }
    return this;
  }

  /** Whether it holds 'key: value' lines. */
  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The fields of a mapping, in file order. */
  Map<String, YamlNode> fields() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("expected 'key: value' lines");
    }
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new YamlNode(file, tuple.getKeyNode()).text();
      if (fields.put(key, new YamlNode(file, tuple.getValueNode())) != null) {
        throw new YamlNode(file, tuple.getKeyNode()).fault("key '%s' stands twice".formatted(key));
      }
    }
    return fields;
  }

  /** The field, or empty if it is absent. */
  Optional<YamlNode> find(String key) {
    return Optional.ofNullable(fields().get(key));
  }

  /** The field. */
  YamlNode get(String key) {
    return find(key).orElseThrow(() -> fault("key '%s' is missing".formatted(key)));
  }

  /** Whether it is a list. */
  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The items of a list. */
  List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("expected a list of '- ' lines");
    }
    return sequence.getValue().stream().map(item -> new YamlNode(file, item)).toList();
  }

  /** The items of the list under the key; none if the key is absent. */
  List<YamlNode> items(String key) {
    return find(key).map(YamlNode::items).orElse(List.of());
  }

  /** The text of a single value, trimmed; what nobody sees in it would stop the return. */
  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault("expected one value");
    }
    String text = scalar.getValue().strip();
    Unseen.first(text)
        .ifPresent(
            sign -> {
              throw fault(
                  "holds %s, which nobody sees; write the text anew without it".formatted(sign));
            });
    return text;
  }

  /** The text under the key, which must be there and not empty. */
  String text(String key) {
    String text = get(key).text();
    if (text.isEmpty()) {
      throw get(key).fault("key '%s' has no value".formatted(key));
    }
    return text;
  }

  /** The text under the key; empty if it is absent. */
  String textOrEmpty(String key) {
    return find(key).map(YamlNode::text).orElse("");
  }

  /** The texts of the list under the key; none if it is absent. */
  List<String> texts(String key) {
    return items(key).stream().map(YamlNode::text).toList();
  }

  /** The date under the key, or empty if it is absent. */
  Optional<LocalDate> findDate(String key) {
    return find(key).map(YamlNode::date);
  }

  /** A single value as a date written {@code yyyy-MM-dd}. */
  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException fault) {
      throw fault("'%s' is not a date written yyyy-MM-dd".formatted(text()));
    }
  }

  /** A single value as {@code yes} or {@code no}. */
  boolean yes() {
    return switch (text()) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw fault("'%s' is neither yes nor no".formatted(text()));
    };
  }
}
