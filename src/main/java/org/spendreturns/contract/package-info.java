/**
 * What was agreed: a {@link org.spendreturns.contract.Contract} in its {@link
 * org.spendreturns.contract.ContractRegister}, and how much of it falls in each financial year:
 * {@link org.spendreturns.contract.YearSplit}.
 */
@NullMarked
package org.spendreturns.contract;

import org.jspecify.annotations.NullMarked;
