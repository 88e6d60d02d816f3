package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.store.Scans.DuplicateLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same payments in two exports that do not say them letter for letter alike. */
class SamePaymentsNightlyTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String APRIL = "ledgers/nene-vale/april.csv";
  private static final String YEAR = "ledgers/nene-vale/year.csv";
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount";
  private static final By OFFICER = new By("A. Officer", "The finance team said so", "E-mail");

  @TempDir Path folder;
  private OneBody one;
  private Installation place;

  @BeforeEach
  void layABodyIn() throws IOException {
    one = OneBody.in(folder);
    place = one.place();
  }

  @Test
  void countsAPaymentWithANumberOnceThoughALayoutHasMoreColumns() throws IOException {
    place.write(
        APRIL,
        HEADER
            + ",Transaction Number\n"
            + "01/04/2014,Kingfisher,ISVA service,1250.00,5100001\n"
            + "02/04/2014,Acme,Locks,5.00,5100002\n");
    place.write(
        YEAR,
        "Directorate,"
            + HEADER
            + ",Transaction Number\n"
            + "PCC,01/04/2014,KINGFISHER LTD,ISVA service,1250.00,5100001\n"
            + "PCC,03/04/2014,KINGFISHER LTD,ISVA service,1250.00,5100003\n"
            + "PCC,01/05/2014,KINGFISHER LTD,ISVA service,1300.00,5100004\n");

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).isEqualTo("at least £3,800.00");
    assertThat(Installation.needingAPerson(ended))
        .contains(
            YEAR
                + ": 1 of its lines, £1,250.00 in all, stand in "
                + APRIL
                + " as well (1 in other words, with the same number, date, amount and supplier),"
                + " and are counted once, there; 2 stand only here, 1 only there; check that"
                + " neither corrects the other; if this one does: "
                + command("replaces"));
    assertThat(duplicates()).containsExactly("year.csv:2 1250.00 is april.csv:2");
  }

  @Test
  void asksWhetherPaymentsWithoutNumbersAreTheSameInAnotherLayout() throws IOException {
    place.write(
        APRIL,
        HEADER + "\n01/04/2014,Kingfisher,ISVA service,1250.00\n02/04/2014,Acme,Locks,5.00\n");
    place.write(
        YEAR,
        HEADER
            + ",Expense Type\n"
            + "01/04/2014,KINGFISHER,ISVA SERVICE,1250.00,Grants\n"
            + "01/05/2014,KINGFISHER,ISVA SERVICE,1300.00,Grants\n");

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).as("both, and a person is asked").isEqualTo("at least £3,800.00");
    assertThat(Installation.needingAPerson(ended))
        .contains(
            YEAR
                + ": 1 of its lines, £1,250.00 in all, agree in date, amount and supplier with"
                + " lines of "
                + APRIL
                + ", and not in all they say; each is counted in both, so twice if they are the"
                + " same payments in another layout; if this export replaces the other: "
                + command("replaces")
                + "; if only those lines are the same: "
                + command("once-with")
                + "; if they are payments of their own: "
                + command("beside"));

    assertThat(perhapsTwice(1))
        .isEqualTo("[{\"file\":\"april.csv\",\"lines\":1,\"pence\":125000}]");
    assertThat(Files.readString(edition(1).resolve("return.html")))
        .contains(
            "<dt>year.csv</dt><dd>1 line, £1,250.00 in all, may be the same payments as lines of"
                + " april.csv. Nothing on file shows whether they are, so each counts in both until"
                + " a decision says otherwise");

    decide(Ruling.ONCE);
    Runs.Ended next = one.night(NIGHT.plusSeconds(86_400));
    assertThat(perhapsTwice(2)).isEqualTo("[]");
    assertThat(one.paid(2)).isEqualTo("at least £2,550.00");
    assertThat(duplicates()).containsExactly("year.csv:2 1250.00 is april.csv:2");
    assertThat(Installation.told(next))
        .contains(
            YEAR
                + ": neither "
                + YEAR
                + " nor "
                + APRIL
                + " replaces the other; lines that stand in both count once, as decided (E-0001);"
                + " 1 line of £1,250.00");
    assertThat(Installation.needingAPerson(next)).noneMatch(told -> told.contains("agree in"));
  }

  @Test
  void tellsAFewLinesThatAreTakenForACoincidence() throws IOException {
    StringBuilder locks = new StringBuilder(HEADER + "\n");
    StringBuilder keys = new StringBuilder(HEADER + "\n");
    for (int i = 1; i <= 150; i++) {
      locks.append("02/04/2014,Acme,Locks,%d.00%n".formatted(i));
      keys.append("03/04/2014,Acme,Keys,%d.00%n".formatted(i));
    }
    String service = "01/04/2014,Kingfisher,ISVA service,1250.00\n";
    place.write(APRIL, locks + service);
    place.write(YEAR, keys + service);

    Runs.Ended ended = one.night(NIGHT);

    assertThat(one.paid(1)).isEqualTo("at least £2,500.00");
    assertThat(Installation.told(ended))
        .contains(
            YEAR
                + ": 1 of its lines, £1,250.00 in all, stand in "
                + APRIL
                + " letter for letter, too few to be taken for the same payments, and without"
                + " transaction numbers; each is counted in both; if they are the same payments: "
                + command("once-with"));
    assertThat(perhapsTwice(1))
        .isEqualTo("[{\"file\":\"april.csv\",\"lines\":1,\"pence\":125000}]");
    decide(Ruling.ONCE);
    one.night(NIGHT.plusSeconds(86_400));
    assertThat(one.paid(2)).isEqualTo("at least £1,250.00");
  }

  private static String command(String how) {
    return "export decide \"%s\" --%s \"%s\" --who NAME --why REASON".formatted(YEAR, how, APRIL);
  }

  private void decide(Ruling ruling) {
    try (Runs runs = runs()) {
      runs.exportRulings().decide(YEAR, ruling, APRIL, OFFICER);
    }
  }

  private List<String> duplicates() {
    try (Runs runs = runs()) {
      return runs.exports().get(1).duplicates().stream()
          .map(SamePaymentsNightlyTest::words)
          .toList();
    }
  }

  private static String words(DuplicateLine line) {
    return line.at() + " " + line.amount() + " is " + line.first();
  }

  private Runs runs() {
    return Runs.open(place.home(), Clock.fixed(NIGHT.plusSeconds(3_600), ZoneOffset.UTC));
  }

  /** Of the later export, as the return's JSON has it. */
  private String perhapsTwice(int edition) throws IOException {
    for (JsonNode export :
        JsonMapper.shared()
            .readTree(Files.readAllBytes(edition(edition).resolve("return.json")))
            .at("/method/quality/exports")) {
      if (export.get("file").asString().equals("year.csv")) {
        return export.get("perhapsTwice").toString();
      }
    }
    throw new AssertionError("year.csv is not told of");
  }

  private Path edition(int number) {
    return place.edition(OneBody.RETURN, number);
  }
}
