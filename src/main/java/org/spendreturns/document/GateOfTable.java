package org.spendreturns.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.spendreturns.ledger.Unseen;

/** Opens a CSV file. */
final class GateOfTable {

  private static final String FORMULA_BEGINS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private static final char REPLACEMENT = '\uFFFD';

  private final Gate.Faults faults;
  private int columns = -1; // of the head

  GateOfTable(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file, StandardCharsets.UTF_8)) {
      ShownSums sums = new ShownSums(faults);
      for (CsvRecord record : reader) {
        String line = "line " + record.getStartingLineNumber();
        if (columns < 0) {
          columns = record.getFieldCount();
        }
        if (record.getFieldCount() != columns) {
          faults.add(
              line,
              "%d cells, the head has %d; no cell may be lost or added"
                  .formatted(record.getFieldCount(), columns));
        }
        for (int index = 0; index < record.getFieldCount(); index++) {
          String cell = withoutMark(line, record.getField(index));
          openCell(file, line + ", cell " + (index + 1), cell);
        }
        sums.add(line, record.getFields());
      }
    }
  }

  /** A mark of the encoding, which programs put before a table, is no part of its first cell. */
  private static String withoutMark(String line, String text) {
    return line.equals("line 1") && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A table that is parted by other signs than commas is one cell a row here. */
  private static boolean holdsFormula(String text) {
    return Stream.of(text.split("[;|]")).anyMatch(part -> isFormula(part.strip()));
  }

  private void openCell(Path file, String place, String text) throws IOException {
    boolean isParted = columns == 1 && text.indexOf(';') >= 0;
    if (isFormula(text.strip()) || (isParted && holdsFormula(text))) {
      faults.add(
          place, "'%s' begins like a formula; put an apostrophe before it".formatted(brief(text)));
    } else if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(file)) {
      faults.add(place, "'%s' holds bytes that are not UTF-8".formatted(brief(text)));
    } else if (Unseen.isIn(text)) {
      faults.add(
          place, "'%s' holds what nobody sees; write it without".formatted(brief(text.strip())));
    }
  }

  /**
   * Whether all bytes are UTF-8. If so, what looks replaced is the sign for a character that was
   * damaged in a ledger already.
   */
  private static boolean isUtf8(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      text.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException damaged) {
      return false;
    }
  }

  /** Whether a spreadsheet would compute the text; a number is none. */
  static boolean isFormula(String text) {
    return !text.isEmpty()
        && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0
        && !text.matches("[-+]?[0-9][0-9,]*(\\.[0-9]+)?");
  }

  /** As much of a text as tells it from others. */
  static String brief(String text) {
    int most = 40;
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
