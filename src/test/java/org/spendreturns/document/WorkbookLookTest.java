package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** The body's colour in its workbooks. */
class WorkbookLookTest {

  private static final Look PURPLE =
      new Look(new Colour(0x5B1A6E), new Colour(0xF4ECF7), Optional.empty());
  private static final Return FILING = InventedReturn.usual();
  private static final Book BOOK =
      new WorkbookPlan(
              FILING,
              new EditionMark(1, OptionalInt.empty()),
              Wording.english(),
              WorkbookPlan.ROWS_A_SHEET)
          .books()
          .get(0);

  @TempDir Path folder;

  @Test
  void titlesAndTheFirstCategoryOfTheChartHaveItInExcel() throws IOException {
    Path file = folder.resolve("return.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      new WorkbookFile(Wording.english(), PURPLE).write(BOOK, FILING.heading(), out);
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFCell title = workbook.getSheet("Payments").getRow(0).getCell(0);
      assertThat(title.getCellStyle().getFont().getXSSFColor().getARGBHex()).endsWith("5B1A6E");
    }
    assertThat(part(file, "xl/charts/chart1.xml")).contains("5B1A6E").doesNotContain("1D4468");
  }

  @Test
  void titlesHaveItInOpenDocument() throws IOException {
    Path file = folder.resolve("return.ods");
    try (OutputStream out = Files.newOutputStream(file)) {
      new OdsFile(Wording.english(), PURPLE).write(BOOK, FILING.heading(), out);
    }
    assertThat(part(file, "styles.xml").toUpperCase(Locale.ROOT))
        .contains("FO:FONT-SIZE=\"18PT\" FO:FONT-WEIGHT=\"BOLD\" FO:COLOR=\"#5B1A6E\"")
        .doesNotContain("HEADINGS\"");
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      zip.getInputStream(zip.getEntry(name)).transferTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
