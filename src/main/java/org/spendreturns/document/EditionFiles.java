package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files stand in the folder of an edition, and which should. */
final class EditionFiles {

  private static final Pattern KNOWN =
      Pattern.compile(
          "return(?:-[a-z]{2})?(?:-part-\\d+)?\\.(?:xlsx|ods)|return(?:-[a-z]{2})?\\.(?:pdf|html)"
              + "|return\\.json|return\\.schema\\.json|csv-metadata\\.json|manifest\\.json|SHA256SUMS"
              + "|(?:summary|contracts|contracts-by-year|payments|body-tables)\\.csv"
              + "|ocds-releases\\.json|grants-360giving\\.(?:csv|json)");
  private static final Set<String> NEEDED =
      Set.of("return.json", "return.schema.json", "return.pdf", "csv-metadata.json");
  private static final Pattern FOR_PEOPLE =
      Pattern.compile("return(?:-part-\\d+)?\\.(?:pdf|html|xlsx|ods)");

  private final Path folder;

  EditionFiles(Path folder) {
    this.folder = folder;
  }

  /** Its files, in the order of their names. */
  Set<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<Path> all = new TreeSet<>();
      files.filter(Files::isRegularFile).forEach(all::add);
      return all;
    }
  }

  /**
   * What is there and is no part of an edition, and what is not there.
   *
   * @param codes of the languages beside English in which the edition is told
   */
  void open(Set<String> codes, Gate.Faults faults) throws IOException {
    Set<String> here = new TreeSet<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = String.valueOf(entry.getFileName());
        here.add(name);
        boolean isFile = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
        if (!isFile || !KNOWN.matcher(name).matches()) {
          faults.add(name, "is no part of an edition; leave it out");
        }
      }
    }
    Set<String> missing = new TreeSet<>(NEEDED);
    for (String name : here) {
      if (FOR_PEOPLE.matcher(name).matches()) {
        codes.forEach(code -> missing.add(name.replaceFirst("^return", "return-" + code)));
      }
    }
    if (here.contains(GateOfSums.NAME)) {
      Set<String> listed = GateOfSums.names(folder.resolve(GateOfSums.NAME));
      missing.addAll(listed);
      here.stream()
          .filter(name -> !listed.contains(name) && !name.equals(GateOfSums.NAME))
          .filter(name -> KNOWN.matcher(name).matches())
          .forEach(name -> faults.add(name, "is not listed in SHA256SUMS; leave it out"));
    }
    missing.removeAll(here);
    missing.forEach(name -> faults.add(name, "is not there; write the edition anew"));
  }
}
