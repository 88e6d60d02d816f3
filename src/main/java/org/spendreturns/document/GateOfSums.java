package org.spendreturns.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the list of the digests of an edition's files. */
final class GateOfSums {

  static final String NAME = "SHA256SUMS";

  private static final Pattern SUM = Pattern.compile("[0-9a-f]{64} [ *]([\\w.-]+)");

  private GateOfSums() {}

  /** A line that is no digest and name is a fault. */
  static void open(Path file, Gate.Faults faults) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    for (int at = 0; at < lines.size(); at++) {
      if (!SUM.matcher(lines.get(at)).matches()) {
        faults.add("line " + (at + 1), "is no digest and name of a file; write it anew");
      }
    }
  }

  /** The names that a list gives. */
  static Set<String> names(Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      Matcher sum = SUM.matcher(line);
      if (sum.matches()) {
        names.add(sum.group(1));
      }
    }
    return names;
  }
}
