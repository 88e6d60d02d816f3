package org.spendreturns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a night leaves in its database, read from a copy of the files, however the night ended. */
final class NightRows implements AutoCloseable {

  private final Connection database;

  private NightRows(Connection database) {
    this.database = database;
  }

  /** The files are copied, so that the program finds them as it left them. */
  static NightRows of(Path home) throws IOException, SQLException {
    Path copy = Files.createTempDirectory(home.getParent(), "copy");
    try (Stream<Path> files = Files.list(home.resolve("database"))) {
      for (Path file : files.filter(each -> !each.toString().endsWith(".lck")).toList()) {
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    return new NightRows(
        DriverManager.getConnection(
            "jdbc:hsqldb:file:" + copy.resolve("spend-returns") + ";shutdown=true", "SA", ""));
  }

  /** All that it says of its exports and its return, numbers of rows and instants apart. */
  List<String> all() throws SQLException {
    List<String> rows = new ArrayList<>();
    rows.addAll(scans());
    rows.addAll(
        query(
            "month: ",
            "select month_start || ' ' || accepted_lines || ' ' || amount_pence from scan_month"
                + " order by month_start"));
    rows.addAll(
        query(
            "match: ",
            "select line_number || ' ' || dated || ' ' || amount_pence || ' ' || supplier || ' '"
                + " || answer from matched_line order by file_name, line_number"));
    rows.addAll(
        query(
            "rejected: ",
            "select line_number || ' ' || message from rejected_line order by file_name,"
                + " line_number"));
    rows.addAll(
        query(
            "figure: ",
            "select figure_id || ' ' || words from edition_figure order by edition_id, ordinal"));
    return rows;
  }

  /** The readings of its exports, by name. */
  List<String> scans() throws SQLException {
    return query(
        "scan: ",
        "select accepted || ' accepted ' || state || ' ' || file_name || ' ' || blank || ' '"
            + " || headers from scan order by file_name");
  }

  private List<String> query(String name, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = database.createStatement().executeQuery(sql)) {
      while (found.next()) {
        rows.add(name + found.getString(1));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
