package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.document.WrittenOds.OdsCell;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The OpenDocument workbook: sound by the standard's schema, and one with Excel's cell by cell. */
class OdsFileTest {

  private static final String AWKWARD = " two  spaces,\ta tab, \ud83d\ude80, مركز and a bell\u0007";

  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    Return filing = InventedReturn.withOrganisation(AWKWARD);
    Wording wording = Wording.english();
    EditionMark edition = new EditionMark(3, OptionalInt.of(2));
    Book book =
        new WorkbookPlan(filing, edition, wording, WorkbookPlan.ROWS_A_SHEET).books().get(0);
    file = folder.resolve("return.ods");
    try (OutputStream ods = Files.newOutputStream(file);
        OutputStream xlsx = Files.newOutputStream(folder.resolve("return.xlsx"))) {
      new OdsFile(wording, Look.USUAL).write(book, filing.heading(), ods);
      new WorkbookFile(wording, Look.USUAL).write(book, filing.heading(), xlsx);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "content.xml, OpenDocument-v1.3-schema.rng",
    "styles.xml, OpenDocument-v1.3-schema.rng",
    "meta.xml, OpenDocument-v1.3-schema.rng",
    "META-INF/manifest.xml, OpenDocument-v1.3-manifest-schema.rng"
  })
  void everyPartFollowsTheSchemaOfOpenDocument(String part, String schema) throws Exception {
    List<String> faults = new ArrayList<>();
    PropertyMapBuilder settings = new PropertyMapBuilder();
    settings.put(ValidateProperty.ERROR_HANDLER, new Collected(faults));
    ValidationDriver driver = new ValidationDriver(settings.toPropertyMap());
    String place = String.valueOf(OdsFileTest.class.getResource("/schema/odf1.3/" + schema));
    assertThat(driver.loadSchema(new InputSource(place))).isTrue();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      InputSource source = new InputSource(zip.getInputStream(zip.getEntry(part)));
      assertThat(driver.validate(source)).as(faults.toString()).isTrue();
    }
    assertThat(faults).isEmpty();
  }

  private record Collected(List<String> faults) implements ErrorHandler {
    @Override
    public void warning(SAXParseException fault) {
      faults.add(fault.getMessage());
    }

    @Override
    public void error(SAXParseException fault) {
      faults.add(fault.getMessage());
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
      throw fault;
    }
  }

  @Test
  void theKindOfTheFileStandsFirstAndAsItIs() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    assertThat(new String(bytes, 30, 54, StandardCharsets.US_ASCII))
        .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      assertThat(entries)
          .extracting(ZipEntry::getName)
          .containsExactly(
              "mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml");
      assertThat(entries)
          .allMatch(entry -> entry.getTimeLocal().toString().equals("1980-02-01T00:00"));
    }
  }

  @Test
  void itHasTheSheetsOfTheExcelWorkbookWithTheSameCells() throws IOException {
    Map<String, List<List<OdsCell>>> sheets = WrittenOds.of(file).sheets();
    try (XSSFWorkbook workbook = new WrittenReturn(folder).workbook()) {
      assertThat(sheets.keySet()).containsExactlyElementsOf(() -> sheetNames(workbook).iterator());
      for (Sheet sheet : workbook) {
        List<List<OdsCell>> rows = sheets.getOrDefault(sheet.getSheetName(), List.of());
        assertThat(rows).hasSize(sheet.getLastRowNum() + 1);
        for (int row = 0; row < rows.size(); row++) {
          assertThat(rows.get(row)).hasSize(sheet.getRow(row).getLastCellNum());
          for (Cell cell : sheet.getRow(row)) {
            assertSame(rows.get(row).get(cell.getColumnIndex()), cell);
          }
        }
      }
    }
  }

  private static List<String> sheetNames(XSSFWorkbook workbook) {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static void assertSame(OdsCell open, Cell excel) {
    if (excel.getCellType() == CellType.STRING) {
      assertThat(open.type()).isEqualTo("string");
      assertThat(open.shown()).isEqualTo(excel.getStringCellValue());
    } else if (DateUtil.isCellDateFormatted(excel)) {
      assertThat(open.type()).isEqualTo("date");
      assertThat(open.value())
          .isEqualTo(excel.getLocalDateTimeCellValue().toLocalDate().toString());
    } else {
      assertThat(open.type()).isIn("currency", "float");
      assertThat(Double.parseDouble(open.value())).isEqualTo(excel.getNumericCellValue());
    }
  }

  @Test
  void spacesAndEveryLetterAreKeptATabIsASpaceAndAControlIsToldByItsNumber() throws IOException {
    assertThat(WrittenOds.of(file).sheets().get("Contracts"))
        .flatExtracting(row -> row)
        .extracting(OdsCell::shown)
        .contains(AWKWARD.replace("\u0007", "[U+0007]").replace('\t', ' '));
  }

  @Test
  void everySheetButTheCoverIsMarkedAsOneTableUnderItsHead() throws IOException {
    WrittenOds ods = WrittenOds.of(file);
    Map<String, String> tables = ods.tables();
    assertThat(tables).containsEntry("Summary_paid", "'Summary paid'.A3:'Summary paid'.F8");
    List<String> names = new ArrayList<>(ods.sheets().keySet());
    assertThat(names.remove(0)).isEqualTo("Cover");
    assertThat(tables.keySet())
        .containsExactlyElementsOf(names.stream().map(name -> name.replace(' ', '_')).toList());
  }

  @Test
  void nothingIsMergedHiddenFilteredCommentedOrComputed() throws IOException {
    assertThat(WrittenOds.of(file).names())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(OdsChecklist.FORBIDDEN);
  }

  @Test
  void itsPropertiesNameTheBodyAndNoPerson() throws IOException {
    String meta;
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("meta.xml"))) {
      meta = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(meta)
        .contains(
            "<dc:title>Sexual violence and abuse services commissioned, 2012-13 to 2014-15<",
            "<dc:creator>Ystrad Nene Police and Crime Commissioner<",
            "<meta:initial-creator>Ystrad Nene Police and Crime Commissioner<",
            "<dc:date>2026-08-01T17:05:09Z<",
            "<dc:language>en-GB<");
  }

  @Test
  void libreOfficeOpensItAndSeesTheSameCellsAsInExcels(@TempDir Path converted) throws Exception {
    assumeThat(hasLibreOffice()).as("soffice is on the path").isTrue();
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + converted.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                converted.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(converted.resolve("told.txt").toFile())
            .start();
    assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
    try (XSSFWorkbook seen =
            new XSSFWorkbook(Files.newInputStream(converted.resolve("return.xlsx")));
        XSSFWorkbook excels = new WrittenReturn(folder).workbook()) {
      assertThat(WrittenReturn.cells(seen).stream().map(OdsFileTest::shown).toList())
          .containsExactlyElementsOf(
              WrittenReturn.cells(excels).stream().map(OdsFileTest::shown).toList());
    }
  }

  private static String shown(Cell cell) {
    String place = cell.getSheet().getSheetName() + "!" + cell.getAddress() + " ";
    return place
        + (cell.getCellType() == CellType.NUMERIC
            ? String.valueOf(cell.getNumericCellValue())
            : cell.getStringCellValue());
  }

  private static boolean hasLibreOffice() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
  }
}
