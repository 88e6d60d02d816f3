package org.spendreturns.returns;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spendreturns.ledger.SourceRef;

/**
 * The files and sheets whose own names name a person: a return shows the first digits of the file's
 * digest in the name's place, by which it is found as well, and the body's marker for a sheet.
 */
final class FileNames {

  private static final int DIGITS = 12; // as digests are shown elsewhere

  private final Map<String, String> told =
      new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));

  private FileNames() {}

  /** Those of a return. */
  static FileNames of(Return filing, NamesInTexts names, String marker) {
    FileNames files = new FileNames();
    Method method = filing.method();
    method.exports().forEach(each -> files.add(each.file(), each.digest(), names));
    method.registers().forEach(each -> files.add(each.file(), each.digest(), names));
    method.quality().exports().forEach(each -> files.add(each.file(), each.digest(), names));
    places(filing)
        .map(SourceRef::sheet)
        .filter(sheet -> !sheet.isEmpty() && names.standIn(sheet))
        .forEach(sheet -> files.told.put(sheet, marker));
    return files;
  }

  private static Stream<SourceRef> places(Return filing) {
    return Stream.of(
            filing.payments().stream().map(payment -> payment.line().line().at()),
            filing.method().rejected().stream().map(each -> each.line().at()),
            filing.method().forReview().stream().map(Method.ForReview::at))
        .flatMap(each -> each);
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
