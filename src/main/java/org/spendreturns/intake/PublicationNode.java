package org.spendreturns.intake;

import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Pdf;

/** Reads the part of a body's file that says how its returns are published. */
final class PublicationNode {

  private PublicationNode() {}

  static Publication read(YamlNode node) {
    node.allow("pdf");
    return new Publication(
        node.find("pdf").map(pdf -> Choice.of(pdf, Pdf.class)).orElse(Publication.USUAL.pdf()));
  }
}
