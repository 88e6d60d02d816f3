package org.spendreturns.document;

import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;

/** The engine's PDF exporter, with our {@link StructureTags}. */
final class TaggingExporter extends JRPdfExporter {

  TaggingExporter(JasperReportsContext context) {
    super(context);
    tagHelper = new StructureTags(this);
  }

  @Override
  protected void writePageAnchor(int pageIndex) {
    // it would be an empty paragraph at the top of every page
  }
}
