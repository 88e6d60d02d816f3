package org.spendreturns.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs have to tell people, by run and step. */
@Repository
public class Notices {

  private final JdbcClient database;

  Notices(JdbcClient database) {
    this.database = database;
  }

  /** How much a notice asks of its reader. */
  public enum Kind {
    /** Good to know. */
    TOLD,
    /** A person must look: something was set aside, rejected, or is for review. */
    NEEDS_A_PERSON
  }

  /** A notice and how much it asks. */
  public record Notice(Kind kind, String message) {}

  /** Replaces what a step of a run said by what it says now, so that a restart says it once. */
  public void say(long runId, String step, List<Notice> notices) {
    database.sql("delete from notice where run_id = ? and step = ?").params(runId, step).update();
    for (Notice notice : notices) {
      database
          .sql("insert into notice (run_id, step, kind, message) values (?, ?, ?, ?)")
          .params(runId, step, notice.kind().name(), notice.message())
          .update();
    }
  }

  /** All that a run said, in order. */
  public List<Notice> of(long runId) {
    return database
        .sql("select kind, message from notice where run_id = ? order by id")
        .param(runId)
        .query(
            (row, number) ->
                new Notice(Kind.valueOf(row.getString("kind")), row.getString("message")))
        .list();
  }
}
