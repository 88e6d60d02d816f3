package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.spendreturns.intake.RecordSource.Found;

/**
 * The layout of a ledger without column names, where its content leaves no doubt.
 *
 * <p>There is no doubt if exactly one column is all dates, exactly one holds sums of pounds and
 * pence, and one column of text, and no other, is where legal forms such as {@code Ltd} stand. In
 * every other case a person must say.
 */
final class LayoutByContent {

  private static final int LINES_AT_LEAST = 20;
  private static final double NEARLY_ALL = 0.9;
  private static final double LEGAL_FORMS_AT_LEAST = 0.15;
  private static final double LEGAL_FORMS_ELSEWHERE = 0.02;

  private static final Pattern PENCE = Pattern.compile(".*\\d\\.\\d{1,2}[)-]?");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          ".*\\b(?:LTD|LIMITED|PLC|LLP|CIC|COUNCIL|TRUST|UNIVERSITY)\\.?\\)?\\s*",
          Pattern.CASE_INSENSITIVE);

  private LayoutByContent() {}

  /** Whether nearly all records with content have a date and a sum where the layout has them. */
  static boolean fits(List<Found> records, Layout layout) {
    int held = 0;
    int fitting = 0;
    for (Found found : records) {
      if (found.line().isBlank()) {
        continue;
      }
      held++;
      boolean dated = isDate(layout.text(found.line(), ColumnRole.DATE));
      boolean summed = AmountText.read(layout.text(found.line(), ColumnRole.AMOUNT)).isPresent();
      fitting += dated && summed ? 1 : 0;
    }
    return held > 0 && fitting >= NEARLY_ALL * held;
  }

  /**
   * The record that stands above the lines of a layout as names do, though they are not known:
   * words where a line has its sum, and its date or its supplier. What the names say may be that
   * the sums are none of payments, so the content alone must not decide. Empty if there is no such
   * record.
   */
  static Optional<Found> namesAbove(List<Found> records, Layout layout) {
    return records.stream()
        .takeWhile(found -> !LineLook.isLine(found.line(), layout))
        .filter(found -> isOfNames(found, layout))
        .findFirst();
  }

  private static boolean isOfNames(Found found, Layout layout) {
    return isName(layout.text(found.line(), ColumnRole.AMOUNT))
        && (isName(layout.text(found.line(), ColumnRole.DATE))
            || isName(layout.text(found.line(), ColumnRole.SUPPLIER)));
  }

  private static boolean isName(String text) {
    boolean isSum = AmountText.read(text).isPresent() && !Thousands.isUnit(text);
    return !text.isEmpty() && !isDate(text) && !isSum;
  }

  /**
   * The column that holds the names of organisations without doubt, or empty.
   *
   * @param among of which columns
   */
  static Optional<Integer> supplier(List<Found> records, Predicate<Integer> among) {
    List<List<String>> lines = lines(records);
    return lines.size() < LINES_AT_LEAST
        ? Optional.empty()
        : supplier(lines, IntStream.range(0, width(lines)).boxed().filter(among).toList());
  }

  /** The layout that the records have without doubt, or empty. */
  static Optional<Layout> decide(List<Found> records) {
    List<List<String>> lines = lines(records);
    if (lines.size() < LINES_AT_LEAST) {
      return Optional.empty();
    }
    List<Integer> dates = new ArrayList<>();
    List<Integer> sums = new ArrayList<>();
    List<Integer> texts = new ArrayList<>();
    int width = width(lines);
    for (int column = 0; column < width; column++) {
      List<String> cells = column(lines, column);
      if (share(cells, LayoutByContent::isDate) >= NEARLY_ALL
          && cells.size() >= NEARLY_ALL * lines.size()) {
        dates.add(column);
      } else if (isOfSums(cells, lines.size())) {
        sums.add(column);
      } else if (cells.size() >= NEARLY_ALL * lines.size()) {
        texts.add(column);
      }
    }
    Optional<Integer> supplier = supplier(lines, texts);
    if (dates.size() != 1 || sums.size() != 1 || supplier.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(layout(lines, dates.get(0), sums.get(0), supplier.get(), texts));
  }

  private static List<List<String>> lines(List<Found> records) {
    return records.stream()
        .filter(found -> !found.line().isBlank() && found.fault().isEmpty())
        .map(found -> found.line().cells())
        .toList();
  }

  private static int width(List<List<String>> lines) {
    return lines.stream().mapToInt(List::size).max().orElse(0);
  }

  /** The other texts: one that rarely repeats describes, one that often does is who bought. */
  private static Layout layout(
      List<List<String>> lines, int date, int sum, int supplier, List<Integer> texts) {
    Map<ColumnRole, List<Integer>> columns = new EnumMap<>(ColumnRole.class);
    columns.put(ColumnRole.DATE, List.of(date));
    columns.put(ColumnRole.AMOUNT, List.of(sum));
    columns.put(ColumnRole.SUPPLIER, List.of(supplier));
    List<Integer> describing = new ArrayList<>();
    List<Integer> buying = new ArrayList<>();
    for (int column : texts) {
      List<String> cells = column(lines, column);
      Set<String> distinct = new HashSet<>(cells);
      if (column != supplier && share(cells, cell -> cell.contains(" ")) > 0.5) {
        (2 * distinct.size() > cells.size() ? describing : buying).add(column);
      }
    }
    if (!describing.isEmpty()) {
      columns.put(ColumnRole.DESCRIPTION, describing);
    }
    if (!buying.isEmpty()) {
      columns.put(ColumnRole.COST_CENTRE, buying);
    }
    String choice =
        "no column names; by their content date is column %s, amount %s, supplier %s"
            .formatted(Layout.letters(date), Layout.letters(sum), Layout.letters(supplier));
    return new Layout(columns, List.of(), List.of(choice), Optional.empty());
  }

  private static boolean isOfSums(List<String> cells, int lines) {
    return cells.size() >= NEARLY_ALL * lines
        && share(cells, cell -> AmountText.read(cell).isPresent()) >= NEARLY_ALL
        && share(cells, cell -> PENCE.matcher(cell).matches()) >= 0.3;
  }

  private static Optional<Integer> supplier(List<List<String>> lines, List<Integer> texts) {
    List<Integer> with = new ArrayList<>();
    for (int column : texts) {
      double share = share(column(lines, column), LayoutByContent::hasLegalForm);
      if (share >= LEGAL_FORMS_AT_LEAST) {
        with.add(column);
      } else if (share > LEGAL_FORMS_ELSEWHERE) {
        return Optional.empty();
      }
    }
    return with.size() == 1 && isOfSeveral(column(lines, with.get(0)))
        ? Optional.of(with.get(0))
        : Optional.empty();
  }

  /** Whether no text stands in nearly all cells, as the body's own name may. */
  private static boolean isOfSeveral(List<String> cells) {
    return cells.stream()
        .distinct()
        .noneMatch(text -> Collections.frequency(cells, text) >= NEARLY_ALL * cells.size());
  }

  /** The cells of a column that hold anything, trimmed. */
  static List<String> column(List<List<String>> lines, int column) {
    return lines.stream()
        .filter(cells -> column < cells.size())
        .map(cells -> CellText.trimmed(cells.get(column)))
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  /** The share of the cells that fit; 0 of none. */
  static double share(List<String> cells, Predicate<String> of) {
    return cells.isEmpty() ? 0 : (double) cells.stream().filter(of).count() / cells.size();
  }

  /** Whether the text is a sum with pence. */
  static boolean isSumWithPence(String text) {
    return AmountText.read(text).isPresent() && PENCE.matcher(text).matches();
  }

  /** Whether the text ends like the name of an organisation. */
  static boolean hasLegalForm(String text) {
    return LEGAL_FORM.matcher(text).matches();
  }

  /** Whether the text is a date in either order. */
  static boolean isDate(String text) {
    return text.length() > 5
        && (DateText.read(text, DateOrder.DAY_FIRST, false).isPresent()
            || DateText.read(text, DateOrder.MONTH_FIRST, false).isPresent());
  }
}
