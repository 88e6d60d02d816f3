package org.spendreturns.intake;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a body says of the months of lines that have no day of their own.
 *
 * @param ofAll the month of all such lines; empty if each names its own, like {@code Apr-14}
 */
public record SaidMonth(Optional<YearMonth> ofAll) {

  private static final String OF_EACH_LINE = "of-each-line";

  /**
   * Reads the value of {@code month:}, which is {@code 2014-04} or {@code of-each-line}.
   *
   * @param ofFiles whether it is said of files of some names; of all ledgers no one month holds
   */
  static SaidMonth read(YamlNode node, boolean ofFiles) {
    if (node.text().equals(OF_EACH_LINE)) {
      return new SaidMonth(Optional.empty());
    }
    try {
      YearMonth month = YearMonth.parse(node.text());
      if (!ofFiles) {
        throw node.fault(
            "month: '%s' cannot hold for all ledgers; write it under files:, with a match"
                .formatted(node.text()));
      }
      return new SaidMonth(Optional.of(month));
    } catch (DateTimeException none) {
      throw node.fault(
          "'%s' is no month written like 2014-04, and not %s".formatted(node.text(), OF_EACH_LINE));
    }
  }

  /** The month of a line whose date's cell gives no day, or empty if nothing says it. */
  Optional<YearMonth> of(String cell) {
    Optional<YearMonth> named = DateText.month(cell);
    if (ofAll.isEmpty()) {
      return named;
    }
    boolean saysNothing = cell.isEmpty() || DateText.isTimeAlone(cell);
    return saysNothing ? ofAll : named.filter(ofAll.get()::equals);
  }

  /** What to write in a body's file, for a message. */
  static String remedy(boolean ofAll) {
    return ofAll
        ? "if the month of all lines is known, write month: 2014-04 under files: in the body's file"
        : "if the ledger gives months alone, write month: of-each-line in the body's file";
  }
}
