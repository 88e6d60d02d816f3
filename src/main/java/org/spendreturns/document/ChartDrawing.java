package org.spendreturns.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.document.Block.ChartPart;
import org.spendreturns.returns.Colour;

/**
 * Draws a chart as lines and areas, not as a picture: it stays sharp at any size. Each part of a
 * bar has its label beside it, for colour alone must not tell the categories apart.
 */
final class ChartDrawing implements Renderable, Graphics2DRenderable, DimensionRenderable {

  private static final long serialVersionUID = 1L;

  /** Of all parts but the first, which has the body's colour; ink is read on each. */
  private static final List<Color> FILLS =
      List.of(new Color(0x6FA3C7), new Color(0xA9C9A4), new Color(0xE3C27E), new Color(0xC9CED3));

  private static final Color INK = new Color(0x111111);
  private static final Color GRID = new Color(0xD5DADE);
  private static final double WIDEST_BAR = 0.07; // of the plot
  private static final float WIDEST_YEAR = 10; // bars
  private static final int YEARS_IN_A_LINE = 10; // more are written slanting

  /** What of the plot lies between the bars and behind the last: their labels stand there. */
  private record Room(double between, double behind) {
    static Room of(int years) {
      if (years <= SummaryChart.YEARS_WITH_ROOM) {
        return new Room(0.44, 0.2);
      }
      return years <= 6 ? new Room(0.5, 0.08) : new Room(0.7, 0.06);
    }
  }

  private static final int WIDTH = 493;
  private static final int HEIGHT = 204;

  private final transient JFreeChart drawing;
  private final transient ChartMarks marks;

  /** The colour of a part, the first of which has the given one. */
  static Color fill(int part, Color first) {
    return part == 0 ? first : FILLS.get((part - 1) % FILLS.size());
  }

  ChartDrawing(Chart chart, Font font, Colour first) {
    DefaultCategoryDataset sums = new DefaultCategoryDataset();
    for (ChartPart part : chart.parts()) {
      for (int year = 0; year < chart.years().size(); year++) {
        sums.addValue(pounds(part, year).orElse(null), label(part), chart.years().get(year));
      }
    }
    drawing = ChartFactory.createStackedBarChart(null, null, null, sums);
    drawing.setBackgroundPaint(Color.WHITE);
    drawing.getLegend().setItemFont(font);
    drawing.getLegend().setItemPaint(INK);
    drawing.getLegend().setFrame(BlockBorder.NONE);
    drawing.getLegend().setPosition(RectangleEdge.BOTTOM);
    CategoryPlot plot = drawing.getCategoryPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(new BasicStroke(0.5f));
    plot.getDomainAxis().setTickLabelFont(font);
    plot.getDomainAxis().setTickLabelPaint(INK);
    NumberAxis axis = (NumberAxis) plot.getRangeAxis();
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(INK);
    axis.setAxisLineVisible(false);
    axis.setNumberFormatOverride(
        new DecimalFormat("£#,##0", DecimalFormatSymbols.getInstance(Locale.UK)));
    Room room = Room.of(chart.years().size());
    plot.getDomainAxis().setCategoryMargin(room.between());
    plot.getDomainAxis().setUpperMargin(room.behind());
    // a year is wider than its bar; cut short, it would be three dots
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(WIDEST_YEAR);
    if (chart.years().size() > YEARS_IN_A_LINE) {
      plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
    }
    plot.setRenderer(bars(chart, new Color(first.rgb())));
    marks = new ChartMarks(chart, font, WIDEST_BAR);
  }

  private static Optional<BigDecimal> pounds(ChartPart part, int year) {
    return part.amounts().get(year).map(sum -> BigDecimal.valueOf(sum.pence(), 2));
  }

  private static String label(ChartPart part) {
    return part.title().startsWith(part.label()) ? part.title() : part.label() + " " + part.title();
  }

  private static StackedBarRenderer bars(Chart chart, Color first) {
    StackedBarRenderer bars = new StackedBarRenderer();
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(true);
    bars.setMaximumBarWidth(WIDEST_BAR);
    for (int part = 0; part < chart.parts().size(); part++) {
      bars.setSeriesPaint(part, fill(part, first));
      bars.setSeriesOutlinePaint(part, Color.WHITE);
    }
    return bars;
  }

  @Override
  public String getId() {
    return "chart"; // there is one in a return; the engine would make an id of time and chance
  }

  @Override
  public Dimension2D getDimension(JasperReportsContext context) {
    return new Dimension(WIDTH, HEIGHT);
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
    ChartRenderingInfo drawn = new ChartRenderingInfo();
    drawing.draw(graphics, area, drawn);
    marks.draw(graphics, drawing.getCategoryPlot(), drawn.getPlotInfo().getDataArea());
  }
}
