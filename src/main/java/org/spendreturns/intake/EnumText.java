package org.spendreturns.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A word of a closed list, as our YAML files write it: lower case, hyphens between words. */
final class EnumText {

  private EnumText() {}

  /** As a file writes it: {@code cost-centre}. */
  static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads such a word; a fault names all the words that are known. */
  static <E extends Enum<E>> E read(YamlNode node, Class<E> of) {
    return Arrays.stream(of.getEnumConstants())
        .filter(value -> written(value).equals(node.text()))
        .findFirst()
        .orElseThrow(
            () ->
                node.fault(
                    "'%s' is not known here; known are %s"
                        .formatted(
                            node.text(),
                            Arrays.stream(of.getEnumConstants())
                                .map(EnumText::written)
                                .collect(Collectors.joining(", ")))));
  }
}
