package org.spendreturns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.Overlap;
import org.spendreturns.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How readings of exports of one body stand to each other, by their lines. Only appended to. */
@Repository
public class Comparisons {

  private final JdbcClient database;

  Comparisons(JdbcClient database) {
    this.database = database;
  }

  /** Keeps a comparison. */
  public void add(long earlierScan, long laterScan, Overlap overlap) {
    database
        .sql(
            """
            insert into export_comparison (earlier_scan_id, later_scan_id, same_lines, same_pence,
              only_earlier, only_later, numbered_lines, numbered_pence, reworded_lines,
              alike_lines, alike_pence, smaller_lines)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            earlierScan,
            laterScan,
            overlap.same(),
            overlap.sameAmount().pence(),
            overlap.onlyEarlier(),
            overlap.onlyLater(),
            overlap.numbered().lines(),
            overlap.numbered().amount().pence(),
            overlap.reworded(),
            overlap.alike().lines(),
            overlap.alike().amount().pence(),
            overlap.smaller())
        .update();
  }

  /** How a reading compares with those before it that it was compared with, by their ids. */
  public Map<Long, Overlap> before(long laterScan) {
    Map<Long, Overlap> before = new HashMap<>();
    database
        .sql("select * from export_comparison where later_scan_id = ?")
        .param(laterScan)
        .query(
            row -> {
              before.put(row.getLong("earlier_scan_id"), overlap(row));
            });
    return before;
  }

  private static Overlap overlap(ResultSet row) throws SQLException {
    Tally numbered = tally(row, "numbered");
    Tally same = tally(row, "same");
    return new Overlap(
        numbered,
        row.getLong("reworded_lines"),
        new Tally(same.lines() - numbered.lines(), same.amount().minus(numbered.amount())),
        tally(row, "alike"),
        row.getLong("only_earlier"),
        row.getLong("only_later"),
        row.getLong("smaller_lines"));
  }

  private static Tally tally(ResultSet row, String which) throws SQLException {
    return new Tally(row.getLong(which + "_lines"), new Money(row.getLong(which + "_pence")));
  }
}
