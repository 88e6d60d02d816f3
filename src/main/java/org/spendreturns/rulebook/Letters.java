package org.spendreturns.rulebook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a rulebook reads letters: case, accents and apostrophes do not matter, {@code &} and {@code
 * +} are the word "and", and everything else that is no letter or digit keeps words apart.
 *
 * <p>So {@code WOMEN'S AID} and {@code Women’s Aid} are one, {@code the-rape-utic} is three words
 * and {@code therapeutic} is one.
 */
final class Letters {

  /** A letter that no phrase can hold: of another alphabet, or half of a surrogate pair. */
  static final int OTHER = 0;

  /** What keeps words apart. */
  static final int GAP = 1;

  /** The first of {@code a} to {@code z}. */
  static final int A = 2;

  /** The first of {@code 0} to {@code 9}. */
  static final int ZERO = A + 26;

  /** {@code &} or {@code +}: the word "and", whatever stands beside it. */
  static final int AND = ZERO + 10;

  /** Apostrophes, accents standing alone, marks that are not seen: as if they were not there. */
  static final int UNSEEN = AND + 1;

  /** How many kinds there are, {@link #UNSEEN} left out. */
  static final int KINDS = UNSEEN;

  /** By character; {@link #NOT_ASKED} until one is asked for, as few of all ever are. */
  private static final byte[] KIND = new byte[Character.MAX_VALUE + 1];

  private static final byte NOT_ASKED = -1;

  static {
    Arrays.fill(KIND, NOT_ASKED);
  }

  private Letters() {}

  /** The kind of a character. */
  static int kind(char character) {
    int known = KIND[character];
    return known == NOT_ASKED ? ask(character) : known;
  }

  private static int ask(char character) {
    int kind = kindOf(character);
    KIND[character] = (byte) kind; // whichever thread is first, all find the same
    return kind;
  }

  /** Whether the character stands between words: a gap, or the word "and" in one sign. */
  static boolean parts(char character) {
    int kind = kind(character);
    return kind == GAP || kind == AND;
  }

  /** The words of a text: small letters and digits, "and" written out. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      int kind = kind(text.charAt(at));
      if (kind == GAP || kind == AND) {
        endWord(words, word);
        if (kind == AND) {
          words.add("and");
        }
      } else if (kind != UNSEEN) {
        word.append(letter(kind));
      }
    }
    endWord(words, word);
    return words;
  }

  /** The words of a text with one space between: two texts that read alike give the same. */
  static String levelled(String text) {
    return String.join(" ", words(text));
  }

  private static void endWord(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static char letter(int kind) {
    if (kind == OTHER) {
      return '?';
    }
    return (char) (kind < ZERO ? 'a' + kind - A : '0' + kind - ZERO);
  }

  private static int kindOf(char character) {
    if ("'\u2018\u2019\u02bc\u00b4`".indexOf(character) >= 0) {
      return UNSEEN;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return UNSEEN;
    }
    if (type == Character.SURROGATE) {
      return OTHER;
    }
    char plain = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKD).charAt(0);
    char small = Character.toLowerCase(plain);
    if (small >= 'a' && small <= 'z') {
      return A + small - 'a';
    }
    if (small >= '0' && small <= '9') {
      return ZERO + small - '0';
    }
    if (small == '&' || small == '+') {
      return AND;
    }
    return Character.isLetterOrDigit(small) ? OTHER : GAP;
  }
}
