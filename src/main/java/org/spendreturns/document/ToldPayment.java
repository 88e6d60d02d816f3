package org.spendreturns.document;

/**
 * A payment as the JSON of an edition tells it.
 *
 * @param date {@code yyyy-MM-dd}
 * @param category the id of its section
 * @param contract the reference of its agreement; empty if none is on file
 * @param sheet empty for a file without sheets
 * @param rules their ids, as the tables write them
 */
record ToldPayment(
    String date,
    String supplier,
    long pence,
    String category,
    String contract,
    String file,
    String sheet,
    long line,
    String rules,
    String digest) {}
