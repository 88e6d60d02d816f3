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
 * Keeps a financial year, a reference ({@code NV-111}), a day with its month, and a word with an
 * apostrophe on one line of a page: while the lines are broken, their hyphens, spaces and
 * apostrophes are ones that do not break. They look alike, and what is read out or copied are the
 * plain ones.
 */
final class WholeWords {

  private static final String HYPHEN = "\u2011";
  private static final String SPACE = "\u00A0";
  private static final String APOSTROPHE = "\u02BC"; // a letter, by which no line ends

  /** A year or a reference, and not a part of an address, a file's name or a number. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?<![\\w./-])(?:\\d{4}-\\d{2}|\\p{Lu}{1,6}-\\d{1,6})(?![\\w/-])");

  /** A day's number and its month, before the year. */
  private static final Pattern DAY =
      Pattern.compile("(?<![\\w.,/-])(\\d{1,2}) (\\p{L}+)(?= \\d{4}\\b)");

  private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=\\p{L})\u2019(?=\\p{L})");

  private WholeWords() {}

  /** The text, its years and words kept whole. */
  static String kept(String text) {
    if (BlockSource.isAddress(text)) {
      return text;
    }
    String words =
        text.indexOf('\u2019') < 0 ? text : WITHIN_A_WORD.matcher(text).replaceAll(APOSTROPHE);
    String days = DAY.matcher(words).replaceAll("$1" + SPACE + "$2");
    return days.indexOf('-') < 0
        ? days
        : NUMBERED.matcher(days).replaceAll(found -> found.group().replace("-", HYPHEN));
  }

  /** A text that was kept so, as it is read aloud. */
  static String plain(String text) {
    return text.replace(HYPHEN, "-").replace(SPACE, " ").replace(APOSTROPHE, "\u2019");
  }

  /** Lets the signs of all fonts be read as plain hyphens and apostrophes. */
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
    String plain =
        map.replaceAll("(?i)<2011>", "<002d>")
            .replaceAll("(?i)<00a0>", "<0020>")
            .replaceAll("(?i)<02bc>", "<2019>");
    if (!plain.equals(map)) {
      try (OutputStream out = signs.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(plain.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }
}
