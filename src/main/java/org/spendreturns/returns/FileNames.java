package org.spendreturns.returns;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files and sheets whose own names name a person: a return shows the first digits of the file's
 * digest in the name's place, by which it is found as well, and the body's marker for a sheet.
 */
final class FileNames {

  private static final int DIGITS = 12; // as digests are shown elsewhere

  private final Map<String, String> told =
      new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));

  private FileNames() {}

  /**
   * Those of a return.
   *
   * @param sheets every sheet in which something stands that the return may tell of
   */
  static FileNames of(Return filing, Set<String> sheets, NamesInTexts names, String marker) {
    FileNames files = new FileNames();
    Method method = filing.method();
    method.exports().forEach(each -> files.add(each.file(), each.digest(), names));
    method.registers().forEach(each -> files.add(each.file(), each.digest(), names));
    method.quality().exports().forEach(each -> files.add(each.file(), each.digest(), names));
    sheets.stream()
        .filter(sheet -> !sheet.isEmpty() && names.standIn(sheet))
        .forEach(sheet -> files.told.put(sheet, marker));
    return files;
  }

  private void add(String file, String digest, NamesInTexts names) {
    if (names.standIn(file)) {
      int dot = file.lastIndexOf('.');
      told.put(file, digest.substring(0, DIGITS) + (dot < 0 ? "" : file.substring(dot)));
    }
  }

  int size() {
    return told.size();
  }

  /** The text with what is told instead of each of them. */
  String in(String text) {
    String rewritten = text;
    for (Map.Entry<String, String> each : told.entrySet()) {
      rewritten = rewritten.replace(each.getKey(), each.getValue());
    }
    return rewritten;
  }
}
