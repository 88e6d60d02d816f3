package org.spendreturns.document;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.spendreturns.ledger.Unseen;

/**
 * Opens a web page as a browser does, element after element: what is not closed, written with
 * references or in capitals is read as a reader's program reads it.
 */
final class GateOfPage {

  private static final Map<String, String> UNSEEN =
      Map.ofEntries(
          Map.entry("script", "a script"),
          Map.entry("iframe", "another document"),
          Map.entry("frame", "another document"),
          Map.entry("object", "another document"),
          Map.entry("embed", "another document"),
          Map.entry("applet", "another document"),
          Map.entry("form", "a form"),
          Map.entry("input", "a form"),
          Map.entry("textarea", "a form"),
          Map.entry("select", "a form"),
          Map.entry("datalist", "a form"),
          Map.entry("template", "a hidden element"),
          Map.entry("noscript", "a hidden element"),
          Map.entry("desc", "a description that nobody sees"),
          Map.entry("metadata", "a description that nobody sees"),
          Map.entry("base", "something fetched from elsewhere"));

  private static final Set<String> FETCHED = Set.of("src", "srcset", "poster", "background");
  private static final Pattern PICTURE = Pattern.compile("(?i)data:image/png;base64,");
  private static final Pattern SCRIPT = Pattern.compile("(?i)(?:javascript|vbscript|data):.*");
  private static final Pattern IN_THE_HOUSE =
      Pattern.compile("(?i)file:.*|\\\\\\\\.*|[a-z]:\\\\.*");
  private static final Pattern FETCHES =
      Pattern.compile("(?is).*(?:url\\(\\s*['\"]?https?:|@import).*");
  private static final Pattern NAMES_SOMEBODY =
      Pattern.compile(
          "(?i)(?:dc\\.|dcterms\\.)?(?:author|creator|contributor|owner|reply-to|web_author)");
  private static final Pattern STYLE = Pattern.compile("(?is)<style\\b[^>]*>(.*?)</style");
  private static final Pattern SEVERAL_WORDS = Pattern.compile("(?s).*\\p{L}\\s+\\p{L}.*");

  /** Elements of which a name that is not on the page says what they are for. */
  private static final Set<String> NAMED =
      Set.of("nav", "main", "header", "footer", "aside", "a", "button", "svg", "img");

  private final Gate.Faults faults;
  private final PageStyles styles = new PageStyles();
  private final Map<String, Long> found = new LinkedHashMap<>(); // what, and its first line
  private final Map<String, Long> labels = new LinkedHashMap<>(); // said, and where
  private final Set<String> seen = new HashSet<>(); // texts that may be labels

  GateOfPage(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    String html = PageCode.read(file, faults);
    Matcher style = STYLE.matcher(html); // one at the end is for what stands before it too
    while (style.find()) {
      styles.add(style.group(1));
    }
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    try (StreamParser page = new StreamParser(parser).parse(new StringReader(html), "")) {
      page.iterator()
          .forEachRemaining(
              element -> {
                open(element);
                if (element.normalName().equals("tr")) {
                  element.empty(); // there may be a million, and none is looked at again
                }
              });
      page.document().childNodes().forEach(this::openAside);
    }
    labels.keySet().removeAll(seen);
    labels.forEach((said, line) -> tell("a text that only a screen reader says", line));
    found.forEach(
        (what, line) -> faults.add("line " + line, "holds %s; leave it out".formatted(what)));
  }

  private void tell(String what, Node where) {
    tell(what, line(where));
  }

  private void tell(String what, long line) {
    found.merge(what, line, Math::min);
  }

  private static long line(Node node) {
    return node.sourceRange().isTracked() ? node.sourceRange().start().lineNumber() : 1;
  }

