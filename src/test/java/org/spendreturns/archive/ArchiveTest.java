package org.spendreturns.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-4's example

  private static final String LINES =
      "01/04/2014,Acme Ltd,Locks,12.50\n".repeat(100); // saves more than a tenth when packed

  private static final String LINES_DIGEST = Sha256.of(LINES);

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() {
    archive = new Archive(folder.resolve("archive"));
  }

  @Test
  void namesAnOriginalByItsDigestAndGivesItBack() throws IOException {
    Archive.Stored stored = archive.store(file("april.csv", "abc"));

    assertThat(stored).isEqualTo(new Archive.Stored(ABC, 3));
    assertThat(text(ABC)).isEqualTo("abc");
    assertThat(filesKept()).containsExactly(ABC);
  }

  @Test
  void packsAnOriginalSoThatAnyGzipUnpacksItAndTheSameEachTime() throws IOException {
    archive.store(file("april.csv", LINES));
    Path packed = place(LINES_DIGEST + ".gz");
    byte[] first = Files.readAllBytes(packed);

    assertThat(filesKept()).containsExactly(LINES_DIGEST + ".gz");
    assertThat(first.length).isLessThan(200);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
      assertThat(in.readAllBytes()).isEqualTo(LINES.getBytes(StandardCharsets.UTF_8));
    }
    Files.delete(packed);
    archive.store(file("april.csv", LINES));
    assertThat(packed).hasBinaryContent(first);
    archive.close();
    assertThat(text(LINES_DIGEST)).isEqualTo(LINES);
  }

  @Test
  void readsAnOriginalThatWasStoredUnpackedAndDoesNotStoreItTwice() throws IOException {
    Path plain = place(LINES_DIGEST);
    Files.createDirectories(plain.getParent());
    Files.writeString(plain, LINES);

    archive.store(file("april.csv", LINES));

    assertThat(filesKept()).containsExactly(LINES_DIGEST);
    archive.close();
    assertThat(text(LINES_DIGEST)).isEqualTo(LINES);
  }

  @Test
  void keepsTheSameBytesOnce() throws IOException {
    archive.store(file("april.csv", "abc"));
    archive.store(file("april-again.csv", "abc"));
    archive.store(file("may.csv", LINES));
    archive.store(file("may-again.csv", LINES));

    assertThat(filesKept()).containsExactlyInAnyOrder(ABC, LINES_DIGEST + ".gz");
  }

  @Test
  void leavesNothingButOriginalsWhenItIsClosed() throws IOException {
    archive.store(file("april.csv", LINES));
    try (Archive.Original original = archive.open(LINES_DIGEST)) {
      assertThat(original.file()).hasContent(LINES);
      assertThat(folder.resolve("archive/desk")).isNotEmptyDirectory();
    }
    archive.close();

    assertThat(folder.resolve("archive/desk")).doesNotExist();
  }

  @Test
  void clearsAwayWhatAProgramThatWasKilledLeft() throws IOException {
    Path left = file("archive/desk/original-123", "half of an orig");

    archive.store(file("april.csv", LINES));

    assertThat(left).doesNotExist();
    assertThat(text(LINES_DIGEST)).isEqualTo(LINES);
  }

  @Test
  void refusesAnOriginalThatIsNoLongerWhatWasStored() throws IOException {
    archive.store(file("april.csv", "abc"));
    archive.store(file("may.csv", LINES));
    archive.close();
    Files.writeString(place(ABC), "abd");
    byte[] packed = Files.readAllBytes(place(LINES_DIGEST + ".gz"));

    assertThatThrownBy(() -> archive.open(ABC))
        .hasMessage(
            "archive: original %s now has the digest %s; restore it from its backup",
            ABC, Sha256.of("abd"));
    for (int length : new int[] {0, 5, packed.length - 1}) {
      Files.write(place(LINES_DIGEST + ".gz"), Arrays.copyOf(packed, length));
      assertThatThrownBy(() -> archive.open(LINES_DIGEST))
          .hasMessage(
              "archive: original %s can no longer be unpacked; restore it from its backup",
              LINES_DIGEST);
    }
    try (OutputStream other =
        new GZIPOutputStream(Files.newOutputStream(place(LINES_DIGEST + ".gz")))) {
      other.write('x');
    }
    assertThatThrownBy(() -> archive.open(LINES_DIGEST))
        .hasMessage(
            "archive: original %s now has the digest %s; restore it from its backup",
            LINES_DIGEST, Sha256.of("x"));
  }

  @Test
  void saysWhichOriginalIsMissing() {
    assertThatThrownBy(() -> archive.open(ABC))
        .hasMessage("archive: no original %s; restore the archive from its backup", ABC);
  }

  private String text(String digest) throws IOException {
    try (Archive.Original original = archive.open(digest)) {
      return Files.readString(original.file());
    }
  }

  private Path place(String name) {
    return folder.resolve("archive").resolve(name.substring(0, 2)).resolve(name);
  }

  /** Names of all files of the archive, its desk left out. */
  private List<String> filesKept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("archive/desk")))
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  @Test
  void sortsTheInputByItsFoldersAndNamesStrays() throws IOException {
    file("input/ledgers/nene-vale/2014/april.csv", "x");
    file("input/bodies/nene-vale.yaml", "x");
    file("input/README.md", "x");
    file("input/.hidden/secret.csv", "x");
    file("input/ledgers/lost.csv", "x");
    file("input/ledgers/nene-vale/may.csv.part", "x");
    file("outside.csv", "x");
    Files.createSymbolicLink(
        folder.resolve("input/ledgers/nene-vale/link.csv"), folder.resolve("outside.csv"));

    InputFolder.Contents contents = new InputFolder(folder.resolve("input")).contents();

    assertThat(contents.files())
        .extracting(InputFolder.Found::kind, InputFolder.Found::owner, InputFolder.Found::path)
        .containsExactly(
            tuple(InputFolder.Kind.BODY, "", "bodies/nene-vale.yaml"),
            tuple(InputFolder.Kind.LEDGER, "nene-vale", "ledgers/nene-vale/2014/april.csv"));
    assertThat(contents.strays())
        .isEqualTo(
            List.of(
                "ledgers/lost.csv: lies where no input is expected; expected ledgers/BODY/,"
                    + " contracts/BODY/, rulebooks/TOPIC/, bodies/, requests/ or documents/",
                "ledgers/nene-vale/link.csv: is a link, and links are not followed; put the file"
                    + " itself here",
                "ledgers/nene-vale/may.csv.part: is named as a file still being written; it is"
                    + " read once renamed"));
  }

  @Test
  void knowsAnInputFolderByItsPathsAndBytes() throws IOException {
    Path april = file("input/ledgers/nene-vale/april.csv", "x");
    InputFolder input = new InputFolder(folder.resolve("input"));
    String before = input.digest();

    assertThat(input.digest()).isEqualTo(before);
    Files.writeString(april, "y");
    assertThat(input.digest()).isNotEqualTo(before);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
