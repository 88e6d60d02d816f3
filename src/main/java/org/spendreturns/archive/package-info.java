/** The originals, stored by digest and never changed, and the shelf of finished editions. */
@NullMarked
package org.spendreturns.archive;

import org.jspecify.annotations.NullMarked;
