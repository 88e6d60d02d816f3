package org.spendreturns.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.LabelledLine;
import org.spendreturns.rulebook.Rulebook;

/** Reads lines whose right answer a person has written down, to measure a rulebook on them. */
public final class LabelledLines {

  private LabelledLines() {}

  /**
   * A line given by its place in a ledger.
   *
   * @param file the ledger's path below the folder of ledgers
   * @param sheet the sheet's name; empty for a file without sheets
   * @param line the physical line, or the sheet's row, from 1
   * @param label the right answer
   * @param isDoubtful whether it counts nowhere
   */
  public record Place(String file, String sheet, long line, String label, boolean isDoubtful) {}

  /**
   * Reads a file with the columns {@code supplier}, {@code description} and {@code label}, and if
   * it has them {@code body}, {@code doubtful} and the other fields of a line as a rulebook writes
   * them; further columns are left aside.
   *
   * @throws FaultyInputException if it cannot be read, lacks a column, or has a label that is none
   *     of the rulebook's answers; all such rows are named
   */
  public static List<LabelledLine> lines(Path file, Rulebook rulebook) {
    List<LabelledLine> lines = new ArrayList<>();
    for (NamedCsvRecord row : rows(file, List.of("supplier", "description", "label"))) {
      SourceRef at = new SourceRef(name(file), "", row.getStartingLineNumber());
      lines.add(
          new LabelledLine(at, text(row, "body"), particulars(row), label(row), isDoubtful(row)));
    }
    Set<String> known = labels(rulebook);
    refuse(
        lines.stream()
            .filter(line -> !known.contains(line.label()))
            .map(line -> unknown(line.at().toString(), line.label(), known))
            .toList());
    return lines;
  }

  /**
   * Reads a file with the columns {@code file}, {@code sheet}, {@code line} and {@code label}, and
   * if it has it {@code doubtful}; further columns are left aside.
   *
   * @throws FaultyInputException if it cannot be read, lacks a column, or has a line that is no
   *     number, or a label that is none of the rulebook's answers; all such rows are named
   */
  public static List<Place> places(Path file, Rulebook rulebook) {
    List<Place> places = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Set<String> known = labels(rulebook);
    for (NamedCsvRecord row : rows(file, List.of("file", "sheet", "line", "label"))) {
      String at = name(file) + ":" + row.getStartingLineNumber();
      if (!text(row, "line").matches("[1-9]\\d{0,9}")) {
        faults.add("%s: column line: '%s' is not a number from 1".formatted(at, text(row, "line")));
      } else if (!known.contains(label(row))) {
        faults.add(unknown(at, label(row), known));
      } else {
        places.add(
            new Place(
                text(row, "file"),
                text(row, "sheet"),
                Long.parseLong(text(row, "line")),
                label(row),
                isDoubtful(row)));
      }
    }
    refuse(faults);
    return places;
  }

  private static List<NamedCsvRecord> rows(Path file, List<String> columns) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> rows = reader.stream().toList();
      List<String> header = rows.isEmpty() ? List.of() : rows.get(0).getHeader();
      List<String> missing = columns.stream().filter(each -> !header.contains(each)).toList();
      if (!missing.isEmpty()) {
        throw new FaultyInputException(
            "%s:1: column %s is missing; expected %s"
                .formatted(name(file), missing.get(0), String.join(", ", columns)));
      }
      return rows;
    } catch (IOException fault) {
      throw new FaultyInputException(
          "%s: cannot be read (%s); put the file there"
              .formatted(name(file), fault.getClass().getSimpleName()));
    }
  }

  private static Particulars particulars(NamedCsvRecord row) {
    return new Particulars(
        text(row, Field.SUPPLIER.written()),
        text(row, Field.SUPPLIER_ID.written()),
        text(row, Field.REGISTRATION.written()),
        text(row, Field.DESCRIPTION.written()),
        text(row, Field.COST_CENTRE.written()),
        text(row, Field.EXPENSE_TYPE.written()),
        text(row, Field.HEADING.written()),
        text(row, Field.CONTRACT.written()));
  }

  private static String label(NamedCsvRecord row) {
    return text(row, "label");
  }

  private static boolean isDoubtful(NamedCsvRecord row) {
    return !text(row, "doubtful").isEmpty();
  }

  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  private static Set<String> labels(Rulebook rulebook) {
    return Stream.concat(
            Stream.concat(
                rulebook.categories().stream().map(Category::id),
                Stream.of(Category.NOT_BROKEN_DOWN.id())),
            Stream.of(
                Evaluation.NOT_TOPIC,
                Evaluation.FOR_REVIEW,
                Evaluation.TOPIC,
                Evaluation.NOT_TOPIC_OR_REVIEW))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String unknown(String at, String label, Set<String> known) {
    return "%s: column label: '%s' is none of %s".formatted(at, label, String.join(", ", known));
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new FaultyInputException(faults);
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
