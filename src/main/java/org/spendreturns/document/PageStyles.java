package org.spendreturns.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * How a page's styles make its elements look on a screen, as far as it decides whether their text
 * can be seen. Rules for print and for a pointer above an element are left out.
 */
final class PageStyles {

  private static final double SMALLEST = 4; // pixels
  private static final double USUAL = 16; // pixels
  private static final Pattern BLOCK = Pattern.compile("([^{}]*)\\{([^{}]*)}");
  private static final Pattern MEDIA =
      Pattern.compile("(?i)@media([^{]*)\\{((?:[^{}]*\\{[^{}]*})*[^{}]*)}");
  private static final Pattern OTHER_AT = Pattern.compile("@[^{};]*(?:;|\\{[^{}]*})");
  private static final Pattern OF_A_MOMENT =
      Pattern.compile("::|:(?:hover|focus|active|visited|link|target|before|after|first-l)");
  private static final Pattern SIZE = Pattern.compile("(-?[\\d.]+)(px|pt|em|rem|%)?");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]+|rgba?\\([^)]*\\)|[a-z]+");

  /** How a text in an element looks: 0xRRGGBB, pixels, and whether a style hides it. */
  record Look(Optional<Integer> colour, Optional<Integer> ground, double size, boolean isHidden) {
    private static final Look USUAL_LOOK =
        new Look(Optional.of(Contrast.BLACK), Optional.of(Contrast.WHITE), USUAL, false);

    /** Why it is not seen; empty if it is. */
    Optional<String> unseen() {
      boolean hasBoth = colour.isPresent() && ground.isPresent();
      if (isHidden) {
        return Optional.of("a style that hides");
      } else if (size < SMALLEST) {
        return Optional.of("text too small to be read");
      } else if (hasBoth && !isSeen(colour.get(), ground.get())) {
        return Optional.of("text in the colour of what it stands on");
      }
      return Optional.empty();
    }

    private static boolean isSeen(int colour, int ground) {
      return colour >= 0 && Contrast.isSeen(colour, ground);
    }
  }

  private record Rule(Evaluator selector, int weight, Map<String, String> says) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Map<List<Object>, Look> looks = new HashMap<>(); // by parent's look and own signs

  /** Takes the rules of a style sheet within the page. */
  void add(String sheet) {
    String plain = sheet.replaceAll("(?s)/\\*.*?\\*/", "");
    Matcher media = MEDIA.matcher(plain);
    StringBuilder onScreen = new StringBuilder();
    while (media.find()) {
      boolean isForPrint = media.group(1).strip().toLowerCase(Locale.ROOT).startsWith("print");
      media.appendReplacement(onScreen, isForPrint ? "" : Matcher.quoteReplacement(media.group(2)));
    }
    media.appendTail(onScreen);
    Matcher block = BLOCK.matcher(OTHER_AT.matcher(onScreen).replaceAll(""));
    while (block.find()) {
      Map<String, String> says = declarations(block.group(2));
      for (String selector : block.group(1).split(",", -1)) {
        addRule(selector.strip(), says);
      }
    }
    rules.sort(Comparator.comparingInt(Rule::weight)); // equals stay in their order
    looks.clear();
  }

  private void addRule(String selector, Map<String, String> says) {
    if (selector.isEmpty() || OF_A_MOMENT.matcher(selector).find()) {
      return;
    }
    int weight = 0;
    for (int at = 0; at < selector.length(); at++) {
      char sign = selector.charAt(at);
      weight += sign == '#' ? 10_000 : sign == '.' || sign == ':' || sign == '[' ? 100 : 0;
      boolean begins = at == 0 || " >+~".indexOf(selector.charAt(at - 1)) >= 0;
      weight += begins && Character.isLetter(sign) ? 1 : 0;
    }
    try {
      rules.add(new Rule(QueryParser.parse(selector), weight, says));
    } catch (SelectorParseException unknown) {
      return; // of newer browsers: no element here has it
    }
  }

  private static Map<String, String> declarations(String text) {
    Map<String, String> says = new LinkedHashMap<>();
    for (String each : text.toLowerCase(Locale.ROOT).split(";", -1)) {
      int colon = each.indexOf(':');
      if (colon > 0) {
        says.put(
            each.substring(0, colon).strip(),
            each.substring(colon + 1).replace("!important", "").strip());
      }
    }
    return says;
  }

  /** How text in an element looks. */
  Look of(Element element) {
    Element parent = element.parent();
    Look above = parent == null ? Look.USUAL_LOOK : of(parent);
    List<Object> signs =
        List.of(above, element.tagName(), element.className(), element.id(), element.attr("style"));
    Look known = looks.get(signs);
    if (known != null) {
      return known;
    }
    Map<String, String> says = new HashMap<>();
    for (Rule rule : rules) {
      if (element.is(rule.selector())) {
        says.putAll(rule.says());
      }
    }
    says.putAll(declarations(element.attr("style")));
    Look look =
        new Look(
            colour(says.get("color"), above.colour()),
            ground(says, above.ground()),
            size(says.getOrDefault("font-size", ""), above.size()),
            above.isHidden() || hides(says));
    looks.put(signs, look);
    return look;
  }

  private static Optional<Integer> colour(@Nullable String written, Optional<Integer> above) {
    if (written == null || written.equals("inherit") || written.equals("currentcolor")) {
      return above;
    }
    return Contrast.read(written);
  }

  /** A picture or a run of colours is a ground that nobody knows. */
  private static Optional<Integer> ground(Map<String, String> says, Optional<Integer> above) {
    String written = says.getOrDefault("background-color", says.getOrDefault("background", ""));
    String picture =
        says.getOrDefault("background-image", "") + says.getOrDefault("background", "");
    if (picture.contains("url(") || picture.contains("gradient(")) {
      return Optional.empty();
    }
    Matcher words = COLOUR.matcher(written);
    while (words.find()) {
      Optional<Integer> colour = Contrast.read(words.group());
      if (colour.isPresent()) {
        return colour.get() < 0 ? above : colour;
      }
    }
    return written.contains("var(") ? Optional.empty() : above;
  }

  private static double size(String written, double above) {
    Matcher size = SIZE.matcher(written);
    if (!size.matches()) {
      return above;
    }
    double number = Double.parseDouble(size.group(1));
    String unit = size.group(2) == null ? "px" : size.group(2);
    return switch (unit) {
      case "em" -> number * above;
      case "%" -> number * above / 100;
      case "rem" -> number * USUAL;
      case "pt" -> number * 4 / 3;
      default -> number;
    };
  }

  private static boolean hides(Map<String, String> says) {
    boolean isGone =
        says.getOrDefault("display", "").equals("none")
            || says.getOrDefault("visibility", "").matches("hidden|collapse")
            || says.getOrDefault("opacity", "").matches("\\.?0+%?|0?\\.0\\d*|\\d%");
    boolean isCut =
        says.getOrDefault("clip", "").matches("rect\\(.*")
            || says.getOrDefault("clip-path", "")
                .matches("inset\\(\\s*(?:[5-9]\\d|100)%.*|circle\\(\\s*0.*")
            || says.getOrDefault("transform", "")
                .matches(".*scale[xy]?\\(\\s*0?(?:\\.0\\d*)?\\s*[,)].*");
    return isGone || isCut || isPressed(says) || isAway(says);
  }

  /** A box without room, whose text does not flow out of it. */
  private static boolean isPressed(Map<String, String> says) {
    boolean isClosed =
        says.getOrDefault("overflow", says.getOrDefault("overflow-y", "")).matches("hidden|clip");
    return isClosed
        && List.of("height", "width", "max-height", "max-width").stream()
            .anyMatch(
                side ->
                    says.getOrDefault(side, "").matches("0?[01]?(?:\\.\\d+)?(?:px|pt|em|rem|%)?")
                        && !says.getOrDefault(side, "").isEmpty());
  }

  private static boolean isAway(Map<String, String> says) {
    return List.of("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top")
            .stream()
            .anyMatch(side -> isFar(says.getOrDefault(side, "")))
        || says.getOrDefault("transform", "").matches(".*translate[xy]?\\([^)]*-\\d{4,}.*");
  }

  private static boolean isFar(String written) {
    Matcher size = SIZE.matcher(written);
    boolean isSize = size.matches() && !"%".equals(size.group(2));
    return isSize && Math.abs(size(written, USUAL)) >= 1_000 && written.startsWith("-");
  }
}
