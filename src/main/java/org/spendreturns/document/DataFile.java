package org.spendreturns.document;

/**
 * A file for machines, as it stands beside the PDF and is attached to it.
 *
 * @param name the file's name
 * @param mediaType as {@code text/csv}
 * @param describes what it holds, in a line
 * @param text its whole text, which is written in UTF-8
 */
record DataFile(String name, String mediaType, String describes, String text) {}
