/**
 * The return as values, without fonts or cells: a {@link org.spendreturns.returns.Return} of {@link
 * org.spendreturns.returns.Figure}s, each with what it was made from.
 */
@NullMarked
package org.spendreturns.returns;

import org.jspecify.annotations.NullMarked;
