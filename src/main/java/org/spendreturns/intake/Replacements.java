package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body's file says of which of its ledgers count in the place of others.
 *
 * @param corrected files that count in the place of others, by name
 * @param yearToDate names of files each of which gives the year so far: of two with lines of one
 *     financial year, that which reaches further counts in the place of the other
 */
public record Replacements(List<Corrected> corrected, List<Pattern> yearToDate) {

  /** Nothing said. */
  public static final Replacements NONE = new Replacements(List.of(), List.of());

  /** Keeps its own copies. */
  public Replacements {
    corrected = List.copyOf(corrected);
    yearToDate = List.copyOf(yearToDate);
  }

  /**
   * A file that counts in the place of another.
   *
   * @param file its name; what its stars stand for is kept
   * @param inPlaceOf the other's, in which each star stands for the same text in turn
   */
  record Corrected(Pattern file, String inPlaceOf) {

    boolean isOf(String name, String other) {
      Matcher matcher = file.matcher(name);
      if (!matcher.matches()) {
        return false;
      }
      String expected = inPlaceOf;
      for (int star = 1; star <= matcher.groupCount(); star++) {
        expected = expected.replaceFirst("\\*", Matcher.quoteReplacement(matcher.group(star)));
      }
      return expected.equals(other);
    }
  }

  /**
   * Reads the lists {@code replaces} (items of {@code file} and {@code in-place-of}) and {@code
   * year-to-date} (names) of a body's file; either may be absent. A star in a name stands for any
   * text.
   *
   * @throws FaultyInputException if an item lacks one of the two, or the names have not equally
   *     many stars
   */
  public static Replacements ofBody(Path bodyFile) throws IOException {
    TextFile file = TextFile.read(bodyFile);
    YamlNode body = YamlNode.parse(file.name(), file.text());
    return new Replacements(
        body.items("replaces").stream().map(Replacements::corrected).toList(),
        body.texts("year-to-date").stream().map(Replacements::pattern).toList());
  }

  private static Corrected corrected(YamlNode node) {
    node.allow("file", "in-place-of");
    String file = node.text("file");
    String other = node.text("in-place-of");
    if (stars(file) != stars(other)) {
      throw node.get("in-place-of")
          .fault(
              "'%s' has not as many stars as '%s'; each stands for the same text in both"
                  .formatted(other, file));
    }
    return new Corrected(pattern(file), other);
  }

  private static long stars(String name) {
    return name.chars().filter(sign -> sign == '*').count();
  }

  private static Pattern pattern(String name) {
    return Pattern.compile("\\Q" + name.replace("*", "\\E(.+)\\Q") + "\\E");
  }

  /** Whether the file named first counts in the place of the other. */
  public boolean isCorrected(String name, String other) {
    return !name.equals(other) && corrected.stream().anyMatch(each -> each.isOf(name, other));
  }

  /** Whether both give a year so far, by one name. */
  public boolean areYearsToDate(String name, String other) {
    return yearToDate.stream()
        .anyMatch(pattern -> pattern.matcher(name).matches() && pattern.matcher(other).matches());
  }
}
