package org.spendreturns.ledger;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message that quotes what was found in a cell: anything can stand there, a name too. */
final class QuotedText {

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  /** Letters that dates and sums are written with, and what our own messages say between quotes. */
  private static final Set<String> NAMES_NOBODY =
      Set.of(
          "jan",
          "january",
          "feb",
          "february",
          "mar",
          "march",
          "apr",
          "april",
          "may",
          "jun",
          "june",
          "jul",
          "july",
          "aug",
          "august",
          "sep",
          "sept",
          "september",
          "oct",
          "october",
          "nov",
          "november",
          "dec",
          "december",
          "am",
          "pm",
          "st",
          "nd",
          "rd",
          "th",
          "t",
          "z",
          "gbp",
          "cr",
          "dr",
          "is",
          "before",
          "the",
          "start",
          "stands",
          "beside",
          "a",
          "value");

  private QuotedText() {}

  /** The message without what it quotes, unless that is only figures, signs and months. */
  static String withheld(String message) {
    String quotes = message.replace("body's file", "body’s file"); // our own words quote nothing
    int first = quotes.indexOf('\'');
    int last = quotes.lastIndexOf('\'');
    if (first < 0) {
      return message;
    }
    String quoted = message.substring(first, last + 1);
    if (namesNobody(quoted)) {
      return message;
    }
    return message.substring(0, first) + "(not shown here)" + message.substring(last + 1);
  }

  private static boolean namesNobody(String quoted) {
    Matcher letters = LETTERS.matcher(quoted);
    boolean isPlain = true;
    boolean hasWords = false;
    while (isPlain && letters.find()) {
      hasWords = true;
      isPlain = NAMES_NOBODY.contains(letters.group().toLowerCase(Locale.ROOT));
    }
    return isPlain && (!hasWords || quoted.chars().anyMatch(Character::isDigit));
  }
}
