package org.spendreturns.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-4's example

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
    assertThat(archive.verified(ABC)).hasContent("abc").endsWithRaw(Path.of("ba", ABC));
  }

  @Test
  void keepsTheSameBytesOnce() throws IOException {
    archive.store(file("april.csv", "abc"));
    archive.store(file("april-again.csv", "abc"));

    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void refusesAnOriginalThatIsNoLongerWhatWasStored() throws IOException {
    archive.store(file("april.csv", "abc"));
    Files.writeString(archive.verified(ABC), "abd");

    assertThatThrownBy(() -> archive.verified(ABC))
        .hasMessage(
            "archive: original %s now has the digest %s; restore it from its backup",
            ABC, Sha256.of("abd"));
  }

  @Test
  void saysWhichOriginalIsMissing() {
    assertThatThrownBy(() -> archive.verified(ABC))
        .hasMessage("archive: no original %s; restore the archive from its backup", ABC);
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
