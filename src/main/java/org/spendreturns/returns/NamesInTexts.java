package org.spendreturns.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.ledger.Individual;
import org.spendreturns.ledger.Individual.Word;

/**
 * Finds names of persons in texts: those that were withheld elsewhere, however they are written,
 * and any name after a title.
 */
final class NamesInTexts {

  /** {@code Mrs J. Doe}, {@code DR JANE DOE-SMITH}: a title and the capitalised words after it. */
  private static final Pattern TITLED =
      Pattern.compile(
          "\\b(?:Mr|MR|Mrs|MRS|Ms|MS|Miss|MISS|Mx|MX|Dr|DR|Prof|PROF|Professor|Rev|REV|Revd)\\.?"
              + "(?:\\s+\\p{Lu}[\\p{L}\\p{M}'\u2019.-]*){1,4}");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}\\b" // a postcode
              + "|\\b\\d+[a-z]?,?\\s+(?:[\\p{L}'\u2019.-]+\\s+){1,3}"
              + "(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|court|place|square"
              + "|terrace|gardens|grove|hill|row|walk|park)\\b"
              + "|\\b(?:at|on|in|near)\\s+(?:the\\s+)?\\d*\\s*[\\p{L}'\u2019.-]+\\s+"
              + "(?:street|road|lane|avenue|close|drive|terrace|gardens|grove|square)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String marker;
  private final Map<String, Set<List<String>>> spellingsByFirstWord = new HashMap<>();
  private final Map<String, Set<List<String>>> approvedByFirstWord = new HashMap<>();
  private long found;

  NamesInTexts(String marker) {
    this.marker = marker;
  }

  /** Takes a withheld name, to find it elsewhere. */
  void learn(String name) {
    Individual.spellings(name).forEach(spelling -> add(spelling, spellingsByFirstWord));
  }

  /**
   * Takes a name that may be told: {@code Jane Doe Counselling} stands, though {@code Jane Doe} is
   * withheld.
   */
  void approve(String name) {
    List<String> words = Individual.wordsIn(name).stream().map(Word::levelled).toList();
    if (!words.isEmpty()) {
      add(words, approvedByFirstWord);
    }
  }

  private static void add(List<String> words, Map<String, Set<List<String>>> byFirstWord) {
    byFirstWord.computeIfAbsent(words.get(0), unused -> new HashSet<>()).add(words);
  }

  /** Whether no name was learned. */
  boolean isEmpty() {
    return spellingsByFirstWord.isEmpty();
  }

  /** How many names were taken out of texts. */
  long found() {
    return found;
  }

  /** Whether a text may say where a place is. */
  static boolean mayHoldAnAddress(String text) {
    return ADDRESS.matcher(text).find();
  }

  /** The text with the marker for each title and name. */
  String withoutTitled(String text) {
    Matcher titled = TITLED.matcher(text);
    StringBuilder told = new StringBuilder();
    while (titled.find()) {
      found++;
      titled.appendReplacement(told, Matcher.quoteReplacement(marker));
    }
    return titled.appendTail(told).toString();
  }

  /**
   * The text with the marker for each learned name; the same text if it holds none. A text without
   * a space is an id, a digest or an address, made of what is told already.
   */
  String withoutNames(String text) {
    if (text.indexOf(' ') < 0) {
      return text;
    }
    List<Word> words = Individual.wordsIn(text);
    StringBuilder told = new StringBuilder();
    int copied = 0;
    for (int at = 0; at < words.size(); at++) {
      int length = nameAt(words, at, spellingsByFirstWord);
      int approved = nameAt(words, at, approvedByFirstWord);
      if (approved > length) {
        at += approved - 1;
      } else if (length > 0) {
        found++;
        told.append(text.substring(copied, words.get(at).start())).append(marker);
        copied = words.get(at + length - 1).end();
        at += length - 1;
      }
    }
    return copied == 0 ? text : told.append(text.substring(copied)).toString();
  }

  /**
   * Whether the name of a file or sheet, in which words may be joined, holds a learned name, or a
   * title and a name.
   */
  boolean standIn(String fileName) {
    String apart = fileName.replaceAll("[_.+]+", " ");
    String allApart = apart.replace('-', ' ').replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
    return TITLED.matcher(allApart).find() || holdsName(apart) || holdsName(allApart);
  }

  private boolean holdsName(String text) {
    List<Word> words = Individual.wordsIn(text);
    for (int at = 0; at < words.size(); at++) {
      int length = nameAt(words, at, spellingsByFirstWord);
      int approved = nameAt(words, at, approvedByFirstWord);
      if (length > approved) {
        return true;
      }
      at += Math.max(0, approved - 1);
    }
    return false;
  }

  /** How many words the longest name has that begins here; 0 if none does. */
  private static int nameAt(List<Word> words, int at, Map<String, Set<List<String>>> byFirstWord) {
    int longest = 0;
    for (List<String> spelling : byFirstWord.getOrDefault(words.get(at).levelled(), Set.of())) {
      boolean fits = at + spelling.size() <= words.size();
      for (int i = 0; fits && i < spelling.size(); i++) {
        fits = words.get(at + i).levelled().equals(spelling.get(i));
      }
      longest = fits ? Math.max(longest, spelling.size()) : longest;
    }
    return longest;
  }
}
