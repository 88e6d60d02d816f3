package org.spendreturns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.rulebook.Decision;
import org.spendreturns.rulebook.Decision.Scope;
import org.spendreturns.rulebook.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided. Only ever appended to. */
@Repository
public class Decisions {

  private static final String SETTLES = "SETTLES";

  private final JdbcClient database;

  Decisions(JdbcClient database) {
    this.database = database;
  }

  /** The id that no decision has yet: {@code D-0007}. */
  public String nextId() {
    return "D-%04d".formatted(count() + 1);
  }

  /** How many there are, of every body. */
  public long count() {
    return database.sql("select count(*) from decision").query(Long.class).single();
  }

  /** Appends one. */
  public void add(Decision decision) {
    SourceRef nowhere = new SourceRef("", "", 1);
    String kind = "WITHDRAWS";
    String supplier = "";
    String reason = "";
    String verdict = "";
    String withdrawn = "";
    SourceRef at = nowhere;
    if (decision instanceof Decision.Settles settles) {
      kind = SETTLES;
      verdict = settles.verdict().written();
      if (settles.scope() instanceof Scope.OfGroup group) {
        supplier = group.supplier();
        reason = group.reason();
      } else if (settles.scope() instanceof Scope.OfLine line) {
        at = line.at();
      }
    } else if (decision instanceof Decision.Withdraws withdraws) {
      withdrawn = withdraws.withdrawn();
    }
    database
        .sql("insert into decision values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .params(
            decision.id(),
            decision.body(),
            kind,
            supplier,
            reason,
            at.file(),
            at.sheet(),
            at.line(),
            verdict,
            withdrawn,
            decision.grounds().who(),
            ReceivedFiles.utc(decision.grounds().when()),
            decision.grounds().reason(),
            decision.grounds().source())
        .update();
  }

  /**
   * All decisions about a body's lines, oldest first.
   *
   * @param verdicts the verdict that a text stands for, under the rulebook's categories
   */
  public List<Decision> of(String body, Function<String, Verdict> verdicts) {
    return database
        .sql("select * from decision where body = ? order by id")
        .param(body)
        .query((row, number) -> decision(row, verdicts))
        .list();
  }

  /** Ids of the decisions about a body's lines that were taken by an instant, in order. */
  public List<String> idsAsKnownAt(String body, Instant asKnownAt) {
    return database
        .sql("select id from decision where body = ? and taken_at <= ? order by id")
        .params(body, ReceivedFiles.utc(asKnownAt))
        .query(String.class)
        .list();
  }

  private static Decision decision(ResultSet row, Function<String, Verdict> verdicts)
      throws SQLException {
    Decision.Grounds grounds =
        new Decision.Grounds(
            row.getString("who"),
            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
            row.getString("why"),
            row.getString("source"));
    String id = row.getString("id");
    String body = row.getString("body");
    if (!row.getString("kind").equals(SETTLES)) {
      return new Decision.Withdraws(id, body, row.getString("withdrawn"), grounds);
    }
    Scope scope =
        row.getString("file_name").isEmpty()
            ? new Scope.OfGroup(row.getString("supplier"), row.getString("reason"))
            : new Scope.OfLine(
                new SourceRef(
                    row.getString("file_name"),
                    row.getString("sheet"),
                    row.getLong("line_number")));
    return new Decision.Settles(id, body, scope, verdicts.apply(row.getString("verdict")), grounds);
  }
}
