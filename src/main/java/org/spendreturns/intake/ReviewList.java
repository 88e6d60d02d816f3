package org.spendreturns.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.spendreturns.rulebook.Decision;
import org.spendreturns.rulebook.ReviewQueue;
import org.spendreturns.rulebook.ReviewQueue.Group;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.rulebook.Verdict;

/**
 * The review list as a CSV file for people who work in a spreadsheet: out with the open groups, in
 * with their decisions.
 *
 * <p>A row is decided by filling {@code answer}, {@code who} and {@code why}; the other columns are
 * left as they are. A row that is not decided is left open. Each faulty row is refused for itself.
 */
public final class ReviewList {

  private static final List<String> COLUMNS =
      List.of(
          "supplier",
          "reason",
          "place",
          "question",
          "lines",
          "from",
          "to",
          "pounds",
          "state",
          "answer",
          "who",
          "why",
          "source");

  private final String name;
  private final Map<String, Group> open = new LinkedHashMap<>();
  private final Rulebook rulebook;

  private ReviewList(String name, ReviewQueue queue, Rulebook rulebook) {
    this.name = name;
    this.rulebook = rulebook;
    queue
        .open()
        .forEach(group -> open.put(key(group.shown(), group.reason(), place(group)), group));
  }

  /**
   * What a list brought in.
   *
   * @param decisions one a decided row, in file order
   * @param refused a message for each row that was refused; its group stays open
   */
  public record Decided(List<Decision.Settles> decisions, List<String> refused) {}

  /** The open groups as CSV with a header, the largest sum first, nothing decided. */
  public static String write(ReviewQueue queue) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      for (Group group : queue.open()) {
        csv.writeRecord(
            plain(group.shown()),
            group.reason(),
            place(group),
            plain(group.question()),
            String.valueOf(group.lines().size()),
            group.first().toString(),
            group.last().toString(),
            group.amount().toString(),
            group.state(),
            "",
            "",
            "",
            "");
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory can always be written", impossible);
    }
    return text.toString();
  }

  /**
   * Reads a list that a person has filled in.
   *
   * @param queue the groups open now: a row made of other lines than these is stale
   * @param when the instant of the decisions
   * @param ids gives each decision a name of its own
   * @throws FaultyInputException if the file cannot be read or lacks a column
   */
  public static Decided read(
      Path file,
      ReviewQueue queue,
      Rulebook rulebook,
      String body,
      Instant when,
      Supplier<String> ids) {
    Path last = file.getFileName();
    ReviewList list =
        new ReviewList(last == null ? file.toString() : last.toString(), queue, rulebook);
    List<NamedCsvRecord> rows = list.rows(file);
    Map<String, List<NamedCsvRecord>> byGroup = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      if (isFilled(row)) {
        byGroup.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
      }
    }
    List<Decision.Settles> decisions = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    byGroup.forEach(
        (key, same) -> {
          Optional<String> fault = list.contradiction(same).or(() -> list.stale(same.get(0)));
          try {
            if (fault.isPresent()) {
              throw new IllegalArgumentException(fault.get());
            }
            decisions.add(list.decision(same.get(0), body, when, ids));
          } catch (IllegalArgumentException why) {
            same.forEach(row -> refused.add(list.at(row) + why.getMessage()));
          }
        });
    return new Decided(decisions, refused);
  }

  private List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> rows = reader.stream().toList();
      for (String column : COLUMNS) {
        if (!rows.isEmpty() && !rows.get(0).getHeader().contains(column)) {
          throw new FaultyInputException(
              "%s:1: column %s is missing; keep all columns of the list as it was written"
                  .formatted(name, column));
        }
      }
      return rows;
    } catch (IOException fault) {
      throw new FaultyInputException(
          "%s: cannot be read (%s); put the file there"
              .formatted(name, fault.getClass().getSimpleName()));
    }
  }

  private static boolean isFilled(NamedCsvRecord row) {
    return !(text(row, "answer") + text(row, "who") + text(row, "why")).isEmpty();
  }

  private Optional<String> contradiction(List<NamedCsvRecord> same) {
    return same.stream().map(row -> text(row, "answer")).distinct().count() < 2
        ? Optional.empty()
        : Optional.of(
            "'%s' is answered twice, and differently; keep one row"
                .formatted(text(same.get(0), "supplier")));
  }

  private Optional<String> stale(NamedCsvRecord row) {
    Group group = open.get(key(row));
    if (group == null) {
      return Optional.of(
          "'%s' is not open for '%s'; write the list anew"
              .formatted(text(row, "supplier"), text(row, "reason")));
    }
    return group.state().equals(text(row, "state"))
        ? Optional.empty()
        : Optional.of(
            "'%s' has %d lines now, which are not those of the list; write the list anew"
                .formatted(text(row, "supplier"), group.lines().size()));
  }

  private Decision.Settles decision(
      NamedCsvRecord row, String body, Instant when, Supplier<String> ids) {
    for (String column : List.of("answer", "who", "why")) {
      if (text(row, column).isEmpty()) {
        throw new IllegalArgumentException(
            "column %s is empty; a decided row has answer, who and why".formatted(column));
      }
    }
    Verdict verdict = verdict(row);
    if (verdict instanceof Verdict.Apportioned && text(row, "source").isEmpty()) {
      throw new IllegalArgumentException(
          "column source is empty; shares need the paper that has them");
    }
    Group group = open.get(key(row));
    if (group == null) {
      throw new IllegalStateException("looked up before");
    }
    return new Decision.Settles(
        ids.get(),
        body,
        group.scope(),
        verdict,
        new Decision.Grounds(text(row, "who"), when, text(row, "why"), text(row, "source")));
  }

  private Verdict verdict(NamedCsvRecord row) {
    try {
      return Verdict.parse(text(row, "answer"), rulebook);
    } catch (IllegalArgumentException fault) {
      throw new IllegalArgumentException("column answer: " + fault.getMessage(), fault);
    }
  }

  private String at(NamedCsvRecord row) {
    return "%s:%d: ".formatted(name, row.getStartingLineNumber());
  }

  private static String key(NamedCsvRecord row) {
    return key(text(row, "supplier"), text(row, "reason"), text(row, "place"));
  }

  private static String key(String supplier, String reason, String place) {
    return String.join("\n", plain(supplier.strip()), reason, place);
  }

  /** The place of the one line, where the name is withheld and nothing else tells lines apart. */
  private static String place(Group group) {
    return group.scope() instanceof Decision.Scope.OfLine line ? line.at().toString() : "";
  }

  /** A cell that a spreadsheet would take for a formula is opened by an apostrophe. */
  private static String plain(String text) {
    return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
  }

  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }
}
