package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spendreturns.intake.ReadLedger.HEADER;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts: their encodings, line ends, quotes and damages. */
class LedgerTextTest {

  @TempDir Path folder;

  private List<String> notes = List.of();

  private List<String> read(byte[] bytes, LedgerSettings settings) throws IOException {
    ReadLedger ledger = ReadLedger.of(folder, bytes, settings);
    notes = ledger.notes();
    return ledger.outcomes();
  }

  private List<String> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), LedgerSettings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsPhysicalLinesWhateverEndsThem(String end) throws IOException {
    String text =
        (HEADER + "01/04/2014,Acme,1.00,\"two\nlines\"\n02/04/2014,Acme,2.00,one\n")
            .replace("\n", end);
    assertThat(read(text))
        .containsExactly("1 HEADER", "2 2014-04-01 Acme 1.00", "4 2014-04-02 Acme 2.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsOutWhatStandsBetweenCells(String delimiter) throws IOException {
    assertThat(read((HEADER + "01/04/2014,Acme,1.00,x\n").replace(",", delimiter)))
        .containsExactly("1 HEADER", "2 2014-04-01 Acme 1.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "^", ":"})
  void obeysAFirstLineThatSaysWhatStandsBetweenCells(String delimiter) throws IOException {
    String text = (HEADER + "01/04/2014,Acme; A|B,1.00,x\n").replace(",", delimiter);
    if (";|".contains(delimiter)) {
      text = text.replace("Acme; A|B", "Acme");
    }
    for (String first : new String[] {"sep=" + delimiter, "\uFEFF\"sep=" + delimiter + "\""}) {
      assertThat(read(first + "\r\n" + text)).first().isEqualTo("1 PREAMBLE");
      assertThat(read(first + "\r\n" + text)).hasSize(3).last().asString().endsWith(" 1.00");
    }
  }

  @Test
  void readsEachLineInItsOwnEncoding() throws IOException {
    byte[] windows =
        (HEADER + "01/04/2014,Café £,1.00,x\n").getBytes(Charset.forName("windows-1252"));
    byte[] utf8 = "02/04/2014,Café £,2.00,x\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[windows.length + utf8.length];
    System.arraycopy(windows, 0, both, 0, windows.length);
    System.arraycopy(utf8, 0, both, windows.length, utf8.length);
    assertThat(read(both, LedgerSettings.DEFAULT))
        .containsExactly("1 HEADER", "2 2014-04-01 Café £ 1.00", "3 2014-04-02 Café £ 2.00");
    assertThat(notes).containsExactly("records read as Windows-1252: 1; as UTF-8: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void readsUtf16WithAndWithoutItsMark(String charset) throws IOException {
    byte[] bytes = (HEADER + "01/04/2014,Café 😀,1.00,x\n").getBytes(Charset.forName(charset));
    assertThat(read(bytes, LedgerSettings.DEFAULT))
        .containsExactly("1 HEADER", "2 2014-04-01 Café 😀 1.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "ï»¿"})
  void leavesOutAByteOrderMarkAlsoOneEncodedTwice(String mark) throws IOException {
    assertThat(read(mark + HEADER + "01/04/2014,Acme,1.00,x\n"))
        .containsExactly("1 HEADER", "2 2014-04-01 Acme 1.00");
  }

  @Test
  void rejectsALineWithAnUnclosedQuoteAndReadsOn() throws IOException {
    assertThat(
            read(
                HEADER
                    + "01/04/2014,\"Acme,1.00,x\n"
                    + "02/04/2014,\"Acme \"\"A\"\" Ltd\",2.00,x\n"
                    + "03/04/2014,\"The \"Haven\" Trust\",3.00,x\n"
                    + "04/04/2014,\"Jo\" Smith Ltd,4.00,x\n"
                    + "05/04/2014,5\" pipes,5.00,\"x\n"))
        .containsExactly(
            "1 HEADER",
            "TOO_LONG april.csv:2: a quote at the start of a cell that never closes; close it or"
                + " remove it",
            "3 2014-04-02 Acme \"A\" Ltd 2.00",
            "4 2014-04-03 The \"Haven\" Trust 3.00",
            "5 2014-04-04 \"Jo\" Smith Ltd 4.00",
            "TOO_LONG april.csv:6: a quote at the start of a cell that never closes; close it or"
                + " remove it");
  }

  @Test
  void rejectsALineOfTenMegabytesAndReadsOn() throws IOException {
    assertThat(
            read(
                HEADER
                    + "01/04/2014,Acme,1.00,"
                    + "x".repeat(10_000_000)
                    + "\n"
                    + "02/04/2014,Acme,2.00,x\n"))
        .containsExactly(
            "1 HEADER",
            "TOO_LONG april.csv:2: more than 1,048,576 bytes without a line's end; split the line",
            "3 2014-04-02 Acme 2.00");
  }

  @Test
  void rejectsALineWithANulByte() throws IOException {
    assertThat(read(HEADER + "01/04/2014,Ac\0me,1.00,x\n02/04/2014,Acme,2.00,x\n"))
        .containsExactly(
            "1 HEADER",
            "BAD_TEXT april.csv:2: bytes that are text in no encoding of the file; save the export"
                + " anew as UTF-8",
            "3 2014-04-02 Acme 2.00");
  }

  @Test
  void readsALineWithAByteCutOutOfACharacterAndTells() throws IOException {
    byte[] cut = (HEADER + "01/04/2014,Café ”A“ Ltd,1.00,x\n").getBytes(StandardCharsets.UTF_8);
    int quote = new String(cut, StandardCharsets.ISO_8859_1).lastIndexOf("\u0080\u009C");
    byte[] without = new byte[cut.length - 1]; // the last of the three bytes of the quote
    System.arraycopy(cut, 0, without, 0, quote + 1);
    System.arraycopy(cut, quote + 2, without, quote + 1, cut.length - quote - 2);
    byte[] windows =
        "02/04/2014,Caf\u00e9 \u009d Bar,2.00,x\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = new byte[without.length + windows.length];
    System.arraycopy(without, 0, both, 0, without.length);
    System.arraycopy(windows, 0, both, without.length, windows.length);

    assertThat(read(both, LedgerSettings.DEFAULT))
        .containsExactly(
            "1 HEADER", "2 2014-04-01 Café ”A\uFFFD Ltd 1.00", "3 2014-04-02 Café \uFFFD Bar 2.00");
    assertThat(notes)
        .containsExactly(
            "april.csv: records with bytes that are text in no encoding: 2; each such byte is read"
                + " as '\uFFFD', and a name may be damaged; save the export anew as UTF-8",
            "records read as Windows-1252: 1; as UTF-8: 1");
    assertThat(read(both, LedgerSettings.read(YamlNode.parse("b", "encoding: utf-8"))).get(1))
        .as("where the body says the encoding")
        .startsWith("BAD_TEXT april.csv:2");
  }

  @Test
  void readsTheSignOfADamagedCharacterThatTheFileItselfHoldsAsUtf8() throws IOException {
    assertThat(read(HEADER + "01/04/2014,Caf\uFFFD Ltd,1.00,x\n"))
        .containsExactly("1 HEADER", "2 2014-04-01 Caf\uFFFD Ltd 1.00");
    assertThat(notes).noneMatch(note -> note.contains("Windows-1252"));
  }

  @Test
  void rejectsALineOfWhichMoreIsNoText() throws IOException {
    byte[] junk =
        (HEADER + "01/04/2014,A\u0081\u0081\u0081\u0081,1.00,x\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(junk, LedgerSettings.DEFAULT).get(1)).startsWith("BAD_TEXT april.csv:2");
  }

  @Test
  void readsALedgerBelowThousandsOfBlankLines() throws IOException {
    assertThat(read("\r\n".repeat(9_000) + "Date;Supplier;Amount\n25/04/2014;Acme;1.00\n"))
        .hasSize(9_002)
        .endsWith("9001 HEADER", "9002 2014-04-25 Acme 1.00");
    assertThatThrownBy(() -> read(" \n".repeat(9_000)))
        .hasMessage("april.csv: nothing but white space; expected a ledger; export it anew");
  }

  @Test
  void rejectsALastLineThatIsCutOff() throws IOException {
    assertThat(read(HEADER + "01/04/2014,Acme,1.00,x\n02/04/2014,Acme,12"))
        .containsExactly(
            "1 HEADER",
            "2 2014-04-01 Acme 1.00",
            "TOO_FEW_CELLS april.csv:3: 3 cells, where the lines have 4; the line is cut off or of"
                + " another layout");
  }

  @Test
  void takesALastLineWithoutALineEndIfItIsWhole() throws IOException {
    assertThat(read(HEADER + "01/04/2014,Acme,1.00,x"))
        .containsExactly("1 HEADER", "2 2014-04-01 Acme 1.00");
  }

  @Test
  void readsTwentyThousandColumnsAndShowsFewOfThem() throws IOException {
    String many = ",x".repeat(20_000);
    assertThat(read("Date,Supplier,Amount" + many + "\n25/04/2014,Acme,1.00" + many + "\n"))
        .containsExactly("1 HEADER", "2 2014-04-25 Acme 1.00");
    assertThatThrownBy(() -> read("Supplier" + many + "\n"))
        .isInstanceOf(SetAsideException.class)
        .message()
        .startsWith("april.csv: no column is known to hold date or amount; the record nearest")
        .hasSizeLessThan(500);
  }
}
