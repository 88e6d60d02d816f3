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
  static final int NO_CHILD = 0; // the root is nobody's child
  private static final int ROOT = 0;

  final Map<Integer, List<Integer>> phrases = new HashMap<>();
  int[] children = new int[1 << 16];
  int[] depth = new int[1 << 11];
  boolean[] afterGap = new boolean[1 << 11];
  int size;

  PhraseTrie() {
    node(0, false);
    child(ROOT, Letters.GAP);
  }

  void add(List<String> words, int phrase) {
    List<Integer> ends = List.of(child(ROOT, Letters.GAP));
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

  private int child(int parent, int kind) {
    int known = children[parent * Letters.KINDS + kind];
    if (known != NO_CHILD) {
      return known;
    }
    int created = node(depth[parent] + 1, kind == Letters.GAP);
    children[parent * Letters.KINDS + kind] = created;
    return created;
  }

  private int node(int deep, boolean gap) {
    if (size == depth.length) {
      depth = Arrays.copyOf(depth, 2 * size);
      afterGap = Arrays.copyOf(afterGap, 2 * size);
    }
    if ((size + 1) * Letters.KINDS > children.length) {
      children = Arrays.copyOf(children, 2 * children.length);
    }
    depth[size] = deep;
    afterGap[size] = gap;
    return size++;
  }

  int[] breadthFirst() {
    int[] order = new int[size];
    int known = 1; // the root is the first
    for (int next = 0; next < known; next++) {
      int row = order[next] * Letters.KINDS;
      for (int kind = 0; kind < Letters.KINDS; kind++) {
        if (children[row + kind] != NO_CHILD) {
          order[known++] = children[row + kind];
        }
      }
    }
    return order;
  }
}
