package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
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

  @Test
  void readsNamesAsWindowsWritesThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
      zip.putNextEntry(new ZipEntry("Spend over \u00a3500.csv"));
      zip.write("Date,Supplier,Amount\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("a.zip"), bytes.toByteArray());
    Path into = Files.createDirectory(folder.resolve("into"));
    assertThat(ZippedLedgers.isZip(file, "a.zip")).isTrue();
    assertThat(ZippedLedgers.unpack(file, "a.zip", into))
        .containsExactly(
            new ZippedLedgers.Unpacked("a.zip!Spend over \u00a3500.csv", into.resolve("1")));
  }

  @Test
  void saysThatAZipNeedsAPassword() throws IOException {
    Path file = zip(folder, "b.csv", "x");
    setInDirectory(file, 8, 1); // the flag of encryption
    assertThatThrownBy(() -> LedgerFile.open(file, "a.zip", LedgerSettings.DEFAULT))
        .isInstanceOfSatisfying(
            SetAsideException.class,
            fault -> assertThat(fault.kind()).isEqualTo(SetAsideException.Kind.PASSWORD))
        .hasMessage(
            "a.zip: a zip with a password; expected one without; unpack it and send its files");
  }

  @Test
  void saysThatAZipIsPackedByAMethodOfWindows() throws IOException {
    Path file = zip(folder, "b.csv", "x");
    setInDirectory(file, 10, 9); // Deflate64
    assertThatThrownBy(() -> LedgerFile.open(file, "a.zip", LedgerSettings.DEFAULT))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "a.zip: a zip packed by a method other than Deflate, as Windows packs large files"
                + " (Deflate64); unpack it and send its files");
  }

  /** Sets a byte of the first entry in the zip's directory. */
  private static void setInDirectory(Path file, int offset, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + offset] = (byte) value;
        break;
      }
    }
    Files.write(file, bytes);
  }

  @Test
  void refusesAZipOfTooManyFiles() throws IOException {
    String[] namesAndTexts = new String[2 * (ZippedLedgers.FILES_AT_MOST + 1)];
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      namesAndTexts[i] = i + ".csv";
      namesAndTexts[i + 1] = "";
    }
    Path file = zip(folder, namesAndTexts);
    Path into = Files.createDirectory(folder.resolve("into"));
    assertThatThrownBy(() -> ZippedLedgers.unpack(file, "a.zip", into))
        .hasMessage("a.zip: more than 1,000 files; unpack it by hand");
  }
}
