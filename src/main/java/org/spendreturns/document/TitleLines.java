package org.spendreturns.document;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.Map;

/** Sees to it that no line of a return's title ends within a financial year. */
final class TitleLines {

  private static final float POINTS = 23; // of the template's style H1
  private static final int WIDTH = 493; // points, from margin to margin
  private static final int STEP = 4; // points

  private TitleLines() {}

  /**
   * By how many points the title must be narrowed, so that 2012-13 stays on a line; 0 if it does so
   * by itself, or at no width.
   */
  static int narrowing(String title, Font font) {
    Font set = font.deriveFont(POINTS);
    for (int points = 0; !title.isEmpty() && points < WIDTH / 2; points += STEP) {
      if (!isTorn(title, set, WIDTH - points)) {
        return points;
      }
    }
    return 0;
  }

  private static boolean isTorn(String title, Font font, int width) {
    AttributedString text = new AttributedString(title, Map.of(TextAttribute.FONT, font));
    LineBreakMeasurer lines =
        new LineBreakMeasurer(text.getIterator(), new FontRenderContext(null, true, true));
    while (lines.getPosition() < title.length()) {
      lines.nextLayout(width);
      if (title.charAt(lines.getPosition() - 1) == '-') {
        return true;
      }
    }
    return false;
  }
}
