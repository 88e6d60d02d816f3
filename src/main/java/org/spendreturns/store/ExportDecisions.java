package org.spendreturns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.returns.ExportDecision.File;
import org.spendreturns.returns.ExportDecision.Rules;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.returns.ExportDecision.Withdraws;
import org.spendreturns.rulebook.Decision.Grounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided about how exports count. Only ever appended to. */
@Repository
public class ExportDecisions {

  private static final String WITHDRAWS = "WITHDRAWS";

  private final JdbcClient database;

  ExportDecisions(JdbcClient database) {
    this.database = database;
  }

  /** The id that no decision has yet: {@code E-0007}. */
  public String nextId() {
    return "E-%04d".formatted(count() + 1);
  }

  /** How many there are, of every body. */
  public long count() {
    return database.sql("select count(*) from export_decision").query(Long.class).single();
  }

  /** Appends a ruling. */
  public void add(Rules rules) {
    File other = rules.other().orElse(new File("", ""));
    insert(
        rules,
        rules.ruling().name(),
        rules.export(),
        other,
        rules.line().map(SourceRef::sheet).orElse(""),
        rules.line().map(SourceRef::line).orElse(0L),
        new Moved(rules.lines(), rules.amount().pence()),
        "");
  }

  /** Appends a withdrawal. */
  public void add(Withdraws withdrawal) {
    File none = new File("", "");
    insert(withdrawal, WITHDRAWS, none, none, "", 0, new Moved(0, 0), withdrawal.withdrawn());
  }

  private record Moved(long lines, long pence) {}

  private void insert(
      ExportDecision decision,
      String kind,
      File export,
      File other,
      String sheet,
      long line,
      Moved moved,
      String withdrawn) {
    database
        .sql("insert into export_decision values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .params(
            decision.id(),
            decision.body(),
            kind,
            export.path(),
            export.digest(),
            other.path(),
            other.digest(),
            sheet,
            line,
            moved.lines(),
            moved.pence(),
            withdrawn,
            decision.grounds().who(),
            ReceivedFiles.utc(decision.grounds().when()),
            decision.grounds().reason(),
            decision.grounds().source())
        .update();
  }

  /** All decisions about a body's exports, oldest first. */
  public List<ExportDecision> of(String body) {
    return database
        .sql("select * from export_decision where body = ? order by id")
        .param(body)
        .query((row, number) -> decision(row))
        .list();
  }

  /** Ids of the decisions about a body's exports that were taken by an instant, in order. */
  public List<String> idsAsKnownAt(String body, Instant asKnownAt) {
    return database
        .sql("select id from export_decision where body = ? and taken_at <= ? order by id")
        .params(body, ReceivedFiles.utc(asKnownAt))
        .query(String.class)
        .list();
  }

  private static ExportDecision decision(ResultSet row) throws SQLException {
    Grounds grounds =
        new Grounds(
            row.getString("who"),
            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
            row.getString("why"),
            row.getString("source"));
    String id = row.getString("id");
    String body = row.getString("body");
    if (row.getString("kind").equals(WITHDRAWS)) {
      return new Withdraws(id, body, row.getString("withdrawn"), grounds);
    }
    File export = new File(row.getString("path"), row.getString("file_digest"));
    File other = new File(row.getString("other_path"), row.getString("other_digest"));
    long line = row.getLong("line_number");
    return new Rules(
        id,
        body,
        Ruling.valueOf(row.getString("kind")),
        export,
        Optional.of(other).filter(each -> !each.path().isEmpty()),
        line == 0
            ? Optional.empty()
            : Optional.of(new SourceRef(export.path(), row.getString("sheet"), line)),
        row.getLong("moved_lines"),
        new Money(row.getLong("moved_pence")),
        grounds);
  }
}
