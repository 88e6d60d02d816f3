package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.rulebook.Measure;
import org.spendreturns.rulebook.Rulebook;

/**
 * The block {@code measured} at the end of a rulebook's file: written here, and by nobody's hand.
 */
public final class MeasuredBlock {

  private static final String KEY = "measured:";

  private MeasuredBlock() {}

  /**
   * Writes measurements into an edition's file, after its rules, in the place of earlier ones of
   * the same lines held at the same distance; the others stay.
   *
   * @param edition as the file has it now
   * @throws FaultyInputException if the block is not the last one of the file, or the file cannot
   *     be written
   */
  public static void write(Path file, Rulebook edition, List<Measure> measures) {
    List<Measure> all = new ArrayList<>(edition.measured());
    all.removeIf(old -> measures.stream().anyMatch(old::isOfTheSame));
    all.addAll(measures);
    try {
      List<String> lines = Files.readAllLines(file);
      int from = lines.indexOf(KEY);
      List<String> kept = from < 0 ? lines : lines.subList(0, from);
      if (from >= 0
          && lines.subList(from + 1, lines.size()).stream().anyMatch(MeasuredBlock::isKey)) {
        throw new FaultyInputException(
            "%s:%d: key 'measured' must be the last of the file to be written anew; move it there"
                .formatted(file.getFileName(), from + 1));
      }
      String rules = String.join("\n", kept).stripTrailing();
      Files.writeString(file, rules + "\n\n" + written(all));
    } catch (IOException fault) {
      throw new FaultyInputException(
          "%s: cannot be written (%s); let this user write it"
              .formatted(file.getFileName(), fault.getClass().getSimpleName()));
    }
  }

  private static boolean isKey(String line) {
    return !line.isBlank()
        && line.charAt(0) != ' '
        && line.charAt(0) != '#'
        && line.charAt(0) != '-';
  }

  private static String written(List<Measure> measures) {
    StringBuilder block = new StringBuilder(KEY).append('\n');
    for (Measure each : measures) {
      block.append(
          """
            - on: %s
              what: %s
              how: %s
              lines: %d
              precision: %s
              recall: %s
              with-review: %s
              for-review: %s
              right-category: %s
          """
              .formatted(
                  each.on(),
                  quoted(each.what()),
                  quoted(each.how()),
                  each.lines(),
                  each.precision(),
                  each.recall(),
                  each.withReview(),
                  each.forReview(),
                  each.rightCategory()));
    }
    return block.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
