package org.spendreturns.intake;

import org.spendreturns.rulebook.Measure;

/** One entry under {@code measured} in a rulebook's file. */
final class MeasureNode {

  private MeasureNode() {}

  /**
   * The measurement.
   *
   * @throws FaultyInputException if it is not as the schema says
   */
  static Measure read(YamlNode node) {
    node.allow(
        "on",
        "what",
        "how",
        "lines",
        "precision",
        "recall",
        "with-review",
        "for-review",
        "right-category");
    String lines = node.text("lines");
    if (!lines.matches("[1-9]\\d{0,8}")) {
      throw node.get("lines").fault("'%s' is not a number of lines from 1".formatted(lines));
    }
    return new Measure(
        node.get("on").date(),
        node.text("what"),
        node.text("how"),
        Integer.parseInt(lines),
        share(node, "precision"),
        share(node, "recall"),
        share(node, "with-review"),
        share(node, "for-review"),
        share(node, "right-category"));
  }

  private static String share(YamlNode node, String key) {
    String text = node.text(key);
    if (!text.matches("0\\.\\d{3}|1\\.000|none")) {
      throw node.get(key)
          .fault("%s: '%s' is not a share written like 0.991, or none".formatted(key, text));
    }
    return text;
  }
}
