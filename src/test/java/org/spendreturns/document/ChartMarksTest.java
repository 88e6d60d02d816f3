package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.junit.jupiter.api.Test;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.document.Block.ChartPart;

/** Labels beside the bars of a chart, as painted on a ground of one colour. */
class ChartMarksTest {

  private static final int GROUND = Color.RED.getRGB();
  private static final int FOOT = 80; // of the plot, from the image's top

  @Test
  void noLabelReachesBelowTheFootOfTheBars() throws Exception {
    BufferedImage image = drawn(List.of("(i): no sum", "(ii): no sum"));
    assertThat(touched(image, 0, FOOT)).isPositive();
    assertThat(touched(image, FOOT + 1, image.getHeight())).isZero();
  }

  @Test
  void aLabelCoversTheLineOfThePlotThatItStandsOn() throws Exception {
    BufferedImage image = drawn(List.of("(i): no sum"));
    int letters = FOOT - 5; // the middle of the lowest label
    int marked =
        IntStream.range(0, image.getWidth())
            .filter(x -> image.getRGB(x, letters) != GROUND)
            .findFirst()
            .orElseThrow();
    assertThat(IntStream.range(marked, marked + 30).map(x -> image.getRGB(x, letters)))
        .doesNotContain(GROUND);
  }

  private static BufferedImage drawn(List<String> marks) throws Exception {
    List<ChartPart> parts =
        marks.stream()
            .map(each -> new ChartPart(each, each, false, List.of(Optional.empty()), List.of(each)))
            .toList();
    Chart chart = new Chart("", "", "", List.of("2014-15"), parts);
    BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(Color.RED);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    NumberAxis sums = new NumberAxis();
    sums.setRange(0, 1000);
    CategoryPlot plot = new CategoryPlot(null, new CategoryAxis(), sums, null);
    new ChartMarks(chart, SummaryChartTest.font(), 0.2)
        .draw(graphics, plot, new Rectangle2D.Double(20, 10, 260, FOOT - 10));
    graphics.dispose();
    return image;
  }

  private static long touched(BufferedImage image, int from, int to) {
    return IntStream.range(from, to)
        .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
        .filter(each -> each != GROUND)
        .count();
  }
}
