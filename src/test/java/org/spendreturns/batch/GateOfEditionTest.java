package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.document.Gate;
import org.spendreturns.store.Editions.Address;

/** Figures that differ between the formats of an edition are refused. */
class GateOfEditionTest {

  private static final Path FONT =
      Path.of("reports", "templates", "fonts", "SourceSans3-Regular.ttf");

  private static Path sound;

  @TempDir Path folder;

  @BeforeAll
  static void issue(@TempDir Path once) throws IOException {
    Installation place = Installation.withTheSample(once);
    place.night(Instant.parse("2026-11-23T02:00:00Z"));
    sound = place.edition(Address.parse("nene-vale/sexual-violence/2012-13..2014-15"), 1);
  }

  @Test
  void theFormatsOfOurOwnEditionAgree() throws IOException {
    assertThat(new Gate().openEdition(sound)).isEmpty();
  }

  @Test
  void aFigureChangedInATableIsNamed() throws IOException {
    copy();
    Path table = folder.resolve("summary.csv");
    String text = Files.readString(table);
    String sum = firstMatch(text, ",(\\d+\\.\\d{2}),");
    Files.writeString(table, text.replaceFirst("," + sum + ",", ",0.07,"));

    assertThat(faults())
        .anyMatch(found -> found.startsWith("summary.csv: line ") && found.contains("£0.07"));
  }

