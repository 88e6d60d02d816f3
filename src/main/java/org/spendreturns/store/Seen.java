package org.spendreturns.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality.Elsewhere;
import org.spendreturns.returns.DataQuality.Identical;
import org.spendreturns.returns.DataQuality.Printed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was seen in exports beside their lines. Only appended to. */
@Repository
public class Seen {

  private final JdbcTemplate database;

  Seen(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * Keeps what was seen.
   *
   * @param identical empty if identical lines were not looked for
   */
  public void add(
      long scanId, HiddenParts hidden, Optional<Identical> identical, List<Printed> printed) {
    @Nullable Long groups = identical.isEmpty() ? null : identical.get().groups();
    @Nullable Long lines = identical.isEmpty() ? null : identical.get().lines();
    database.update(
        "insert into scan_reading values (?,?,?,?,?,?)",
        scanId,
        hidden.sheets(),
        hidden.rows(),
        hidden.columns(),
        groups,
        lines);
    int ordinal = 0;
    for (Printed total : printed) {
      database.update(
          "insert into scan_printed_total values (?,?,?,?,?,?)",
          scanId,
          ordinal++,
          total.at().sheet(),
          total.at().line(),
          total.printed().pence(),
          total.read().pence());
    }
  }

  /** What the export hides; nothing if that was not looked for. */
  public HiddenParts hidden(long scanId) {
    return database
        .query(
            "select hidden_sheets, hidden_rows, hidden_columns from scan_reading where scan_id = ?",
            (row, number) -> new HiddenParts(row.getLong(1), row.getLong(2), row.getLong(3)),
            scanId)
        .stream()
        .findFirst()
        .orElse(HiddenParts.NONE);
  }

  /** The export's identical lines, or empty if they were not looked for. */
  public Optional<Identical> identical(long scanId) {
    return database
        .query(
            "select identical_groups, identical_lines from scan_reading"
                + " where scan_id = ? and identical_groups is not null",
            (row, number) -> new Identical(row.getLong(1), row.getLong(2)),
            scanId)
        .stream()
        .findFirst();
  }

  /** The totals that the export prints, in file order, cited under its name. */
  public List<Printed> printedTotals(long scanId, String fileName) {
    return database.query(
        "select * from scan_printed_total where scan_id = ? order by ordinal",
        (row, number) ->
            new Printed(
                new SourceRef(fileName, row.getString("sheet"), row.getLong("line_number")),
                new Money(row.getLong("printed_pence")),
                new Money(row.getLong("read_pence"))),
        scanId);
  }

  /** Lines of a reading that count elsewhere, by where, in the order of its name. */
  public List<Elsewhere> elsewhere(long scanId) {
    return database.query(
        """
        select first_file_name, count(*), sum(amount_pence) from duplicate_line
        where scan_id = ? group by first_file_name order by first_file_name""",
        (row, number) -> new Elsewhere(row.getString(1), row.getLong(2), new Money(row.getLong(3))),
        scanId);
  }
}
