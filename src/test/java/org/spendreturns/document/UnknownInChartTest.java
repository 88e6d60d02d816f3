package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

/** A chart of sums most of which are not known: it says so, and nowhere makes them nothing. */
class UnknownInChartTest {

  private static final Value.Amount TEN = new Value.Amount(new Money(1_000_00));

  /** Of each category, a year a value; two years have a sum in some category. */
  private static final List<List<Value>> BY_CATEGORY =
      List.of(
          List.of(new Value.NotHeld("the Police Authority"), TEN, new Value.NotBrokenDown()),
          List.of(
              new Value.NoRecords(""),
              new Value.NoRecords("no export for March 2014"),
              new Value.AtLeast(new Money(2_000_50))),
          List.of(new Value.Withheld("s.43"), new Value.Nil(), new Value.NotSeparable("Safety")),
          List.of(new Value.NoRecords(""), new Value.Amount(Money.ZERO), new Value.NoRecords("")));

  private static final List<Value> TOTALS =
      List.of(
          new Value.NoRecords("a sum is missing"),
          new Value.AtLeast(new Money(1_000_00)),
          new Value.AtLeast(new Money(2_000_50)));

  private static final String SAYS =
      "Paid each year, by category."
          + " 2012-13: (i) A: not held – the Police Authority, (ii) B: no records on file,"
          + " (iii) C: withheld under s.43, Not broken down: no records on file;"
          + " 2013-14: at least £1,000 in all, of which (i) A £1,000,"
          + " (ii) B: no export for March 2014, (iii) C: none, Not broken down £0;"
          + " 2014-15: at least £2,000.50 in all, of which (i) A: not broken down,"
          + " (ii) B at least £2,000.50, (iii) C: not separable – Safety,"
          + " Not broken down: no records on file."
          + " Largest known sum: at least £2,000.50 in 2014-15."
          + " Sums that are not known are not drawn; the tables above have every figure.";

  @TempDir static Path folder;
  private static WrittenReturn written = new WrittenReturn(Path.of(""));

  @BeforeAll
  static void write() {
    written = WrittenReturn.of(mostlyUnknown(), folder);
  }

  @Test
  void itsWordsSayOfEachSumWhatTheTableSaysAndNeverThatItIsNothing() {
    assertThat(chart(Wording.english()).says()).isEqualTo(SAYS);
  }

