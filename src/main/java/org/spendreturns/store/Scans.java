package org.spendreturns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.ClassifiedLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The readings of exports: the account of each, its lines of the topic and for review, and its
 * rejected lines.
 *
 * <p>A block of lines is added with its account in the caller's transaction: both are kept or
 * neither.
 */
@Repository
public class Scans {

  private final JdbcClient database;
  private final AccountRows accounts;
  private final LineRows lines;

  Scans(JdbcClient database, AccountRows accounts, LineRows lines) {
    this.database = database;
    this.accounts = accounts;
    this.lines = lines;
  }

  /** How far a reading has come. */
  public enum State {
    /** Begun, not at its end. */
    READING,
    /** At its end, not yet reconciled. */
    READ,
    /** Every line of the file is stored once: its figures may be used. */
    BALANCED,
    /** What is stored is not what the file says: kept out of every figure. */
    QUARANTINED,
    /** The file as a whole could not be read: kept out of every figure. */
    SET_ASIDE,
    /** Another export gives the same lines, or the same and more: kept out of every figure. */
    SUPERSEDED
  }

  /**
   * A reading.
   *
   * @param fileDigest the export
   * @param fileName the export's name, as its lines are cited
   * @param settingsDigest digest of the rulebook edition and the body's settings it was read under
   * @param message why it was quarantined or set aside; else empty
   * @param setAsideKind the kind of reason why it was set aside; else empty
   */
  public record Scan(
      long id,
      String fileDigest,
      String fileName,
      String settingsDigest,
      State state,
      String message,
      String setAsideKind) {}

  /** The reading of an export under these settings, or empty if there is none. */
  public Optional<Scan> find(String fileDigest, String fileName, String settingsDigest) {
    return database
        .sql("select * from scan where file_digest = ? and file_name = ? and settings_digest = ?")
        .params(fileDigest, fileName, settingsDigest)
        .query((row, number) -> scan(row))
        .optional();
  }

  /** Begins a reading. */
  public void begin(String fileDigest, String fileName, String settingsDigest) {
    database
        .sql(
            """
            insert into scan (file_digest, file_name, settings_digest, state, message)
            values (?, ?, ?, 'READING', '')""")
        .params(fileDigest, fileName, settingsDigest)
        .update();
  }

  /** The reading. */
  public Scan get(long id) {
    return database
        .sql("select * from scan where id = ?")
        .param(id)
        .query((row, number) -> scan(row))
        .single();
  }

  private static Scan scan(ResultSet row) throws SQLException {
    return new Scan(
        row.getLong("id"),
        row.getString("file_digest"),
        row.getString("file_name"),
        row.getString("settings_digest"),
        State.valueOf(row.getString("state")),
        row.getString("message"),
        row.getString("set_aside_kind"));
  }

  /** Moves a reading on. */
  public void move(long id, State state, String message) {
    database
        .sql("update scan set state = ?, message = ? where id = ?")
        .params(state.name(), message, id)
        .update();
  }

  /** Sets the export of a reading aside, for a kind of reason and with a message for a person. */
  public void setAside(long id, String kind, String message) {
    move(id, State.SET_ASIDE, message);
    database.sql("update scan set set_aside_kind = ? where id = ?").params(kind, id).update();
  }

  /** Adds a block: its account, its lines of the topic and for review, its rejected lines. */
  public void add(
      long id, ControlTotals totals, List<ClassifiedLine> matches, List<Rejected> rejected) {
    accounts.add(id, totals);
    lines.addMatches(id, matches);
    lines.addRejected(id, rejected);
  }

  /**
   * A line that an export before it gives already, or that a person said is the same payment as one
   * before it.
   *
   * @param first the line that is counted in its place
   */
  public record DuplicateLine(SourceRef at, LocalDate date, Money amount, SourceRef first) {}

  /** Adds lines of the export that do not count; {@link #fillWithout} comes after. */
  public void addDuplicates(long id, List<DuplicateLine> duplicates) {
    lines.addDuplicates(id, duplicates);
  }

  /**
   * Fills a reading that was begun from another of the same export: its rows without those of the
   * duplicate lines added before.
   *
   * @param account of the export, its duplicate lines counted as such
   */
  public void fillWithout(long id, long from, ControlTotals account) {
    add(id, account, List.of(), List.of());
    lines.copyWithoutDuplicates(from, id);
  }

  /** Lines that an export before this one gives already, in file order. */
  public List<DuplicateLine> duplicates(long id) {
    return lines.duplicates(id, get(id).fileName());
  }

  /** What a person should know of how an export was read, and how much it asks. */
  public record Note(Kind kind, String message) {
    /** How much a note asks of its reader. */
    public enum Kind {
      /** Shown to who asks how the export was read. */
      SHOWN,
      /** Told each night. */
      TOLD,
      /** A person must look, unless it was decided that the export's identical lines count once. */
      NEEDS_A_DECISION,
      /** A person must look. */
      NEEDS_A_PERSON
    }
  }

  /** Adds notes to those of a reading. */
  public void addNotes(long id, List<Note> notes) {
    lines.addNotes(id, notes);
  }

  /** The notes of a reading, in order. */
  public List<Note> notes(long id) {
    return lines.notes(id);
  }

  /** The account of a reading as stored. */
  public ControlTotals totals(long id) {
    return accounts.of(id);
  }

  /**
   * Lines of the topic and for review, in file order.
   *
   * @param answers the answer that a label stands for, under the rulebook's categories
   */
  public List<ClassifiedLine> matches(long id, Function<String, Answer> answers) {
    return lines.matches(id, answers);
  }

  /** How many lines of the topic and for review are stored. */
  public long countMatches(long id) {
    return count("select count(*) from matched_line where scan_id = ?", id);
  }

  /** How many rejected lines are stored. */
  public long countRejected(long id) {
    return count("select count(*) from rejected_line where scan_id = ?", id);
  }

  private long count(String sql, long id) {
    return database.sql(sql).param(id).query(Long.class).single();
  }

  /** Rejected lines, in file order. */
  public List<Rejected> rejected(long id) {
    return lines.rejected(id);
  }
}
