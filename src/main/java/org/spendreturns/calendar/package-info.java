/**
 * The periods the law speaks of: {@link org.spendreturns.calendar.FinancialYear} and {@link
 * org.spendreturns.calendar.Period}.
 */
@NullMarked
package org.spendreturns.calendar;

import org.jspecify.annotations.NullMarked;
