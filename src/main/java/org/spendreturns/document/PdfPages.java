package org.spendreturns.document;

import com.lowagie.text.ExceptionConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRVirtualizer;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.fill.JRSwapFileVirtualizer;
import net.sf.jasperreports.engine.util.JRSwapFile;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Wording;

/** Sets a reading copy in pages, as a PDF that {@link PdfFinish} has still to finish. */
final class PdfPages {

  private static final String MARK = "#"; // in the place of a number
  private static final int PAGES_AT_HAND = 64;
  private static final int BLOCK_BYTES = 1 << 12;
  private static final int GROWTH = 256; // blocks by which the file grows

  private final PageTemplates templates;
  private final Wording wording;

  PdfPages(PageTemplates templates, Wording wording) {
    this.templates = templates;
    this.wording = wording;
  }

  /**
   * Writes the pages.
   *
   * @param file where to; replaced
   * @throws BrokenTemplateException if a template is missing or broken
   */
  void set(ReadingCopy copy, Look look, Path file) {
    Map<String, Object> parameters = new HashMap<>();
    String body = templates.drawable(copy.body());
    String title = templates.drawable(copy.title());
    String heading = title.replaceFirst("(?<=\\d) (\\p{L}+) (?=\\d{4}-\\d{2}$)", "\u00a0$1\u00a0");
    parameters.put("body", body);
    parameters.put("title", WholeWords.kept(heading)); // its years stay on a line
    parameters.put("hasLogo", look.logo().isPresent());
    look.logo()
        .ifPresent(
            logo -> {
              byte[] png = Base64.getDecoder().decode(logo.png());
              parameters.put("logo", SimpleDataRenderer.getInstance(png));
              parameters.put("logoSays", Passage.plain(wording.own(logo.says())));
            });
    parameters.put("foot", WholeWords.kept(body + " · " + title));
    List<String> pageOf = List.of(wording.say("page.of", MARK, MARK).split(MARK, -1));
    parameters.put("beforePage", pageOf.get(0));
    parameters.put("beforePages", pageOf.get(1));
    parameters.put("afterPages", pageOf.get(2));
    parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("Europe/London"));
    JRVirtualizer pagesOnDisk = pagesOnDisk(file);
    parameters.put(JRParameter.REPORT_VIRTUALIZER, pagesOnDisk);
    try {
      JasperPrint print =
          JasperFillManager.getInstance(templates.context())
              .fill(
                  templates.pages(look),
                  parameters,
                  BlockSource.of(copy.blocks(), templates, look));
      export(print, copy.title(), file);
    } catch (JRException | JRRuntimeException fault) {
      throw templates.unusable(fault);
    } finally {
      pagesOnDisk.cleanup();
    }
  }

  /** Keeps a few pages at hand and the others in a file: a return may have a thousand. */
  private static JRVirtualizer pagesOnDisk(Path file) {
    String folder = String.valueOf(file.toAbsolutePath().getParent());
    return new JRSwapFileVirtualizer(PAGES_AT_HAND, new JRSwapFile(folder, BLOCK_BYTES, GROWTH));
  }

  private void export(JasperPrint print, String title, Path file) throws JRException {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setTagged(true);
    configuration.setTagLanguage(wording.language());
    configuration.setMetadataTitle(Passage.plain(title));
    configuration.setDisplayMetadataTitle(true);
    TaggingExporter exporter = new TaggingExporter(templates);
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(file.toFile()));
    exporter.setConfiguration(configuration);
    try {
      exporter.exportReport();
    } catch (ExceptionConverter fault) { // which names its cause in a way of its own
      throw fault.getException() instanceof IOException cause
          ? new UncheckedIOException(cause)
          : fault;
    }
  }
}
