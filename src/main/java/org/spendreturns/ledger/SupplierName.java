package org.spendreturns.ledger;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a supplier, as found and in one spelling, so that two ledgers' names can be compared.
 *
 * <p>The spelling is upper case words with one space between, without what a ledger system adds
 * (the last digits of a bank account, a record number, {@code (DUPLICATE)}) and without the legal
 * form. Only spellings are levelled, never meanings: initials such as {@code CSA} stay what they
 * are, because which words they stand for is a matter of the topic, and so of a rulebook.
 *
 * @param original as the source has it
 * @param normalised the one spelling; empty only if the original has no letter or digit
 * @param tradingAs the name after {@code t/a} or {@code trading as}, in the same spelling
 */
public record SupplierName(String original, String normalised, Optional<String> tradingAs) {

  private static final Pattern TRADING_AS = Pattern.compile("\\bT[/\\\\]A\\b|\\bTRADING AS\\b");

  /** What ledger systems add to a name; each was seen in a published ledger. */
  private static final Pattern ADDED_BY_THE_LEDGER =
      Pattern.compile(
          String.join(
              "|",
              "\\((?:A/C )?\\*{2,}\\s*\\d{3,}[^()]*\\)", // (****1234), (****6635 / No. 8 Account)
              "\\*{2,}\\s*(?:USE )?\\d{3,}[\\s*]*", // ****1234, **USE 172362 ***
              "#[A-Z]{1,3}\\d{6,}", // SV2#RB31110388
              "\\[\\d{4,}]", // LANPAC LTD [211594]
              "\\(\\d{5,}\\)", // five digits at least: (2010) may be part of a name
              "_\\d{4,}\\s*$", // _4074
              "\\bUSE \\d{5,}\\b", // SRASAC USE 314909
              "\\(DUPLICATE\\)"));

  private static final Pattern DOTTED_INITIALS = Pattern.compile("\\b(\\p{L})\\.(?=\\p{L}\\b)");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`\u00b4]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern LEGAL_FORM_LAST =
      Pattern.compile(" (?:LTD|LIMITED|PLC|LLP|CIC|CIO|THE)$");

  /** Short forms whose long form does not depend on the trade. */
  private static final Map<String, String> LONG_FORMS =
      Map.ofEntries(
          Map.entry("CTR", "CENTRE"),
          Map.entry("CTRE", "CENTRE"),
          Map.entry("CNTR", "CENTRE"),
          Map.entry("CENTER", "CENTRE"),
          Map.entry("SVC", "SERVICE"),
          Map.entry("SRV", "SERVICE"),
          Map.entry("SVCS", "SERVICES"),
          Map.entry("SRVS", "SERVICES"),
          Map.entry("SUPP", "SUPPORT"),
          Map.entry("NORTHANTS", "NORTHAMPTONSHIRE"),
          Map.entry("NOTTS", "NOTTINGHAMSHIRE"),
          Map.entry("HERTS", "HERTFORDSHIRE"),
          Map.entry("LEICS", "LEICESTERSHIRE"),
          Map.entry("LINCS", "LINCOLNSHIRE"),
          Map.entry("CAMBS", "CAMBRIDGESHIRE"),
          Map.entry("WILTS", "WILTSHIRE"),
          Map.entry("GLOS", "GLOUCESTERSHIRE"),
          Map.entry("STAFFS", "STAFFORDSHIRE"),
          Map.entry("WORCS", "WORCESTERSHIRE"));

  /** The name in both spellings. */
  public static SupplierName of(String original) {
    String upper = Normalizer.normalize(original, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    Matcher second = TRADING_AS.matcher(upper);
    if (!second.find()) {
      return new SupplierName(original, level(upper), Optional.empty());
    }
    String first = level(upper.substring(0, second.start()));
    String traded = level(upper.substring(second.end()));
    if (first.isEmpty() || traded.isEmpty()) { // "T/A CRESTS LTD": no first name to keep apart
      return new SupplierName(original, first + traded, Optional.empty());
    }
    return new SupplierName(original, first, Optional.of(traded));
  }

  private static String level(String upper) {
    String text = upper;
    if (!isPlain(upper)) {
      text = ADDED_BY_THE_LEDGER.matcher(text).replaceAll(" ");
      text = text.replace("&", " AND ").replace("+", " AND ");
      text = APOSTROPHES.matcher(text).replaceAll("");
      text = DOTTED_INITIALS.matcher(text).replaceAll("$1");
    }
    String[] words = NO_WORD.matcher(text).replaceAll(" ").strip().split(" ");
    for (int word = 0; word < words.length; word++) {
      words[word] = LONG_FORMS.getOrDefault(words[word], words[word]);
    }
    text = String.join(" ", words);
    return withoutLegalForm(text.startsWith("THE ") ? text.substring("THE ".length()) : text);
  }

  /** Whether nothing but letters and spaces, so that nothing can have been added. */
  private static boolean isPlain(String upper) {
    for (int at = 0; at < upper.length(); at++) {
      char sign = upper.charAt(at);
      if ((sign < 'A' || sign > 'Z') && sign != ' ') {
        return false;
      }
    }
    return true;
  }

  private static String withoutLegalForm(String name) {
    String shorter = LEGAL_FORM_LAST.matcher(name).replaceFirst("");
    return shorter.equals(name) ? name : withoutLegalForm(shorter);
  }
}
