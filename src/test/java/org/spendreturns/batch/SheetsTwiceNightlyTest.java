package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.store.Scans;

/** Workbooks of which two sheets give the same payments. */
class SheetsTwiceNightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String NAMES = "Payment Date,Supplier Name,Purpose of Spend,Net Amount";
  private static final String KINGFISHER = "01/04/2014,Kingfisher,ISVA service,1250.00";
  private static final String LOCKS = "02/04/2014,Acme,Locks,5.00";
  private static final By OFFICER = new By("A. Officer", "The sheets are copies", "E-mail");

  @TempDir Path folder;
  private OneBody one;
  private Installation place;

  @BeforeEach
  void layABodyIn() throws IOException {
    one = OneBody.in(folder);
    place = one.place();
  }

  @Test
  void asksWhetherAHiddenCopyGivesTheSamePaymentsUntilOneDecides() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      sheet(book, "Published", NAMES, KINGFISHER, LOCKS);
      sheet(book, "Copy", NAMES, KINGFISHER, LOCKS);
      book.setSheetHidden(1, true);
      write(book);
    }
    String asked =
        "april.xlsx: 2 of the 2 lines of sheet 'Copy', £1,255.00 in all, stand on sheet 'Published'"
            + " as well, letter for letter; each is counted on both, so twice if they are the same"
            + " payments; if they are, lay the export in again without one of the two sheets, or"
            + " count all identical lines of it once: export decide"
            + " \"ledgers/nene-vale/april.xlsx\" --one-payment --who NAME --why REASON";

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).as("both, and a person is asked").isEqualTo("at least £2,500.00");
    assertThat(Installation.needingAPerson(ended)).contains(asked);
    try (Runs runs = runs()) {
      assertThat(runs.exports().get(0).notes()).extracting(Scans.Note::message).contains(asked);
      runs.exportRulings().onePayment("april.xlsx", Optional.empty(), OFFICER);
    }
    Runs.Ended next = one.night(NIGHT.plusSeconds(86_400));
    assertThat(one.paid(2)).isEqualTo("at least £1,250.00");
    assertThat(Installation.needingAPerson(next)).doesNotContain(asked);
  }

  @Test
  void asksOfASheetInOtherWordsToo() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      sheet(
          book,
          "Raw",
          "Date,Supplier,Cost Centre,Amount",
          "01/04/2014,KINGFISHER,Victims,1250.00",
          "02/04/2014,ACME,Estates,5.00",
          "03/04/2014,Bolt,Estates,6.00");
      sheet(book, "Published", NAMES, KINGFISHER, LOCKS);
      write(book);
    }

    Runs.Ended ended = one.night(NIGHT);

    assertThat(Installation.needingAPerson(ended))
        .contains(
            "april.xlsx: 2 of the 2 lines of sheet 'Published', £1,255.00 in all, stand on sheet"
                + " 'Raw' as well, with the same date, amount and supplier; each is counted on"
                + " both, so twice if they are the same payments; if they are, lay the export in"
                + " again without one of the two sheets");
  }

  @Test
  void asksNothingOfTwoMonthsThatPayTheSameSuppliers() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      sheet(book, "Apr", NAMES, KINGFISHER, LOCKS);
      sheet(book, "May", NAMES, KINGFISHER.replace("/04/", "/05/"), LOCKS.replace("/04/", "/05/"));
      write(book);
    }

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).isEqualTo("at least £2,500.00");
    assertThat(Installation.needingAPerson(ended)).noneMatch(told -> told.contains("sheet"));
  }

  private static void sheet(XSSFWorkbook book, String name, String... rows) {
    Sheet sheet = book.createSheet(name);
    for (String cells : rows) {
      Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (String cell : cells.split(",", -1)) {
        row.createCell(row.getPhysicalNumberOfCells()).setCellValue(cell);
      }
    }
  }

  private void write(XSSFWorkbook book) throws IOException {
    Path file = folder.resolve("input/ledgers/nene-vale/april.xlsx");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
  }

  private Runs runs() {
    return Runs.open(place.home(), Clock.fixed(NIGHT.plusSeconds(3_600), ZoneOffset.UTC));
  }
}
