package org.spendreturns.document;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.pdf.JRPdfExporterTagHelper;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes the structure that a screen reader hears while the pages are written: a table is one table
 * over all its pages, a list one list; what repeats on every page is no content.
 *
 * <p>The templates say so by properties of their elements: {@code table} and {@code row} (caption,
 * head, group, body, total), {@code scope}, {@code list}, {@code artifact}, {@code alt}. Their
 * names begin like the engine's own export properties, for no others reach the printed element.
 */
final class StructureTags extends JRPdfExporterTagHelper {

  /** Keys on a structure element by which the finishing pass finds what was said here. */
  static final String SCOPE_KEY = "SRScope";

  /** A point in a page's content where a space was left out at the end of a line. */
  static final String SPACE_POINT = "SRSpace";

  private static final Set<String> WITHOUT_PARAGRAPH =
      Set.of("H1", "H2", "H3", "TH", "TD", "Lbl", "LBody", "Caption");

  private static final String PREFIX = "net.sf.jasperreports.export.";

  /** The property with the language of an element's text, if it is not the document's. */
  static final String LANGUAGE = PREFIX + "language";

  private static final String LANGUAGE_OF_A_TAG = "net.sf.jasperreports.export.pdf.tag.language";

  private final Map<String, PdfStructureEntry> opened = new HashMap<>();
  private final Set<String> tablesWithHead = new HashSet<>();
  private final Deque<Integer> depths = new ArrayDeque<>();
  private final TaggingExporter pages;
  private final PageTemplates templates;
  private int artifactDepth;
  private String artifact = "";
  private boolean isSpaceDue;
  private boolean hasActualText;
  private @Nullable JRPrintText spoken;
  private int paragraph; // of the text being spoken

  StructureTags(TaggingExporter exporter, PageTemplates templates) {
    super(exporter);
    this.pages = exporter;
    this.templates = templates;
  }

  @Override
  protected void startPageAnchor() {
    // a page has no anchor: nothing points to pages
  }

  @Override
  protected void endPageAnchor() {
    // see startPageAnchor
  }

  @Override
  protected void startElement(JRPrintElement element) {
    if (artifactDepth > 0 || isArtifact(element)) {
      artifactDepth++;
      return;
    }
    depths.push(tagStack.size());
    String row = property(element, "row");
    if (row != null) {
      startRow(element, row);
    }
    String list = property(element, "list");
    if (list != null) {
      push(opened.computeIfAbsent(list, id -> open(tagStack.peek(), "L")));
    }
    super.startElement(element);
    String scope = property(element, "scope");
    if (scope != null) {
      put(tagStack.peek(), SCOPE_KEY, scope);
    }
  }

  @Override
  protected void endElement(JRPrintElement element) {
    if (artifactDepth > 0) {
      artifactDepth--;
      return;
    }
    super.endElement(element);
    int depth = depths.pop();
    while (tagStack.size() > depth) {
      tagStack.pop();
    }
  }

  @Override
  protected void startText(JRPrintText text, @Nullable String actualText) {
    if (artifactDepth > 0) {
      beginArtifact();
      return;
    }
    String said = said(text);
    hasActualText = !said.isEmpty();
    String language = property(text, "language");
    PdfStructureElement parent = ((ClassicStructureEntry) tagStack.peek()).getElement();
    boolean isItsOwn = tagStack.size() > depths.peek(); // tagged, and not within what is tagged
    if (isItsOwn && isAllOf(parent, text)) {
      parent.remove(PdfName.K); // an empty list, where the content's number goes
      if (language != null) {
        parent.put(PdfName.LANG, new PdfString(language, PdfObject.TEXT_UNICODE));
      }
      PdfDictionary properties = new PdfDictionary();
      if (hasActualText) {
        properties.put(PdfName.ACTUALTEXT, new PdfString(said, PdfObject.TEXT_UNICODE));
      }
      content().beginMarkedContentSequence(parent, properties);
    } else {
      if (language != null) { // a tag without one would get an empty one
        text.getPropertiesMap().setProperty(LANGUAGE_OF_A_TAG, language);
      }
      super.startText(text, hasActualText ? said : actualText);
    }
  }

