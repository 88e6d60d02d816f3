package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all of many phrases in a text, in one pass over its characters, however many phrases there
 * are; whole words only.
 *
 * <p>The construction is Aho and Corasick's, made dense: one table look-up a character, and inside
 * a word that begins no phrase not even that. Safe for any number of threads.
 *
 * @see "A. Aho, M. Corasick: Efficient string matching, CACM 18 (1975)"
 */
public final class PhraseAutomaton {

  /**
   * A phrase found.
   *
   * @param phrase its place in the list of phrases, from 0
   * @param start where its first character stands in the text
   * @param end the place after its last character
   */
  public record Found(int phrase, int start, int end) {}

  private static final int IN_OTHER_WORD = 0; // the root: inside a word that begins no phrase
  private static final int WIDTH = Letters.KINDS;
  private static final int ASCII = 128;
  private static final int[] NONE = {};

  /**
   * Next state by state and kind, a state being its row's offset; negated on completing a phrase.
   */
  private final int[] next;

  private volatile int[] ofAscii = {};

  private final int start;
  private final int[][] completed;
  private final int[] wordsOf;
  private final boolean[] longUnfinished;

  private PhraseAutomaton(PhraseTrie trie, int[] wordsOf, int longFrom) {
    this.wordsOf = wordsOf;
    start = trie.start * WIDTH;
    completed = new int[trie.size][];
    completed[IN_OTHER_WORD] = NONE;
    longUnfinished = new boolean[trie.size];
    next = new int[trie.size * WIDTH];
    int[] fail = new int[trie.size];
    for (int state : trie.breadthFirst()) {
      longUnfinished[state] = trie.depth[state] >= longFrom;
      closeRow(trie, state, fail);
    }
  }

  /**
   * A state moves as the one that it falls back to, but to its own children. Many gaps are one, and
   * a move that completes a phrase is told by its sign.
   */
  private void closeRow(PhraseTrie trie, int state, int[] fail) {
    int row = state * WIDTH;
    System.arraycopy(next, fail[state] * WIDTH, next, row, WIDTH);
    if (state != IN_OTHER_WORD && trie.kind[state] == Letters.GAP) {
      next[row + Letters.GAP] = row;
    }
    for (int child = trie.firstChild[state];
        child != PhraseTrie.NONE;
        child = trie.nextSibling[child]) {
      int move = row + trie.kind[child];
      fail[child] = Math.abs(next[move]) / WIDTH;
      completed[child] = joined(trie.phrases.get(child), completed[fail[child]]);
      next[move] = completed[child].length > 0 ? -child * WIDTH : child * WIDTH;
    }
  }

  /**
   * Of phrases; letters are read as {@link Letters} says.
   *
   * @throws IllegalArgumentException if a phrase has no word: it would be found everywhere
   */
  public static PhraseAutomaton of(List<String> phrases) {
    return of(phrases, Integer.MAX_VALUE);
  }

  /**
   * Of phrases, where a text may be cut off inside the last one.
   *
   * @param longFrom a text that ends inside a phrase counts as touched if the phrase's part in it
   *     has at least so many characters
   */
  static PhraseAutomaton of(List<String> phrases, int longFrom) {
    PhraseTrie trie = new PhraseTrie();
    int[] wordsOf = new int[phrases.size()];
    for (int phrase = 0; phrase < wordsOf.length; phrase++) {
      List<String> words = Letters.words(phrases.get(phrase));
      if (words.isEmpty()) {
        throw new IllegalArgumentException(
            "phrase '%s' has no word: it would be found in every text"
                .formatted(phrases.get(phrase)));
      }
      wordsOf[phrase] = words.size();
      trie.add(words, phrase);
    }
    return new PhraseAutomaton(trie, wordsOf, longFrom);
  }

