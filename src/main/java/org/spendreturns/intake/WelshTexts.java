package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that a YAML file gives in Welsh as well: {@code name-cy} stands beside {@code name}. A
 * return in Welsh takes them; where there is none the English stands, and nothing is translated.
 */
public final class WelshTexts {

  private static final String WELSH = "-cy";

  private WelshTexts() {}

  /**
   * All that a file gives, by the English text that each stands for; of one English text given
   * twice the first holds.
   *
   * @return empty for a file that is not YAML
   * @throws FaultyInputException if the file is faulty
   * @throws IOException if it cannot be read at all
   */
  public static Map<String, String> read(Path file) throws IOException {
    if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".yaml")) {
      return Map.of();
    }
    TextFile source = TextFile.read(file);
    Map<String, String> byEnglish = new LinkedHashMap<>();
    gather(YamlNode.parse(source.name(), source.text()), byEnglish);
    return byEnglish;
  }

  private static void gather(YamlNode node, Map<String, String> byEnglish) {
    if (node.isList()) {
      node.items().forEach(item -> gather(item, byEnglish));
    } else if (node.isMapping()) {
      Map<String, YamlNode> fields = node.fields();
      fields.forEach(
          (key, value) -> {
            YamlNode welsh = fields.get(key + WELSH);
            if (welsh == null) {
              gather(value, byEnglish);
            } else if (value.isList()) {
              for (int at = 0; at < value.items().size(); at++) {
                byEnglish.putIfAbsent(value.items().get(at).text(), welsh.items().get(at).text());
              }
            } else {
              byEnglish.putIfAbsent(value.text(), welsh.text());
            }
          });
    }
  }

  /** Whether a key holds the Welsh of one of these. */
  static boolean isWelshOf(String key, List<String> english) {
    return key.endsWith(WELSH) && english.contains(key.substring(0, key.length() - WELSH.length()));
  }

  /** Adds what is wrong with the Welsh of a text: no English beside it, or not as many texts. */
  static void check(YamlNode node, String key, List<String> faults) {
    Optional<YamlNode> welsh = node.find(key + WELSH);
    if (welsh.isEmpty()) {
      return;
    }
    Optional<YamlNode> english = node.find(key);
    if (english.isEmpty()) {
      faults.add(
          "%s: '%s' has no English beside it; expected key '%s'; give both, or neither"
              .formatted(welsh.get().place(), key + WELSH, key));
    } else if (texts(english.get()).size() != texts(welsh.get()).size()
        || texts(welsh.get()).contains("")) {
      faults.add(
          "%s: '%s' has %d texts; expected %d, one for each of '%s'; give each in Welsh, or none"
              .formatted(
                  welsh.get().place(),
                  key + WELSH,
                  texts(welsh.get()).stream().filter(text -> !text.isEmpty()).count(),
                  texts(english.get()).size(),
                  key));
    }
  }

  private static List<String> texts(YamlNode node) {
    return node.isList()
        ? node.items().stream().map(YamlNode::text).toList()
        : List.of(node.text());
  }
}