  /**
   * A paragraph as it is read aloud, if its signs alone do not say so; else empty. Writing from
   * right to left is drawn from its end, and with other signs than it is spelled with.
   */
  private String said(JRPrintText text) {
    paragraph = text.equals(spoken) ? paragraph + 1 : 0;
    spoken = text;
    if (templates.isInOneFont(text.getFullText())) {
      return "";
    }
    String plain =
        text.getFullStyledText(JRStyledTextAttributeSelector.getNoneSelector(templates.context()))
            .getText();
    List<String> paragraphs = plain.lines().filter(line -> !line.isEmpty()).toList();
    String now = paragraphs.get(Math.min(paragraph, paragraphs.size() - 1));
    return templates.isInOneFont(now) ? "" : WholeWords.plain(now);
  }

  /** Whether a text is one paragraph and all that its cell, label or heading holds. */
  private static boolean isAllOf(PdfStructureElement parent, JRPrintText text) {
    return WITHOUT_PARAGRAPH.contains(PdfName.decodeName(String.valueOf(parent.get(PdfName.S))))
        && text.getLinkType() == null
        && text.getFullText().indexOf('\n') < 0;
  }

  @Override
  protected void startImage(JRPrintImage image) {
    if (artifactDepth > 0) {
      beginArtifact();
      return;
    }
    PdfStructureEntry figure = pdfStructure.beginTag(tagStack.peek(), "Image");
    put(figure, "Alt", String.valueOf(property(image, "alt")));
    float top = pages.pageHeight() - (float) image.getY();
    PdfArray box = new PdfArray();
    box.add(new PdfNumber(image.getX()));
    box.add(new PdfNumber(top - image.getHeight()));
    box.add(new PdfNumber(image.getX() + image.getWidth()));
    box.add(new PdfNumber(top));
    PdfDictionary layout = new PdfDictionary();
    layout.put(new PdfName("O"), new PdfName("Layout"));
    layout.put(new PdfName("BBox"), box);
    layout.put(new PdfName("Placement"), new PdfName("Block"));
    ((ClassicStructureEntry) figure).getElement().put(PdfName.A, layout);
  }

  @Override
  protected void endText() {
    isSpaceDue = false;
    super.endText();
  }

  /**
   * A line begins; if the one before it in its paragraph ended in a space, says so in the content:
   * the writer leaves that space out, and two words would be read as one.
   */
  void startLine(boolean endsInSpace) {
    if (isSpaceDue && !hasActualText) {
      content().setLiteral("/" + SPACE_POINT + " MP\n");
    }
    isSpaceDue = endsInSpace;
  }

  private PdfContentByte content() {
    return ((ClassicPdfProducer) pdfProducer).getPdfContentByte();
  }

  private void startRow(JRPrintElement element, String row) {
    String id = property(element, "table");
    push(opened.computeIfAbsent(id + "", each -> open(allTag, "Table")));
    if ("caption".equals(row)) {
      push(open(tagStack.peek(), "Caption"));
      return;
    }
    String part = "head".equals(row) ? "THead" : "TBody";
    PdfStructureEntry table = tagStack.peek();
    push(opened.computeIfAbsent(id + part, each -> open(table, part)));
    push(open(tagStack.peek(), "TR"));
  }

  /** Foot of a page, or the head of a table said once already. */
  private boolean isArtifact(JRPrintElement element) {
    String kind = property(element, "artifact");
    if (kind != null) {
      artifact = kind;
      return true;
    }
    if ("head".equals(property(element, "row"))) {
      artifact = "Header";
      return !tablesWithHead.add(String.valueOf(property(element, "table")));
    }
    return false;
  }

  private void beginArtifact() {
    PdfDictionary kind = new PdfDictionary();
    kind.put(PdfName.TYPE, new PdfName("Pagination"));
    kind.put(PdfName.SUBTYPE, new PdfName(artifact));
    content().beginMarkedContentSequence(new PdfName("Artifact"), kind, true);
  }

  private PdfStructureEntry open(PdfStructureEntry parent, String tag) {
    PdfStructureEntry entry = pdfStructure.createTag(parent, tag);
    entry.putArray("K");
    return entry;
  }

  private void push(PdfStructureEntry entry) {
    tagStack.push(entry);
  }

  private static void put(PdfStructureEntry entry, String key, String value) {
    ((ClassicStructureEntry) entry)
        .getElement()
        .put(new PdfName(key), new PdfString(value, PdfObject.TEXT_UNICODE));
  }

  private static @Nullable String property(JRPrintElement element, String name) {
    return element.hasProperties() ? element.getPropertiesMap().getProperty(PREFIX + name) : null;
  }
}
