package org.spendreturns.ledger;

import java.text.Normalizer;
import java.util.Arrays;
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

  /** The first word of a marker, its slips of the pen included: "Reacted personal data" is real. */
  private static final Pattern STARTS_AS_MARKER =
      Pattern.compile("(REDACT|REDACTED|REACTED|REDACTION|REDACTIONS|WITHHELD)( .*)?");

  private static final Set<String> WORDS_OF_A_MARKER =
      Set.of(
          "REDACT",
          "REDACTED",
          "REACTED",
          "REDACTION",
          "REDACTIONS",
          "WITHHELD",
          "UNDER",
          "DP",
          "DPA",
          "GDPR",
          "DATA",
          "PROTECTION",
          "ACT",
          "PERSONAL",
          "INFORMATION",
          "DETAILS",
          "NAME",
          "COMMERCIAL",
          "COMMERCIALLY",
          "CONFIDENTIAL",
          "CONFIDENTIALITY",
          "SENSITIVE",
          "INDIVIDUAL",
          "SUPPLIER");

  /** Whole texts that withhold a name without saying so. */
  private static final Set<String> OTHER_MARKERS = Set.of("THIRD PARTY", "THIRD PARTY SUPPLIER");

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
        || (STARTS_AS_MARKER.matcher(words).matches()
            && WORDS_OF_A_MARKER.containsAll(Arrays.asList(words.split(" "))));
  }
}
