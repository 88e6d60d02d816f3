/**
 * Sums in pounds sterling, exact to the penny: {@link org.spendreturns.money.Money}, and how a sum
 * is divided: {@link org.spendreturns.money.Apportionment}.
 */
@NullMarked
package org.spendreturns.money;

import org.jspecify.annotations.NullMarked;
