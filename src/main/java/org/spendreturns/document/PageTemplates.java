package org.spendreturns.document;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import org.spendreturns.document.Block.Table;

/**
 * The templates and fonts of a folder, each compiled once, at its first use.
 *
 * <p>The folder holds {@code return.jrxml}, {@code table.jrxml} and {@code fonts/}.
 */
final class PageTemplates {

  private static final float CHART_POINTS = 8.5f;

  private final Path folder;
  private final SimpleJasperReportsContext context;
  private final Map<TableTemplate.Shape, JasperReport> tables = new HashMap<>();
  private final Map<String, JasperReport> pages = new HashMap<>();

  PageTemplates(Path folder) {
    this.folder = folder;
    this.context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    List<FontFamily> families =
        List.of(
            family("Source Sans 3", "Regular"),
            family("Source Sans 3 SemiBold", "SemiBold"),
            family("Source Sans 3 Bold", "Bold"));
    // the file has the lines that were measured, so that no line can fall out of its box
    context.setProperty(JRTextElement.PROPERTY_SAVE_LINE_BREAKS, "true");
    context.setProperty(ClassicPdfProducer.PROPERTY_USE_SAVED_LINE_BREAKS, "true");
    context.setExtensions(FontFamily.class, families);
  }

  /** The engine's settings, with the fonts. */
  JasperReportsContext context() {
    return context;
  }

  /** The font of what is written in a chart. */
  Font chartFont() {
    return FontUtil.getInstance(context)
        .getAwtFontFromBundles("Source Sans 3", Font.PLAIN, CHART_POINTS, Locale.UK, false);
  }

  /**
   * A text with every character that the fonts have; any other is told by its number, as {@code
   * [U+4E2D]}, for an empty box would tell nothing. The other documents have it as it is.
   */
  String drawable(String text) {
    Font font = chartFont();
    if (font.canDisplayUpTo(text) < 0) {
      return text;
    }
    StringBuilder drawable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (character == '\n' || font.canDisplay(character)) {
                drawable.appendCodePoint(character);
              } else if (Character.isISOControl(character)) {
                drawable.append(' ');
              } else {
                drawable.append(String.format(Locale.ROOT, "[U+%04X]", character));
              }
            });
    return drawable.toString();
  }

  /** The report of the pages. */
  synchronized JasperReport pages() {
    return pages.computeIfAbsent("return.jrxml", file -> compile(load(file)));
  }

  /** The report of a table, as it stands within the pages. */
  synchronized JasperReport table(Table table) {
    return tables.computeIfAbsent(
        TableTemplate.Shape.of(table),
        shape -> {
          JasperDesign design = load("table.jrxml");
          try {
            TableTemplate.layOut(design, shape);
          } catch (JRException fault) {
            throw broken("table.jrxml", fault);
          } catch (IllegalArgumentException fault) {
            throw new BrokenTemplateException(
                folder.resolve("table.jrxml") + ": " + fault.getMessage(), fault);
          }
          return compile(design);
        });
  }

  /** Each cut is a family of its own: as a family's bold face it would be measured too wide. */
  private SimpleFontFamily family(String name, String cut) {
    SimpleFontFamily family = new SimpleFontFamily(context);
    family.setName(name);
    family.setNormalFace(face(cut));
    family.setPdfEncoding("Identity-H");
    family.setPdfEmbedded(true);
    return family;
  }

  private SimpleFontFace face(String cut) {
    Path file = folder.resolve("fonts").resolve("SourceSans3-%s.ttf".formatted(cut));
    if (!Files.isReadable(file)) {
      throw new BrokenTemplateException(
          "%s: expected a font, found no file; put it back".formatted(file));
    }
    SimpleFontFace face = new SimpleFontFace(context);
    face.setTtf(file.toAbsolutePath().toString());
    return face;
  }

  private JasperDesign load(String file) {
    Path path = folder.resolve(file);
    if (!Files.isReadable(path)) {
      throw new BrokenTemplateException(
          "%s: expected a template, found no file; put it back".formatted(path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return JRXmlLoader.load(context, in);
    } catch (IOException | JRException fault) {
      throw broken(file, fault);
    }
  }

  private JasperReport compile(JasperDesign design) {
    try {
      return JasperCompileManager.getInstance(context).compile(design);
    } catch (JRException fault) {
      throw broken(design.getName() + ".jrxml", fault);
    }
  }

  private BrokenTemplateException broken(String file, Exception fault) {
    return new BrokenTemplateException(
        "%s: not a template that can be used: %s"
            .formatted(folder.resolve(file), fault.getMessage()),
        fault);
  }
}
