package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases as a tree of characters, each phrase with a gap before and after: what {@link
 * PhraseAutomaton} is made of. A node is its number, from 0, the root.
 */
final class PhraseTrie {
  private static final int ROOT = 0;
  static final int NONE = 0; // no child, no sibling: the root is neither

  final Map<Integer, List<Integer>> phrases = new HashMap<>();
  int[] firstChild = new int[1 << 11];
  int[] nextSibling = new int[1 << 11];
  int[] kind = new int[1 << 11]; // of the character that leads to the node
  int[] depth = new int[1 << 11];
  int size = 1;

  /** The node of one gap: where a text begins, as if a gap were before it. */
  final int start = child(ROOT, Letters.GAP);

  void add(List<String> words, int phrase) {
    List<Integer> ends = List.of(start);
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
    ends.forEach(end -> phrases.computeIfAbsent(end, first -> new ArrayList<>()).add(phrase));
  }

  private int spelled(int from, String word) {
    int end = from;
    for (int at = 0; at < word.length(); at++) {
      end = child(end, Letters.kind(word.charAt(at)));
    }
    return end;
  }

  /** The child by a character of that kind; made if it is not there. */
  private int child(int parent, int by) {
    int known = firstChild[parent];
    while (known != NONE && kind[known] != by) {
      known = nextSibling[known];
    }
    return known == NONE ? newChild(parent, by) : known;
  }

  private int newChild(int parent, int by) {
    if (size == depth.length) {
      firstChild = Arrays.copyOf(firstChild, 2 * size);
      nextSibling = Arrays.copyOf(nextSibling, 2 * size);
      kind = Arrays.copyOf(kind, 2 * size);
      depth = Arrays.copyOf(depth, 2 * size);
    }
    int created = size++;
    kind[created] = by;
    depth[created] = depth[parent] + 1;
    nextSibling[created] = firstChild[parent];
    firstChild[parent] = created;
    return created;
  }

  /** All nodes, the root first, each after all that are nearer to the root. */
  int[] breadthFirst() {
    int[] order = new int[size];
    int known = 1; // the root is the first
    for (int next = 0; next < size; next++) {
      for (int child = firstChild[order[next]]; child != NONE; child = nextSibling[child]) {
        order[known++] = child;
      }
    }
    return order;
  }
}
