package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.returns.Wording;

/** The Analysis Function's checklist for spreadsheets, applied to a workbook of ours. */
class WorkbookFileTest {

  private static XSSFWorkbook workbook;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    workbook = WrittenReturn.of(InventedReturn.of(6, 45), folder).workbook();
  }

  @AfterAll
  static void close() throws IOException {
    workbook.close();
  }

  @Test
  void coverContentsAndNotesComeFirstThenTables() {
    assertThat(workbook)
        .extracting(Sheet::getSheetName)
        .containsExactly(
            "Cover",
            "Contents",
            "Notes",
            "Answers",
            "Summary awarded",
            "Summary paid",
            "Chart",
            "In three sentences",
            "Contracts",
            "Contracts by year",
            "Paid without agreement",
            "Agreements without payment",
            "Pooled budgets",
            "Payments",
            "Documents",
            "Year by year",
            "Sources",
            "Rulebook",
            "Rules",
            "Rules in words",
            "Decisions on lines",
            "Reconciliation",
            "Lines not understood",
            "Lines for review",
            "Data quality",
            "Data quality by month",
            "Rejected by reason",
            "Printed totals",
            "Counted elsewhere",
            "May count twice",
            "Decisions on exports",
            "Changes");
  }

  @Test
  void itKeepsTheChecklist() {
    assertThat(WorkbookChecklist.faults(workbook, Wording.english())).isEmpty();
  }

  @Test
  void sumsAreNumbersInPoundsAndDaysAreDates() {
    XSSFSheet payments = workbook.getSheet("Payments");
    for (int row = 3; row <= payments.getLastRowNum(); row++) {
      assertThat(DateUtil.isCellDateFormatted(payments.getRow(row).getCell(0))).isTrue();
      Cell amount = payments.getRow(row).getCell(2);
      assertThat(amount.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(amount.getCellStyle().getDataFormatString()).isEqualTo("£#,##0.00;-£#,##0.00");
    }
  }

  /** A column of sums can be added up and sorted, and none is taken for the whole. */
  @Test
  void aSumThatIsAtLeastIsANumberThatSaysSoAndWhatIsWithheldHasItsSign() {
    DataFormatter formatter = new DataFormatter(Locale.UK);
    assertThat(WrittenReturn.cells(workbook))
        .filteredOn(cell -> formatter.formatCellValue(cell).equals("at least £1,204,500.00"))
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell.getNumericCellValue()).isEqualTo(1_204_500.0));
    assertThat(WrittenReturn.cells(workbook))
        .extracting(formatter::formatCellValue)
        .contains("[c] withheld – s.43")
        .doesNotContain("withheld – s.43");
  }

  @Test
  void aDocumentsTitleIsItsLink() {
    Cell title = workbook.getSheet("Documents").getRow(3).getCell(0);
    assertThat(title.getStringCellValue()).isEqualTo("Police and Crime Plan 2013-2017");
    assertThat(title.getHyperlink().getAddress()).startsWith("https://www.example.org/plans/");
  }

  @Test
  void whatLooksLikeAFormulaIsTextAndMarkedAsText() {
    List<Cell> suspects =
        WrittenReturn.cells(workbook).stream()
            .filter(cell -> cell.getCellType() == CellType.STRING)
            .filter(cell -> cell.getStringCellValue().matches("(?s)[=+\\-@\\t\\r].*"))
            .toList();
    assertThat(suspects)
        .extracting(Cell::getStringCellValue)
        .contains("=HYPERLINK(\"https://example.org\",\"Refund\")", "+44 Counselling");
    assertThat(suspects).allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
    assertThat(WrittenReturn.cells(workbook))
        .extracting(Cell::getCellType)
        .doesNotContain(CellType.FORMULA);
  }

  @Test
  void wordsInASumsPlaceWrapAndMakeNoColumnWide() {
    XSSFSheet sheet = workbook.getSheet("Contracts by year");
    List<String> heads = new ArrayList<>();
    sheet.getRow(2).forEach(cell -> heads.add(cell.getStringCellValue()));
    int awarded = heads.indexOf("Awarded");
    assertThat(sheet.getColumnWidth(awarded) / 256).isEqualTo(31);
    assertThat(WrittenReturn.cells(workbook))
        .filteredOn(cell -> cell.getSheet().equals(sheet) && cell.getColumnIndex() == awarded)
        .filteredOn(cell -> cell.toString().startsWith("not separable – Interpersonal"))
        .isNotEmpty()
        .allSatisfy(
            cell -> {
              assertThat(cell.getCellStyle().getWrapText()).isTrue();
              assertThat(cell.getRow().getHeightInPoints()).isGreaterThan(43);
            });
  }

  @Test
  void theFilesPropertiesNameTheBodyAndNoPerson() {
    var properties = workbook.getProperties().getCoreProperties();
    assertThat(properties.getTitle())
        .isEqualTo("Sexual violence and abuse services commissioned, 2012-13 to 2017-18");
    assertThat(properties.getCreator()).isEqualTo("Ystrad Nene Police and Crime Commissioner");
    assertThat(properties.getLastModifiedByUser())
        .isEqualTo("Ystrad Nene Police and Crime Commissioner");
    assertThat(properties.getCreated()).isEqualTo("2026-08-01T17:05:09Z");
  }

  @Test
  void theChartIsExcelsOwnStandsBelowItsTableAndSaysItsMessage() {
    XSSFSheet sheet = workbook.getSheet("Chart");
    XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
    assertThat(chart.getTitleText().getString()).isEqualTo("Paid each year, by category");
    XSSFGraphicFrame frame = (XSSFGraphicFrame) sheet.getDrawingPatriarch().getShapes().get(0);
    XSSFClientAnchor place = frame.getAnchor();
    assertThat(place.getRow1()).isGreaterThan(sheet.getLastRowNum());
    assertThat(frame.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr().getDescr())
        .startsWith("Paid each year, by category. 2012-13: £");
    XDDFChartData bars = chart.getChartSeries().get(0);
    assertThat(bars.getSeriesCount()).isEqualTo(4);
    for (int series = 0; series < 4; series++) {
      assertThat(bars.getSeries(series).getValuesData().getDataRangeReference())
          .isEqualTo("Chart!$B$%d:$G$%d".formatted(series + 4, series + 4));
      Row row = sheet.getRow(series + 3);
      for (int year = 0; year < 6; year++) {
        assertThat(Double.parseDouble(bars.getSeries(series).getValuesData().getPointAt(year) + ""))
            .isEqualTo(row.getCell(year + 1).getNumericCellValue());
      }
    }
  }
}
