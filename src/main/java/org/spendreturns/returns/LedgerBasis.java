package org.spendreturns.returns;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.VatBasis;

/**
 * What the ledgers' sums and dates are, and what the body claims of them.
 *
 * @param vat whether sums include VAT
 * @param date which date decides the year
 * @param complete the years that the body says are complete; empty if it makes no claim, and then a
 *     year is complete when each of its months has a line
 * @param nothingIn months of which the body says that there was nothing to publish
 * @param withoutPayments files of which the body says that they hold no payments, if they cannot be
 *     read: their names without folder or zip, with {@code *} and {@code ?} as in a shell
 */
public record LedgerBasis(
    VatBasis vat,
    Body.LedgerDate date,
    Set<FinancialYear> complete,
    Set<YearMonth> nothingIn,
    Set<String> withoutPayments) {
  /** Keeps its own, ordered copies. */
  public LedgerBasis {
    complete = Collections.unmodifiableSet(new TreeSet<>(complete));
    nothingIn = Collections.unmodifiableSet(new TreeSet<>(nothingIn));
    withoutPayments = Collections.unmodifiableSet(new TreeSet<>(withoutPayments));
  }

  /** Whether the body says that a file holds no payments, whatever its folder or zip. */
  public boolean isWithoutPayments(String file) {
    Path name = Path.of(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1));
    return withoutPayments.stream()
        .map(names -> FileSystems.getDefault().getPathMatcher("glob:" + names))
        .anyMatch(names -> names.matches(name));
  }
}
