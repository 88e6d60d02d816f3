package org.spendreturns.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A file for machines, as it stands beside the PDF and is attached to it.
 *
 * @param name the file's name
 * @param mediaType as {@code text/csv}
 * @param describes what it holds, by the key of its wording: {@code file.json}
 * @param content its text, made anew whenever it is written, for it may be long
 */
record DataFile(String name, String mediaType, String describes, Content content) {

  /** A text that is written piece by piece. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** A file of a text that is not long. */
  static DataFile of(String name, String mediaType, String describes, String text) {
    return new DataFile(name, mediaType, describes, out -> out.write(text));
  }

  /** Its whole text. */
  String text() {
    StringWriter text = new StringWriter();
    try {
      content.writeTo(text);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault); // a text in memory has no such fault
    }
    return text.toString();
  }

  /** Writes it in UTF-8. */
  void write(OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    content.writeTo(text);
    text.flush();
  }
}
