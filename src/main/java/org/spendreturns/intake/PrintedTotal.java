package org.spendreturns.intake;

import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;

/**
 * A total that an export prints of itself, beside what was read.
 *
 * @param at where it stands
 * @param printed what it says
 * @param sinceLast the sum of the accepted lines since the last total, column names or sheet
 * @param sinceStart the sum of the accepted lines since the start of the export
 */
public record PrintedTotal(SourceRef at, Money printed, Money sinceLast, Money sinceStart) {

  /** Whether what was read comes to what is printed. */
  public boolean agrees() {
    return printed.equals(sinceLast) || printed.equals(sinceStart);
  }

  /** Written {@code april.csv:99: prints a total of £12.00; the lines above come to £11.00}. */
  @Override
  public String toString() {
    return agrees()
        ? "%s: prints a total of %s, and the lines above come to it"
            .formatted(at, printed.inPounds())
        : "%s: prints a total of %s; the lines above come to %s"
            .formatted(at, printed.inPounds(), sinceStart.inPounds());
  }
}
