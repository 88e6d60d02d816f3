package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** The checklist finds what it is there to find, planted one by one. */
class WorkbookChecklistTest {

  private static byte[] sound;

  @BeforeAll
  static void write() throws IOException {
    Return filing = InventedReturn.usual();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new WorkbookFile(Wording.english(), Look.USUAL)
        .write(
            new WorkbookPlan(
                    filing,
                    new EditionMark(1, OptionalInt.empty()),
                    Wording.english(),
                    WorkbookPlan.ROWS_A_SHEET)
                .books()
                .get(0),
            filing.heading(),
            bytes);
    sound = bytes.toByteArray();
  }

  static List<Arguments> faults() {
    return List.of(
        fault("Notes: stands where 'Contents' should", book -> book.setSheetOrder("Notes", 1)),
        fault(
            "Answers: is hidden",
            book -> book.setSheetVisibility(book.getSheetIndex("Answers"), SheetVisibility.HIDDEN)),
        fault(
            "Answers: has merged cells",
            book -> book.getSheet("Answers").addMergedRegion(CellRangeAddress.valueOf("A4:B4"))),
        fault("Answers: is frozen", book -> book.getSheet("Answers").createFreezePane(0, 3)),
        fault(
            "Answers: row 4 is hidden",
            book -> book.getSheet("Answers").getRow(3).setZeroHeight(true)),
        fault(
            "Answers!A4: is a formula",
            book -> book.getSheet("Answers").getRow(3).getCell(0).setCellFormula("1+1")),
        fault(
            "Answers: row 4, column 2 is empty",
            book -> book.getSheet("Answers").getRow(3).getCell(1).setBlank()),
        fault(
            "Answers: has another head than its table",
            book -> book.getSheet("Answers").getTables().get(0).getColumns().get(0).setName("No")),
        fault(
            "Answers: is not turned as it is wide",
            book -> book.getSheet("Answers").getPrintSetup().setLandscape(false)),
        fault(
            "Answers: is not as wide as a page",
            book -> book.getSheet("Answers").setFitToPage(false)),
        fault(
            "Answers: does not repeat its head on each page",
            book -> book.getSheet("Answers").setRepeatingRows(null)),
        fault(
            "Answers: has the header or footer 'draft'",
            book -> book.getSheet("Answers").getFooter().setRight("draft")),
        fault(
            "Answers!C4: does not wrap",
            book ->
                book.getSheet("Answers").getRow(3).getCell(2).setCellStyle(book.createCellStyle())),
        fault(
            "Answers!C4: needs 3 lines, and its row is 14.0 points high",
            book -> book.getSheet("Answers").getRow(3).setHeightInPoints(14)),
        fault(
            "Payments!C4: is too narrow for £2,500.01",
            book -> book.getSheet("Payments").setColumnWidth(2, 5 * 256)),
        fault(
            "Contents!A4: leads to 'Nowhere'!A1, which is not there",
            book ->
                book.getSheet("Contents")
                    .getRow(3)
                    .getCell(0)
                    .getHyperlink()
                    .setAddress("'Nowhere'!A1")),
        fault(
            "Contents!A4: leads nowhere",
            book -> book.getSheet("Contents").getRow(3).getCell(0).removeHyperlink()),
        fault(
            "Answers!A4: [note 99] is not there",
            book -> book.getSheet("Answers").getRow(3).createCell(0).setCellValue("1 [note 99]")),
        fault(
            "Answers: has a drawing",
            book ->
                book.getSheet("Answers")
                    .createDrawingPatriarch()
                    .createTextbox(new XSSFClientAnchor())),
        fault(
            "properties: name another than the body",
            book ->
                book.getProperties().getCoreProperties().setLastModifiedByUser("D Quillfeather")));
  }

  private static Arguments fault(String message, Consumer<XSSFWorkbook> plant) {
    return arguments(message, plant);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsNamed(String message, Consumer<XSSFWorkbook> plant) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sound))) {
      assertThat(WorkbookChecklist.faults(book, Wording.english())).isEmpty();
      plant.accept(book);
      assertThat(WorkbookChecklist.faults(book, Wording.english())).contains(message);
    }
  }
}
