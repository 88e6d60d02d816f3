package org.spendreturns.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spendreturns.archive.Sha256;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.ContractRegister.PrintedTotal;
import org.spendreturns.contract.ParentLoops;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.intake.RegisterTable.Column;
import org.spendreturns.intake.RegisterTable.Row;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/**
 * Reads a contract register: a table whose columns are known by name, as CSV (UTF-8, commas) or as
 * the first sheet of a workbook; or releases of the Open Contracting Data Standard as JSON.
 */
public final class RegisterFile {

  private RegisterFile() {}

  /**
   * Reads it. A row that cannot be read is rejected and the other rows go on; rows without content
   * are no rows.
   *
   * @throws FaultyInputException if the file is no register: columns unknown, missing or twice
   * @throws IOException if the file cannot be read at all
   */
  public static ContractRegister read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    byte[] bytes = Files.readAllBytes(file);
    if (lower.endsWith(".csv")) {
      TextFile source = TextFile.of(name, bytes);
      return register(name, source.digest(), csv(name, source.text()));
    } else if (lower.endsWith(".xlsx")) {
      return register(name, Sha256.of(bytes), RegisterSheet.read(name, bytes));
    } else if (lower.endsWith(".json")) {
      TextFile source = TextFile.of(name, bytes);
      return OcdsRegister.read(name, source.digest(), source.text());
    }
    throw new FaultyInputException(
        name + ": a register is a .csv, .xlsx or .json file; save it as one of these");
  }

  private static List<SourceLine> csv(String file, String text) {
    List<SourceLine> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // the row is kept, and rejected below
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false) // else it swallows all rows after it
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        records.add(
            new SourceLine(
                new SourceRef(file, "", record.getStartingLineNumber()), record.getFields()));
      }
    } catch (CsvParseException fault) {
      long line = records.isEmpty() ? 1 : records.get(records.size() - 1).at().line() + 1;
      throw new FaultyInputException(
          "%s:%d: from here the text is not CSV, as with a quote that never closes"
              .formatted(file, line));
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
    }
    return records;
  }

  private static ContractRegister register(String file, String digest, List<SourceLine> records) {
    RegisterTable table = RegisterTable.of(file, records);
    List<Contract> contracts = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    List<PrintedTotal> totals = new ArrayList<>();
    Map<String, SourceRef> seen = new HashMap<>();
    for (Row row : table.rows()) {
      RegisterRow read = new RegisterRow(new RegisterCells(row), table.years());
      try {
        read.checkWidth();
        if (row.text(Column.KIND).equals("total")) {
          totals.add(read.total());
        } else {
          Contract contract = read.contract();
          SourceRef first = seen.putIfAbsent(contract.reference(), row.source().at());
          if (first != null) {
            throw RowFault.in(
                Column.REFERENCE,
                RejectReason.CONTRADICTION,
                "'%s' stands already at %s; give each agreement a reference of its own"
                    .formatted(contract.reference(), first));
          }
          contracts.add(contract);
        }
      } catch (RowFault fault) {
        rejected.add(rejected(row, fault));
      }
    }
    ContractRegister register = new ContractRegister(file, digest, contracts, rejected, totals);
    return ParentLoops.refused(List.of(register)).get(0);
  }

  private static RejectedRow rejected(Row row, RowFault fault) {
    Particulars words =
        new Particulars(
            row.text(Column.ORGANISATION),
            "",
            row.text(Column.REGISTRATION),
            row.text(Column.SERVICE),
            "",
            "",
            "",
            row.text(Column.REFERENCE));
    return new RejectedRow(
        new Rejected(
            row.source().at(), fault.reason(), row.source().at() + ": " + fault.message(), words),
        row.text(Column.KIND),
        row.text(Column.CATEGORY),
        new RegisterCells(row).readableDates());
  }
}
