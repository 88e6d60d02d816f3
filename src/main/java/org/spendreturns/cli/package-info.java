/** The command line: one class a command. */
@NullMarked
package org.spendreturns.cli;

import org.jspecify.annotations.NullMarked;
