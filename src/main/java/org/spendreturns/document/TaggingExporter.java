package org.spendreturns.document;

import java.text.AttributedString;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfPhrase;

/** The engine's PDF exporter, with our {@link StructureTags}. */
final class TaggingExporter extends JRPdfExporter {

  private final StructureTags tags;

  TaggingExporter(PageTemplates templates) {
    super(templates.context());
    tags = new StructureTags(this, templates);
    tagHelper = tags;
  }

  @Override
  protected void writePageAnchor(int pageIndex) {
    // it would be an empty paragraph at the top of every page
  }

  @Override
  protected void getPhrase(
      AttributedString paragraph,
      int begin,
      int end,
      String text,
      JRPrintText element,
      PdfPhrase phrase) {
    tags.startLine(begin < end && Character.isWhitespace(text.charAt(end - 1)));
    super.getPhrase(paragraph, begin, end, text, element, phrase);
  }

  /** How high the page is that is being written, in points. */
  int pageHeight() {
    return getCurrentPageFormat().getPageHeight();
  }
}
