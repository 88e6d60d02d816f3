/**
 * The periods the law speaks of: {@link org.spendreturns.calendar.FinancialYear}, {@link
 * org.spendreturns.calendar.Period} and {@link org.spendreturns.calendar.WorkingDays}.
 */
@NullMarked
package org.spendreturns.calendar;

import org.jspecify.annotations.NullMarked;