  @Test
  void aFigureChangedInTheWorkbookIsNamed() throws IOException {
    copy();
    Path file = folder.resolve("return.xlsx");
    byte[] bytes = Files.readAllBytes(file);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        OutputStream out = Files.newOutputStream(file)) {
      firstSum(book).setCellValue(0.07);
      book.write(out);
    }

    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.xlsx: return.json says '") && found.contains("£0.07"));
  }

  @Test
  void aFigureChangedOnThePageIsNamedThereAndAgainstThePdf() throws IOException {
    copy();
    Path page = folder.resolve("return.html");
    String text = Files.readString(page);
    String sum = firstMatch(text, ">(£[\\d,]+\\.\\d{2})<");
    Files.writeString(page, text.replaceFirst(">" + sum + "<", ">£0.07<"));

    assertThat(faults())
        .anyMatch(found -> found.startsWith("return.html: return.json says '"))
        .contains(
            "return.pdf: £0.07 stands here 0 times, and in return.html 1 times; write both anew");
  }

  @Test
  void aTotalThatIsNotTheSumOfItsPartsIsNamed() throws IOException {
    copy();
    Path json = folder.resolve("return.json");
    String text = Files.readString(json);
    int awarded = text.indexOf("\"awarded\" : {");
    String pence = firstMatch(text.substring(awarded), "\"pence\" : (\\d+),");
    String other =
        text.substring(awarded).replaceFirst("\"pence\" : " + pence + ",", "\"pence\" : 7,");
    Files.writeString(json, text.substring(0, awarded) + other);

    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.json: awarded, ") && found.contains("shows a total of"))
        .contains(
            "return.pdf: holds 'return.json', which is not the file beside it; write both anew");
  }

  @Test
  void aSumIsFoundWhetherTheNextRowThatBeginsWithADigitOrTheEndOfAPageFollowsIt()
      throws IOException {
    Files.writeString(folder.resolve("return.json"), "{}");
    Files.writeString(
        folder.resolve("return.html"),
        "<table><tr><td>£1,250.00</td></tr><tr><td>2014-05.csv</td></tr></table>");
    try (PDDocument document = new PDDocument()) {
      PDFont font = PDType0Font.load(document, FONT.toFile());
      for (String text : List.of("£1,250.00 Page 1", "2014-05.csv Page 2")) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(font, 11);
          content.showText(text);
          content.endText();
        }
      }
      document.save(folder.resolve("return.pdf").toFile());
    }

    assertThat(faults()).noneMatch(found -> found.contains("stands here"));
  }

  @Test
  void aPaymentMoreOrToAnotherInTheWorkbookIsNamed() throws IOException {
    copy();
    workbook(
        book -> {
          Sheet payments = book.getSheet("Payments");
          payments
              .getRow(payments.getLastRowNum())
              .getCell(1)
              .setCellValue("Dorothea Quillfeather");
        });

    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.xlsx: Payments, row ")
                    && found.contains("', and return.json '")
                    && found.contains("Dorothea Quillfeather"));

    copy();
    workbook(
        book -> {
          Sheet payments = book.getSheet("Payments");
          Row last = payments.getRow(payments.getLastRowNum());
          Row more = payments.createRow(payments.getLastRowNum() + 1);
          last.forEach(
              cell -> more.createCell(cell.getColumnIndex()).setCellValue("Dorothea Quillfeather"));
        });
    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.xlsx: Payments, row ")
                    && found.endsWith(
                        "Dorothea Quillfeather', which return.json does not; write both anew"));
  }

  @Test
  void anAgreementOrAPaymentThatDiffersInAnythingButItsSumIsNamed() throws IOException {
    copy();
    change("contracts.csv", ",NV-101,", ",NV-999,");
    change("contracts-by-year.csv", "Kingfisher ISVA Service", "Kingfisher Service");
    change("payments.csv", ",NV-101,", ",NV-102,");
    assertThat(faults())
        .anyMatch(found -> found.matches("contracts\\.csv: line \\d+: says '.*, NV-999, .*"))
        .anyMatch(
            found ->
                found.matches("contracts-by-year\\.csv: line \\d+: says '.*Kingfisher Service, .*"))
        .anyMatch(found -> found.matches("payments\\.csv: line \\d+: says '.*, NV-102, .*"));
  }

  @Test
  void whatTheJsonSaysWasPaidIsTheSumOfItsPaymentsInEachCategoryAndUnderEachAgreement()
      throws IOException {
    copy();
    Path json = folder.resolve("return.json");
    String text = Files.readString(json);
    int payments = text.indexOf("\"payments\" : [");
    Files.writeString(
        json,
        text.substring(0, payments)
            + text.substring(payments)
                .replaceFirst("\"category\" : \"ADVOCACY\"", "\"category\" : \"FORENSIC\""));

    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.json: paid, (i) Advocacy, including ISVA, 20")
                    && found.contains(": shows a total of £"))
        .anyMatch(
            found ->
                found.matches(
                    "return\\.json: paid, \\(i\\) Advocacy, including ISVA, NV-101, 20.*: shows a"
                        + " total of £.*"))
        .anyMatch(found -> found.startsWith("return.json: paid, (iii) Forensic"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ocds-releases.json    | "amount" : 96000.00       | "amount" : 96000.07       | NV-101: says '
          ocds-releases.json    | "name" : "Kingfisher      | "name" : "Queenfisher     | NV-101: says '
          ocds-releases.json    | "id" : "payments-2013-14. | "id" : "payments-2013-15. | , payments: says '
          grants-360giving.json | : 12500.00                | : 12500.07                | NV-104: says '
          grants-360giving.csv  | ,GBP,12500.00             | ,GBP,12500.07             | NV-104: says '
          grants-360giving.csv  | ,Alderwick                | ,Elderwick                | NV-104: says '
          """)
  void openDataThatDiffersFromTheJsonIsNamed(String file, String what, String by, String found)
      throws IOException {
    copy();
    change(file, what, by);
    assertThat(faults()).anyMatch(fault -> fault.startsWith(file) && fault.contains(found));
  }

  @Test
  void aContractOrGrantThatOpenDataLeavesOutIsNamed() throws IOException {
    copy();
    change("return.json", "\"kind\" : \"contract\"", "\"kind\" : \"grant\"");
    assertThat(faults())
        .anyMatch(
            found ->
                found.matches(
                    "ocds-releases\\.json: has \\d+ contracts, and return\\.json \\d+; write both anew"))
        .anyMatch(
            found ->
                found.matches(
                    "grants-360giving\\.json: NV-\\d+: stands in return\\.json and not here; write both anew"));
  }

  @Test
  void aSumOrANameChangedOnAnySheetIsNamedAgainstTheOtherWorkbook() throws IOException {
    copy();
    workbook(
        book -> {
          book.getSheet("Reconciliation").getRow(3).getCell(2).setCellValue(0.07);
          book.getSheet("Answers").getRow(4).getCell(2).setCellValue("Dorothea Quillfeather");
        });

    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.ods: Reconciliation, row 4: says '")
                    && found.endsWith("', and return.xlsx something else; write both anew"))
        .anyMatch(found -> found.startsWith("return.ods: Answers, row 5: says '"));
  }

  @Test
  void sumsOfAgreementsExchangedOnThePageAreNamed() throws IOException {
    copy();
    Path page = folder.resolve("return.html");
    Files.writeString(
        page,
        Files.readString(page)
            .replace("£73,100.00", "@")
            .replace("£96,000.00", "£73,100.00")
            .replace("@", "£96,000.00"));

    assertThat(faults())
        .anyMatch(
            found ->
                found.startsWith("return.html: says '")
                    && found.contains("£73,100.00")
                    && found.contains(" of Kingfisher ISVA Service"))
        .anyMatch(found -> found.startsWith("return.pdf: '£"));
  }

  @Test
  void whatIsNoPartOfAnEditionAndWhatIsMissingIsNamed() throws IOException {
    copy();
    Files.writeString(folder.resolve("staff.json"), "{}");
    Files.createDirectory(folder.resolve("sub"));
    Files.delete(folder.resolve("summary.csv"));
    String edition = folder.getFileName().toString();

    assertThat(faults())
        .containsExactly(
            edition + ": staff.json: is no part of an edition; leave it out",
            edition + ": sub: is no part of an edition; leave it out",
            edition + ": summary.csv: is not there; write the edition anew",
            "return.pdf: holds 'summary.csv', which is not the file beside it; write both anew");

    Files.delete(folder.resolve("return.json"));
    assertThat(faults()).contains(edition + ": return.json: is not there; write the edition anew");
  }

  @Test
  void aPdfWithoutAPageBesideItIsComparedWithTheJson() throws IOException {
    copy();
    Files.delete(folder.resolve("return.html"));
    Files.delete(folder.resolve("SHA256SUMS"));
    assertThat(faults()).isEmpty();

    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(folder.resolve("return.pdf").toFile());
    }
    assertThat(faults())
        .anyMatch(
            found ->
                found.matches(
                    "return\\.pdf: £.* stands here 0 times, and in return\\.json \\d+ times; write"
                        + " both anew"))
        .contains("return.pdf: does not hold 'payments.csv', which lies beside it; write it anew");
  }

  /** Changes a workbook. */
  private interface Change {
    void in(XSSFWorkbook book);
  }

  private void workbook(Change change) throws IOException {
    Path file = folder.resolve("return.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
        OutputStream out = Files.newOutputStream(file)) {
      change.in(book);
      book.write(out);
    }
  }

  private static String firstMatch(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Cell firstSum(XSSFWorkbook book) {
    for (Row row : book.getSheet("Summary awarded")) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.NUMERIC) {
          return cell;
        }
      }
    }
    throw new AssertionError("no sum in the summary");
  }

  private void change(String name, String what, String by) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by)));
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.list(sound)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private List<String> faults() throws IOException {
    return new Gate().openEdition(folder).stream().map(Gate.Fault::toString).toList();
  }
}
