package org.spendreturns.ledger;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the number of a charity or company from what else stands in its column: {@code N/A}, {@code
 * Sole trader}, {@code 0}, the number by which a person pays tax.
 *
 * @see "org-id.guide: the registers of the United Kingdom, and how they number"
 */
public final class Registration {

  /** {@code 1156246}, {@code 03529271-1}, {@code SC012345}, {@code NIC100123}, {@code IP12345R}. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?!0+(-0+)?$)\\d{5,8}(-\\d{1,2})?|[A-Z]{2}\\d{6}|NIC\\d{6}|(IP|SP|NP)\\d{5}[A-Z]");

  /** {@code GB-CHC-1156246}, {@code GB-PPON-PQZB-4253-GCQD}: the register, and a number in it. */
  private static final Pattern WITH_ITS_REGISTER =
      Pattern.compile("[A-Z]{2}-[A-Z]{2,5}-(?=[^ ]*[0-9])(?!0+$)[A-Z0-9][A-Z0-9./-]{2,30}");

  /** Words beside a number: {@code Charity no. 1156246}. */
  private static final Pattern BESIDE =
      Pattern.compile("REGISTERED|REG|CHARITY|COMPANY|CO|NO|NUMBER|AND|CHC|COH");

  private Registration() {}

  /** Whether the text is such a number, or several, in any case. */
  public static boolean isNumber(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return WITH_ITS_REGISTER.matcher(upper).matches()
        || (Stream.of(upper.split("[\\s,;:/&.()]+"))
                .allMatch(word -> word.isEmpty() || BESIDE.matcher(word).matches() || isOne(word))
            && Stream.of(upper.split("[\\s,;:/&.()]+")).anyMatch(Registration::isOne));
  }

  private static boolean isOne(String word) {
    return NUMBER.matcher(word).matches();
  }
}
