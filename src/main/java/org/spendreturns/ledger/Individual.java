package org.spendreturns.ledger;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells whether a supplier may be a private individual, by the name alone.
 *
 * <p>A name is an individual's until something in it shows an organisation: a legal form, or {@link
 * OrganisationWords words} that neither people nor trades are called. So it errs towards the
 * individual, and an organisation taken for one is approved by its body.
 */
public final class Individual {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'\u2018\u2019`]+");
  private static final Pattern ADDED_LAST = Pattern.compile("(\\s*\\(\\S+\\)|#\\S+|\\*+)+\\s*$");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+|['\u2018\u2019`]");

  /** Words before a person's name, wherever in a text it stands. */
  private static final Set<String> TITLES =
      Set.of(
          ("CLLR COUNCILLOR DAME DR ESQ MASTER MESSRS MISS MR MRS MS MX PROF PROFESSOR REV REVD"
                  + " REVEREND SIR")
              .split(" "));

  /** Those that are words like any other unless a name begins with them: {@code DC Jane Doe}. */
  private static final Set<String> RANKS =
      Set.of("DC DCI DI DS INSPECTOR JUDGE LADY LORD PC SERGEANT SGT WPC".split(" "));

  /** Welsh for a county council: its second word is no knight. */
  private static final String COUNTY_COUNCIL = "CYNGOR SIR ";

  private static final Set<String> LEGAL_FORMS =
      Set.of("LTD", "LIMITED", "PLC", "LLP", "CIC", "CIO", "CYF", "CYFYNGEDIG", "INC", "GMBH");

  private Individual() {}

  /**
   * Whether nothing in the name shows an organisation.
   *
   * @param name a supplier's name as found, in any case, with or without accents, also {@code
   *     SURNAME, Forename}; a name without any word of letters only is a code, and no individual's
   */
  public static boolean mayBe(String name) {
    List<String> words = words(name);
    if (words.stream().noneMatch(word -> word.chars().allMatch(Character::isLetter))) {
      return false;
    }
    boolean isCompany = words.stream().anyMatch(LEGAL_FORMS::contains);
    if (isTitled(name)) {
      boolean isBrand = isTitle(words, 0) && endsAsCompany(words); // Mr Clutch Ltd
      return !isBrand;
    }
    if (isCompany) {
      return false;
    }
    Optional<String> second = SupplierName.of(name).tradingAs();
    boolean isNamed =
        OrganisationWords.show(words)
            || OrganisationWords.show(words(ADDED_LAST.matcher(name).replaceFirst("")));
    return !isNamed || second.filter(traded -> isBefore(name)).isPresent();
  }

  /** Whether a title stands in the name: {@code Mrs}, {@code Dr}, or a rank before it. */
  public static boolean isTitled(String name) {
    List<String> plain =
        List.of(String.join(" ", words(name)).replace(COUNTY_COUNCIL, "").split(" "));
    return IntStream.range(0, plain.size()).anyMatch(at -> isTitle(plain, at));
  }

  private static boolean isTitle(List<String> words, int at) {
    return TITLES.contains(words.get(at)) || (at == 0 && RANKS.contains(words.get(at)));
  }

  /** The words before a person's name that free text is searched for, in capitals. */
  public static Set<String> titles() {
    return TITLES.stream()
        .filter(title -> !title.equals("MASTER")) // of a list, a file
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The ranks before a person's name, in capitals, which may be words like any other. */
  public static Set<String> ranks() {
    return RANKS;
  }

  /** {@code Jane Doe t/a The Larch Trust}: who trades is an individual, whatever the sign says. */
  private static boolean isBefore(String name) {
    String[] parts = name.split("(?i)\\bt[/\\\\]a\\b|\\btrading as\\b", 2);
    return parts.length == 2 && !parts[0].isBlank() && mayBe(parts[0]);
  }

  private static boolean endsAsCompany(List<String> words) {
    return LEGAL_FORMS.contains(words.get(words.size() - 1));
  }

  /** The words of a text in one spelling: capitals without accents and apostrophes. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (word.find()) {
      String level = levelled(word.group());
      if (!level.isEmpty()) {
        words.add(level);
      }
    }
    return words;
  }

  private static String levelled(String word) {
    String parted = Normalizer.normalize(word, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
    return ACCENTS.matcher(parted).replaceAll("");
  }

  /**
   * The spellings by which a name can be recognised in a text: without title, and either way round.
   *
   * @return lists of words as {@link #wordsIn} gives them; none for a name of one word, which may
   *     be a word like any other
   */
  public static List<List<String>> spellings(String name) {
    List<String> words = words(name);
    List<String> plain =
        IntStream.range(0, words.size())
            .filter(at -> !isTitle(words, at))
            .mapToObj(words::get)
            .toList();
    if (plain.size() < 2) {
      return List.of();
    }
    List<String> lastFirst = new ArrayList<>(plain.subList(plain.size() - 1, plain.size()));
    lastFirst.addAll(plain.subList(0, plain.size() - 1));
    List<String> firstLast = new ArrayList<>(plain.subList(1, plain.size()));
    firstLast.add(plain.get(0));
    return List.of(plain, List.copyOf(lastFirst), List.copyOf(firstLast));
  }

  /** A word of a text, from its first letter to after its last, and in the one spelling. */
  public record Word(int start, int end, String levelled) {
    /** Whether it is the word, or says whose something is: {@code Doe's}. */
    public boolean is(String word) {
      boolean mayBePossessive = end - start == word.length() + 2;
      return levelled.equals(word) || (mayBePossessive && levelled.equals(word + "S"));
    }
  }

  /** The words of a text, each with its place and in the one spelling. */
  public static List<Word> wordsIn(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String level = levelled(word.group());
      if (!level.isEmpty()) {
        words.add(new Word(word.start(), word.end(), level));
      }
    }
    return words;
  }
}
