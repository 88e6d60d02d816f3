package org.spendreturns.ledger;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a name that was withheld from a name.
 *
 * <p>Bodies withhold the names of individuals and leave the row and its amount (Local Government
 * Transparency Code 2015). They mark it in many ways; all of them are one state here. A company
 * whose name begins alike, such as Redactive Publishing, is no marker: the whole text must be one.
 */
public final class Redaction {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** One of them makes a marker, slips of the pen included: "Reacted personal data" is real. */
  private static final Set<String> WITHHELD =
      words("REDACT REDACTED REACTED REDACTION REDACTIONS WITHHELD ANONYMISED ANONYMIZED");

  /** What may stand beside it, and nothing else: a name, a trade or a legal form is none. */
  private static final Set<String> BESIDE =
      words(
          "UNDER DUE TO FOR BY IN OF THE AS ON PER REASON REASONS GROUNDS DP DPA GDPR UK FOI FOIA"
              + " DATA PROTECTION FREEDOM INFORMATION ACT SECTION SEC ARTICLE EXEMPT EXEMPTION"
              + " PERSONAL PRIVATE PRIVACY DETAILS NAME NAMES COMMERCIAL COMMERCIALLY CONFIDENCE"
              + " CONFIDENTIAL CONFIDENTIALITY SENSITIVE INDIVIDUAL INDIVIDUALS PERSON PERSONS"
              + " SUPPLIER SUPPLIERS PAYEE PAYEES VENDOR");

  /** The number of a section, as in {@code S40(2)}. */
  private static final Pattern SECTION = Pattern.compile("S?\\d{1,4}[A-Z]?");

  /** Letters that nobody's name is made of, and signs that stand for letters. */
  private static final Pattern BLACKED_OUT = Pattern.compile("(X\\s*){4,}|[*#\u2588]{3,}");

  /** Whole texts that withhold a name without saying so. */
  private static final Set<String> OTHER_MARKERS =
      Set.of(
          "THIRD PARTY",
          "THIRD PARTY SUPPLIER",
          "PERSONAL DATA",
          "PERSONAL INFORMATION",
          "COMMERCIAL IN CONFIDENCE",
          "COMMERCIALLY CONFIDENTIAL",
          "NAME NOT DISCLOSED",
          "NOT DISCLOSED",
          "EXEMPT FROM PUBLICATION");

  private Redaction() {}

  /**
   * Whether the text stands where a name was withheld.
   *
   * @param text a supplier's name or another cell, as found; case, punctuation and spaces do not
   *     matter
   */
  public static boolean isMarker(String text) {
    if (text.length() > 80) { // the longest real one has 33 characters
      return false;
    }
    String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String words = NO_WORD.matcher(upper).replaceAll(" ").strip();
    return OTHER_MARKERS.contains(words)
        || saysSo(words)
        || BLACKED_OUT.matcher(upper.strip()).matches();
  }

  private static boolean saysSo(String words) {
    boolean isWithheld = false;
    for (String word : words.split(" ", -1)) {
      isWithheld |= WITHHELD.contains(word);
      if (!WITHHELD.contains(word) && !BESIDE.contains(word) && !SECTION.matcher(word).matches()) {
        return false;
      }
    }
    return isWithheld;
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }
}
