package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The short hand in which a rulebook writes many phrases as one.
 *
 * <p>{@code (a|b)} is one or the other, {@code [a]} may be left out, {@code <list>} is any entry of
 * the rulebook's word list of that name: {@code sexual (abuse|violence) counsel[l]or[s]}.
 */
public final class PhrasePattern {

  private static final int PHRASES_AT_MOST = 2_000; // more is a slip of the pen

  private final String pattern;
  private final Map<String, List<String>> lists;
  private int at;

  private PhrasePattern(String pattern, Map<String, List<String>> lists) {
    this.pattern = pattern;
    this.lists = lists;
  }

  /**
   * The phrases that a pattern stands for, each once, in the order of writing.
   *
   * @param lists word lists by name; their entries are phrases, no patterns
   * @throws IllegalArgumentException if a bracket has no partner, a list is not known, a phrase
   *     would be without any word, or there are more than 2,000
   */
  public static List<String> phrases(String pattern, Map<String, List<String>> lists) {
    PhrasePattern reader = new PhrasePattern(pattern, lists);
    Set<String> phrases = new LinkedHashSet<>();
    for (String phrase : reader.alternatives()) {
      String plain = phrase.strip().replaceAll("\\s+", " ");
      if (Letters.words(plain).isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' can be without any word, and would be found in every line".formatted(pattern));
      }
      phrases.add(plain);
    }
    if (reader.at < pattern.length()) {
      throw reader.noPartner(pattern.charAt(reader.at));
    }
    return List.copyOf(phrases);
  }

  private List<String> alternatives() {
    List<String> all = new ArrayList<>(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> phrases = List.of("");
    while (at < pattern.length() && "|)]".indexOf(pattern.charAt(at)) < 0) {
      char sign = pattern.charAt(at++);
      phrases =
          switch (sign) {
            case '(' -> followed(phrases, closed(alternatives(), ')'));
            case '[' -> followed(phrases, orNothing(closed(alternatives(), ']')));
            case '<' -> followed(phrases, list());
            default -> followed(phrases, List.of(String.valueOf(sign)));
          };
    }
    return phrases;
  }

  private List<String> closed(List<String> inside, char bracket) {
    if (at >= pattern.length() || pattern.charAt(at) != bracket) {
      throw noPartner(bracket);
    }
    at++;
    return inside;
  }

  private IllegalArgumentException noPartner(char bracket) {
    return new IllegalArgumentException("'%s': '%s' has no partner".formatted(pattern, bracket));
  }

  private List<String> list() {
    int end = pattern.indexOf('>', at);
    String name = end < 0 ? pattern.substring(at) : pattern.substring(at, end);
    List<String> list = lists.get(name);
    if (end < 0 || list == null) {
      throw new IllegalArgumentException(
          "'%s': no word list is called '%s'".formatted(pattern, name));
    }
    at = end + 1;
    return list;
  }

  private static List<String> orNothing(List<String> phrases) {
    List<String> either = new ArrayList<>(phrases);
    either.add("");
    return either;
  }

  private List<String> followed(List<String> heads, List<String> tails) {
    if ((long) heads.size() * tails.size() > PHRASES_AT_MOST) {
      throw new IllegalArgumentException(
          "'%s' stands for more than %d phrases; split it".formatted(pattern, PHRASES_AT_MOST));
    }
    List<String> both = new ArrayList<>(heads.size() * tails.size());
    heads.forEach(head -> tails.forEach(tail -> both.add(head + tail)));
    return both;
  }
}
