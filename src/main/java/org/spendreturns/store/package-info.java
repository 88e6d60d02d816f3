/** The core's values to rows and back. SQL is nowhere else. */
@NullMarked
package org.spendreturns.store;

import org.jspecify.annotations.NullMarked;
