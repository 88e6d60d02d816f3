/**
 * The return as values, without fonts or cells: a {@link org.spendreturns.returns.Return} of {@link
 * org.spendreturns.returns.Figure}s, each with what it was made from. {@link
 * org.spendreturns.returns.ReturnMaker} makes it of a {@link org.spendreturns.returns.Body}, a
 * {@link org.spendreturns.returns.Scope} and what is {@link org.spendreturns.returns.OnFile}.
 */
@NullMarked
package org.spendreturns.returns;

import org.jspecify.annotations.NullMarked;
