package org.spendreturns.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.batch.Home;
import org.spendreturns.batch.Runs;

/** The nightly job as the product runs it, by its steps. */
public final class NightSteps {

  private NightSteps() {}

  /**
   * Runs a night.
   *
   * @return milliseconds of its start, under {@code start}, and of each step by its name, in their
   *     order; the scan's with all its exports
   * @throws IllegalStateException if the night failed
   */
  public static Map<String, Long> of(Home rooms) throws SQLException {
    Map<String, Long> millis = new LinkedHashMap<>();
    long before = System.nanoTime();
    try (Runs runs = Runs.open(rooms, Clock.systemUTC())) {
      millis.put("start", (System.nanoTime() - before) / 1_000_000);
      Runs.Ended ended = runs.nightly(Optional.empty(), Optional.empty());
      if (ended.failure().isPresent()) {
        throw new IllegalStateException(ended.failure().get());
      }
    }
    try (Connection database = database(rooms);
        Statement statement = database.createStatement();
        ResultSet steps =
            statement.executeQuery(
                "select step_name, datediff('ms', start_time, end_time)"
                    + " from batch_step_execution where step_name not like '%:%'"
                    + " order by start_time")) {
      while (steps.next()) {
        millis.put(steps.getString(1), steps.getLong(2));
      }
    }
    return millis;
  }

  /** The database of an installation, in which no program is at work. */
  static Connection database(Home rooms) throws SQLException {
    return DriverManager.getConnection("jdbc:hsqldb:file:" + rooms.database(), "sa", "");
  }
}
