package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text in one language. In a return that is not in English, texts of which only the
 * English is on file stand as they are, and say so, for a reader may be a voice that must know how
 * to pronounce them.
 *
 * @param text as shown
 * @param isInEnglish whether it stands in English within a return in another language
 */
public record Passage(String text, boolean isInEnglish) {

  /** Unicode keeps these for the inside of programs: no text of a file holds them. */
  private static final char BEGIN = '\uFDD0';

  private static final char END = '\uFDD1';

  /** A text that stands in English within a return in another language. */
  static String inEnglish(String text) {
    boolean hasWords = text.codePoints().anyMatch(Character::isLetter);
    return hasWords && text.indexOf(BEGIN) < 0 ? BEGIN + text + END : text;
  }

  /** The passages of a text, in order; one for a text in a single language. */
  public static List<Passage> of(String text) {
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      boolean isInEnglish = text.charAt(at) == BEGIN;
      int end = isInEnglish ? text.indexOf(END, at) : text.indexOf(BEGIN, at);
      end = end < 0 ? text.length() : end;
      passages.add(new Passage(plain(text.substring(at, end)), isInEnglish));
      at = isInEnglish ? Math.min(end + 1, text.length()) : end;
    }
    return passages.stream().filter(passage -> !passage.text().isEmpty()).toList();
  }

  /** Whether most of a text stands in English within a return in another language. */
  public static boolean isInEnglish(String text) {
    if (text.indexOf(BEGIN) < 0) {
      return false;
    }
    long english = 0;
    long all = 0;
    for (Passage passage : of(text)) {
      long letters = passage.text().codePoints().filter(Character::isLetter).count();
      all += letters;
      english += passage.isInEnglish() ? letters : 0;
    }
    return 2 * english > all;
  }

  /** The text alone, whatever its languages. */
  public static String plain(String text) {
    return text.indexOf(BEGIN) < 0 && text.indexOf(END) < 0
        ? text
        : text.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
  }
}
