package org.spendreturns.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Keeps a financial year on one line of a page: while the lines are broken, its hyphen is one that
 * does not break. The fonts draw both by one sign, and what is read out or copied is the plain one.
 */
final class YearHyphens {

  private static final String UNBROKEN = "\u2011";

  /** A year, and not a part of an address, a file's name or a number. */
  private static final Pattern YEAR = Pattern.compile("(?<![\\w./-])(\\d{4})-(\\d{2})(?![\\w/-])");

  private YearHyphens() {}

  /** The text, its years kept whole. */
  static String kept(String text) {
    return text.indexOf('-') < 0 || BlockSource.isAddress(text)
        ? text
        : YEAR.matcher(text).replaceAll("$1" + UNBROKEN + "$2");
  }

  /** A text that was kept so, as it is read aloud. */
  static String plain(String text) {
    return text.replace(UNBROKEN, "-");
  }

  /** Lets the signs of all fonts be read as plain hyphens. */
  static void tidy(PDDocument document) throws IOException {
    Set<COSDictionary> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PDPage page : document.getPages()) {
      COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
      if (fonts != null) {
        for (COSName name : fonts.keySet()) {
          COSDictionary font = fonts.getCOSDictionary(name);
          if (font != null && done.add(font)) {
            plain(font);
          }
        }
      }
    }
  }

  private static void plain(COSDictionary font) throws IOException {
    COSStream signs = font.getCOSStream(COSName.TO_UNICODE);
    if (signs == null) {
      return;
    }
    String map;
    try (InputStream in = signs.createInputStream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      map = bytes.toString(StandardCharsets.ISO_8859_1);
    }
    String plain = map.replace("<2011>", "<002d>");
    if (!plain.equals(map)) {
      try (OutputStream out = signs.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(plain.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }
}
