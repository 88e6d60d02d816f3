/** The jobs: wiring, readers and writers of Spring Batch, and nothing else. */
@NullMarked
package org.spendreturns.batch;

import org.jspecify.annotations.NullMarked;
