package org.spendreturns.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.spendreturns.document.PageText.Piece;

/** Makes bookmarks of the headings, one below the other as the headings are. */
final class Bookmarks {

  private static final Pattern HEADING = Pattern.compile("H[1-6]");

  private final Map<COSDictionary, PDPage> pages = new HashMap<>();
  private final Map<COSDictionary, PageText> texts = new HashMap<>(); // of pages with a heading
  private final StructureTree tree;
  private final PdfStandard standard;
  private final Deque<PDOutlineNode> open = new ArrayDeque<>();

  private Bookmarks(StructureTree tree, PdfStandard standard) {
    this.tree = tree;
    this.standard = standard;
  }

  static void write(PDDocument document, StructureTree tree, PdfStandard standard) {
    Bookmarks bookmarks = new Bookmarks(tree, standard);
    document.getPages().forEach(page -> bookmarks.pages.put(page.getCOSObject(), page));
    PDDocumentOutline outline = new PDDocumentOutline();
    bookmarks.open.push(outline);
    tree.walk(bookmarks::add);
    outline.openNode();
    document.getDocumentCatalog().setDocumentOutline(outline);
    document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
  }

  private void add(COSDictionary element) {
    String role = StructureTree.role(element);
    if (!isHeading(role)) {
      return;
    }
    int level = role.charAt(1) - '0';
    while (open.size() > level) {
      open.pop();
    }
    COSDictionary page = element.getCOSDictionary(COSName.PG);
    PDPage target = pages.get(page);
    if (target == null) {
      throw new IllegalStateException("a heading stands on no page");
    }
    PageText text = texts.computeIfAbsent(page, unread -> read(target));
    PDOutlineItem item = new PDOutlineItem();
    StringBuilder title = new StringBuilder();
    float top = 0;
    for (int number : StructureTree.contents(element)) {
      Piece piece = text.piece(number);
      title.append(piece.text());
      top = Math.max(top, piece.top());
    }
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(target);
    place.setLeft(0);
    place.setTop((int) Math.ceil(top));
    item.setTitle(title.toString().strip());
    if (standard.hasNamespaces()) {
      item.setAction(toElement(place, element));
    } else {
      item.setDestination(place);
    }
    PDOutlineNode parent = open.element();
    parent.addLast(item);
    if (level == 1) {
      item.openNode();
    }
    open.push(item);
  }

  private static boolean isHeading(String role) {
    return HEADING.matcher(role).matches();
  }

  private PageText read(PDPage page) {
    try {
      return PageText.of(page, tree, Bookmarks::isHeading);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Leads to the heading as an element, and to its place for programs that know no elements. */
  private static PDActionGoTo toElement(PDPageXYZDestination place, COSDictionary element) {
    PDActionGoTo action = new PDActionGoTo();
    action.setDestination(place);
    COSArray there = new COSArray();
    there.addAll(place.getCOSObject());
    there.set(0, element);
    action.getCOSObject().setItem(COSName.getPDFName("SD"), there);
    return action;
  }
}
