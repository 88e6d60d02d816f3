package org.spendreturns.document;

import java.time.Instant;
import org.spendreturns.returns.Publication;

/** What a PDF must say and be to follow the standards that its body chose. */
enum PdfStandard {
  /** PDF/A-3a and PDF/UA-1. */
  OF_2012(
      1.7f, // the latest that PDF/A-3 knows
      """
          xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
          xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
          xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaid:part>3</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
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
      """),

  /** PDF/A-4f, PDF/UA-2 and both parts of WTPDF 1.0. */
  OF_2024(
      2.0f,
      """
          xmlns:pdfd="http://pdfa.org/declarations/">
      <pdfaid:part>4</pdfaid:part>
      <pdfaid:rev>2020</pdfaid:rev>
      <pdfaid:conformance>F</pdfaid:conformance>
      <pdfuaid:part>2</pdfuaid:part>
      <pdfuaid:rev>2024</pdfuaid:rev>
      <pdfd:declarations><rdf:Bag>
      <rdf:li rdf:parseType="Resource">
      <pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo>
      </rdf:li>
      <rdf:li rdf:parseType="Resource">
      <pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
      </rdf:li>
      </rdf:Bag></pdfd:declarations>
      """);

  private static final String HEAD =
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
      """;

  private static final String REST =
      """
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>{body}</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
      <xmp:CreatorTool>{program}</xmp:CreatorTool>
      <xmp:CreateDate>{date}</xmp:CreateDate>
      <xmp:ModifyDate>{date}</xmp:ModifyDate>
      <pdf:Producer>{program}</pdf:Producer>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """;

  private final float version;
  private final String claims;

  PdfStandard(float version, String claims) {
    this.version = version;
    this.claims = claims;
  }

  static PdfStandard of(Publication.Pdf chosen) {
    return switch (chosen) {
      case A_3A -> OF_2012;
      case A_4F -> OF_2024;
    };
  }

  /** The version of PDF that it is made on. */
  float version() {
    return version;
  }

  /** Whether the older dictionary of properties stands beside the metadata; PDF 2.0 drops it. */
  boolean hasInformation() {
    return this == OF_2012;
  }

  /** Whether elements say in which namespace their kinds are, and bookmarks lead to elements. */
  boolean hasNamespaces() {
    return this == OF_2024;
  }

  /** The file's metadata as XMP, whole. */
  String metadata(String title, String body, String language, String program, Instant date) {
    return (HEAD + claims + REST)
        .replace("{title}", escaped(title))
        .replace("{body}", escaped(body))
        .replace("{language}", language)
        .replace("{program}", program)
        .replace("{date}", date.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
