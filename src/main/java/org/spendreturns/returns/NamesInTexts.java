package org.spendreturns.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.ledger.Individual;
import org.spendreturns.ledger.Individual.Word;
import org.spendreturns.ledger.SupplierName;

/**
 * Finds names of persons in texts: those that were withheld elsewhere, however they are written,
 * and any name after a title.
 */
final class NamesInTexts {

  private static final String CAPITALISED = "(?:\\s+\\p{Lu}[\\p{L}\\p{M}'\u2019.-]*){1,4}";

  /**
   * {@code Mrs J. Doe}, {@code DR JANE DOE-SMITH}: a title and the capitalised words after it.
   * Welsh for a county council is no knight.
   */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?<!Cyngor )(?<!CYNGOR )\\b(?i:%s)\\.?".formatted(String.join("|", Individual.titles()))
              + CAPITALISED);

  /** {@code DC Doe}, {@code Lady Doe}; but not a PC Fund, nor the Lord Mayor. */
  private static final Pattern RANKED =
      Pattern.compile(
          "\\b(?:%s)\\.?(?!\\s+(?i:fund|grant|council|office|services?|mayor|chancellor)\\b)"
                  .formatted(
                      Individual.ranks().stream()
                          .flatMap(rank -> Stream.of(rank, capitalised(rank)))
                          .collect(Collectors.joining("|")))
              + CAPITALISED);

  /** {@code mrs j doe}: nothing tells how many words the name has, so two. */
  private static final Pattern TITLED_IN_SMALL_LETTERS =
      Pattern.compile(
          "\\b(?:mr|mrs|messrs|cllr)\\.?(?:\\s+\\p{L}\\.?(?=\\s))*"
              + "(?:\\s+[\\p{L}\\p{M}][\\p{L}\\p{M}'\u2019-]+){1,2}");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}\\b" // a postcode
              + "|\\b\\d+[a-z]?,?\\s+(?:[\\p{L}'\u2019.-]+\\s+){1,3}"
              + "(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|court|place|square"
              + "|terrace|gardens|grove|hill|row|walk|park)\\b"
              + "|\\b(?:at|on|in|near)\\s+(?:the\\s+)?\\d*\\s*[\\p{L}'\u2019.-]+\\s+"
              + "(?:street|road|lane|avenue|close|drive|terrace|gardens|grove|square)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern HOUSE =
      Pattern.compile(
          "\\b(?:cottage|lodge|vicarage|rectory|mews|crescent|flat|farm|villa|barn|manor)\\b",
          Pattern.CASE_INSENSITIVE);

  /** In the name of a place: a number, or what comes after "at", "in" or a comma. */
  private static final Pattern PLACED =
      Pattern.compile(
          "\\d|,\\s*\\p{L}|\\b(?:at|in|on|near)\\s+\\p{L}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A shorter one may be a word like any other. */
  private static final int LETTERS_OF_A_NAME_ALONE = 4;

  private final String marker;
  private final Map<String, Set<List<String>>> spellingsByFirstWord = new HashMap<>();
  private final Map<String, Set<List<String>>> approvedByFirstWord = new HashMap<>();
  private final Set<String> alone = new HashSet<>(); // withheld names of one word
  private long found;

  NamesInTexts(String marker) {
    this.marker = marker;
  }

  /**
   * Takes a withheld name, to find it elsewhere: also without what a trade or ledger adds, and
   * {@code O-Doe} for {@code O'Doe}, as references write it.
   */
  void learn(String name) {
    Stream.of(name, name.replaceAll("['\u2018\u2019`]", " "), SupplierName.of(name).normalised())
        .flatMap(each -> Individual.spellings(each).stream())
        .forEach(spelling -> add(spelling, spellingsByFirstWord));
    List<Word> words = Individual.wordsIn(name);
    if (words.size() == 1 && words.get(0).levelled().length() >= LETTERS_OF_A_NAME_ALONE) {
      alone.add(words.get(0).levelled());
    }
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

  /** Whether the name of a place may say where it is. */
  static boolean mayTellWhere(String name) {
    return PLACED.matcher(name).find() || holdsAnAddress(name);
  }

  /** Whether a text, in which words may be joined as in a reference, holds an address. */
  static boolean holdsAnAddress(String text) {
    String apart = text.replaceAll("[_/-]+", " ");
    return ADDRESS.matcher(apart).find() || HOUSE.matcher(apart).find();
  }

  /** What a person wrote freely, with the marker for each title and name, and name of one word. */
  String freeText(String text) {
    String told = text;
    for (Pattern titled : List.of(TITLED, RANKED, TITLED_IN_SMALL_LETTERS)) {
      told = replaced(titled.matcher(told));
    }
    return alone.isEmpty() ? told : withoutNamesAlone(told);
  }

  private String replaced(Matcher titled) {
    StringBuilder told = new StringBuilder();
    while (titled.find()) {
      found++;
      titled.appendReplacement(told, Matcher.quoteReplacement(marker));
    }
    return titled.appendTail(told).toString();
  }

  private String withoutNamesAlone(String text) {
    return marked(
        text,
        (words, at) ->
            alone.contains(words.get(at).levelled())
                    && Character.isUpperCase(text.codePointAt(words.get(at).start()))
                ? 1
                : 0);
  }

  /**
   * The text with the marker for each learned name; the same text if it holds none. A text without
   * a space is an id, a digest or an address, made of what is told already.
   */
  String withoutNames(String text) {
    return text.chars().noneMatch(Character::isWhitespace)
        ? text
        : marked(text, (words, at) -> nameAt(words, at, spellingsByFirstWord));
  }

  /** How many of the words, from one of them on, are a name that is not told. */
  private interface Finding {
    int from(List<Word> words, int at);
  }

  /** The text with the marker for what is found, unless a longer name that is told begins there. */
  private String marked(String text, Finding finding) {
    List<Word> words = Individual.wordsIn(text);
    StringBuilder told = new StringBuilder();
    int copied = 0;
    for (int at = 0; at < words.size(); at++) {
      int length = finding.from(words, at);
      int approved = nameAt(words, at, approvedByFirstWord);
      if (approved > length) {
        at += approved - 1;
      } else if (length > 0) {
        found++;
        told.append(text, copied, words.get(at).start()).append(marker);
        copied = words.get(at + length - 1).end();
        at += length - 1;
      }
    }
    return copied == 0 ? text : told.append(text.substring(copied)).toString();
  }

  /**
   * Whether the name of a file or sheet, or a reference, in which words may be joined, holds a
   * learned name, or a title and a name.
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
      if (length > approved || (approved == 0 && alone.contains(words.get(at).levelled()))) {
        return true;
      }
      at += Math.max(0, approved - 1);
    }
    return false;
  }

  private static String capitalised(String rank) {
    return rank.charAt(0) + rank.substring(1).toLowerCase(Locale.ROOT);
  }

  /** How many words the longest name has that begins here; 0 if none does. */
  private static int nameAt(List<Word> words, int at, Map<String, Set<List<String>>> byFirstWord) {
    int longest = 0;
    for (List<String> spelling : byFirstWord.getOrDefault(words.get(at).levelled(), Set.of())) {
      boolean fits = at + spelling.size() <= words.size();
      for (int i = 0; fits && i < spelling.size(); i++) {
        fits = words.get(at + i).is(spelling.get(i));
      }
      longest = fits ? Math.max(longest, spelling.size()) : longest;
    }
    return longest;
  }
}
