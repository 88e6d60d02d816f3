/**
 * What was agreed: a {@link org.spendreturns.contract.Contract}, and how much of it falls in each
 * financial year.
 */
@NullMarked
package org.spendreturns.contract;

import org.jspecify.annotations.NullMarked;
