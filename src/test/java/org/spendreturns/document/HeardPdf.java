package org.spendreturns.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The structure tree of a PDF, and the texts of its elements. */
final class HeardPdf {

  private final PDDocument document;
  private final Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();

  HeardPdf(PDDocument document) throws IOException {
    this.document = document;
    for (PDPage page : document.getPages()) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.processPage(page);
      Map<Integer, String> ofPage = new HashMap<>();
      for (PDMarkedContent content : extractor.getMarkedContents()) {
        ofPage.put(
            content.getMCID(),
            content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(glyph -> ((TextPosition) glyph).getUnicode())
                .collect(Collectors.joining()));
      }
      texts.put(page.getCOSObject(), ofPage);
    }
  }

  /** What is heard, element after element: its role and its words. */
  List<String> all() {
    List<String> heard = new ArrayList<>();
    hear(root(), heard);
    return heard;
  }

  /** The elements of a role, in order. */
  List<COSDictionary> of(String role) {
    List<COSDictionary> found = new ArrayList<>();
    walk(
        element -> {
          if (role(element).equals(role)) {
            found.add(element);
          }
        });
    return found;
  }

  /** Visits every element. */
  void walk(Consumer<COSDictionary> visit) {
    walk(root(), visit);
  }

  static COSDictionary page(COSDictionary row) {
    COSDictionary cell = kids(row).get(0);
    COSDictionary page = cell.getCOSDictionary(COSName.PG);
    return page == null ? kids(cell).get(0).getCOSDictionary(COSName.PG) : page;
  }

  private void hear(COSDictionary element, List<String> heard) {
    for (COSDictionary kid : kids(element)) {
      switch (role(kid)) {
        case "H1", "H2", "H3", "P", "Caption" -> heard.add(role(kid) + ": " + plain(text(kid)));
        case "Figure" -> heard.add("Figure: " + kid.getString(COSName.ALT));
        case "LI", "TR" -> {
          String parts = kids(kid).stream().map(this::text).collect(Collectors.joining(" | "));
          heard.add(role(kid) + ": " + plain(parts));
        }
        default -> {
          if (role(kid).equals("Table")) {
            heard.add("Table");
          }
          hear(kid, heard);
        }
      }
    }
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static void walk(COSDictionary parent, Consumer<COSDictionary> visit) {
    for (COSDictionary kid : kids(parent)) {
      visit.accept(kid);
      walk(kid, visit);
    }
  }

  private COSDictionary root() {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    return catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
  }

  static String role(COSDictionary element) {
    return element.getNameAsString(COSName.S);
  }

  static List<COSDictionary> kids(COSDictionary element) {
    return all(element).stream()
        .filter(kid -> kid instanceof COSDictionary each && each.containsKey(COSName.S))
        .map(COSDictionary.class::cast)
        .toList();
  }

  private static List<COSBase> all(COSDictionary element) {
    COSBase kids = element.getDictionaryObject(COSName.K);
    List<COSBase> all = new ArrayList<>();
    if (kids instanceof COSArray array) {
      for (int index = 0; index < array.size(); index++) {
        all.add(array.getObject(index));
      }
    } else if (kids != null) {
      all.add(kids);
    }
    return all;
  }

  /** Its words, and those of what is in it. */
  String text(COSDictionary element) {
    List<String> parts = new ArrayList<>();
    for (COSBase kid : all(element)) {
      if (kid instanceof COSInteger number) {
        parts.add(
            texts
                .getOrDefault(element.getCOSDictionary(COSName.PG), Map.of())
                .getOrDefault(number.intValue(), "(content that is not there)"));
      } else if (kid instanceof COSDictionary each && each.containsKey(COSName.S)) {
        parts.add(text(each));
      }
    }
    return String.join(" ", parts);
  }

  static COSBase attribute(COSDictionary element, String name) {
    List<COSBase> attributes = new ArrayList<>();
    COSBase found = element.getDictionaryObject(COSName.A);
    if (found instanceof COSArray several) {
      several.forEach(attributes::add);
    } else {
      attributes.add(found);
    }
    return attributes.stream()
        .map(COSDictionary.class::cast)
        .filter(each -> each.containsKey(name))
        .map(each -> each.getDictionaryObject(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }
}
