package org.spendreturns.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Finishes the pages: what the engine cannot write, and what it writes anew at every run. */
final class PdfFinish {

  private static final long SAME_EVERY_TIME = 1;
  private static final int ID_BYTES = 16;

  private PdfFinish() {}

  /** The finished file. */
  static byte[] finish(byte[] pages, ReadingCopy copy, Instant asKnownAt) throws IOException {
    try (PDDocument document = Loader.loadPDF(pages)) {
      SubsetNames.inOrder(document);
      describe(document, copy, asKnownAt);
      document.setDocumentId(SAME_EVERY_TIME); // else the library takes the time of day
      order(document.getDocument().getTrailer(), id(copy, asKnownAt));
      ByteArrayOutputStream finished = new ByteArrayOutputStream();
      document.save(finished);
      return finished.toByteArray();
    }
  }

  private static void describe(PDDocument document, ReadingCopy copy, Instant asKnownAt) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(copy.title());
    information.setAuthor(copy.body());
    information.setCreator("Spend Returns");
    information.setProducer("Spend Returns");
    // the library would write the digits of the machine's language
    String date =
        DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT)
            .format(asKnownAt.atOffset(ZoneOffset.UTC));
    information.getCOSObject().setString(COSName.CREATION_DATE, date);
    information.getCOSObject().setString(COSName.MOD_DATE, date);
    document.setDocumentInformation(information);
  }

  /** Fixes the order of the trailer's entries, which is not the same at every run. */
  private static void order(COSDictionary trailer, COSArray id) {
    COSBase root = trailer.getItem(COSName.ROOT);
    COSBase information = trailer.getItem(COSName.INFO);
    trailer.clear();
    trailer.setItem(COSName.ROOT, root);
    trailer.setItem(COSName.INFO, information);
    trailer.setItem(COSName.ID, id);
  }

  /** The file's id is made of what it says; by default it would be made of the time of day. */
  private static COSArray id(ReadingCopy copy, Instant asKnownAt) {
    byte[] said = (copy.toString() + asKnownAt).getBytes(StandardCharsets.UTF_8);
    COSString id = new COSString(Arrays.copyOf(DigestUtils.sha256(said), ID_BYTES));
    COSArray twice = new COSArray();
    twice.add(id);
    twice.add(id);
    return twice;
  }
}
