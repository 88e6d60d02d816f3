package org.spendreturns.document;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/**
 * Writes a workbook of a return as OpenDocument 1.3, which UK guidance prefers for publication: the
 * same sheets as Excel's, row after row, so that a million of them need no more memory.
 *
 * @see "OASIS, Open Document Format for Office Applications Version 1.3, parts 2 and 3 (2021)"
 */
final class OdsFile {

  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String VERSION = "1.3";
  private static final String URN = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String STYLES = "ods-styles.xml";

  /** Near the first day that zip knows; at that very day the JDK would add the zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Wording wording;
  private final Look look;

  OdsFile(Wording wording, Look look) {
    this.wording = wording;
    this.look = look;
  }

  /** What stands in one part of the package. */
  private interface Part {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** Writes the workbook. */
  void write(Book book, Return.Heading heading, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    type(zip);
    part(zip, "content.xml", xml -> new OdsSheets(xml, wording).write(book));
    zip.putNextEntry(entry("styles.xml"));
    zip.write(styles());
    zip.closeEntry();
    part(zip, "meta.xml", xml -> meta(xml, heading));
    part(zip, "META-INF/manifest.xml", OdsFile::manifest);
    zip.finish();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    return entry;
  }

  /** The kind of the file comes first and as it is, so that it can be told by its first bytes. */
  private static void type(ZipOutputStream zip) throws IOException {
    byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry entry = entry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(type.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(type);
    zip.closeEntry();
  }

  private static void part(ZipOutputStream zip, String name, Part part) throws IOException {
    zip.putNextEntry(entry(name));
    Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      part.write(xml);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException fault) {
      throw fault.getNestedException() instanceof IOException cause
          ? cause
          : new IOException(name + ": " + fault.getMessage(), fault);
    }
    text.flush();
    zip.closeEntry();
  }

  private byte[] styles() throws IOException {
    try (InputStream in = OdsFile.class.getResourceAsStream(STYLES)) {
      if (in == null) {
        throw new IllegalStateException(STYLES + " is not in the program");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      String language = wording.language().substring(0, wording.language().indexOf('-'));
      return bytes
          .toString(StandardCharsets.UTF_8)
          .replace("\"LANGUAGE\"", "\"" + language + "\"")
          .replace("AT_LEAST", CellWords.atLeast(wording))
          .replace("\"HEADINGS\"", "\"" + look.headings() + "\"")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The file's properties, with the as-known-at instant for both its dates. */
  private void meta(XMLStreamWriter xml, Return.Heading heading) throws XMLStreamException {
    xml.writeStartElement("office:document-meta");
    xml.writeNamespace("office", URN + "office:1.0");
    xml.writeNamespace("meta", URN + "meta:1.0");
    xml.writeNamespace("dc", "http://purl.org/dc/elements/1.1/");
    xml.writeAttribute("office:version", VERSION);
    xml.writeStartElement("office:meta");
    String asKnownAt = heading.asKnownAt().toString();
    for (List<String> each :
        List.of(
            List.of("meta:generator", "Spend Returns"),
            List.of("dc:title", Passage.plain(heading.title())),
            List.of("meta:initial-creator", heading.bodyName()),
            List.of("dc:creator", heading.bodyName()),
            List.of("meta:creation-date", asKnownAt),
            List.of("dc:date", asKnownAt),
            List.of("dc:language", wording.language()))) {
      xml.writeStartElement(each.get(0));
      xml.writeCharacters(each.get(1));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void manifest(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("manifest:manifest");
    xml.writeNamespace("manifest", URN + "manifest:1.0");
    xml.writeAttribute("manifest:version", VERSION);
    for (String path : List.of("/", "content.xml", "styles.xml", "meta.xml")) {
      xml.writeEmptyElement("manifest:file-entry");
      xml.writeAttribute("manifest:full-path", path);
      xml.writeAttribute("manifest:media-type", path.equals("/") ? TYPE : "text/xml");
      if (path.equals("/")) {
        xml.writeAttribute("manifest:version", VERSION);
      }
    }
    xml.writeEndElement();
  }
}
