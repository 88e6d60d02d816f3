package org.spendreturns.rulebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

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

  /**
   * Next state by state and kind, a state being its row's offset; negated on completing a phrase.
   */
  private final int[] next;

  private volatile int[] ofAscii = {};

  private final int start;
  private final int[][] completed;
  private final int[] wordsOf;
  private final boolean[] longUnfinished;

  private PhraseAutomaton(Trie trie, int[] wordsOf, int longFrom) {
    this.wordsOf = wordsOf;
    int states = trie.children.size();
    completed = new int[states][0];
    longUnfinished = new boolean[states];
    next = new int[states * WIDTH];
    int[] fail = new int[states];
    start = trie.children.get(IN_OTHER_WORD)[Letters.GAP] * WIDTH;
    for (int state : trie.breadthFirst()) {
      int[] children = trie.children.get(state);
      longUnfinished[state] = trie.depth.get(state) >= longFrom;
      completed[state] = joined(trie.phrases.get(state), completed[fail[state]]);
      for (int kind = 0; kind < WIDTH; kind++) {
        int child = children[kind];
        int fallback =
            state == IN_OTHER_WORD ? IN_OTHER_WORD : next[fail[state] * WIDTH + kind] / WIDTH;
        if (child != Trie.NONE) {
          fail[child] = state == IN_OTHER_WORD ? IN_OTHER_WORD : fallback;
        }
        next[state * WIDTH + kind] = (child == Trie.NONE ? fallback : child) * WIDTH;
      }
    }
    for (int state = 0; state < states; state++) {
      if (trie.afterGap.get(state)) {
        next[state * WIDTH + Letters.GAP] = state * WIDTH; // many gaps are one
      }
    }
    for (int at = 0; at < next.length; at++) {
      boolean moves = next[at] != at - at % WIDTH;
      if (moves && completed[next[at] / WIDTH].length > 0) {
        next[at] = -next[at];
      }
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
    Trie trie = new Trie();
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
    if (known.length == 0) {
      known = new int[next.length / WIDTH * ASCII];
      for (int at = 0; at < known.length; at++) {
        int reached = after(at / ASCII * WIDTH, Letters.kind((char) (at % ASCII)));
        known[at] = reached < 0 ? reached : reached / WIDTH * ASCII;
      }
      ofAscii = known; // whoever is first: each makes the same
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

  private static int[] joined(List<Integer> own, int[] inherited) {
    return IntStream.concat(own.stream().mapToInt(Integer::intValue), Arrays.stream(inherited))
        .sorted()
        .toArray();
  }

  /** The phrases as a tree of characters, each phrase with a gap before and after. */
  private static final class Trie {
    static final int NONE = -1;

    final List<int[]> children = new ArrayList<>();
    final List<List<Integer>> phrases = new ArrayList<>();
    final List<Integer> depth = new ArrayList<>();
    final List<Boolean> afterGap = new ArrayList<>();

    Trie() {
      node(0, false);
      child(IN_OTHER_WORD, Letters.GAP);
    }

    void add(List<String> words, int phrase) {
      List<Integer> ends = List.of(child(IN_OTHER_WORD, Letters.GAP));
      for (String word : words) {
        List<Integer> longer = new ArrayList<>();
        for (int end : ends) {
          longer.add(child(spelled(end, word), Letters.GAP));
          if (word.equals("and")) {
            longer.add(child(child(end, Letters.AND), Letters.GAP));
          }
        }
        ends = longer;
      }
      ends.forEach(end -> phrases.get(end).add(phrase));
    }

    private int spelled(int from, String word) {
      int end = from;
      for (int at = 0; at < word.length(); at++) {
        end = child(end, Letters.kind(word.charAt(at)));
      }
      return end;
    }

    private int child(int parent, int kind) {
      int known = children.get(parent)[kind];
      if (known != NONE) {
        return known;
      }
      int created = node(depth.get(parent) + 1, kind == Letters.GAP);
      children.get(parent)[kind] = created;
      return created;
    }

    private int node(int deep, boolean gap) {
      int[] none = new int[WIDTH];
      Arrays.fill(none, NONE);
      children.add(none);
      phrases.add(new ArrayList<>());
      depth.add(deep);
      afterGap.add(gap);
      return children.size() - 1;
    }

    List<Integer> breadthFirst() {
      List<Integer> order = new ArrayList<>();
      Deque<Integer> waiting = new ArrayDeque<>(List.of(IN_OTHER_WORD));
      while (!waiting.isEmpty()) {
        int state = waiting.remove();
        order.add(state);
        Arrays.stream(children.get(state)).filter(child -> child != NONE).forEach(waiting::add);
      }
      return order;
    }
  }
}
