/**
 * A return to documents: PDF, workbook, web page, JSON, CSV; they show what {@code returns}
 * computed, and compute nothing.
 */
@NullMarked
package org.spendreturns.document;

import org.jspecify.annotations.NullMarked;
