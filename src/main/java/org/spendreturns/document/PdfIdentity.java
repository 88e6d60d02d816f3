package org.spendreturns.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * What a PDF says of itself: title, body, date, language, colours, and the standards it follows,
 * PDF/A-3a and PDF/UA-1. Its only date is the instant as known at.
 */
final class PdfIdentity {

  private static final String PROGRAM = "Spend Returns";
  private static final int PLATFORM_FROM = 40; // ICC.1:2010, 7.2: the primary platform
  private static final int PLATFORM_TO = 44;
  private static final String COLOURS = "sRGB IEC61966-2.1";
  private static final float VERSION = 1.7f; // the latest that PDF/A-3 knows
  private static final int ID_BYTES = 16;

  private static final String XMP =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
          xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
          xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
          xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
          xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
          xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaid:part>3</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>{body}</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
      <xmp:CreatorTool>{program}</xmp:CreatorTool>
      <xmp:CreateDate>{date}</xmp:CreateDate>
      <xmp:ModifyDate>{date}</xmp:ModifyDate>
      <pdf:Producer>{program}</pdf:Producer>
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of PDF/UA that the file follows</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """;

  private final String title;
  private final String body;
  private final String language;
  private final Instant asKnownAt;
  private final byte[] said;

  PdfIdentity(ReadingCopy copy, String language, Instant asKnownAt) {
    this.title = copy.title();
    this.body = copy.body();
    this.language = language;
    this.asKnownAt = asKnownAt.truncatedTo(ChronoUnit.SECONDS);
    this.said = (copy.toString() + asKnownAt).getBytes(StandardCharsets.UTF_8);
  }

  void write(PDDocument document) throws IOException {
    document.setVersion(VERSION);
    document.getDocumentCatalog().setLanguage(language);
    labelPages(document);
    intendColours(document);
    describe(document);
    PDMetadata metadata =
        new PDMetadata(document, new ByteArrayInputStream(xmp().getBytes(StandardCharsets.UTF_8)));
    document.getDocumentCatalog().setMetadata(metadata);
    identify(document);
  }

  private static void labelPages(PDDocument document) {
    PDPageLabels labels = new PDPageLabels(document);
    PDPageLabelRange range = new PDPageLabelRange();
    range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
    labels.setLabelItem(0, range);
    document.getDocumentCatalog().setPageLabels(labels);
  }

  private static void intendColours(PDDocument document) throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    Arrays.fill(profile, PLATFORM_FROM, PLATFORM_TO, (byte) 0); // JDKs name different ones
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    PDStream colours = // the intent's own is written anew by the JDK, and names its platform again
        new PDStream(document, new ByteArrayInputStream(profile), COSName.FLATE_DECODE);
    colours.getCOSObject().setInt(COSName.N, 3);
    intent.getCOSObject().setItem(COSName.DEST_OUTPUT_PROFILE, colours);
    intent.setInfo(COLOURS);
    intent.setOutputCondition(COLOURS);
    intent.setOutputConditionIdentifier(COLOURS);
    intent.setRegistryName("http://www.color.org");
    document.getDocumentCatalog().addOutputIntent(intent);
  }

  private void describe(PDDocument document) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setAuthor(body);
    information.setCreator(PROGRAM);
    information.setProducer(PROGRAM);
    String date = date(asKnownAt);
    information.getCOSObject().setString(COSName.CREATION_DATE, date);
    information.getCOSObject().setString(COSName.MOD_DATE, date);
    document.setDocumentInformation(information);
  }

  /** An instant as a PDF writes it; the library would take the digits of the machine's language. */
  static String date(Instant instant) {
    return DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT)
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  private String xmp() {
    return XMP.replace("{title}", escaped(title))
        .replace("{body}", escaped(body))
        .replace("{language}", language)
        .replace("{program}", PROGRAM)
        .replace("{date}", asKnownAt.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The file's id is made of what it says; by default it would be made of the time of day. */
  private void identify(PDDocument document) {
    document.setDocumentId(0L); // else the library takes the time
    COSString id = new COSString(Arrays.copyOf(DigestUtils.sha256(said), ID_BYTES));
    COSArray twice = new COSArray();
    twice.add(id);
    twice.add(id);
    COSDictionary trailer = document.getDocument().getTrailer();
    COSBase root = trailer.getItem(COSName.ROOT);
    COSBase information = trailer.getItem(COSName.INFO);
    trailer.clear(); // the order of its entries is not the same at every run
    trailer.setItem(COSName.ROOT, root);
    trailer.setItem(COSName.INFO, information);
    trailer.setItem(COSName.ID, twice);
  }
}
