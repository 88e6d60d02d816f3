package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that a workbook merges with the one above, as its rows go by: a date or a name that stands
 * once beside several rows is given to each of them. A sum is not, for one payment would become
 * several; nor is a row filled that holds nothing of its own.
 */
final class MergedCells {

  private static final int RANGES_AT_MOST = 100_000; // of a sheet
  private static final byte[] ELEMENT = "mergeCell ".getBytes(StandardCharsets.US_ASCII);
  private static final int ATTRIBUTES_AT_MOST = 200;
  private static final Pattern RANGE =
      Pattern.compile("\\bref\\s*=\\s*[\"']([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})[\"']");

  private final Map<Integer, Merged> going = new HashMap<>(); // by column
  private Map<Long, List<Range>> known = Map.of(); // by first row
  private long filled;

  /** The first column of merged cells, from 0, in some rows, from 1. */
  record Range(int column, long firstRow, long lastRow) {}

  private record Merged(long firstRow, long lastRow, String text) {}

  /** Another sheet begins, of which it is not known what is merged. */
  void startSheet() {
    startSheet(List.of());
  }

  /** Another sheet begins. */
  void startSheet(List<Range> ranges) {
    going.clear();
    known = new HashMap<>();
    for (Range range : ranges) {
      if (range.lastRow() > range.firstRow()) {
        known.computeIfAbsent(range.firstRow(), none -> new ArrayList<>()).add(range);
      }
    }
  }

  /** A cell of the row that is being read goes on below. */
  void start(Range range, String text) {
    boolean isSum = AmountText.read(CellText.plain(text)).isPresent();
    if (range.lastRow() > range.firstRow() && !CellText.isBlank(text) && !isSum) {
      going.put(range.column(), new Merged(range.firstRow(), range.lastRow(), text));
    }
  }

  /**
   * The cells of equal rows, those filled that are merged with one above.
   *
   * @param first the first of these rows
   * @param last the last of them
   */
  List<String> rows(long first, long last, List<String> cells) {
    List<String> all = cells;
    going.values().removeIf(merged -> merged.lastRow() < first);
    if (!going.isEmpty() && !cells.stream().allMatch(CellText::isBlank)) {
      all = new ArrayList<>(cells);
      for (Map.Entry<Integer, Merged> each : going.entrySet()) {
        Merged merged = each.getValue();
        if (merged.firstRow() < first && last <= merged.lastRow()) {
          fill(all, each.getKey(), merged.text(), last - first + 1);
        }
      }
    }
    for (Range range : known.getOrDefault(first, List.of())) {
      if (range.column() < all.size()) {
        start(range, all.get(range.column()));
      }
    }
    return all;
  }

  private void fill(List<String> cells, int column, String text, long rows) {
    while (cells.size() <= column) {
      cells.add("");
    }
    if (CellText.isBlank(cells.get(column))) {
      cells.set(column, text);
      filled += rows;
    }
  }

  /** What a person should know of it. */
  Optional<String> note() {
    return filled == 0
        ? Optional.empty()
        : Optional.of(
            "cells that the workbook merges with the one above, and that were read as it is: %,d"
                .formatted(filled));
  }

  /**
   * What a sheet of an Office Open XML workbook says is merged. That stands after all its rows, so
   * the sheet is passed through once before it is read.
   */
  static List<Range> of(InputStream sheet) throws IOException {
    List<Range> ranges = new ArrayList<>();
    byte[] buffer = new byte[1 << 16];
    int matched = 0;
    int last = 0;
    StringBuilder attributes = new StringBuilder();
    for (int read = sheet.read(buffer); read > 0; read = sheet.read(buffer)) {
      for (int i = 0; i < read && ranges.size() < RANGES_AT_MOST; i++) {
        byte next = buffer[i];
        if (matched == ELEMENT.length) {
          attributes.append((char) next);
          if (next == '>' || attributes.length() == ATTRIBUTES_AT_MOST) {
            range(attributes).ifPresent(ranges::add);
            attributes.setLength(0);
            matched = 0;
          }
        } else if (next == ELEMENT[matched] && (matched > 0 || last == '<' || last == ':')) {
          matched++;
        } else {
          matched = 0;
        }
        last = next;
      }
    }
    return ranges;
  }

  private static Optional<Range> range(CharSequence attributes) {
    Matcher says = RANGE.matcher(attributes);
    return says.find()
        ? Optional.of(
            new Range(
                WorkbookText.column(says.group(1)),
                Long.parseLong(says.group(2)),
                Long.parseLong(says.group(3))))
        : Optional.empty();
  }
}
