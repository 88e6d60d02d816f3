package org.spendreturns.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.document.Block.ChartPart;

/**
 * Draws what stands beside the parts of a chart's bars: the label of each, however thin it is, and
 * of each that has no sum; and the lines over what the records do not divide.
 */
final class ChartMarks {

  private static final Color INK = new Color(0x111111);
  private static final double LINE = 10; // points from label to label
  private static final double RISE = 3; // points from a line's middle to its letters' foot
  private static final double GAP = 4; // points from bar to label
  private static final double BETWEEN_LINES = 4; // points, of a hatched part

  private final Chart chart;
  private final Font font;
  private final double widest; // bar, of the plot

  ChartMarks(Chart chart, Font font, double widest) {
    this.chart = chart;
    this.font = font;
    this.widest = widest;
  }

  void draw(Graphics2D graphics, CategoryPlot plot, Rectangle2D area) {
    graphics.setFont(font);
    graphics.setStroke(new BasicStroke(0.5f));
    for (int year = 0; year < chart.years().size(); year++) {
      draw(year, graphics, plot, area);
    }
  }

  private void draw(int year, Graphics2D graphics, CategoryPlot plot, Rectangle2D area) {
    CategoryAxis years = plot.getDomainAxis();
    double middle =
        years.getCategoryMiddle(year, chart.years().size(), area, plot.getDomainAxisEdge());
    double width = width(years, area);
    double below = 0; // pounds of the parts below
    double free = height(0, plot, area) - LINE / 2; // the next label stands no lower
    for (ChartPart part : chart.parts()) {
      double sum =
          part.amounts().get(year).map(each -> BigDecimal.valueOf(each.pence(), 2)).stream()
              .mapToDouble(BigDecimal::doubleValue)
              .sum();
      double foot = height(below, plot, area);
      double head = height(below + sum, plot, area);
      below += sum;
      Rectangle2D bar = new Rectangle2D.Double(middle - width / 2, head, width, foot - head);
      graphics.setPaint(INK);
      if (part.isHatched()) {
        hatch(bar, graphics);
      }
      if (!part.marks().get(year).isEmpty()) {
        double line = Math.min((foot + head) / 2, free);
        free = line - LINE;
        label(part.marks().get(year), bar.getMaxX() + GAP, line, graphics);
      }
    }
  }

  /** Words on a ground of their own, so that no line of the plot runs through them. */
  private static void label(String words, double left, double middle, Graphics2D graphics) {
    double width = graphics.getFontMetrics().stringWidth(words);
    graphics.setPaint(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(left, middle - LINE / 2, width, LINE));
    graphics.setPaint(INK);
    graphics.drawString(words, (float) left, (float) (middle + RISE));
  }

  private static double height(double pounds, CategoryPlot plot, Rectangle2D area) {
    ValueAxis sums = plot.getRangeAxis();
    return sums.valueToJava2D(pounds, area, plot.getRangeAxisEdge());
  }

  /** As wide as the bars are drawn. */
  private double width(CategoryAxis years, Rectangle2D area) {
    int bars = chart.years().size();
    double margins =
        years.getLowerMargin()
            + years.getUpperMargin()
            + (bars > 1 ? years.getCategoryMargin() : 0);
    return Math.min(area.getWidth() * (1 - margins) / bars, area.getWidth() * widest);
  }

  /** Lines from the foot up to the right, none of them outside the bar. */
  private static void hatch(Rectangle2D bar, Graphics2D graphics) {
    double height = bar.getHeight();
    for (double from = -height; from < bar.getWidth(); from += BETWEEN_LINES) {
      double left = Math.max(0, from);
      double right = Math.min(bar.getWidth(), from + height);
      if (right > left) {
        graphics.draw(
            new Line2D.Double(
                bar.getX() + left,
                bar.getMaxY() - (left - from),
                bar.getX() + right,
                bar.getMaxY() - (right - from)));
      }
    }
  }
}
