package org.spendreturns.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontSet;
import net.sf.jasperreports.engine.fonts.SimpleFontSetFamily;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import org.spendreturns.document.Block.Table;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Publication.Look;

/**
 * The templates and fonts of a folder, each compiled once for each look, at its first use.
 *
 * <p>The folder holds {@code return.jrxml}, {@code table.jrxml} and {@code fonts/}.
 */
final class PageTemplates {

  private static final float TABLE_POINTS = 8.5f;
  private static final FontRenderContext AS_PRINTED = new FontRenderContext(null, true, true);
  private static final String PAGES = "return.jrxml";
  private static final String TABLE = "table.jrxml";
  private static final String TEXT = "Source Sans";

  private final Path folder;
  private final SimpleJasperReportsContext context;
  private final Set<Integer> undrawn = new TreeSet<>();
  private final Font textFont;
  private final Font headFont;
  private final Font otherFont;
  private final Map<TableLook, JasperReport> tables = new HashMap<>();
  private final Map<List<Colour>, JasperReport> pages = new HashMap<>();

  PageTemplates(Path folder) {
    this.folder = folder;
    this.context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    List<FontFamily> families = new ArrayList<>();
    List<FontSet> sets = new ArrayList<>();
    for (Cut cut : Cut.values()) {
      FontFamily family = family(cut.set + " alone", fontFile(cut));
      FontFamily other = family("DejaVu Sans for " + cut.set, cut.otherFile);
      families.addAll(List.of(family, other));
      sets.add(set(cut.set, family, other));
    }
    // the file has the lines that were measured, so that no line can fall out of its box
    context.setProperty(JRTextElement.PROPERTY_SAVE_LINE_BREAKS, "true");
    context.setProperty(ClassicPdfProducer.PROPERTY_USE_SAVED_LINE_BREAKS, "true");
    context.setExtensions(FontFamily.class, families);
    context.setExtensions(FontSet.class, sets);
    textFont = font(TEXT + " alone");
    headFont = font(TEXT + " SemiBold alone");
    otherFont = font("DejaVu Sans for " + TEXT);
  }

  /**
   * Each cut is a family of its own: as a family's bold face it would be measured too wide. The
   * templates name its set, which must not be called as a font calls itself.
   */
  private enum Cut {
    REGULAR(TEXT, "Regular", "DejaVuSans.ttf"),
    SEMI_BOLD("Source Sans SemiBold", "SemiBold", "DejaVuSans-Bold.ttf"),
    BOLD("Source Sans Bold", "Bold", "DejaVuSans-Bold.ttf");

    private final String set;
    private final String file;
    private final String otherFile;

    Cut(String set, String file, String other) {
      this.set = set;
      this.file = "SourceSans3-%s.ttf".formatted(file);
      this.otherFile = "net/sf/jasperreports/fonts/dejavu/" + other; // in the program
    }
  }

  /** The engine's settings, with the fonts. */
  JasperReportsContext context() {
    return context;
  }

  /** The font of what is written in a chart. */
  Font chartFont() {
    return textFont;
  }

