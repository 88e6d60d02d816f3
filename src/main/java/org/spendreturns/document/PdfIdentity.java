package org.spendreturns.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
import org.spendreturns.returns.Passage;

/**
 * What a PDF says of itself: title, body, date, language, colours, and the standards it follows.
 * Its only date is the instant as known at.
 */
final class PdfIdentity {

  private static final String PROGRAM = "Spend Returns";
  private static final int PLATFORM_FROM = 40; // ICC.1:2010, 7.2: the primary platform
  private static final int PLATFORM_TO = 44;
  private static final String COLOURS = "sRGB IEC61966-2.1";
  private static final int ID_BYTES = 16;

  private final PdfStandard standard;
  private final String title;
  private final String body;
  private final String language;
  private final Instant asKnownAt;
  private final byte[] digest;

  private PdfIdentity(
      PdfStandard standard,
      String title,
      String body,
      String language,
      Instant asKnownAt,
      byte[] digest) {
    this.standard = standard;
    this.title = title;
    this.body = body;
    this.language = language;
    this.asKnownAt = asKnownAt.truncatedTo(ChronoUnit.SECONDS);
    this.digest = digest;
  }

  /** Of a reading copy; the copy itself is not kept. */
  static PdfIdentity of(
      ReadingCopy copy, PdfStandard standard, String language, Instant asKnownAt) {
    MessageDigest said = DigestUtils.getSha256Digest();
    DigestUtils.updateDigest(said, copy.body() + copy.title() + asKnownAt);
    copy.blocks().forEach(block -> DigestUtils.updateDigest(said, block.toString()));
    return new PdfIdentity(
        standard, Passage.plain(copy.title()), copy.body(), language, asKnownAt, said.digest());
  }

  PdfStandard standard() {
    return standard;
  }

  Instant asKnownAt() {
    return asKnownAt;
  }

  void write(PDDocument document) throws IOException {
    document.getDocument().setVersion(standard.version());
    document.getDocumentCatalog().setVersion(String.valueOf(standard.version()));
    document.getDocumentCatalog().setLanguage(language);
    labelPages(document);
    intendColours(document);
    String xmp = standard.metadata(title, body, language, PROGRAM, asKnownAt);
    PDMetadata metadata =
        new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
    document.getDocumentCatalog().setMetadata(metadata);
    describe(document);
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

  /** The file's id is made of what it says; by default it would be made of the time of day. */
  private void identify(PDDocument document) {
    document.setDocumentId(0L); // else the library takes the time
    COSString id = new COSString(Arrays.copyOf(digest, ID_BYTES));
    COSArray twice = new COSArray();
    twice.add(id);
    twice.add(id);
    COSDictionary trailer = document.getDocument().getTrailer();
    COSBase root = trailer.getItem(COSName.ROOT);
    COSBase information = trailer.getItem(COSName.INFO);
    trailer.clear(); // the order of its entries is not the same at every run
    trailer.setItem(COSName.ROOT, root);
    if (standard.hasInformation()) {
      trailer.setItem(COSName.INFO, information);
    }
    trailer.setItem(COSName.ID, twice);
  }
}
