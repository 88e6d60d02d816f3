package org.spendreturns.document;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text can be told from what it stands on.
 *
 * @see "Web Content Accessibility Guidelines 2.2, definitions of contrast ratio and relative
 *     luminance: a text that all can read has 4.5; what is below 1.5 is not meant to be read"
 */
final class Contrast {

  static final int WHITE = 0xFFFFFF;
  static final int BLACK = 0;

  private static final double LEAST = 1.5;
  private static final double FLARE = 0.05;
  private static final int OPAQUE = 255;
  private static final double LEAST_ALPHA = 0.1;

  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "rgba?\\(\\s*(\\d+)\\s*[, ]\\s*(\\d+)\\s*[, ]\\s*(\\d+)\\s*(?:[,/]\\s*([\\d.]+)(%?)\\s*)?\\)");
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("white", WHITE),
          Map.entry("black", BLACK),
          Map.entry("snow", 0xFFFAFA),
          Map.entry("ivory", 0xFFFFF0),
          Map.entry("whitesmoke", 0xF5F5F5),
          Map.entry("ghostwhite", 0xF8F8FF),
          Map.entry("silver", 0xC0C0C0),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("red", 0xFF0000),
          Map.entry("maroon", 0x800000),
          Map.entry("yellow", 0xFFFF00),
          Map.entry("olive", 0x808000),
          Map.entry("lime", 0x00FF00),
          Map.entry("green", 0x008000),
          Map.entry("aqua", 0x00FFFF),
          Map.entry("teal", 0x008080),
          Map.entry("blue", 0x0000FF),
          Map.entry("navy", 0x000080),
          Map.entry("fuchsia", 0xFF00FF),
          Map.entry("purple", 0x800080));

  private Contrast() {}

  /** Whether a text of one colour can be seen on a ground of another; both are 0xRRGGBB. */
  static boolean isSeen(int text, int ground) {
    double one = luminance(text) + FLARE;
    double other = luminance(ground) + FLARE;
    return Math.max(one, other) / Math.min(one, other) >= LEAST;
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & OPAQUE)
        + 0.7152 * linear(colour >> 8 & OPAQUE)
        + 0.0722 * linear(colour & OPAQUE);
  }

  private static double linear(int part) {
    double share = part / (double) OPAQUE;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /**
   * A colour as a style writes it: {@code #fff}, {@code rgb(1, 2, 3)}, {@code white}.
   *
   * @return 0xRRGGBB; -1 if nothing of it is seen; empty for words that are no colour known here
   */
  static Optional<Integer> read(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    Matcher hex = HEX.matcher(text);
    if (hex.matches()) {
      return Optional.of(ofHex(hex.group(1)));
    }
    Matcher function = FUNCTION.matcher(text);
    if (function.matches()) {
      int colour =
          part(function.group(1)) << 16 | part(function.group(2)) << 8 | part(function.group(3));
      double alpha = function.group(4) == null ? 1 : Double.parseDouble(function.group(4));
      double share = "%".equals(function.group(5)) ? alpha / 100 : alpha;
      return Optional.of(share < LEAST_ALPHA ? -1 : colour);
    }
    return text.equals("transparent") ? Optional.of(-1) : Optional.ofNullable(NAMES.get(text));
  }

  private static int part(String number) {
    return Math.min(OPAQUE, Integer.parseInt(number));
  }

  private static int ofHex(String digits) {
    String full = digits.length() < 6 ? digits.replaceAll("[0-9a-f]", "$0$0") : digits;
    boolean isUnseen =
        full.length() > 6 && Integer.parseInt(full.substring(6), 16) < LEAST_ALPHA * OPAQUE;
    return isUnseen ? -1 : Integer.parseInt(full.substring(0, 6), 16);
  }

  /** {@code #1D4468}. */
  static String name(int colour) {
    return "#%06X".formatted(colour);
  }
}
