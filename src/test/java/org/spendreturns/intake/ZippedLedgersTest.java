package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZippedLedgersTest {

  @TempDir Path folder;

  @Test
  void setsAsideAZipBomb() throws IOException {
    StringBuilder rows = new StringBuilder("<office:x xmlns:office='o'>");
    String spaces = " ".repeat(1 << 20);
    for (int i = 0; i < 80; i++) {
      rows.append(spaces);
    }
    Path file =
        zip(
            folder,
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            rows.append("</office:x>").toString());
    assertThatThrownBy(() -> LedgerFile.open(file, "book", LedgerSettings.DEFAULT))
        .isInstanceOfSatisfying(
            SetAsideException.class,
            fault -> assertThat(fault.kind()).isEqualTo(SetAsideException.Kind.TOO_LARGE))
        .hasMessageMatching(
            "book: unpacks to more than [\\d,]+ bytes from [\\d,]+, as a zip bomb does; expected a"
                + " ledger");
  }

  /** A zip of entries, given as name and text in turn. */
  static Path zip(Path folder, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return Files.write(folder.resolve("a.zip"), bytes.toByteArray());
  }

  @Test
  void unpacksAZipOfLedgersIntoFilesOfTheirOwn() throws IOException {
    Path file =
        zip(folder, "b.csv", "Date,Supplier,Amount\n", "__MACOSX/._b.csv", "x", "2014/c.csv", "y");
    Path into = Files.createDirectory(folder.resolve("into"));
    assertThat(ZippedLedgers.unpack(file, "a.zip", into))
        .containsExactly(
            new ZippedLedgers.Unpacked("a.zip!b.csv", into.resolve("1")),
            new ZippedLedgers.Unpacked("a.zip!2014/c.csv", into.resolve("2")));
    assertThat(into.resolve("1")).hasContent("Date,Supplier,Amount\n");
    assertThatThrownBy(() -> LedgerFile.open(file, "a.zip", LedgerSettings.DEFAULT))
        .isInstanceOfSatisfying(
            SetAsideException.class,
            fault -> assertThat(fault.kind()).isEqualTo(SetAsideException.Kind.ZIP_OF_FILES))
        .hasMessage(
            "a.zip: a zip of files, each of which is an export of its own; unpack it first");
  }

  @Test
  void refusesAZipWithANameThatPointsOutOfIt() throws IOException {
    Path file = zip(folder, "b.csv", "x", "../../evil.csv", "y");
    Path into = Files.createDirectory(folder.resolve("into"));
    assertThatThrownBy(() -> ZippedLedgers.unpack(file, "a.zip", into))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "a.zip: '../../evil.csv' is a name that points out of the zip; expected names within it");
    assertThat(into).isEmptyDirectory();
  }
}
