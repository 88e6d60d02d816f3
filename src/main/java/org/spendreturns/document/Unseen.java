package org.spendreturns.document;

import java.util.regex.Pattern;

/** Signs that nobody sees in a text, wherever it stands. */
final class Unseen {

  /**
   * Control signs, signs of no width and of direction, signs of Unicode's tags, and blanks that
   * push a text out of sight.
   */
  private static final Pattern SIGNS =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\\t\\r\\n]]"
              + "|[\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0]"
              + "|[\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}\\x{E0100}-\\x{E01EF}]"
              + "|[\\p{Zs}\\u2800]{50}|(?:\\r?\\n){20}");

  private Unseen() {}

  /** Whether the text holds any. */
  static boolean isIn(String text) {
    return !isPlain(text) && SIGNS.matcher(text).find();
  }

  /** Most texts are: none of the signs is needed to see it. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign < ' ' || sign > '~') {
        return false;
      }
    }
    return text.length() < 50;
  }
}
