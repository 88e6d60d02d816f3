package org.spendreturns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.Folders;

/**
 * A night on a folder in which nearly every file is hostile: each is named, and the rest goes on.
 */
class HostileNightTest {

  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String LINE = "01/04/2014,Kingfisher,ISVA service,1250.00\n";
  private static final Pattern BOMB =
      Pattern.compile(
          "ledgers/nene-vale/bomb\\.zip!bomb\\.csv: unpacks to more than [\\d,]+ bytes from [\\d,]+, as"
              + " a zip bomb does; expected a ledger");
  private static final int LARGE = 80 << 20; // a bomb is suspected from 64 MiB on

  @TempDir Path folder;
  private Path ledgers = Path.of("");
  private final StringWriter out = new StringWriter();

  @Test
  void namesEveryHostileFileAndReadsTheOthers() throws Exception {
    ledgers = Files.createDirectories(folder.resolve("input/ledgers/nene-vale"));
    Files.createDirectories(folder.resolve("input/bodies"));
    Files.writeString(
        folder.resolve("input/bodies/nene-vale.yaml"),
        "id: nene-vale\nname: Nene Vale\nkind: pcc\npublication: {formats: [html]}\n");
    Folders.copy(Path.of("input/rulebooks"), folder.resolve("input/rulebooks"));
    layIn();

    int code =
        SpendReturnsCommand.run(
            Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC),
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            "return",
            "--body=nene-vale",
            "--topic=sexual-violence",
            "--years=2014-15",
            "--input=" + folder.resolve("input"),
            "--reports=" + folder.resolve("reports"),
            "--home=" + folder.resolve("home"));

    assertThat(code).isEqualTo(3);
    assertThat(out.toString().lines().map(String::strip).toList())
        .containsAll(EXPECTED)
        .anyMatch(BOMB.asMatchPredicate())
        .anyMatch(line -> line.startsWith("wide.csv: no column is known to hold date, amount"));
    assertThat(out.toString()).doesNotContain("secret of the host", "Exception", "\tat ");
  }

  private static final List<String> EXPECTED =
      List.of(
          "ledgers/nene-vale/link.csv: is a link, and links are not followed; put the file itself here",
          "ledgers/nene-vale/out.zip: '../../outside.csv' is a name that points out of the zip; expected names within it",
          "bomb.xlsx: a damaged workbook; expected one that opens in a spreadsheet program; export it anew",
          "cell.csv:2: more than 1,048,576 bytes without a line's end; split the line",
          "cut.zip: a damaged zip or workbook; expected one that opens; export it anew",
          "empty.csv: an empty file (0 bytes); expected a ledger; export it anew",
          "entities.xml: a damaged XML workbook; expected one that opens in a spreadsheet program; export it anew",
          "line.csv:2: more than 1,048,576 bytes without a line's end; split the line",
          "locked.xlsx: a workbook with a password; expected one without; save it without and export anew",
          "nul.csv:2: bytes that are text in no encoding of the file; save the export anew as UTF-8",
          "page.csv: a web page (HTML), perhaps an error page or a page of links; expected a ledger as CSV, XLSX, XLS, ODS or SpreadsheetML",
          "cell.csv: 2 lines = 1 accepted + 1 rejected + 0 duplicate + 0 blank; £1,250.00",
          "line.csv: 2 lines = 1 accepted + 1 rejected + 0 duplicate + 0 blank; £1,250.00",
          "nul.csv: 2 lines = 1 accepted + 1 rejected + 0 duplicate + 0 blank; £1,250.00",
          "sound.csv: 1 lines = 1 accepted + 0 rejected + 0 duplicate + 0 blank; £1,250.00");

  private void layIn() throws IOException, GeneralSecurityException {
    write("sound.csv", HEADER + LINE);
    write("cell.csv", HEADER + "01/04/2014,Acme,\"" + "x".repeat(LARGE) + "\",1.00\n" + in("05"));
    write("line.csv", HEADER + "01/04/2014,Acme," + "x".repeat(10 << 20) + ",1.00\n" + in("06"));
    write("nul.csv", HEADER + "01/04/2014,Ac\0me,Locks,1.00\n" + in("07"));
    write("wide.csv", "A" + ",x".repeat(20_000) + "\n" + "1,2,3\n");
    write("cut.zip", "PK\u0003\u0004 and no more");
    write("empty.csv", "");
    write("page.csv", "<!DOCTYPE html><html><body>404</body></html>");
    zip("bomb.zip", "bomb.csv", new byte[LARGE]);
    zip("out.zip", "../../outside.csv", LINE.getBytes(StandardCharsets.UTF_8));
    zip("bomb.xlsx", "xl/workbook.xml", new byte[LARGE]);
    Path secret = Files.writeString(folder.resolve("secret"), "secret of the host");
    Files.createSymbolicLink(ledgers.resolve("link.csv"), secret);
    write(
        "entities.xml",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><Workbook"
                .formatted(secret.toUri())
            + " xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet"
            + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet' ss:Name='A'><Table><Row>"
            + "<Cell><Data ss:Type='String'>&e;</Data></Cell></Row></Table></Worksheet>"
            + "</Workbook>");
    locked("locked.xlsx");
  }

  /** A sound line of another month, so that no two exports have one in common. */
  private static String in(String month) {
    return LINE.replace("/04/", "/" + month + "/");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(ledgers.resolve(name), text);
  }

  private void zip(String name, String entry, byte[] bytes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(ledgers.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(bytes);
    }
  }

  private void locked(String name) throws IOException, GeneralSecurityException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream file = Files.newOutputStream(ledgers.resolve(name))) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream encrypted = encryptor.getDataStream(files)) {
        encrypted.write(new byte[4_096]);
      }
      files.writeFilesystem(file);
    }
  }
}
