package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** Payments by the ten thousand, row after row. */
class LongReturnTest {

  private static final int PAYMENTS = 20_000;

  @TempDir Path folder;

  @Test
  void everyPaymentIsInTheTableAndTheWorkbooks() throws IOException {
    Return filing = InventedReturn.withPayments(PAYMENTS);
    LongReturn.write(filing, folder);
    try (Stream<String> lines = Files.lines(folder.resolve("payments.csv"))) {
      assertThat(lines).hasSize(1 + PAYMENTS);
    }
    WrittenOds ods = WrittenOds.of(folder.resolve("return.ods"));
    assertThat(ods.tables()).containsEntry("Payments", "'Payments'.A3:'Payments'.K20003");
    Path again = Files.createDirectory(folder.resolve("again"));
    Book book =
        new WorkbookPlan(
                filing,
                new EditionMark(1, OptionalInt.empty()),
                Wording.english(),
                WorkbookPlan.ROWS_A_SHEET)
            .books()
            .get(0);
    try (OutputStream out = Files.newOutputStream(again.resolve("return.xlsx"))) {
      new WorkbookFile(Wording.english(), Look.USUAL).write(book, filing.heading(), out);
    }
    assertThat(again.resolve("return.xlsx")).hasSameBinaryContentAs(folder.resolve("return.xlsx"));
  }
}
