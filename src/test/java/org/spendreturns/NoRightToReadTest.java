package org.spendreturns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, refused a ledger and a folder of ledgers by the operating system. */
class NoRightToReadTest {

  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";

  @TempDir Path folder;

  @Test
  void namesWhatItMayNotReadAndReadsTheOthers() throws Exception {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "files here have no permissions of this kind: not tested");
    layIn();

    assertThat(night()).as("exit code; the program said: %s", told()).isEqualTo(3);

    assertThat(told().lines().map(String::strip))
        .contains(
            "ledgers/nene-vale/denied.csv: may not be read; give this account the right to read it",
            "ledgers/nene-vale/vault: cannot be read; give this account the right to read it",
            "april.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank; £1,250.00",
            "june.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank; £1,250.00")
        .noneMatch(line -> line.startsWith("denied.csv:") || line.contains("inside.csv"));
    assertThat(told()).doesNotContain("Exception", "\tat ");
  }

  private void layIn() throws IOException {
    Path input = folder.resolve("input");
    Files.createDirectories(input.resolve("bodies"));
    Folders.copy(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    Files.writeString(
        input.resolve("bodies/nene-vale.yaml"),
        "id: nene-vale\nname: Nene Vale\nkind: pcc\npublication: {formats: [html]}\n");
    ledger("april.csv", "04");
    ledger("denied.csv", "05");
    ledger("june.csv", "06");
    ledger("vault/inside.csv", "07");
    permit("denied.csv", "---------");
    permit("vault", "---------");
  }

  private void ledger(String name, String month) throws IOException {
    Path file = folder.resolve("input/ledgers/nene-vale").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, HEADER + "01/%s/2014,Kingfisher,ISVA service,1250.00\n".formatted(month));
  }

  private void permit(String name, String permissions) throws IOException {
    Path file = folder.resolve("input/ledgers/nene-vale").resolve(name);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /** So that the folder can be cleared away by the account that made it. */
  @AfterEach
  void permitAgain() throws IOException {
    if (Files.exists(folder.resolve("input/ledgers/nene-vale/vault"))) {
      permit("vault", "rwx------");
    }
  }

  private int night() throws IOException, InterruptedException {
    String[] words = {
      "nightly", // nothing is asked: it scans
      "--input=" + folder.resolve("input"),
      "--reports=" + folder.resolve("reports"),
      "--home=" + folder.resolve("home")
    };
    boolean isAbovePermissions =
        Files.isReadable(folder.resolve("input/ledgers/nene-vale/denied.csv"));
    if (!isAbovePermissions) {
      return Program.start(folder.resolve("out"), words).waitFor();
    }
    assumeTrue(
        hasSetpriv(),
        "this account reads what nobody may read, and there is no setpriv (util-linux) to stop"
            + " that: not tested");
    return Program.startBoundByPermissions(folder.resolve("out"), words).waitFor();
  }

  private static boolean hasSetpriv() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setpriv")));
  }

  private String told() throws IOException {
    return Files.readString(folder.resolve("out"));
  }
}
