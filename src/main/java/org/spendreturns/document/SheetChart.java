package org.spendreturns.document;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Colour;

/**
 * Draws a chart below the table that holds its sums, as Excel's own: it is no picture, and its
 * message is its alternative text. Fills differ by pattern too, for colour alone must not tell.
 */
final class SheetChart {

  private static final int HEIGHT = 24; // rows
  private static final String GAP = "60"; // between bars, in hundredths of a bar
  private static final String WHOLE = "100"; // hundredths: parts of a bar stand on each other

  /** One for each colour of the chart in the PDF, from the second on. */
  private static final List<String> PATTERNS =
      List.of("wdUpDiag", "wdDnDiag", "lgCheck", "dotGrid");

  private final XSSFSheet sheet;
  private final int head;
  private final Color first;

  /**
   * A chart of the table on a sheet.
   *
   * @param head the row of the table's head: a category a row follows, a year a column
   * @param first the body's colour, of the first category
   */
  SheetChart(XSSFSheet sheet, int head, Colour first) {
    this.sheet = sheet;
    this.head = head;
    this.first = new Color(first.rgb());
  }

  void draw(Chart chart, String language) {
    int years = chart.years().size();
    int top = head + chart.parts().size() + 2;
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFClientAnchor place =
        drawing.createAnchor(0, 0, 0, 0, 0, top, Math.max(4, years + 1), top + HEIGHT);
    XSSFChart drawn = drawing.createChart(place);
    CTNonVisualDrawingProps described =
        drawn.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
    described.setName(chart.title());
    described.setDescr(chart.says());
    drawn.setTitleText(chart.title());
    drawn.setTitleOverlay(false);
    CTTextParagraph title = drawn.getCTChart().getTitle().getTx().getRich().getPArray(0);
    title.getRArray(0).getRPr().setLang(language); // else the machine's
    drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    bars(drawn, chart);
  }

  private void bars(XSSFChart drawn, Chart chart) {
    XDDFCategoryAxis bottom = drawn.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = drawn.createValueAxis(AxisPosition.LEFT);
    left.setNumberFormat("£#,##0");
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.setCrossBetween(AxisCrossBetween.BETWEEN); // whole bars at both ends
    left.setMinimum(0.0);
    XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, bottom, left);
    bars.setBarDirection(BarDirection.COL);
    bars.setBarGrouping(BarGrouping.STACKED);
    int years = chart.years().size();
    XDDFDataSource<String> names =
        XDDFDataSourcesFactory.fromArray(
            chart.years().toArray(String[]::new), range(head, 1, years));
    for (int part = 0; part < chart.parts().size(); part++) {
      int row = head + 1 + part;
      List<Money> sums = chart.parts().get(part).amounts();
      BigDecimal[] pounds = new BigDecimal[years]; // one that is not drawn has no value
      for (int year = 0; year < years; year++) {
        if (sums.get(year).pence() != 0) {
          pounds[year] = BigDecimal.valueOf(sums.get(year).pence(), 2);
        }
      }
      XDDFNumericalDataSource<BigDecimal> values =
          XDDFDataSourcesFactory.fromArray(pounds, range(row, 1, years));
      XDDFChartData.Series series = bars.addSeries(names, values);
      series.setTitle(
          chart.parts().get(part).title(),
          new CellReference(sheet.getSheetName(), row, 0, true, true));
    }
    drawn.plot(bars);
    CTBarChart plotted = drawn.getCTChart().getPlotArea().getBarChartArray(0);
    for (int part = 0; part < chart.parts().size(); part++) {
      fill(plotted.getSerArray(part).addNewSpPr(), part);
    }
    standOnEachOther(plotted);
  }

  /** POI's own setters need types that are not among those it is shipped with. */
  private static void standOnEachOther(CTBarChart bars) {
    String space = bars.schemaType().getName().getNamespaceURI();
    try (XmlCursor at = bars.getAxIdArray(0).newCursor()) {
      for (List<String> each : List.of(List.of("gapWidth", GAP), List.of("overlap", WHOLE))) {
        at.beginElement(each.get(0), space);
        at.insertAttributeWithValue("val", each.get(1));
        at.toNextToken(); // behind the element
      }
    }
  }

  private String range(int row, int first, int columns) {
    return new CellRangeAddress(row, row, first, first + columns - 1)
        .formatAsString(sheet.getSheetName(), true);
  }

  private void fill(CTShapeProperties shape, int part) {
    String color = hex(ChartDrawing.fill(part, first));
    String space = shape.schemaType().getName().getNamespaceURI();
    try (XmlCursor at = shape.newCursor()) {
      at.toEndToken();
      if (part == 0) {
        at.beginElement("solidFill", space);
        color(at, space, color);
      } else {
        at.beginElement("pattFill", space);
        at.insertAttributeWithValue("prst", PATTERNS.get((part - 1) % PATTERNS.size()));
        at.beginElement("fgClr", space);
        color(at, space, hex(first)); // lines that are seen, whatever the fill
        at.toNextToken();
        at.beginElement("bgClr", space);
        color(at, space, color);
      }
    }
  }

  private static String hex(Color color) {
    return Integer.toHexString(color.getRGB()).substring(2).toUpperCase(Locale.ROOT);
  }

  private static void color(XmlCursor at, String space, String color) {
    at.beginElement("srgbClr", space);
    at.insertAttributeWithValue("val", color);
    at.toNextToken();
  }
}
