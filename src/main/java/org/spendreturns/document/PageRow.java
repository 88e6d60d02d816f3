package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a table of a web page of ours.
 *
 * @param isGroup whether it only says what the rows below it are of
 * @param cells what they show
 */
record PageRow(boolean isGroup, List<String> cells) {

  private static final Pattern ROW = Pattern.compile("<tr([^>]*)>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

  /** Keeps its own copy. */
  PageRow {
    cells = List.copyOf(cells);
  }

  /** The rows of all tables of a page, their cells levelled as the JSON would say it. */
  static List<PageRow> levelled(Path page) throws IOException {
    return of(page).stream()
        .map(
            row ->
                new PageRow(
                    row.isGroup(), row.cells().stream().map(GateOfEdition::levelled).toList()))
        .toList();
  }

  /** The rows of all tables of a page. */
  static List<PageRow> of(Path page) throws IOException {
    List<PageRow> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(page));
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group(2));
      while (cell.find()) {
        cells.add(plain(cell.group(1)));
      }
      rows.add(new PageRow(row.group(1).contains("\"group\""), cells));
    }
    return rows;
  }

  /** The first cell: what the row is of. */
  String title() {
    return cells.isEmpty() ? "" : cells.get(0);
  }

  /** The other cells. */
  List<String> sums() {
    return cells.subList(Math.min(1, cells.size()), cells.size());
  }

  /** The text of a piece of a page. */
  static String plain(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
