package org.spendreturns.document;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The bookmarks of a PDF, each of which must be a text of its pages. */
final class PdfBookmarks {

  private static final int LOOKED_FOR = 200; // at a time: they stand in the order of the pages
  private static final int AT_MOST = 100_000; // of a list that leads into itself

  private final Map<String, String> left = new LinkedHashMap<>(); // titles by their letters

  private PdfBookmarks() {}

  static PdfBookmarks of(PDDocument document) {
    PdfBookmarks bookmarks = new PdfBookmarks();
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    Deque<PDOutlineNode> nodes = new ArrayDeque<>();
    if (outline != null) {
      nodes.add(outline);
    }
    int read = 0;
    while (!nodes.isEmpty() && read < AT_MOST) {
      PDOutlineItem item = nodes.removeFirst().getFirstChild();
      while (item != null && read++ < AT_MOST) {
        String title = item.getTitle() == null ? "" : item.getTitle();
        bookmarks.left.putIfAbsent(letters(title), title);
        nodes.add(item);
        item = item.getNextSibling();
      }
    }
    bookmarks.left.remove("");
    return bookmarks;
  }

  /** Takes the text of the next page. */
  void seen(String text) {
    if (!left.isEmpty()) {
      String letters = letters(text);
      List<String> looked = new ArrayList<>(left.keySet());
      looked.subList(0, Math.min(LOOKED_FOR, looked.size())).stream()
          .filter(letters::contains)
          .forEach(left::remove);
    }
  }

  /** The bookmarks that no page has shown. */
  List<String> unseen() {
    return List.copyOf(left.values());
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
