package org.spendreturns.returns;

import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.ClassifiedLine;

/**
 * A payment counted in the return's tables.
 *
 * @param exportDigest SHA-256 of the export's file, in lower-case hex
 * @param line the line and what decided its answer
 * @param category the category it is counted in
 * @param organisation the organisation whose row counts it
 * @param contract the agreement whose row counts it; empty if none on file
 */
public record Payment(
    String exportDigest,
    ClassifiedLine line,
    Category category,
    String organisation,
    String contract) {}
