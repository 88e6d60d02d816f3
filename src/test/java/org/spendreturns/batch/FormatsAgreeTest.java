package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.contract.Contract;
import org.spendreturns.intake.RegisterFile;
import org.spendreturns.store.Editions.Address;

/**
 * The database, the PDF and the workbook of an edition say the same: both documents are read back.
 */
class FormatsAgreeTest {

  private static final List<String> ROWS =
      List.of("ADVOCACY", "FACE_TO_FACE", "FORENSIC", "NOT_BROKEN_DOWN", "ALL");
  private static final List<String> COLUMNS = List.of("2012-13", "2013-14", "2014-15", "total");

  private static Installation place;

  @BeforeAll
  static void issue(@TempDir Path folder) throws IOException {
    place = SampleNight.in(folder);
  }

  /** Deflated streams, order of maps, formats of numbers and of days: none depends on the JDK. */
  @Test
  @Tag("campaign")
  void anotherJavaMakesTheSameBytes(@TempDir Path elsewhere) throws Exception {
    Optional<Path> java = OtherJava.find();
    assumeTrue(
        java.isPresent(),
        "no JDK of another version is installed where they usually are, and "
            + OtherJava.PLACE
            + " names none: not tested");
    Process night =
        new ProcessBuilder(
                java.get().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SampleNight.class.getName(),
                elsewhere.toString())
            .redirectErrorStream(true)
            .redirectOutput(elsewhere.resolve("told.txt").toFile())
            .start();
    assertThat(night.waitFor()).as(elsewhere.resolve("told.txt") + "").isZero();

    assertThat(Installation.in(elsewhere).shelf()).isEqualTo(place.shelf()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nene-vale", "northamptonshire-pcc"})
  void everyFigureOfTheDatabaseStandsInThePdf(String body) throws IOException {
    Address address = Address.parse(body + "/sexual-violence/2012-13..2014-15");
    String text = text(place.edition(address, 1).resolve("return.pdf"));

    assertThat(place.figures(address, 1))
        .hasSizeGreaterThanOrEqualTo(40)
        .allSatisfy((id, words) -> assertThat(text).as(id).contains(levelled(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nene-vale", "northamptonshire-pcc"})
  void theWorkbooksSummariesAreTheDatabasesFiguresCellByCell(String body) throws IOException {
    Address address = Address.parse(body + "/sexual-violence/2012-13..2014-15");
    Map<String, String> figures = place.figures(address, 1);
    try (XSSFWorkbook workbook = workbook(place.edition(address, 1))) {
      Map<String, String> cells = new TreeMap<>();
      cells.putAll(summary(workbook.getSheet("Summary awarded"), "awarded"));
      cells.putAll(summary(workbook.getSheet("Summary paid"), "paid"));

      assertThat(cells).hasSize(40);
      assertThat(figures).containsAllEntriesOf(cells);
    }
  }

  @Test
  void theWorkbooksPaymentsAddUpToTheTotalPaid() throws IOException {
    Address address = Address.parse("nene-vale/sexual-violence/2012-13..2014-15");
    try (XSSFWorkbook workbook = workbook(place.edition(address, 1))) {
      Sheet payments = workbook.getSheet("Payments");
      int header = headerRow(payments, "Amount");
      int amount = column(payments.getRow(header), "Amount");
      long pence =
          IntStream.rangeClosed(header + 1, payments.getLastRowNum())
              .mapToObj(payments::getRow)
              .mapToLong(row -> Math.round(row.getCell(amount).getNumericCellValue() * 100))
              .sum();

      assertThat(place.figures(address, 1))
          .containsEntry("paid.ALL.total", "at least " + pounds(pence));
    }
  }

  @Test
  void theContractsOfTheOpenDataReadBackAreTheRegisters() throws IOException {
    Address address = Address.parse("nene-vale/sexual-violence/2012-13..2014-15");
    List<Contract> told =
        RegisterFile.read(place.edition(address, 1).resolve("ocds-releases.json")).contracts();
    Map<String, Contract> registered =
        RegisterFile.read(Path.of("input", "contracts", "nene-vale", "register.csv"))
            .contracts()
            .stream()
            .collect(Collectors.toMap(Contract::reference, Function.identity()));

    assertThat(told)
        .extracting(contract -> contract.reference().replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder(
            "NV-101", "NV-103", "NV-105", "NV-106", "NV-109", "NV-111", "NV-113");
    for (Contract contract : told) {
      Contract original =
          Objects.requireNonNull(registered.get(contract.reference().replaceFirst(".*/", "")));
      assertThat(contract.price().firm()).isEqualTo(original.price().firm());
      assertThat(contract.term().firm()).isEqualTo(original.term().firm());
      assertThat(contract.organisation().name()).isEqualTo(original.organisation().name());
    }
  }

  private static Map<String, String> summary(Sheet sheet, String basis) {
    int header = headerRow(sheet, "Category");
    Map<String, String> cells = new TreeMap<>();
    for (int row = 0; row < ROWS.size(); row++) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        Cell cell = sheet.getRow(header + 1 + row).getCell(1 + column);
        cells.put("%s.%s.%s".formatted(basis, ROWS.get(row), COLUMNS.get(column)), shown(cell));
      }
    }
    return cells;
  }

  private static String shown(Cell cell) {
    return new DataFormatter(Locale.UK).formatCellValue(cell);
  }

  private static String pounds(long pence) {
    return "£%,d.%02d".formatted(pence / 100, pence % 100);
  }

  private static int headerRow(Sheet sheet, String name) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .filter(row -> column(row, name) >= 0)
        .findFirst()
        .map(Row::getRowNum)
        .orElseThrow();
  }

  private static int column(Row row, String name) {
    DataFormatter formatter = new DataFormatter();
    return StreamSupport.stream(row.spliterator(), false)
        .filter(cell -> formatter.formatCellValue(cell).equals(name))
        .map(Cell::getColumnIndex)
        .findFirst()
        .orElse(-1);
  }

  private static XSSFWorkbook workbook(Path edition) throws IOException {
    try (InputStream in = Files.newInputStream(edition.resolve("return.xlsx"))) {
      return new XSSFWorkbook(in);
    }
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return levelled(new PDFTextStripper().getText(document));
    }
  }

  private static String levelled(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
