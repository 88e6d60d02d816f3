package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.spendreturns.intake.SetAsideException.Kind;

/**
 * The texts that the cells of an Office Open XML workbook share, without their formatting and their
 * reading aids (phonetics). All of them are held in memory: a cell may ask for any.
 */
final class SharedTexts {

  /** 128 million characters; the largest of the published ledgers that were looked at has 0.4. */
  private static final long CHARACTERS_AT_MOST = 128L << 20;

  private final List<String> texts = new ArrayList<>();

  /**
   * Reads them all.
   *
   * @throws SetAsideException if they are more than a ledger can have
   */
  SharedTexts(InputStream part, String file) throws IOException, XMLStreamException {
    long characters = 0;
    try (part) {
      XMLStreamReader xml = SafeXml.reader(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
          String text = text(xml, file);
          characters += text.length();
          if (characters > CHARACTERS_AT_MOST) {
            throw new SetAsideException(
                Kind.TOO_LARGE,
                "%s: more than %,d characters of text; export it as CSV"
                    .formatted(file, CHARACTERS_AT_MOST));
          }
          texts.add(text);
        }
      }
    }
  }

  /** A workbook without shared texts. */
  SharedTexts() {}

  /** The text of the item that the reader stands in; leaves it at the item's end. */
  private static String text(XMLStreamReader xml, String file) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    boolean inPhonetics = false;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inPhonetics |= xml.getLocalName().equals("rPh");
          inText = xml.getLocalName().equals("t") && !inPhonetics;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals("si")) {
            return text.toString();
          }
          inPhonetics &= !xml.getLocalName().equals("rPh");
          inText = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inText) {
            SafeXml.append(text, xml, file);
          }
        }
        default -> {}
      }
    }
  }

  /**
   * A text by its number, from 0.
   *
   * @throws IndexOutOfBoundsException if the workbook has no such text
   */
  String get(int index) {
    return texts.get(index);
  }
}
