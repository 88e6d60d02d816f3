package org.spendreturns.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;
import org.spendreturns.store.Editions.Address;
import org.spendreturns.store.Editions.Entry;
import org.spendreturns.store.Editions.IssuedFigure;
import org.spendreturns.store.Editions.IssuedPart;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class StoreTest {

  private static final Category FORENSIC = new Category("FORENSIC", "(iii)", "Forensic");
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T02:00:00Z");
  private static final Address RETURN = Address.parse("nene-vale/sexual-violence/2014-15");
  private static final String DIGEST = "0".repeat(64);

  @TempDir Path folder;
  private ReceivedFiles received;
  private Scans scans;
  private Notices notices;
  private Editions editions;

  @BeforeEach
  void migrate() {
    DriverManagerDataSource database =
        new DriverManagerDataSource("jdbc:hsqldb:file:" + folder.resolve("db"), "SA", "");
    Flyway.configure().dataSource(database).load().migrate();
    JdbcClient client = JdbcClient.create(database);
    received = new ReceivedFiles(client);
    scans = new Scans(client, new AccountRows(client), new LineRows(new JdbcTemplate(database)));
    notices = new Notices(client);
    editions = new Editions(client);
  }

  @Test
  void givesTheNewestFileThatARunMayKnowOf() {
    assertThat(received.isEmpty()).isTrue();
    ReceivedFile first = file("ledgers/nene-vale/april.csv", "a".repeat(64), MONDAY);
    ReceivedFile second = file("ledgers/nene-vale/april.csv", "b".repeat(64), TUESDAY);
    received.add(first);
    received.add(second);

    assertThat(received.isEmpty()).isFalse();
    assertThat(received.asKnownAt(MONDAY)).containsExactly(first);
    assertThat(received.asKnownAt(TUESDAY)).containsExactly(second);
    assertThat(received.asKnownAt(MONDAY.minusSeconds(1))).isEmpty();
    assertThat(received.historyOf(first.path())).containsExactly(first, second);
  }

  @Test
  void givesBackLinesAndAccountAsTheyWereAdded() {
    ClassifiedLine ofTopic = match(3, new Answer.Of(FORENSIC));
    ClassifiedLine forReview = match(4, new Answer.ForReview("Which service was bought?"));
    Rejected rejected =
        new Rejected(
            new SourceRef("april.csv", "", 5), RejectReason.BAD_DATE, "april.csv:5: …", said());
    ControlTotals account =
        new ControlTotals(
            2,
            Map.of(RejectReason.BAD_DATE, 1L),
            0,
            1,
            2,
            1,
            1,
            Map.of(YearMonth.of(2014, 4), new ControlTotals.Tally(2, new Money(-7))));
    scans.begin(DIGEST, "april.csv", DIGEST);
    long id = scans.find(DIGEST, "april.csv", DIGEST).orElseThrow().id();

    scans.add(id, account, List.of(ofTopic, forReview), List.of(rejected));
    scans.add(id, account, List.of(), List.of());

    assertThat(scans.totals(id)).isEqualTo(account.plus(account));
    assertThat(scans.matches(id, label -> Answer.ofLabel(label, List.of(FORENSIC))))
        .containsExactly(ofTopic, forReview);
    assertThat(scans.rejected(id)).containsExactly(rejected);
    assertThat(scans.get(id).state()).isEqualTo(Scans.State.READING);
  }

  @Test
  void saysAStepsNoticesOnceHoweverOftenItRuns() {
    notices.say(7, "receive", List.of(new Notice(Kind.TOLD, "1 file"), new Notice(Kind.TOLD, "2")));
    notices.say(7, "figure", List.of(new Notice(Kind.NEEDS_A_PERSON, "3")));
    notices.say(7, "receive", List.of(new Notice(Kind.TOLD, "1 file")));

    assertThat(notices.of(7))
        .containsExactlyInAnyOrder(
            new Notice(Kind.TOLD, "1 file"), new Notice(Kind.NEEDS_A_PERSON, "3"));
    assertThat(notices.of(8)).isEmpty();
  }

  @Test
  void recordsAnEditionOnceWithItsFiguresAndTheirParts() {
    IssuedFigure amount =
        new IssuedFigure(
            "paid.FORENSIC.2014-15",
            "AMOUNT",
            100L,
            "£1.00",
            "sum of 1 payment",
            List.of(new IssuedPart("LINE", DIGEST, "april.csv", "", 3, "Acme", 100L, "SV-1")));
    IssuedFigure unknown =
        new IssuedFigure(
            "paid.ADVOCACY.2014-15", "NO_RECORDS", null, "no records on file", "", List.of());
    Entry entry = new Entry(RETURN, 1, DIGEST, MONDAY);

    editions.record(entry, TUESDAY, List.of(amount, unknown));
    editions.record(entry, TUESDAY, List.of(unknown));

    assertThat(editions.figures(RETURN, 1)).contains(List.of(amount, unknown));
    assertThat(editions.figures(RETURN, 2)).isEmpty();
    assertThat(editions.latest(RETURN)).contains(entry);
    assertThat(editions.all()).containsExactly(entry);
  }

  @Test
  void keepsDraftsOfEachRunApart() {
    editions.draft(1, List.of(new Entry(RETURN, 1, DIGEST, MONDAY)));
    editions.draft(2, List.of());
    editions.draft(1, List.of(new Entry(RETURN, 2, DIGEST, MONDAY)));

    assertThat(editions.drafts(1)).containsExactly(new Entry(RETURN, 2, DIGEST, MONDAY));
    assertThat(editions.drafts(2)).isEmpty();
  }

  private static ClassifiedLine match(long line, Answer answer) {
    return new ClassifiedLine(
        new LedgerLine(
            new SourceRef("april.csv", "", line),
            LocalDate.of(2014, 4, 30),
            new Money(-1234),
            "T-" + line,
            said()),
        new Classification(
            answer,
            List.of(
                new Evidence("SV-1", Field.DESCRIPTION, "SARC", Evidence.Role.DECIDED),
                new Evidence("SV-9", Field.SUPPLIER, "Haven", Evidence.Role.AGAINST))));
  }

  private static Particulars said() {
    return new Particulars("Acme", "1", "GB-CHC-1", "SARC", "Cost", "Type", "Heading", "C-1");
  }

  private static ReceivedFile file(String path, String digest, Instant knownFrom) {
    return new ReceivedFile("LEDGER", "nene-vale", path, digest, 12, knownFrom, TUESDAY);
  }
}
