package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries have to say does not come between the program and its reader. */
class ConsoleTest {

  @TempDir Path folder;

  @Test
  void aDamagedWorkbookIsOneMessageAndNoTrace() throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("April").createRow(0).createCell(0).setCellValue("Payment Date");
      book.write(bytes);
    }
    Path file = folder.resolve("april.xls");
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), 2_000));
    Path printed = folder.resolve("printed");

    assertThat(Program.start(printed, "scan", file.toString()).waitFor()).isEqualTo(3);

    assertThat(Files.readString(printed))
        .startsWith(file + ": set aside: CORRUPT: april.xls: ")
        .hasLineCount(1);
  }

  @Test
  void aRunKeepsItsLogInTheHomeAndOffTheConsole() throws IOException, InterruptedException {
    Path input = Files.createDirectories(folder.resolve("input/bodies")).getParent();
    Path printed = folder.resolve("printed");

    Process night =
        Program.start(
            printed,
            "nightly",
            "--input=" + input,
            "--home=" + folder.resolve("home"),
            "--reports=" + folder.resolve("reports"));

    assertThat(night.waitFor()).isZero();
    assertThat(folder.resolve("home/spend-returns.log")).exists();
    assertThat(Files.readString(printed)).isEqualTo("0 files in " + input + ", 0 of them new\n");
  }
}
