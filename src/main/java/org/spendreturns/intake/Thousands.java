package org.spendreturns.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text says that sums are in thousands of pounds, and so none of payments. */
final class Thousands {

  private static final Pattern SAID =
      Pattern.compile(
          "£ ?['’]?000'?s?\\b|£ ?k\\b|\\b(?:in|to the nearest) thousands?\\b|\\bthousands of pounds\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNIT =
      Pattern.compile("\\(? ?(?:£ ?['’]?000'?s?|£ ?k|['’]000'?s?) ?\\)?", Pattern.CASE_INSENSITIVE);

  private Thousands() {}

  /** The words of a text that say so; empty if none do. */
  static Optional<String> saidIn(String text) {
    Matcher said = SAID.matcher(text);
    return said.find() ? Optional.of(said.group()) : Optional.empty();
  }

  /** Whether a cell says nothing else, as one below the name of an amount does. */
  static boolean isUnit(String cell) {
    return UNIT.matcher(cell).matches();
  }
}
