package org.spendreturns.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.spendreturns.ledger.Individual;

/**
 * What can be said of any workbook, which is a zip of parts: whether it holds more than its parts.
 */
final class GateOfArchive {

  private static final Pattern OF_NOBODY =
      Pattern.compile(
          "[A-Z]{2,8}|(?:Microsoft|Windows|LibreOffice|Apache|OpenOffice|openpyxl|python-docx)\\b.*"
              + "|(?:Office )?(?:User|Admin|Administrator)|(?:The )?(?:[A-Z]\\w+ )*Office");

  private static final int HEAD_OF_AN_ENTRY = 30 + 24; // a local header, and a data descriptor
  private static final int OF_AN_EXTRA = 64; // bytes: times, and lengths of 64 bits
  private static final int HEAD_IN_THE_LIST = 46;
  private static final int END_OF_THE_LIST = 22;
  private static final int MAY_BE_MORE = 1_024; // alignment, and fields of 64 bits

  private GateOfArchive() {}

  /**
   * Names bytes before, between and behind the parts, which no program shows.
   *
   * @return whether it is an archive that can be opened
   */
  static boolean open(Path file, Gate.Faults faults) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long explained = END_OF_THE_LIST;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        int name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
        int extra = entry.getExtra() == null ? 0 : Math.min(entry.getExtra().length, OF_AN_EXTRA);
        if (entry.getComment() != null && !entry.getComment().isEmpty()) {
          faults.add(entry.getName(), "has a comment in the archive; leave it out");
        }
        explained += HEAD_OF_AN_ENTRY + HEAD_IN_THE_LIST + 2L * name + 2L * extra;
        explained += entry.getCompressedSize();
      }
      if (zip.getComment() != null && !zip.getComment().isEmpty()) {
        faults.add("", "holds a comment on itself; leave it out");
      }
      long more = Files.size(file) - explained;
      if (more > MAY_BE_MORE) {
        faults.add(
            "",
            "is larger than what is in it: %,d bytes belong to no part; write it anew"
                .formatted(more));
      }
    } catch (ZipException fault) {
      faults.add("", "not a workbook that can be opened, so nothing vouches for it");
      return false;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.readInt() != 0x504B0304) {
        faults.add("", "something stands before its first part; write it anew");
      }
    }
    return true;
  }

  /**
   * Names a property that may hold the name of a person: anything that is not the body, an
   * organisation by its words, one word in capitals, or what programs write by themselves.
   */
  static void person(String property, String value, Gate.Faults faults) {
    boolean isNobody = faults.isBody(value) || OF_NOBODY.matcher(value.strip()).matches();
    if (!value.isBlank() && !isNobody && Individual.mayBe(value)) {
      faults.add(
          "properties",
          "%s is '%s', who may be a person; give the organisation's name"
              .formatted(property, value));
    }
  }
}