  /**
   * A text with every character that the fonts have; any other is told by its number, as {@code
   * [U+4E2D]}, for an empty box would tell nothing. The other documents have it as it is.
   */
  String drawable(String words) {
    String text = Passage.plain(words);
    if (textFont.canDisplayUpTo(text) < 0) {
      return text;
    }
    StringBuilder drawable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (character == '\n' || isDrawable(character)) {
                drawable.appendCodePoint(character);
              } else if (Character.isISOControl(character)) {
                drawable.append(' ');
              } else {
                undrawn.add(character);
                drawable.append("[").append(number(character)).append("]");
              }
            });
    return drawable.toString();
  }

  private static String number(int character) {
    return String.format(Locale.ROOT, "U+%04X", character);
  }

  /** The signs that no font had since this was last asked, with their numbers. */
  List<String> takeUndrawn() {
    List<String> signs =
        undrawn.stream().map(sign -> Character.toString(sign) + " " + number(sign)).toList();
    undrawn.clear();
    return signs;
  }

  private boolean isDrawable(int character) {
    return textFont.canDisplay(character) || otherFont.canDisplay(character);
  }

  /** Whether the text's own font has all of it, so that no other one is needed. */
  boolean isInOneFont(String text) {
    return textFont.canDisplayUpTo(text.replace('\n', ' ')) < 0;
  }

  /** How wide a word of a table's head is. */
  private double headPoints(String word) {
    return headFont.getStringBounds(word, AS_PRINTED).getWidth();
  }

  private Font font(String family) {
    return FontUtil.getInstance(context)
        .getAwtFontFromBundles(family, Font.PLAIN, TABLE_POINTS, Locale.UK, false);
  }

  /** The report of the pages. */
  synchronized JasperReport pages(Look look) {
    return pages.computeIfAbsent(
        List.of(look.headings(), look.shade()),
        colours -> {
          JasperDesign design = load(PAGES);
          style(design, PAGES, "Accent").setForecolor(new Color(colours.get(0).rgb()));
          style(design, PAGES, "Shade").setBackcolor(new Color(colours.get(1).rgb()));
          fill(PAGES, () -> HeadingRoom.addTo(design));
          return compile(design, PAGES);
        });
  }

  /** The report of a table, as it stands within the pages. */
  synchronized JasperReport table(Table table, Look look) {
    return tables.computeIfAbsent(
        new TableLook(TableTemplate.Shape.of(table, this::headPoints), look.shade()),
        laid -> {
          JasperDesign design = load(TABLE);
          style(design, TABLE, "Shade").setBackcolor(new Color(laid.shade().rgb()));
          fill(TABLE, () -> TableTemplate.layOut(design, laid.shape()));
          return compile(design, TABLE);
        });
  }

  /** What the program adds to a template. */
  private interface Filling {
    void run() throws JRException;
  }

  private void fill(String file, Filling filling) {
    try {
      filling.run();
    } catch (JRException fault) {
      throw broken(file, fault);
    } catch (IllegalArgumentException fault) {
      throw new BrokenTemplateException(folder.resolve(file) + ": " + fault.getMessage(), fault);
    }
  }

  /** All by which the reports of tables differ. */
  private record TableLook(TableTemplate.Shape shape, Colour shade) {}

  private JRStyle style(JasperDesign design, String file, String name) {
    JRStyle style = design.getStylesMap().get(name);
    if (style == null) {
      throw new BrokenTemplateException(
          "%s: expected a style '%s', found none; put it back"
              .formatted(folder.resolve(file), name));
    }
    return style;
  }

  private FontFamily family(String name, String file) {
    SimpleFontFace face = new SimpleFontFace(context);
    face.setTtf(file);
    SimpleFontFamily family = new SimpleFontFamily(context);
    family.setName(name);
    family.setNormalFace(face);
    family.setPdfEncoding("Identity-H");
    family.setPdfEmbedded(true);
    return family;
  }

  /** A font, with another one for the scripts that it lacks: Arabic, Hebrew, Greek and more. */
  private static FontSet set(String name, FontFamily family, FontFamily other) {
    SimpleFontSetFamily first = new SimpleFontSetFamily();
    first.setFamilyName(family.getName());
    first.setPrimary(true);
    SimpleFontSetFamily second = new SimpleFontSetFamily();
    second.setFamilyName(other.getName());
    SimpleFontSet set = new SimpleFontSet();
    set.setName(name);
    set.addFamily(first);
    set.addFamily(second);
    return set;
  }

  private String fontFile(Cut cut) {
    Path file = folder.resolve("fonts").resolve(cut.file);
    if (!Files.isReadable(file)) {
      throw new BrokenTemplateException(
          "%s: expected a font, found no file; put it back".formatted(file));
    }
    return file.toAbsolutePath().toString();
  }

  private JasperDesign load(String file) {
    Path path = folder.resolve(file);
    if (!Files.isReadable(path)) {
      throw new BrokenTemplateException(
          "%s: expected a template, found no file; put it back".formatted(path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return JRXmlLoader.load(context, in);
    } catch (IOException | JRException | JRRuntimeException fault) {
      throw broken(file, fault);
    }
  }

  private JasperReport compile(JasperDesign design, String file) {
    try {
      return JasperCompileManager.getInstance(context).compile(design);
    } catch (JRException | JRRuntimeException fault) {
      throw broken(file, fault);
    }
  }

  /** Of a fault that shows only when pages are set, as in an expression of a template. */
  BrokenTemplateException unusable(Exception fault) {
    return broken(PAGES + " or " + TABLE, fault);
  }

  private BrokenTemplateException broken(String file, Exception fault) {
    return new BrokenTemplateException(
        "%s: not a template that can be used; mend it, or put the one of the release back: %s"
            .formatted(folder.resolve(file), fault.getMessage()),
        fault);
  }
}