  private void open(Element element) {
    String name = element.normalName();
    String unseen = UNSEEN.get(name);
    if (unseen != null) {
      tell(unseen, element);
    } else if (name.equals("style")) {
      openStyle(element);
    } else if (name.equals("meta")) {
      openMeta(element);
    } else if (name.equals("link")
        && element
            .attr("rel")
            .matches("(?i).*(?:sheet|icon|load|fetch|connect|manifest|import).*")) {
      tell("something fetched from elsewhere", element);
    } else if (name.equals("details") && !element.hasAttr("open")) {
      tell("a part that is folded up", element);
    }
    for (Attribute attribute : element.attributes()) {
      openAttribute(element, attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
    }
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text && !text.isBlank()) {
        openText(element, text);
      } else {
        openAside(child);
      }
    }
    if (name.matches("h[1-6]|caption|legend|label|figcaption|title")) {
      seen.add(level(element.text()));
    }
  }

  private void openAside(Node node) {
    if (node instanceof Comment) {
      tell("a comment", node);
    }
  }

  private void openText(Element element, TextNode text) {
    if (Unseen.isIn(text.getWholeText().strip())) {
      tell("signs that nobody sees", text);
    }
    boolean isOnThePage = element.closest("head") == null;
    if (isOnThePage) {
      styles.of(element).unseen().ifPresent(why -> tell(why, text));
    }
  }

  private void openStyle(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof DataNode sheet) {
        fetches(sheet.getWholeData(), element);
      }
    }
  }

  private void fetches(String style, Element where) {
    if (FETCHES.matcher(style).matches()) {
      tell("something fetched from elsewhere", where);
    } else if (style.toLowerCase(Locale.ROOT).matches("(?s).*url\\(\\s*['\"]?data:.*")) {
      tell("a file within itself", where);
    }
  }

  private void openMeta(Element element) {
    String name = element.attr("name");
    if (NAMES_SOMEBODY.matcher(name).matches()) {
      GateOfArchive.person(name, element.attr("content"), faults);
    } else if (name.equalsIgnoreCase("keywords")) {
      tell("keywords that nobody sees", element);
    } else if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
      tell("an order to go elsewhere", element);
    }
  }

  private void openAttribute(Element element, String name, String value) {
    if (name.startsWith("on")) {
      tell("a script", element);
    } else if (name.equals("hidden")) {
      tell("a hidden element", element);
    } else if (name.equals("style")) {
      fetches(value, element);
    } else if (name.equals("href") || name.endsWith(":href") || name.equals("action")) {
      openLink(element, value.replaceAll("[\\s\\p{Cntrl}]", ""));
    } else if (isFetched(element, name, value)) {
      openPicture(element, value.strip());
    } else if (name.equals("title") && !value.isBlank()) {
      tell("a text that shows only under a pointer", element);
    } else if (name.startsWith("data-") && SEVERAL_WORDS.matcher(value).matches()) {
      tell("a text that nobody sees", element);
    } else if (name.matches("aria-(?:label|description|roledescription)")
        && !NAMED.contains(element.normalName())) {
      labels.merge(level(value), line(element), Math::min);
    }
  }

  /** What another document within the page is made of is told as that. */
  private static boolean isFetched(Element element, String name, String value) {
    return FETCHED.contains(name) && !value.isBlank() && !UNSEEN.containsKey(element.normalName());
  }

  private void openLink(Element element, String target) {
    if (SCRIPT.matcher(target).matches()) {
      tell("a script", element);
    } else if (IN_THE_HOUSE.matcher(target).matches()) {
      tell("a link into the house", element);
    }
  }

  /** A picture within the page may stand there, if it is pixels and nothing else. */
  private void openPicture(Element element, String source) {
    if (!source.regionMatches(true, 0, "data:", 0, "data:".length())) {
      tell("something fetched from elsewhere", element);
    } else if (!element.normalName().equals("img") || !PICTURE.matcher(source).lookingAt()) {
      tell("a file within itself", element);
    } else {
      String picture = source.substring(source.indexOf(',') + 1);
      Pixels.fault(picture).ifPresent(what -> tell(what, element));
      if (!faults.mayShow(picture)) {
        tell("a picture that is not the body's own", element);
      }
    }
  }

  private static String level(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
