package org.spendreturns.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.spendreturns.returns.NameDecision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided of single suppliers' names. Only ever appended to. */
@Repository
public class NameDecisions {

  private final JdbcClient database;

  NameDecisions(JdbcClient database) {
    this.database = database;
  }

  /** The id that no decision of a name has yet: {@code N-0007}. */
  public String nextId() {
    return "N-%04d".formatted(count() + 1);
  }

  /** How many there are, of every body. */
  public long count() {
    return database.sql("select count(*) from name_decision").query(Long.class).single();
  }

  /** Appends one. */
  public void add(NameDecision decision) {
    database
        .sql("insert into name_decision values (?,?,?,?,?,?,?)")
        .params(
            decision.id(),
            decision.body(),
            decision.supplier(),
            decision.isWithheld(),
            decision.who(),
            ReceivedFiles.utc(decision.when()),
            decision.why())
        .update();
  }

  /** Those about a body's returns that were taken by an instant, oldest first. */
  public List<NameDecision> asKnownAt(String body, Instant asKnownAt) {
    return database
        .sql("select * from name_decision where body = ? and taken_at <= ? order by taken_at, id")
        .params(body, ReceivedFiles.utc(asKnownAt))
        .query(
            (row, number) ->
                new NameDecision(
                    row.getString("id"),
                    row.getString("body"),
                    row.getString("supplier"),
                    row.getBoolean("withheld"),
                    row.getString("who"),
                    row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                    row.getString("why")))
        .list();
  }
}
