package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.spendreturns.returns.Wording;

/** What stands at the foot of the pages of a PDF: its number, above it no head or heading alone. */
public final class PdfFeet {

  private static final Pattern HEAD =
      Pattern.compile("<(thead|h2|h3)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);

  private static final int HEADING = 14; // letters: a shorter one may end a row as well

  private PdfFeet() {}

  /**
   * The faults.
   *
   * @param page the web page of the same return, from which the heads of its tables and its
   *     headings are known
   */
  public static List<String> faults(Path pdf, Path page, Wording wording) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return faults(document, heads(Files.readString(page)), wording);
    }
  }

  private static List<String> heads(String page) {
    List<String> heads = new ArrayList<>();
    Matcher head = HEAD.matcher(page);
    while (head.find()) {
      String words = WrittenReturn.tight(PageRow.plain(head.group(2)));
      if (head.group(1).equals("thead") || words.length() >= HEADING) {
        heads.add(words);
      }
    }
    return heads.stream().distinct().toList();
  }

  static List<String> faults(PDDocument document, List<String> heads, Wording wording)
      throws IOException {
    List<String> faults = new ArrayList<>();
    int pages = document.getNumberOfPages();
    List<String> texts = new ArrayList<>(); // above the numbers
    for (int page = 1; page <= pages; page++) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      String text = WrittenReturn.tight(stripper.getText(document));
      String number =
          WrittenReturn.tight(wording.say("page.of", String.valueOf(page), String.valueOf(pages)));
      if (text.endsWith(number)) {
        texts.add(text.substring(0, text.length() - number.length()));
      } else {
        faults.add(
            "page %d of %d ends with '%s'"
                .formatted(page, pages, text.substring(Math.max(0, text.length() - 20))));
      }
    }
    int foot = texts.stream().reduce(PdfFeet::commonEnd).orElse("").length();
    for (String text : texts) {
      String body = text.substring(0, text.length() - foot);
      heads.stream()
          .filter(body::endsWith)
          .forEach(head -> faults.add("head '%s' stands alone".formatted(head)));
    }
    return faults;
  }

  /** What stands at the foot of both pages. */
  private static String commonEnd(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
      length++;
    }
    return one.substring(one.length() - length);
  }
}
