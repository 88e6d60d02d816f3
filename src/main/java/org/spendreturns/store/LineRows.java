package org.spendreturns.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Lines of exports to rows and back. */
@Repository
class LineRows {

  private static final String IN_FILE_ORDER =
      " where scan_id = ? order by file_name, sheet, line_number";

  private static final String PLACE = "file_name, sheet, line_number";
  private static final String SAID =
      "supplier, supplier_id, registration, description, cost_centre, expense_type, heading,"
          + " contract_reference";
  private static final String MATCH_COLUMNS =
      PLACE + ", dated, amount_pence, transaction_number, " + SAID + ", answer, question, evidence";
  private static final String REJECTED_COLUMNS = PLACE + ", reason, message, " + SAID;

  private final JdbcTemplate database;

  LineRows(JdbcTemplate database) {
    this.database = database;
  }

  void addMatches(long scanId, List<ClassifiedLine> matches) {
    List<Object[]> rows = new ArrayList<>(matches.size());
    for (ClassifiedLine match : matches) {
      rows.add(matchRow(scanId, match));
    }
    database.batchUpdate(
        "insert into matched_line values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows);
  }

  void addRejected(long scanId, List<Rejected> rejected) {
    database.batchUpdate(
        "insert into rejected_line values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        rejected.stream().map(line -> rejectedRow(scanId, line)).toList());
  }

  void addDuplicates(long scanId, List<Scans.DuplicateLine> duplicates) {
    database.batchUpdate(
        "insert into duplicate_line values (?,?,?,?,?,?,?,?)",
        duplicates.stream()
            .map(
                each ->
                    new Object[] {
                      scanId,
                      each.at().sheet(),
                      each.at().line(),
                      Date.valueOf(each.date()),
                      each.amount().pence(),
                      each.first().file(),
                      each.first().sheet(),
                      each.first().line()
                    })
            .toList());
  }

  List<Scans.DuplicateLine> duplicates(long scanId, String fileName) {
    return database.query(
        "select * from duplicate_line where scan_id = ? order by sheet, line_number",
        (row, number) ->
            new Scans.DuplicateLine(
                new SourceRef(fileName, row.getString("sheet"), row.getLong("line_number")),
                row.getDate("dated").toLocalDate(),
                new Money(row.getLong("amount_pence")),
                new SourceRef(
                    row.getString("first_file_name"),
                    row.getString("first_sheet"),
                    row.getLong("first_line_number"))),
        scanId);
  }

  /** Copies the rows of one reading to another of the same export, its duplicate lines left out. */
  void copyWithoutDuplicates(long from, long to) {
    copy("matched_line", MATCH_COLUMNS, from, to);
    copy("rejected_line", REJECTED_COLUMNS, from, to);
  }

  private void copy(String table, String columns, long from, long to) {
    database.update(
        """
        insert into %1$s (scan_id, %2$s)
        select cast(? as bigint), %2$s from %1$s here where scan_id = ?
        and not exists (select 1 from duplicate_line there where there.scan_id = ?
          and there.sheet = here.sheet and there.line_number = here.line_number)"""
            .formatted(table, columns),
        to,
        from,
        to);
  }

  void addNotes(long scanId, List<Scans.Note> notes) {
    List<Object[]> rows = new ArrayList<>();
    int before = notes(scanId).size();
    for (Scans.Note note : notes) {
      rows.add(new Object[] {scanId, before + rows.size(), note.kind().name(), note.message()});
    }
    database.batchUpdate("insert into scan_note values (?,?,?,?)", rows);
  }

  List<Scans.Note> notes(long scanId) {
    return database.query(
        "select * from scan_note where scan_id = ? order by ordinal",
        (row, number) ->
            new Scans.Note(
                Scans.Note.Kind.valueOf(row.getString("kind")), row.getString("message")),
        scanId);
  }

  private static Object[] matchRow(long scanId, ClassifiedLine match) {
    LedgerLine line = match.line();
    SourceRef at = line.at();
    Particulars said = line.particulars();
    Answer answer = match.classification().answer();
    return new Object[] {
      scanId,
      at.file(),
      at.sheet(),
      at.line(),
      Date.valueOf(line.date()),
      line.amount().pence(),
      line.transaction(),
      said.supplier(),
      said.supplierId(),
      said.registration(),
      said.description(),
      said.costCentre(),
      said.expenseType(),
      said.heading(),
      said.contract(),
      answer.label(),
      answer instanceof Answer.ForReview review ? review.question() : "",
      EvidenceText.of(match.classification().evidence())
    };
  }

  private static Object[] rejectedRow(long scanId, Rejected line) {
    SourceRef at = line.at();
    Particulars said = line.particulars();
    return new Object[] {
      scanId,
      at.file(),
      at.sheet(),
      at.line(),
      line.reason().name(),
      line.message(),
      said.supplier(),
      said.supplierId(),
      said.registration(),
      said.description(),
      said.costCentre(),
      said.expenseType(),
      said.heading(),
      said.contract()
    };
  }

  List<ClassifiedLine> matches(long scanId, Function<String, Answer> answers) {
    return database.query(
        "select * from matched_line" + IN_FILE_ORDER,
        (row, number) -> {
          Answer answer = answers.apply(row.getString("answer"));
          if (answer instanceof Answer.ForReview) {
            answer = new Answer.ForReview(row.getString("question"));
          }
          return new ClassifiedLine(
              new LedgerLine(
                  at(row),
                  row.getDate("dated").toLocalDate(),
                  new Money(row.getLong("amount_pence")),
                  row.getString("transaction_number"),
                  particulars(row)),
              new Classification(answer, EvidenceText.read(row.getString("evidence"))));
        },
        scanId);
  }

  List<Rejected> rejected(long scanId) {
    return database.query(
        "select * from rejected_line" + IN_FILE_ORDER,
        (row, number) ->
            new Rejected(
                at(row),
                RejectReason.valueOf(row.getString("reason")),
                row.getString("message"),
                particulars(row)),
        scanId);
  }

  private static SourceRef at(ResultSet row) throws SQLException {
    return new SourceRef(
        row.getString("file_name"), row.getString("sheet"), row.getLong("line_number"));
  }

  private static Particulars particulars(ResultSet row) throws SQLException {
    return new Particulars(
        row.getString("supplier"),
        row.getString("supplier_id"),
        row.getString("registration"),
        row.getString("description"),
        row.getString("cost_centre"),
        row.getString("expense_type"),
        row.getString("heading"),
        row.getString("contract_reference"));
  }
}
