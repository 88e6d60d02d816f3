package org.spendreturns.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs that nobody sees in a text, wherever it stands. */
public final class Unseen {

  private static final String CONTROLS = "[\\p{Cntrl}&&[^\\t\\r\\n]]";

  /** Signs of no width and of direction, and of Unicode's tags. */
  private static final String SIGNS =
      "[\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0]"
          + "|[\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}\\x{E0100}-\\x{E01EF}]";

  /** Blanks that push a text out of sight. */
  private static final String BLANKS = "[\\p{Zs}\\u2800]{50,}";

  private static final String LINES = "(?:\\r?\\n){20,}";

  private static final Pattern ANY =
      Pattern.compile(String.join("|", CONTROLS, SIGNS, BLANKS, LINES));

  private static final Pattern SIGN = Pattern.compile(SIGNS);
  private static final Pattern ROOM = Pattern.compile(String.join("|", CONTROLS, BLANKS));
  private static final Pattern MANY_LINES = Pattern.compile(LINES);

  private Unseen() {}

  /** Whether the text holds any. */
  public static boolean isIn(String text) {
    return !isPlain(text) && ANY.matcher(text).find();
  }

  /** The first of them as {@code U+202E}; empty if the text holds none. */
  public static Optional<String> first(String text) {
    if (isPlain(text)) {
      return Optional.empty();
    }
    Matcher found = ANY.matcher(text);
    return found.find()
        ? Optional.of("U+%04X".formatted(text.codePointAt(found.start())))
        : Optional.empty();
  }

  /** The text without them; where they made room, one space or line end is left. */
  public static String without(String text) {
    if (!isIn(text)) {
      return text;
    }
    String seen = ROOM.matcher(SIGN.matcher(text).replaceAll("")).replaceAll(" ");
    return MANY_LINES.matcher(seen).replaceAll("\n");
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
