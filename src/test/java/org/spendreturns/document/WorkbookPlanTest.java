package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.document.WorkbookPlan.Sheet;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** Tables that are too long for a sheet, and texts that are too long for a cell. */
class WorkbookPlanTest {

  private static final Wording ENGLISH = Wording.english();
  private static final EditionMark FIRST = new EditionMark(1, OptionalInt.empty());

  private static List<Book> books(Return filing, long rowsASheet) {
    return new WorkbookPlan(filing, FIRST, ENGLISH, rowsASheet).books();
  }

  private static XSSFWorkbook written(Book book, Return filing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new WorkbookFile(ENGLISH, Look.USUAL).write(book, filing.heading(), bytes);
    return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void noSheetRefersToNotesIfThereAreNone() {
    assertThat(books(InventedReturn.bare(), WorkbookPlan.ROWS_A_SHEET))
        .flatExtracting(Book::sheets)
        .extracting(Sheet::sentence)
        .containsOnly("This sheet has one table.");
  }

  @Test
  void aTableLongerThanASheetGoesOnInFurtherWorkbooksAndTheContentsSaySo() throws IOException {
    Return filing = InventedReturn.usual(); // 60 payments, 30 lines rejected, 30 for review
    List<Book> books = books(filing, 25);
    assertThat(books)
        .extracting(Book::name)
        .containsExactly("return", "return-part-2", "return-part-3");
    assertThat(books.get(2).sheets()).extracting(Sheet::name).contains("Payments");
    try (XSSFWorkbook first = written(books.get(0), filing)) {
      List<String> contents = new ArrayList<>();
      first.getSheet("Contents").forEach(row -> contents.add(shown(row)));
      assertThat(contents)
          .contains(
              "Payments | Payments counted in the tables, each with its place and what decided,"
                  + " part 1 of 3",
              "Payments | Payments counted in the tables, each with its place and what decided,"
                  + " part 2 of 3: in the workbook “return-part-2”",
              "Payments | Payments counted in the tables, each with its place and what decided,"
                  + " part 3 of 3: in the workbook “return-part-3”");
    }
  }

  private static String shown(Row row) {
    List<String> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell.getStringCellValue()));
    return String.join(" | ", cells);
  }

  @Test
  void everyRowOfALongTableStandsOnOneSheetAndOneOnly() throws IOException {
    Return filing = InventedReturn.usual();
    List<Double> lines = new ArrayList<>();
    for (Book book : books(filing, 25)) {
      try (XSSFWorkbook workbook = written(book, filing)) {
        for (Row row : workbook.getSheet("Payments")) {
          Cell line = row.getCell(7);
          if (row.getRowNum() > 2) {
            lines.add(line.getNumericCellValue());
          }
        }
      }
    }
    assertThat(lines)
        .containsExactlyElementsOf(
            filing.payments().stream()
                .map(payment -> (double) payment.line().line().at().line())
                .toList());
  }

  @Test
  void aTextLongerThanACellEndsBySayingSoAndNoCharacterIsCutInTwo() throws IOException {
    Return filing = InventedReturn.withOrganisation("x" + "\ud83d\ude80".repeat(20_000));
    try (XSSFWorkbook workbook = written(books(filing, 1_000).get(0), filing)) {
      List<String> names = new ArrayList<>();
      workbook.getSheet("Contracts").forEach(row -> names.add(text(row.getCell(1))));
      String cut = names.get(names.size() - 1);
      assertThat(cut.length()).isBetween(CellWords.LONGEST - 1, CellWords.LONGEST);
      assertThat(cut)
          .endsWith(
              "\ud83d\ude80\u2009… (cut here: a cell holds no more; all 40,001 characters are in"
                  + " the PDF)");
    }
  }

  @Test
  void aTextThatWouldBeHigherThanARowCanBeMakesItsColumnWider() throws IOException {
    Return filing = InventedReturn.withOrganisation("Elm and Larch ".repeat(400)); // 5,600 signs
    try (XSSFWorkbook workbook = written(books(filing, 1_000).get(0), filing)) {
      assertThat(WorkbookChecklist.faults(workbook, ENGLISH)).isEmpty();
      assertThat(workbook.getSheet("Contracts").getColumnWidth(1) / 256).isBetween(200, 255);
    }
  }

  @Test
  void aWideSheetsTextsAreNarrowedAndTheCoverStandsUpright() throws IOException {
    Return filing = InventedReturn.withOrganisation("Elm and Larch ".repeat(6)); // 84 signs
    try (XSSFWorkbook workbook = written(books(filing, 1_000).get(0), filing)) {
      assertThat(workbook.getSheet("Contracts").getColumnWidth(1) / 256).isEqualTo(35);
      assertThat(workbook.getSheet("Contracts").getPrintSetup().getLandscape()).isTrue();
      assertThat(workbook.getSheet("In three sentences").getColumnWidth(1) / 256).isEqualTo(63);
      assertThat(workbook.getSheet("Cover").getPrintSetup().getLandscape()).isFalse();
    }
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.getStringCellValue();
  }
}
