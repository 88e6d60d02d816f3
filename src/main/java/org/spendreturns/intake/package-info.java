/**
 * Files to values: ledger exports in their encodings, dialects and layouts; and the files by which
 * people say what holds: rulebooks, bodies, registers, requests.
 */
@NullMarked
package org.spendreturns.intake;

import org.jspecify.annotations.NullMarked;
