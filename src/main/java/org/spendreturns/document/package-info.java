/**
 * A return to documents: PDF, workbook; they show what {@code returns} computed, and compute
 * nothing.
 */
@NullMarked
package org.spendreturns.document;

import org.jspecify.annotations.NullMarked;
