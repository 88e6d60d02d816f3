package org.spendreturns.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The evidence of a line, stored with it as one text. */
class EvidenceTest {

  private static final Evidence PLAIN =
      new Evidence("SV-014", Field.SUPPLIER, "RAPE CRISIS", Evidence.Role.DECIDED);
  private static final Evidence AWKWARD =
      new Evidence("body:1", Field.DESCRIPTION, "a\ttab, C:\\n\r\nand more", Evidence.Role.AGAINST);

  @TempDir Path folder;

  @Test
  void keepsAnyWords() {
    assertThat(EvidenceText.read(EvidenceText.of(List.of(AWKWARD, PLAIN))))
        .containsExactly(AWKWARD, PLAIN);
    assertThat(EvidenceText.read(EvidenceText.of(List.of()))).isEmpty();
  }

  @Test
  void thatStoodInRowsOfItsOwnStandsWithItsLine() {
    DataSource database =
        new DriverManagerDataSource("jdbc:hsqldb:file:" + folder.resolve("db"), "SA", "");
    Flyway.configure().dataSource(database).target("6").load().migrate();
    JdbcTemplate old = new JdbcTemplate(database);
    old.update(
        "insert into scan (id, file_digest, file_name, settings_digest, state, message)"
            + " values (1, '', 'a.csv', '', 'READ', '')");
    for (int line = 2; line <= 3; line++) {
      old.update(
          "insert into matched_line values (1,'a.csv','',?,date '2014-04-01',5,'','s','','','','',"
              + "'','','','FORENSIC','')",
          line);
    }
    List<Evidence> pieces = List.of(PLAIN, AWKWARD);
    for (int ordinal = 1; ordinal >= 0; ordinal--) {
      Evidence piece = pieces.get(ordinal);
      old.update(
          "insert into matched_evidence values (1,'a.csv','',2,?,?,?,?,?)",
          ordinal,
          piece.ruleId(),
          piece.field().name(),
          piece.words(),
          piece.role().name());
    }

    Flyway.configure().dataSource(database).load().migrate();

    List<ClassifiedLine> lines =
        new LineRows(new JdbcTemplate(database)).matches(1, label -> new Answer.NotTopic());
    assertThat(lines)
        .extracting(line -> line.classification().evidence())
        .containsExactly(pieces, List.of());
  }
}
