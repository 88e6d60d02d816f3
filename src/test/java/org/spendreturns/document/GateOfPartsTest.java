package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** A figure changed in a workbook in which a long table goes on is refused. */
class GateOfPartsTest {

  private static final EditionMark EDITION = new EditionMark(3, OptionalInt.of(2));
  private static final int ROWS_A_SHEET = 40; // of 60 payments, and of 42 sums by year

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Return filing = InventedReturn.usual();
    Wording english = Wording.english();
    try (OutputStream json = Files.newOutputStream(folder.resolve("return.json"))) {
      JsonFile.write(filing, EDITION, english, Map.of()).write(json);
    }
    for (Wording wording : List.of(english, Wording.in(Language.CY, Map.of()))) {
      for (Book book : new WorkbookPlan(filing, EDITION, wording, ROWS_A_SHEET).books()) {
        try (OutputStream xlsx = Files.newOutputStream(folder.resolve(book.name() + ".xlsx"));
            OutputStream ods = Files.newOutputStream(folder.resolve(book.name() + ".ods"))) {
          new WorkbookFile(wording, Look.USUAL).write(book, filing.heading(), xlsx);
          new OdsFile(wording, Look.USUAL).write(book, filing.heading(), ods);
        }
      }
    }
  }

  @Test
  void rowsInAFollowingWorkbookAreFoundThere() throws Exception {
    assertThat(folder.resolve("return-part-2.xlsx")).exists();
    assertThat(faults()).noneMatch(fault -> !fault.startsWith("return.json: "));
  }

  @Test
  void eachOfThemKeepsTheAnalysisFunctionsChecklist() throws Exception {
    for (String part : List.of("", "-part-2")) {
      for (Wording wording : List.of(Wording.english(), Wording.in(Language.CY, Map.of()))) {
        String name = Documents.name(wording) + part;
        assertThat(WorkbookChecklist.faults(folder.resolve(name + ".xlsx"), wording))
            .as(name)
            .isEmpty();
        assertThat(OdsChecklist.faults(folder.resolve(name + ".ods"), wording)).as(name).isEmpty();
      }
    }
  }

  @Test
  void aFigureChangedInAFollowingWorkbookIsNamed() throws Exception {
    change("return-part-2.xlsx");

    assertThat(faults())
        .anyMatch(
            fault ->
                fault.startsWith("return.xlsx: return-part-2.xlsx Contracts by year, row 4: says '")
                    && fault.contains("Nene Vale Rape Crisis, ")
                    && fault.contains("£0.07"));
  }

  @Test
  void aFigureChangedInAFollowingWorkbookInAnotherLanguageIsNamed() throws Exception {
    change("return-cy-part-2.xlsx");

    assertThat(faults())
        .anyMatch(
            fault ->
                fault.startsWith("return-cy.xlsx: return-cy-part-2.xlsx ")
                    && fault.contains("£0.07"));
  }

  @Test
  void aFollowingWorkbookThatIsMissingIsMissed() throws Exception {
    Files.delete(folder.resolve("return-part-2.ods"));

    assertThat(faults())
        .contains("return.ods: has 40 rows of 'Payments', and return.json 60; write both anew");
  }

  @Test
  void aChartThatDrewAnotherSumThanItsCellSaysIsNamed() throws IOException {
    try (FileSystem book = FileSystems.newFileSystem(folder.resolve("return.xlsx"))) {
      Path chart = book.getPath("/xl/charts/chart1.xml");
      String drawn = Files.readString(chart);
      int at = drawn.indexOf("<c:numCache>");
      Files.writeString(
          chart,
          drawn.substring(0, at)
              + drawn.substring(at).replaceFirst("<c:v>[^<]*</c:v>", "<c:v>0.07</c:v>"));
    }

    assertThat(faults())
        .containsExactly("return.xlsx: Chart!B4: is drawn in a chart as '0.07'; write it anew");
  }

  /** What the comparisons find: single files, and those that this edition lacks, are not asked. */
  private List<String> faults() throws IOException {
    return new Gate()
        .openEdition(folder).stream()
            .map(Object::toString)
            .filter(fault -> !fault.contains("shows a total of"))
            .filter(fault -> !fault.endsWith("is not there; write the edition anew"))
            .toList();
  }

  private void change(String name) throws IOException {
    Path file = folder.resolve(name);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
        OutputStream out = Files.newOutputStream(file)) {
      sum(book).setCellValue(0.07);
      book.write(out);
    }
  }

  private static Cell sum(XSSFWorkbook book) {
    return StreamSupport.stream(book.spliterator(), false)
        .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .filter(
            cell ->
                cell.getCellType() == CellType.NUMERIC
                    && cell.getCellStyle().getDataFormatString().contains("£"))
        .findFirst()
        .orElseThrow();
  }
}
