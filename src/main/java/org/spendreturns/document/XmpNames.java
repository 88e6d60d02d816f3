package org.spendreturns.document;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Names of those who made a document, as its XMP gives them. */
final class XmpNames {

  private static final Set<String> OF_MAKERS =
      Set.of("creator", "contributor", "Author", "Authors", "LastModifiedBy");
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  private XmpNames() {}

  static List<String> in(InputStream xmp) throws XMLStreamException {
    List<String> names = new ArrayList<>();
    XMLStreamReader xml = OpenDocumentRows.reader(xmp);
    String within = ""; // the element of a maker that is open
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && within.isEmpty() && isOfMakers(xml)) {
        within = xml.getLocalName();
      } else if (xml.isEndElement() && xml.getLocalName().equals(within)) {
        within = "";
      } else if (xml.isCharacters() && !within.isEmpty() && !xml.getText().isBlank()) {
        names.add(xml.getText().strip());
      }
    }
    return names;
  }

  private static boolean isOfMakers(XMLStreamReader xml) {
    String name = xml.getLocalName();
    boolean isDublinCore = DUBLIN_CORE.equals(xml.getNamespaceURI());
    return OF_MAKERS.contains(name) && (isDublinCore || Character.isUpperCase(name.charAt(0)));
  }
}
