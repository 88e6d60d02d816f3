package org.spendreturns.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from strangers: no document type, no entity, nothing fetched from anywhere. */
final class SafeXml {

  private static final int CELL_AT_MOST = 1 << 20; // spreadsheet programs hold 32,767 characters
  private static final int DECLARATION_AT_MOST = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private SafeXml() {}

  /**
   * A reader of the stream, at its start; a text may come in several pieces.
   *
   * <p>The bytes are decoded here, because the platform's parser prints to the console when it
   * meets bytes that are no text.
   */
  static XMLStreamReader reader(InputStream in) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory(); // not thread-safe: one a reader
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    BufferedInputStream bytes = new BufferedInputStream(in);
    Charset charset = charset(bytes);
    return factory.createXMLStreamReader(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** The encoding that a byte order mark or the declaration names; UTF-8 if none does. */
  private static Charset charset(BufferedInputStream bytes) throws IOException, XMLStreamException {
    bytes.mark(DECLARATION_AT_MOST);
    String head = new String(bytes.readNBytes(DECLARATION_AT_MOST), StandardCharsets.ISO_8859_1);
    bytes.reset();
    if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
      return StandardCharsets.UTF_16;
    }
    if (head.startsWith("\u00EF\u00BB\u00BF")) {
      bytes.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    Matcher declared = ENCODING.matcher(head);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalArgumentException unknown) {
      throw new XMLStreamException("an encoding that is not known", unknown);
    }
  }

  /** Whether the event is a piece of text. */
  static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  /**
   * Adds the piece of text that the reader stands at to a cell.
   *
   * @throws SetAsideException if the cell grows beyond what a cell can hold
   */
  static void append(StringBuilder cell, XMLStreamReader xml, String file) {
    if (cell.length() + xml.getTextLength() > CELL_AT_MOST) {
      throw new SetAsideException(
          SetAsideException.Kind.TOO_LARGE,
          "%s: a cell of more than %,d characters; expected a ledger; shorten the cell"
              .formatted(file, CELL_AT_MOST));
    }
    cell.append(xml.getText());
  }

  /** The attribute by its local name, in whatever namespace; empty if absent. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
