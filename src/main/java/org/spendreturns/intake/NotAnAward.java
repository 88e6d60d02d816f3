package org.spendreturns.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.spendreturns.contract.Contract.Kind;

/**
 * What a row of a register is that names no organisation but says in brackets what the sum is:
 * {@code (pot)}, {@code (tender)}, {@code (MoJ income)}.
 */
final class NotAnAward {

  /** The first whose words stand in the brackets. */
  private static final Map<Kind, Pattern> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(Kind.BID, words("bid|bids|applied for|application|applications"));
    WORDS.put(
        Kind.TENDER,
        words("tender|tenders|tendered|procured|procurement|procuring|invitation|advertised"));
    WORDS.put(
        Kind.INCOME,
        words(
            "income|received|receipt|receipts|uplift|award|allocation|moj|ministry of justice"
                + "|home office|nhs england|nhse|department of health"));
  }

  private NotAnAward() {}

  /**
   * What such a row is; a pot if its words do not tell. A department alone in brackets is where
   * money came from.
   */
  static Kind kindOf(String inBrackets) {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(inBrackets).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Kind.POT);
  }

  private static Pattern words(String words) {
    return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }
}
