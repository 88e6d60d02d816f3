package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome;

/** Files as no program should write them: each is read with an account, or set aside. */
class HostileFilesTest {

  private static final String SEED = "20261123";

  private static Path folder = Path.of("");
  private static List<byte[]> whole = List.of();

  @BeforeContainer
  static void writeWholeFiles() throws IOException {
    folder = Files.createTempDirectory("hostile");
    whole = List.of(text(), book(new XSSFWorkbook()), book(new HSSFWorkbook()), ods(), xml());
  }

  @AfterContainer
  static void removeFiles() throws IOException {
    Files.deleteIfExists(folder.resolve("hostile.csv"));
    Files.deleteIfExists(folder);
  }

  // The rule by which records are split

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell = Arbitraries.strings().withChars("ab,;\" '\n\r\té£").ofMaxLength(6);
    return cell.list().ofMinSize(2).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 1_500, seed = SEED)
  void readsBackWhatAnotherProgramWrote(
      @ForAll("tables") List<List<String>> table, @ForAll LineDelimiter lineEnd)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(lineEnd == LineDelimiter.PLATFORM ? LineDelimiter.LF : lineEnd)
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .build(text)) {
      table.forEach(writer::writeRecord);
    }
    List<List<String>> cells = new ArrayList<>();
    for (Found found : records(text.toString().getBytes(StandardCharsets.UTF_8))) {
      cells.add(found.line().cells());
    }
    assertThat(cells).isEqualTo(table);
  }

  @Provide
  Arbitrary<byte[]> hostileText() {
    return Arbitraries.of("a", ",", "\"", "\"\"", "\n", "\r", "\r\n", " ", "é", "1.00", "\0")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 3_000, seed = SEED)
  void losesNoLineOfAnyText(@ForAll("hostileText") byte[] bytes) throws IOException {
    long expected = 1;
    for (int i = 0; i < bytes.length; i++) {
      boolean crlf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      expected += (bytes[i] == '\n' || bytes[i] == '\r') && !crlf ? 1 : 0;
    }
    List<Found> records = records(bytes);
    long line = 0;
    for (Found found : records) {
      assertThat(found.line().at().line()).isGreaterThan(line);
      line = found.line().at().line();
    }
    assertThat(line).isLessThanOrEqualTo(expected);
    assertThat(records.isEmpty()).isEqualTo(bytes.length == 0);
  }

  @Property(tries = 1_000, seed = SEED)
  void readsOnAfterWhateverPrecedesALine(@ForAll("hostileText") byte[] bytes) throws IOException {
    byte[] tail = "\nx,y,z\nlast,line,1.00\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + tail.length);
    System.arraycopy(tail, 0, all, bytes.length, tail.length);
    List<Found> records = records(all);
    assertThat(records.get(records.size() - 1).line().cells())
        .containsExactly("last", "line", "1.00");
  }

  private static List<Found> records(byte[] bytes) throws IOException {
    List<Found> records = new ArrayList<>();
    try (TextRecords source =
        new TextRecords(new ByteArrayInputStream(bytes), "a", ',', Optional.empty())) {
      for (Optional<Found> next = source.next(); next.isPresent(); next = source.next()) {
        records.add(next.get());
      }
    }
    return records;
  }

  // Damage to whole files

  @Property(tries = 1_200, seed = SEED)
  void readsOrSetsAsideWhateverIsDamaged(
      @ForAll @IntRange(max = 4) int kind, @ForAll @From("seeds") long seed) {
    byte[] bytes = damaged(whole.get(kind), new Random(seed));
    try {
      ControlTotals.Builder totals = new ControlTotals.Builder();
      long records = 0;
      Path file = Files.write(folder.resolve("hostile.csv"), bytes);
      try (LedgerFile ledger = LedgerFile.open(file, "hostile.csv", LedgerSettings.DEFAULT)) {
        for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
          totals.add(next.get());
          records++;
        }
      }
      assertThat(totals.build().records()).isEqualTo(records);
    } catch (SetAsideException fault) {
      assertThat(fault.getMessage()).startsWith("hostile.csv").contains("; ");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages && copy.length > 10; i++) {
      int at = random.nextInt(copy.length);
      int length = Math.min(1 + random.nextInt(40), copy.length - at);
      switch (random.nextInt(4)) {
        case 0 -> copy[at] = (byte) random.nextInt(256);
        case 1 -> copy = Arrays.copyOf(copy, at + 1);
        case 2 ->
            System.arraycopy(copy, random.nextInt(copy.length - length + 1), copy, at, length);
        default -> Arrays.fill(copy, at, at + length, (byte) random.nextInt(256));
      }
    }
    return copy;
  }

  private static byte[] text() {
    StringBuilder text = new StringBuilder("Date,Supplier,Amount,Description\n");
    for (int i = 1; i < 30; i++) {
      text.append(
          "%d/04/2014,\"Acme, %d Ltd\",\"1,%03d.00\",\"two\nlines\"\r\n".formatted(i, i, i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] book(Workbook book) throws IOException {
    Sheet sheet = book.createSheet("Apr");
    for (int i = 0; i < 30; i++) {
      Row row = sheet.createRow(i);
      row.createCell(0).setCellValue(i == 0 ? "Date" : i + "/04/2014");
      row.createCell(1).setCellValue(i == 0 ? "Supplier" : "Acme " + i);
      if (i == 0) {
        row.createCell(2).setCellValue("Amount");
      } else {
        row.createCell(2).setCellValue(i / 100.0);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    book.close();
    return bytes.toByteArray();
  }

  private static byte[] ods() throws IOException {
    StringBuilder rows =
        new StringBuilder("<o:c xmlns:o='o' xmlns:t='t' xmlns:x='x'><t:table t:name='A'>");
    for (int i = 0; i < 30; i++) {
      String[] cells =
          i == 0
              ? new String[] {"Date", "Supplier", "Amount"}
              : new String[] {i + "/04/2014", "Acme", i + ".00"};
      rows.append("<t:table-row>");
      for (String cell : cells) {
        rows.append("<t:table-cell><x:p>").append(cell).append("</x:p></t:table-cell>");
      }
      rows.append("</t:table-row>");
    }
    rows.append("</t:table></o:c>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] xml() {
    StringBuilder rows =
        new StringBuilder(
            "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
                + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>"
                + "<Worksheet ss:Name='A'><Table>");
    for (int i = 0; i < 30; i++) {
      String[] cells =
          i == 0
              ? new String[] {"Date", "Supplier", "Amount"}
              : new String[] {i + "/04/2014", "Acme", i + ".00"};
      rows.append("<Row>");
      for (String cell : cells) {
        rows.append("<Cell><Data ss:Type='String'>").append(cell).append("</Data></Cell>");
      }
      rows.append("</Row>");
    }
    return rows.append("</Table></Worksheet></Workbook>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
