package org.spendreturns.store;

import java.util.HashMap;
import java.util.Map;
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
        .sql("insert into export_comparison values (?, ?, ?, ?, ?, ?)")
        .params(
            earlierScan,
            laterScan,
            overlap.same(),
            overlap.sameAmount().pence(),
            overlap.onlyEarlier(),
            overlap.onlyLater())
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
              before.put(
                  row.getLong("earlier_scan_id"),
                  new Overlap(
                      row.getLong("same_lines"),
                      new Money(row.getLong("same_pence")),
                      row.getLong("only_earlier"),
                      row.getLong("only_later")));
            });
    return before;
  }
}
