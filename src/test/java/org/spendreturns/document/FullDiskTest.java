package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full from the first byte on, in the place of one file. */
class FullDiskTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"return.pdf", "return.xlsx", "payments.csv", "return.schema.json"})
  void theFileThatCouldNotBeWrittenIsNamedWithWhatToDo(String name) throws IOException {
    assumeThat(FULL).as("this system has a device that is always full").exists();
    Path file = Files.createSymbolicLink(folder.resolve(name), FULL);
    assertThatThrownBy(() -> WrittenReturn.failing(WrittenReturn.TEMPLATES, folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: could not be written: No space left on device; make room there and for temporary"
                + " files, and run it again",
            file);
    Files.delete(file); // else a warning is told that its target stays
  }
}
