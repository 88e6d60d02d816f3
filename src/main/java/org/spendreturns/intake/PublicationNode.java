package org.spendreturns.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Format;
import org.spendreturns.returns.Publication.Ids;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Publication.Pdf;

/** Reads the part of a body's file that says how its returns are published. */
final class PublicationNode {

  /** What text must have on its ground: WCAG 2.1, success criterion 1.4.3. */
  private static final double LEAST_CONTRAST = 4.5;

  private PublicationNode() {}

  /**
   * Reads it.
   *
   * @param file the body's, beside which its logo lies
   */
  static Publication read(YamlNode node, Path file) {
    node.allow(
        "pdf",
        "formats",
        "languages",
        "organisation-id",
        "ocds-prefix",
        "grant-prefix",
        "headings",
        "shade",
        "logo");
    List<YamlNode> formats = node.items("formats");
    return new Publication(
        node.find("pdf").map(pdf -> Choice.of(pdf, Pdf.class)).orElse(Publication.USUAL.pdf()),
        formats.isEmpty()
            ? Publication.USUAL.formats()
            : formats.stream()
                .map(format -> Choice.of(format, Format.class))
                .collect(Collectors.toSet()),
        languages(node.items("languages")),
        new Ids(
            id(node, "organisation-id", "[A-Z]{2}-[A-Z]+-.+", "GB-PPON-PQZB-4253-GCQD"),
            id(node, "ocds-prefix", "ocds-[a-z0-9]{6}", "ocds-h6vhtk"),
            id(node, "grant-prefix", "360G-[A-Za-z0-9]+", "360G-example")),
        look(node, file));
  }

  private static Set<Language> languages(List<YamlNode> chosen) {
    List<Language> languages = new ArrayList<>();
    for (YamlNode each : chosen) {
      Language language =
          Stream.of(Language.values())
              .filter(known -> known.code().equals(each.text()))
              .findFirst()
              .orElseThrow(
                  () ->
                      each.fault(
                          "'%s' is not a language that returns are written in; expected en or cy;"
                                  .formatted(each.text())
                              + " write languages: [en, cy] for English and Welsh"));
      languages.add(language);
    }
    if (!languages.isEmpty() && languages.get(0) != Language.EN) {
      throw chosen
          .get(0)
          .fault(
              "languages begin with '%s'; expected en first; write languages: [en, cy]"
                  .formatted(chosen.get(0).text()));
    }
    return languages.isEmpty() ? Publication.USUAL.languages() : Set.copyOf(languages);
  }

  private static Look look(YamlNode node, Path file) {
    return new Look(
        node.find("headings")
            .map(written -> colour(written, Colour.WHITE, "white paper"))
            .orElse(Look.USUAL.headings()),
        node.find("shade")
            .map(written -> colour(written, Colour.INK, "the text that stands on it"))
            .orElse(Look.USUAL.shade()),
        node.find("logo").map(logo -> logo(logo, file)));
  }

  private static Colour colour(YamlNode node, Colour against, String what) {
    Colour colour;
    try {
      colour = Colour.parse(node.text());
    } catch (IllegalArgumentException fault) {
      throw node.fault(fault.getMessage() + "; put it in quotes");
    }
    double contrast = colour.contrastTo(against);
    if (contrast < LEAST_CONTRAST) {
      throw node.fault(
          String.format(
              Locale.ROOT,
              "'%s' has a contrast of %.2f:1 to %s, %s; expected 4.5:1 or more; choose a %s colour",
              node.text(),
              Math.floor(contrast * 100) / 100, // never told as enough when it is not
              what,
              against,
              against.equals(Colour.WHITE) ? "darker" : "lighter"));
    }
    return colour;
  }

  private static Logo logo(YamlNode node, Path file) {
    node.inWelshToo("says").allow("file", "says");
    return new LogoFile(node.get("file"), file).read(node.text("says"));
  }

  private static String id(YamlNode node, String key, String form, String like) {
    Optional<YamlNode> id = node.find(key);
    if (id.isPresent() && !id.get().text().matches(form)) {
      throw id.get().fault("'%s' is not written like %s".formatted(id.get().text(), like));
    }
    return id.map(YamlNode::text).orElse("");
  }
}
