package org.spendreturns.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gate} on folders, on files of unknown kinds, and on several files at once. */
class GateCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path sound;

  @BeforeEach
  void write() throws IOException {
    sound = Files.writeString(folder.resolve("sound.csv"), "Supplier,Amount\nOrchard,-2.00\n");
  }

  @Test
  void aFolderIsAnEditionOfWhichEveryFileIsOpenedAndWhatIsMissingIsNamed() throws IOException {
    Path edition = Files.createDirectory(folder.resolve("edition-0001"));
    Files.copy(sound, edition.resolve("payments.csv"));
    Files.writeString(edition.resolve("return.html"), "<p>a\u202Eb</p>");
    Files.writeString(edition.resolve("staff.txt"), "Dorothea Quillfeather");

    assertThat(gate(edition)).isEqualTo(ExitCode.NEEDS_A_PERSON);
    assertThat(out.toString().lines())
        .containsExactly(
            "edition-0001: staff.txt: is no part of an edition; leave it out",
            "edition-0001: csv-metadata.json: is not there; write the edition anew",
            "edition-0001: return.json: is not there; write the edition anew",
            "edition-0001: return.pdf: is not there; write the edition anew",
            "edition-0001: return.schema.json: is not there; write the edition anew",
            "return.html: line 1: holds signs that nobody sees; leave it out",
            "staff.txt: this kind of file cannot be opened here, so nothing vouches for it");
  }

  @Test
  void nothingVouchesForAKindThatIsNotKnownNorForAnotherThanTheNameSays() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.docx"), "Dear Sir");
    Path book = Files.write(folder.resolve("book.json"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

    assertThat(gate(letter, book)).isEqualTo(ExitCode.NEEDS_A_PERSON);
    assertThat(out.toString().lines())
        .containsExactly(
            "letter.docx: this kind of file cannot be opened here, so nothing vouches for it",
            "book.json: its bytes are not of the kind its name says, so nothing vouches for it");
  }

  @Test
  void oneOfSeveralFilesThatCannotBeReadIsNamedAndTheOthersAreOpened() throws IOException {
    Path gone = folder.resolve("gone.csv");
    Path formula =
        Files.writeString(folder.resolve("formula.csv"), "Supplier,Amount\n=1+1,2.00\n", UTF_8);

    assertThat(gate(gone, sound, formula)).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            "sound.csv: nothing that must not leave",
            "formula.csv: line 2, cell 1: '=1+1' begins like a formula; put an apostrophe before"
                + " it");
    assertThat(err.toString()).isEqualTo(gone + ": found no file that can be read\n");
  }

  private int gate(Path... files) {
    String[] words = new String[files.length + 1];
    words[0] = "gate";
    for (int at = 0; at < files.length; at++) {
      words[at + 1] = files[at].toString();
    }
    return SpendReturnsCommand.run(
        Clock.systemUTC(), new PrintWriter(out, true), new PrintWriter(err, true), words);
  }
}
