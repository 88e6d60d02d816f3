package org.spendreturns.intake;

import java.util.regex.Pattern;

/** What is no part of a cell's value: white space of every kind, and marks that are not seen. */
final class CellText {

  /** Direction marks, zero-width characters, byte order marks, soft hyphens. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\u00AD]");

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u3000]+");

  private CellText() {}

  /** The text with single plain spaces, none at its ends, and nothing unseen; for values. */
  static String plain(String cell) {
    if (isPlainAscii(cell)) {
      return cell;
    }
    String seen = UNSEEN.matcher(cell).replaceAll("");
    return WHITE_SPACE.matcher(seen).replaceAll(" ").strip();
  }

  /** The text as the source has it, without white space and unseen marks at its ends. */
  static String trimmed(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isEmptiness(cell.charAt(start))) {
      start++;
    }
    while (end > start && isEmptiness(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  /** Whether nothing is seen in the cell. */
  static boolean isBlank(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (!isEmptiness(cell.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainAscii(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmptiness(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u00AD'
        || c == '\uFEFF'
        || Character.isWhitespace(c)
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202F')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\u2007';
  }
}
