package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a web page. */
final class GateOfPage {

  private static final Map<Pattern, String> UNSEEN = new LinkedHashMap<>();

  static {
    UNSEEN.put(pattern("<!--"), "a comment");
    UNSEEN.put(pattern("<script\\b"), "a script");
    UNSEEN.put(pattern("<[^>]*\\son\\w+\\s*="), "a script");
    UNSEEN.put(pattern("javascript:"), "a script");
    UNSEEN.put(pattern("<(?:iframe|object|embed|applet)\\b"), "another document");
    UNSEEN.put(pattern("<form\\b|<input\\b"), "a form");
    UNSEEN.put(pattern("\\bdata:[a-z]+/"), "a file within itself");
    UNSEEN.put(pattern("<[^>]*\\shidden\\b[^>]*>"), "a hidden element");
    UNSEEN.put(
        pattern(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0|opacity\\s*:\\s*0[;\"}]"),
        "a style that hides");
    UNSEEN.put(
        pattern("<(?:link|img|video|audio|source)\\b|url\\(\\s*['\"]?https?:|@import"),
        "something fetched from elsewhere");
    UNSEEN.put(pattern("<a\\s[^>]*href\\s*=\\s*[\"']?(?:file:|\\\\\\\\)"), "a link into the house");
  }

  private static final Pattern AUTHOR =
      pattern("<meta\\s+name\\s*=\\s*[\"']?author[\"']?\\s+content\\s*=\\s*[\"']([^\"']*)");

  private final Gate.Faults faults;

  GateOfPage(Gate.Faults faults) {
    this.faults = faults;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  void open(Path file) throws IOException {
    String html = Files.readString(file);
    UNSEEN.forEach(
        (pattern, what) -> {
          Matcher found = pattern.matcher(html);
          if (found.find()) {
            faults.add(
                "line " + line(html, found.start()), "holds %s; leave it out".formatted(what));
          }
        });
    Matcher author = AUTHOR.matcher(html);
    if (author.find()) {
      GateOfArchive.person("author", author.group(1), faults);
    }
  }

  private static long line(String html, int at) {
    return html.substring(0, at).lines().count() + (at > 0 && html.charAt(at - 1) == '\n' ? 1 : 0);
  }
}
