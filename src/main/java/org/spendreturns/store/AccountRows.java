package org.spendreturns.store;

import java.sql.Date;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts of readings to rows and back: what became of the lines, and their pence by month. */
@Repository
class AccountRows {

  private final JdbcClient database;

  AccountRows(JdbcClient database) {
    this.database = database;
  }

  /** Adds a block's account to that of its reading. */
  void add(long id, ControlTotals totals) {
    database
        .sql(
            """
            update scan set accepted = accepted + ?, duplicates = duplicates + ?, blank = blank + ?,
              preamble = preamble + ?, headers = headers + ?, total_rows = total_rows + ?
            where id = ?""")
        .params(
            totals.accepted(),
            totals.duplicates(),
            totals.blank(),
            totals.preamble(),
            totals.headers(),
            totals.totalRows(),
            id)
        .update();
    totals.byMonth().forEach((month, tally) -> addMonth(id, month, tally));
    totals.rejectedBy().forEach((reason, count) -> addRejections(id, reason, count));
  }

  private void addMonth(long id, YearMonth month, ControlTotals.Tally tally) {
    Date start = Date.valueOf(month.atDay(1));
    int known =
        database
            .sql(
                """
                update scan_month
                set accepted_lines = accepted_lines + ?, amount_pence = amount_pence + ?
                where scan_id = ? and month_start = ?""")
            .params(tally.lines(), tally.amount().pence(), id, start)
            .update();
    if (known == 0) {
      database
          .sql("insert into scan_month values (?, ?, ?, ?)")
          .params(id, start, tally.lines(), tally.amount().pence())
          .update();
    }
  }

  private void addRejections(long id, RejectReason reason, long count) {
    int known =
        database
            .sql(
                """
                update scan_rejection set rejected_lines = rejected_lines + ?
                where scan_id = ? and reason = ?""")
            .params(count, id, reason.name())
            .update();
    if (known == 0) {
      database
          .sql("insert into scan_rejection values (?, ?, ?)")
          .params(id, reason.name(), count)
          .update();
    }
  }

  /** The account of a reading as stored. */
  ControlTotals of(long id) {
    Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
    database
        .sql("select reason, rejected_lines from scan_rejection where scan_id = ?")
        .param(id)
        .query(
            row -> {
              reasons.put(RejectReason.valueOf(row.getString(1)), row.getLong(2));
            });
    Map<YearMonth, ControlTotals.Tally> months = new TreeMap<>();
    database
        .sql("select month_start, accepted_lines, amount_pence from scan_month where scan_id = ?")
        .param(id)
        .query(
            row -> {
              months.put(
                  YearMonth.from(row.getDate(1).toLocalDate()),
                  new ControlTotals.Tally(row.getLong(2), new Money(row.getLong(3))));
            });
    return database
        .sql("select * from scan where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new ControlTotals(
                    row.getLong("accepted"),
                    reasons,
                    row.getLong("duplicates"),
                    row.getLong("blank"),
                    row.getLong("preamble"),
                    row.getLong("headers"),
                    row.getLong("total_rows"),
                    months))
        .single();
  }
}
