package org.spendreturns.returns;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A colour of the screen.
 *
 * @param rgb red, green and blue as sRGB, a byte each: {@code 0x1D4468}
 */
public record Colour(int rgb) {

  /** Paper. */
  public static final Colour WHITE = new Colour(0xFFFFFF);

  /** Text. */
  public static final Colour INK = new Colour(0x111111);

  private static final int WIDEST = 0xFFFFFF;
  private static final int BITS = 8;

  /** Refuses what is no colour. */
  public Colour {
    if (rgb < 0 || rgb > WIDEST) {
      throw new IllegalArgumentException("%d is not a colour from 0 to %d".formatted(rgb, WIDEST));
    }
  }

  /**
   * Reads a colour written {@code #1D4468}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Colour parse(String text) {
    if (!text.matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException("'%s' is not a colour written #1D4468".formatted(text));
    }
    return new Colour(Integer.parseInt(text.substring(1), 16));
  }

  /**
   * How well one is read on the other, from 1 (not at all) to 21 (black on white).
   *
   * @see "WCAG 2.1, definitions of contrast ratio and relative luminance"
   */
  public double contrastTo(Colour other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  private double luminance() {
    double[] linear =
        DoubleStream.of(rgb >> (2 * BITS), (rgb >> BITS) & 0xFF, rgb & 0xFF)
            .map(part -> part / 0xFF)
            .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
