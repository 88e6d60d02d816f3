package org.spendreturns.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Format;
import org.spendreturns.returns.Publication.Ids;
import org.spendreturns.returns.Publication.Pdf;

/** Reads the part of a body's file that says how its returns are published. */
final class PublicationNode {

  private PublicationNode() {}

  static Publication read(YamlNode node) {
    node.allow("pdf", "formats", "organisation-id", "ocds-prefix", "grant-prefix");
    List<YamlNode> formats = node.items("formats");
    return new Publication(
        node.find("pdf").map(pdf -> Choice.of(pdf, Pdf.class)).orElse(Publication.USUAL.pdf()),
        formats.isEmpty()
            ? Publication.USUAL.formats()
            : formats.stream()
                .map(format -> Choice.of(format, Format.class))
                .collect(Collectors.toSet()),
        new Ids(
            id(node, "organisation-id", "[A-Z]{2}-[A-Z]+-.+", "GB-PPON-PQZB-4253-GCQD"),
            id(node, "ocds-prefix", "ocds-[a-z0-9]{6}", "ocds-h6vhtk"),
            id(node, "grant-prefix", "360G-[A-Za-z0-9]+", "360G-example")));
  }

  private static String id(YamlNode node, String key, String form, String like) {
    Optional<YamlNode> id = node.find(key);
    if (id.isPresent() && !id.get().text().matches(form)) {
      throw id.get().fault("'%s' is not written like %s".formatted(id.get().text(), like));
    }
    return id.map(YamlNode::text).orElse("");
  }
}