  /** A bar must not be taken for the whole, nor a part that is missing for nothing. */
  @Test
  void whatIsDrawnInPartAndWhatIsNotDrawnStandsBelowAndBesideTheBars() throws Exception {
    Chart chart = chart(Wording.english());
    assertThat(chart.below())
        .isEqualTo(
            "These sums may be higher than drawn: 2014-15: (ii)."
                + " Not drawn, because no sum is known:"
                + " 2012-13: (i) (not held – the Police Authority), (ii) (no records on file),"
                + " (iii) (withheld under s.43), Not broken down (no records on file);"
                + " 2013-14: (ii) (no export for March 2014);"
                + " 2014-15: (i) (not broken down), (iii) (not separable – Safety),"
                + " Not broken down (no records on file).");
    assertThat(chart.parts())
        .extracting(Block.ChartPart::marks)
        .containsExactly(
            List.of("(i): no sum", "(i)", "(i): no sum"),
            List.of("(ii): no sum", "(ii): no sum", "(ii), at least"),
            List.of("(iii): no sum", "", "(iii): no sum"),
            List.of("Not broken down: no sum", "", "Not broken down: no sum"));
    assertThat(Files.readString(folder.resolve("return.html")))
        .contains("<p>" + chart.below() + "</p>");
    try (PDDocument pdf = Loader.loadPDF(written.bytes("return.pdf"))) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text).contains(chart.below());
    }
  }

  @Test
  void itsWelshWordsDoToo() {
    assertThat(chart(Wording.in(Language.CY, Map.of())).says())
        .contains(
            "2012-13: (i) A: nis delir – the Police Authority, (ii) B: dim cofnodion ar ffeil,",
            "(iii) C: dim,",
            " Y swm mwyaf sy’n hysbys: o leiaf £2,000.50 yn 2014-15. Ni ddangosir symiau nad ydynt")
        .containsOnlyOnce("£0"); // of the one sum that is known to be nothing
  }

  @Test
  void everyDocumentSaysItInTheseWords() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(written.bytes("return.pdf"))) {
      assertThat(new PdfObjects(new Gate.Faults("return.pdf")).open(pdf).ofPictures())
          .containsExactly(SAYS);
    }
    assertThat(Files.readString(folder.resolve("return.html"))).contains("<p>" + SAYS + "</p>");
    try (XSSFWorkbook workbook = written.workbook()) {
      XSSFGraphicFrame frame =
          (XSSFGraphicFrame) workbook.getSheet("Chart").getDrawingPatriarch().getShapes().get(0);
      assertThat(frame.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr().getDescr())
          .isEqualTo(SAYS);
    }
  }

  @Test
  void aSumThatIsNotKnownIsAGapInWhatTheWorkbooksChartDraws() throws Exception {
    try (XSSFWorkbook workbook = written.workbook()) {
      XSSFSheet sheet = workbook.getSheet("Chart");
      XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
      for (int part = 0; part < BY_CATEGORY.size(); part++) {
        CTNumData drawn =
            chart
                .getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(part)
                .getVal()
                .getNumRef()
                .getNumCache();
        Map<Integer, Double> points = new TreeMap<>();
        for (CTNumVal point : drawn.getPtArray()) {
          points.put((int) point.getIdx(), Double.valueOf(point.getV()));
        }
        assertThat(points).as("category %d", part).isEqualTo(known(BY_CATEGORY.get(part)));
      }
    }
    assertThat(chartPart()).contains("<c:dispBlanksAs val=\"gap\"/>");
  }

  @Test
  void aSumThatIsNotKnownIsNoNumberInTheTablesBesideTheCharts() throws Exception {
    try (XSSFWorkbook workbook = written.workbook()) {
      assertThat(workbook.getSheet("Chart").getRow(3).getCell(1).getStringCellValue())
          .isEqualTo("not held – the Police Authority");
    }
    List<List<WrittenOds.OdsCell>> rows =
        WrittenOds.of(folder.resolve("return.ods")).sheets().getOrDefault("Chart", List.of());
    for (int part = 0; part < BY_CATEGORY.size(); part++) {
      for (int year = 0; year < TOTALS.size(); year++) {
        WrittenOds.OdsCell cell = rows.get(part + 3).get(year + 1);
        boolean isKnown = known(BY_CATEGORY.get(part)).containsKey(year);
        assertThat(cell.type()).as("%s", cell).isEqualTo(isKnown ? "currency" : "string");
      }
    }
  }

  private static Chart chart(Wording wording) {
    return SummaryChart.of(mostlyUnknown(), wording).orElseThrow();
  }

  /** The pounds of the years whose sum is known, whole or in part. */
  private static Map<Integer, Double> known(List<Value> values) {
    Map<Integer, Double> known = new TreeMap<>();
    for (int year = 0; year < values.size(); year++) {
      if (values.get(year) instanceof Value.Amount amount) {
        known.put(year, Double.valueOf(amount.money().toString()));
      } else if (values.get(year) instanceof Value.AtLeast atLeast) {
        known.put(year, Double.valueOf(atLeast.money().toString()));
      }
    }
    return known;
  }

  private static String chartPart() throws IOException {
    try (ZipFile parts = new ZipFile(folder.resolve("return.xlsx").toFile())) {
      return new String(
          parts.getInputStream(parts.getEntry("xl/charts/chart1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private static Return mostlyUnknown() {
    Return usual = InventedReturn.usual();
    List<String> titles = List.of("(i) A", "(ii) B", "(iii) C", "Not broken down");
    List<Summary.Row> rows =
        IntStream.range(0, titles.size())
            .mapToObj(part -> row(titles.get(part), BY_CATEGORY.get(part)))
            .toList();
    return new Return(
        usual.heading(),
        usual.answers(),
        usual.awarded(),
        new Summary(Summary.Basis.PAID, rows, row("Total identified", TOTALS)),
        usual.sections(),
        usual.pools(),
        usual.documents(),
        usual.statements(),
        usual.payments(),
        usual.notes(),
        usual.method(),
        usual.rights());
  }

  private static Summary.Row row(String title, List<Value> values) {
    List<Figure> figures =
        IntStream.range(0, values.size())
            .mapToObj(year -> figure("unknown." + title + year, values.get(year)))
            .toList();
    return new Summary.Row(title, figures, figure("unknown." + title, values.get(1)));
  }

  private static Figure figure(String id, Value value) {
    return new Figure(id, value, "as given", List.of(), List.of());
  }
}