  /**
   * Whether the text holds any phrase, or is cut off inside a long one.
   *
   * <p>Allocates nothing: it is what decides that a line needs no second look.
   */
  public boolean touches(String text) {
    int state = start;
    for (int at = 0; at < text.length(); at++) {
      int kind = Letters.kind(text.charAt(at));
      if (state != IN_OTHER_WORD || kind == Letters.GAP || kind == Letters.AND) {
        state = after(state, kind);
        if (state < 0) {
          return true;
        }
      }
    }
    return isTouchedAtEnd(state);
  }

  /** The same of a text that stands as bytes of ASCII. */
  boolean touches(byte[] ascii, int from, int to) {
    int[] following = nextByAscii();
    int row = start / WIDTH * ASCII;
    for (int at = from; at < to; at++) {
      row = following[row + ascii[at]];
      if (row < 0) {
        return true;
      }
    }
    return isTouchedAtEnd(row / ASCII * WIDTH);
  }

  /** As {@link #next}, by the bytes of ASCII: one look-up a byte. Made when bytes first come. */
  private int[] nextByAscii() {
    int[] known = ofAscii;
    return known.length == 0 ? makeNextByAscii() : known;
  }

  private synchronized int[] makeNextByAscii() {
    int[] known = ofAscii;
    if (known.length == 0) {
      known = new int[next.length / WIDTH * ASCII];
      for (int state = 0; state < completed.length; state++) {
        for (char each = 0; each < ASCII; each++) {
          int reached = after(state * WIDTH, Letters.kind(each));
          known[state * ASCII + each] = reached < 0 ? reached : reached / WIDTH * ASCII;
        }
      }
      ofAscii = known;
    }
    return known;
  }

  /** The state after one more character, negative if a phrase ends there. */
  private int after(int state, int kind) {
    if (kind == Letters.UNSEEN) {
      return state;
    }
    if (kind == Letters.AND) {
      int word = next[state + Letters.GAP];
      return word < 0 ? word : next[next[word + Letters.AND] + Letters.GAP];
    }
    return next[state + kind];
  }

  private boolean isTouchedAtEnd(int state) {
    return next[state + Letters.GAP] < 0 || longUnfinished[state / WIDTH];
  }

  /**
   * All phrases in the text, by where they end, then in the order of the phrases; they may overlap.
   */
  public List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    int state = start;
    for (int at = 0; at <= text.length(); at++) {
      int kind = at == text.length() ? Letters.GAP : Letters.kind(text.charAt(at));
      if (kind == Letters.AND) {
        state = step(state, Letters.GAP, text, at, found);
        state = step(state, Letters.AND, text, at + 1, found);
        state = step(state, Letters.GAP, text, at + 1, found);
      } else if (kind != Letters.UNSEEN) {
        state = step(state, kind, text, at, found);
      }
    }
    return found;
  }

  private int step(int state, int kind, String text, int end, List<Found> found) {
    int reached = next[state + kind];
    if (reached < 0) {
      for (int phrase : completed[-reached / WIDTH]) {
        found.add(new Found(phrase, startOf(text, end, wordsOf[phrase]), end));
      }
    }
    return Math.abs(reached);
  }

  /** Goes back over so many words from their end. */
  private static int startOf(String text, int end, int words) {
    int at = end;
    for (int word = 0; word < words; word++) {
      while (Letters.kind(text.charAt(at - 1)) == Letters.GAP
          || Letters.kind(text.charAt(at - 1)) == Letters.UNSEEN) {
        at--;
      }
      if (Letters.kind(text.charAt(at - 1)) == Letters.AND) {
        at--;
        continue;
      }
      while (at > 0 && !Letters.parts(text.charAt(at - 1))) {
        at--;
      }
    }
    return at;
  }

  private static int[] joined(@Nullable List<Integer> own, int[] inherited) {
    if (own == null) {
      return inherited;
    }
    int[] all = Arrays.copyOf(inherited, inherited.length + own.size());
    for (int at = 0; at < own.size(); at++) {
      all[inherited.length + at] = own.get(at);
    }
    Arrays.sort(all);
    return all;
  }
}
