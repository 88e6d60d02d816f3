package org.spendreturns.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Whether what the styles of an OpenDocument file make of a text can be seen. */
final class OpenDocumentLooks {

  private static final double SMALLEST = 4; // points
  private static final double FLATTEST = 0.2; // points
  private static final Pattern LENGTH = Pattern.compile("([\\d.]+)(pt|cm|mm|in)");
  private static final Map<String, Double> POINTS =
      Map.of("pt", 1.0, "cm", 28.35, "mm", 2.835, "in", 72.0);

  private record Look(Optional<Integer> colour, Optional<Integer> ground, double size) {
    private static final Look USUAL = new Look(Optional.empty(), Optional.empty(), SMALLEST);
  }

  private final Map<String, Look> looks = new HashMap<>(); // by style
  private final Set<String> flat = new HashSet<>();
  private String style = "";

  /** Takes the beginning of an element of a style. */
  void begin(String element, XMLStreamReader xml) {
    switch (element) {
      case "style" -> {
        style = OpenDocumentRows.attribute(xml, "name");
        Look above =
            looks.getOrDefault(OpenDocumentRows.attribute(xml, "parent-style-name"), Look.USUAL);
        looks.put(style, above);
      }
      case "text-properties" -> {
        Look before = looks.getOrDefault(style, Look.USUAL);
        looks.put(
            style,
            new Look(
                Contrast.read(OpenDocumentRows.attribute(xml, "color")).or(before::colour),
                before.ground(),
                length(OpenDocumentRows.attribute(xml, "font-size")).orElse(before.size())));
      }
      case "table-cell-properties" -> {
        Look before = looks.getOrDefault(style, Look.USUAL);
        Optional<Integer> ground =
            Contrast.read(OpenDocumentRows.attribute(xml, "background-color"));
        looks.put(style, new Look(before.colour(), ground.or(before::ground), before.size()));
      }
      case "table-row-properties", "table-column-properties" ->
          length(
                  OpenDocumentRows.attribute(xml, "row-height")
                      + OpenDocumentRows.attribute(xml, "column-width"))
              .filter(points -> points < FLATTEST)
              .ifPresent(points -> flat.add(style));
      default -> {}
    }
  }

  private static Optional<Double> length(String written) {
    Matcher length = LENGTH.matcher(written);
    return length.matches()
        ? Optional.of(
            Double.parseDouble(length.group(1)) * POINTS.getOrDefault(length.group(2), 1.0))
        : Optional.empty();
  }

  /** Whether rows or columns of a style have no room. */
  boolean isFlat(String named) {
    return flat.contains(named);
  }

  /** What hides a cell or a part of a text of a style. */
  List<String> faults(String named) {
    List<String> found = new ArrayList<>();
    Look look = looks.get(named);
    if (look == null) {
      return found;
    }
    int ground = look.ground().filter(each -> each >= 0).orElse(Contrast.WHITE);
    look.colour()
        .filter(text -> text >= 0 && !Contrast.isSeen(text, ground))
        .ifPresent(
            text ->
                found.add(
                    "is written in %s on %s, and cannot be seen; give it another colour"
                        .formatted(Contrast.name(text), Contrast.name(ground))));
    if (look.size() < SMALLEST) {
      found.add("is too small to be read; write it larger");
    }
    return found;
  }
}
