package org.spendreturns.document;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Sets a reading copy in pages, as a PDF that {@link PdfFinish} has still to finish. */
final class PdfPages {

  private final PageTemplates templates;
  private final Wording wording;

  PdfPages(PageTemplates templates, Wording wording) {
    this.templates = templates;
    this.wording = wording;
  }

  /**
   * The pages.
   *
   * @throws BrokenTemplateException if a template is missing or broken
   */
  byte[] set(ReadingCopy copy) {
    Map<String, Object> parameters = new HashMap<>();
    String body = templates.drawable(copy.body());
    String title = templates.drawable(copy.title());
    parameters.put("body", body);
    parameters.put("title", title);
    parameters.put("foot", body + " · " + title);
    parameters.put("pageOf", wording.say("page.of"));
    parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("Europe/London"));
    try {
      JasperPrint print =
          JasperFillManager.getInstance(templates.context())
              .fill(templates.pages(), parameters, BlockSource.of(copy.blocks(), templates));
      return export(print, copy.title());
    } catch (JRException fault) {
      throw new BrokenTemplateException(
          "the pages of '%s' could not be set: %s".formatted(copy.title(), fault.getMessage()),
          fault);
    }
  }

  private byte[] export(JasperPrint print, String title) throws JRException {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setTagged(true);
    configuration.setTagLanguage(wording.language());
    configuration.setMetadataTitle(title);
    configuration.setDisplayMetadataTitle(true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TaggingExporter exporter = new TaggingExporter(templates.context());
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
    return bytes.toByteArray();
  }
}
