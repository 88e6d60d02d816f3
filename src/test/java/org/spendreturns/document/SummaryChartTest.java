package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

class SummaryChartTest {

  private static final Wording ENGLISH = Wording.english();

  @Test
  void itShowsWhatWasPaidByCategoryAndYearAndSaysItInWords() {
    Return filing = InventedReturn.of(2, 1);
    Chart chart = SummaryChart.of(filing, ENGLISH).orElseThrow();
    assertThat(chart.title()).isEqualTo("Paid each year, by category");
    assertThat(chart.years()).containsExactly("2012-13", "2013-14");
    assertThat(chart.parts())
        .extracting(Block.ChartPart::label)
        .containsExactly("(i)", "(ii)", "(iii)", "Not broken down");
    assertThat(chart.says())
        .startsWith("Paid each year, by category. 2012-13: £")
        .contains("(iii) Forensic services, including sexual assault referral centres £")
        .endsWith(
            " in 2013-14. Sums that are not known are not drawn; the tables above have every"
                + " figure.");
    assertThat(chart.below()).isEqualTo("Every sum is drawn in full.");
    assertThat(SummaryChart.of(InventedReturn.of(5, 1), ENGLISH).orElseThrow().parts())
        .as("beside many bars there is no room for words")
        .extracting(Block.ChartPart::label)
        .containsExactly("(i)", "(ii)", "(iii)", "n.b.d.");
    for (int row = 0; row < 4; row++) {
      String first = ENGLISH.words(filing.paid().rows().get(row).byYear().get(0).value());
      assertThat(chart.says()).contains(first);
    }
  }

  @Test
  void itIsDrawnInLinesAndNotAsAPicture(@TempDir Path folder) throws Exception {
    byte[] pdf = WrittenReturn.of(InventedReturn.usual(), folder).bytes("return.pdf");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          assertThat(page.getResources().isImageXObject(name)).isFalse();
        }
      }
    }
  }

  /** Cut short, a year would be three dots, and another year would look the same. */
  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 10, 15})
  void everyYearIsNamedHoweverManyThereAre(int years) throws Exception {
    Chart chart = SummaryChart.of(InventedReturn.of(years, 1), ENGLISH).orElseThrow();
    int[] usual = drawn(chart);
    for (int year = 0; year < years; year++) {
      List<String> named = new ArrayList<>(chart.years());
      named.set(year, "3344-55");
      Chart other = new Chart(chart.title(), chart.says(), chart.below(), named, chart.parts());
      assertThat(Arrays.equals(drawn(other), usual)).as("year %d of %d", year, years).isFalse();
    }
  }

  /** As charts have it. */
  static Font font() throws IOException, FontFormatException {
    Path file = Path.of("reports", "templates", "fonts", "SourceSans3-Regular.ttf");
    return Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(8.5f);
  }

  private static int[] drawn(Chart chart) throws IOException, FontFormatException {
    BufferedImage image = new BufferedImage(493, 204, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    new ChartDrawing(chart, font(), new Colour(0x1D4468))
        .render(
            DefaultJasperReportsContext.getInstance(),
            graphics,
            new Rectangle(image.getWidth(), image.getHeight()));
    graphics.dispose();
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
